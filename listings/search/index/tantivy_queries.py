"""Nodes of a search as queries of tantivy."""

from __future__ import annotations

from collections.abc import Sequence

import tantivy

from listings.search.index.index_form import IndexForm
from listings.search.index.schema import PAIR_FIELDS
from listings.search.index.title_pairs import pair_term
from listings.search.query.nodes import (
    AnyTerm,
    Best,
    Between,
    Boolean,
    Boost,
    Constant,
    Everything,
    Leaf,
    Node,
    Nothing,
    Occur,
    Term,
    TermPhrase,
)

MAX_TERM_QUERIES = 40
# Share of their score that other fields add to the best one.
TIE_BREAKER = 0.1
OCCURS = {
    Occur.MUST: tantivy.Occur.Must,
    Occur.SHOULD: tantivy.Occur.Should,
    Occur.MUST_NOT: tantivy.Occur.MustNot,
}


def query_of(node: Node, form: IndexForm) -> tantivy.Query:
    """Raises NotReady if the index lacks a field."""
    match node:
        case Boolean(clauses, least):
            queries = [(OCCURS[occur], query_of(clause, form)) for occur, clause in clauses]
            return tantivy.Query.boolean_query(queries, minimum_number_should_match=least or None)
        case Best(nodes):
            return tantivy.Query.disjunction_max_query([query_of(part, form) for part in nodes], TIE_BREAKER)
        case Boost(inner, factor):
            return tantivy.Query.boost_query(query_of(inner, form), factor)
        case Constant(inner, score):
            return tantivy.Query.const_score_query(query_of(inner, form), score)
        case _:
            return _leaf_query(node, form)


def _leaf_query(node: Leaf, form: IndexForm) -> tantivy.Query:
    if isinstance(node, Term | AnyTerm | TermPhrase | Between):
        form.require(node.field)
    match node:
        case Term(field, value):
            return tantivy.Query.term_query(form.schema, field, value)
        case AnyTerm(field, values):
            return _any_term(field, values, form.schema)
        case TermPhrase(field, terms, slop):
            if pair_field := _pair_field(field, terms, slop, form):
                return tantivy.Query.term_query(form.schema, pair_field, pair_term(*terms))
            return tantivy.Query.phrase_query(form.schema, field, list(terms), slop)
        case Between(field, low, high):
            return tantivy.Query.range_query(form.schema, field, tantivy.FieldType.Integer, low, high)
        case Everything():
            return tantivy.Query.all_query()
        case Nothing():
            return tantivy.Query.empty_query()


def _pair_field(field: str, terms: Sequence[str], slop: int, form: IndexForm) -> str:
    """The field that has these two terms as one; "" if none has."""
    if field != "title" or len(terms) != 2 or slop >= len(PAIR_FIELDS) or PAIR_FIELDS[slop] in form.lacking:
        return ""
    return PAIR_FIELDS[slop]


def _any_term(field: str, values: Sequence[str], schema: tantivy.Schema) -> tantivy.Query:
    # A set is compared with every term of the field, which pays only where many are looked for.
    if len(values) > MAX_TERM_QUERIES:
        return tantivy.Query.term_set_query(schema, field, list(values))
    queries = [(tantivy.Occur.Should, tantivy.Query.term_query(schema, field, value)) for value in values]
    return tantivy.Query.boolean_query(queries)
