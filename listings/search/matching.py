"""A Search as the index understands it. Built term by term: no reader's text reaches a parser that could refuse it."""

from __future__ import annotations

import re

import tantivy

from listings.search.query import LISTS, Search
from listings.search.schema import SEARCHED, schema, terms

PART = re.compile(r'(?P<no>-)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
FIELDS = {"category": "category", "company": "company_slug", "source": "source"}
Clause = tuple[tantivy.Occur, tantivy.Query]


def matching(search: Search, *, samples: bool = True, without: str = "") -> tantivy.Query:
    """Every part of q, and every filter but the one named `without`."""
    clauses = words(search.q)
    for name in LISTS:
        values = getattr(search, name)
        if values and name != without:
            chosen = tantivy.Query.term_set_query(schema(), FIELDS[name], list(values))
            clauses.append((tantivy.Occur.Must, tantivy.Query.const_score_query(chosen, 0.0)))
    if not samples:
        made_up = tantivy.Query.term_query(schema(), "is_sample", 1)
        clauses.append((tantivy.Occur.MustNot, made_up))
    if not any(occur == tantivy.Occur.Must for occur, _ in clauses):
        clauses.append((tantivy.Occur.Must, tantivy.Query.all_query()))
    return tantivy.Query.boolean_query(clauses)


def words(q: str) -> list[Clause]:
    """Words must all be there, -words must not; "words in quotes", and words joined by a sign, are phrases."""
    clauses: list[Clause] = []
    for part in PART.finditer(q):
        wanted = terms(part["phrase"] if part["phrase"] is not None else part["word"])
        if wanted:
            occur = tantivy.Occur.MustNot if part["no"] else tantivy.Occur.Must
            clauses.append((occur, anywhere(wanted)))
    return clauses


def says_nothing(q: str) -> bool:
    """True where q holds signs only, nothing that could be looked for."""
    return bool(q) and not words(q)


def anywhere(wanted: list[str]) -> tantivy.Query:
    """In the field where it counts most."""
    return tantivy.Query.disjunction_max_query(
        [tantivy.Query.boost_query(_in_field(name, wanted), weight) for name, weight in SEARCHED.items()], 0.1
    )


def _in_field(name: str, wanted: list[str]) -> tantivy.Query:
    if len(wanted) == 1:
        return tantivy.Query.term_query(schema(), name, wanted[0])
    return tantivy.Query.phrase_query(schema(), name, list(wanted))
