"""Parts of which queries of the index are built."""

from __future__ import annotations

from collections.abc import Sequence

import tantivy

from listings.search.index.schema import schema

Clause = tuple[tantivy.Occur, tantivy.Query]
MAX_TERM_QUERIES = 40


def must(query: tantivy.Query) -> Clause:
    """A filter: it decides what matches, never the order."""
    return tantivy.Occur.Must, unscored(query)


def unscored(query: tantivy.Query) -> tantivy.Query:
    return tantivy.Query.const_score_query(query, 0.0)


def any_of(*queries: tantivy.Query) -> tantivy.Query:
    return tantivy.Query.boolean_query([(tantivy.Occur.Should, query) for query in queries])


def any_term(field: str, values: Sequence[str]) -> tantivy.Query:
    # A set is compared with every term of the field, which pays only where many are looked for.
    if len(values) > MAX_TERM_QUERIES:
        return tantivy.Query.term_set_query(schema(), field, list(values))
    return any_of(*(tantivy.Query.term_query(schema(), field, value) for value in values))


def between(field: str, low: int | None, high: int | None) -> tantivy.Query:
    return tantivy.Query.range_query(schema(), field, tantivy.FieldType.Integer, low, high)


def zero(field: str) -> tantivy.Query:
    """Matches listings whose ad does not state it."""
    return between(field, 0, 0)
