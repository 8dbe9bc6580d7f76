"""The order in which what was found is shown.

The best first: those with every word in the title or the employer's name before those with mentions alone, each by
relevance and freshness. Whoever asks for the first pages then pays for few, however many mention it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import tantivy

from listings.search.index.compile_terms import Clause, better
from listings.search.index.schema import schema
from listings.search.index.searcher import IndexSearcher
from listings.search.query.search import Search

FIRST = 100
"""So many of the best are put in order as one list, whose pieces are the first pages."""
IN_A_ROW = 2


def sorted_page(searcher: IndexSearcher, query: tantivy.Query, search: Search) -> list[int]:
    """The ids of the listings of one page, by date or pay."""
    start = (search.page - 1) * search.per_page
    found = searcher.search(query, search.per_page, start, ORDERS[search.order])
    return searcher.numbers("id", found)


def best_page(searcher: IndexSearcher, search: Search, named: tantivy.Query, anywhere: tantivy.Query) -> list[int]:
    """The ids of the listings of one page, the best first.

    `named` finds those with every word in the title or the employer's name, `anywhere` all, each with scores.
    """
    start, end = (search.page - 1) * search.per_page, search.page * search.per_page
    if start >= FIRST:
        return _best(searcher, search.q, named, anywhere, start, end)[0]
    ids, companies = _best(searcher, search.q, named, anywhere, 0, max(FIRST, end))
    return [*varied(ids[:FIRST], companies[:FIRST]), *ids[FIRST:]][start:end]


def _best(
    searcher: IndexSearcher, q: str, named: tantivy.Query, anywhere: tantivy.Query, start: int, end: int
) -> tuple[list[int], list[int]]:
    """Ids, and those of their employers."""
    told = [(tantivy.Occur.Must, named), *((tantivy.Occur.Should, one) for one in better(q))]
    first = _ranked(searcher, told, start, end)
    if len(first) < end - start:
        passed = len(first) if not start else searcher.count(named)
        rest = [(tantivy.Occur.Must, anywhere), (tantivy.Occur.MustNot, named)]
        first = [*first, *_ranked(searcher, rest, max(0, start - passed), end - passed)]
    return searcher.numbers("id", first), searcher.numbers("company_id", first)


def _ranked(searcher: IndexSearcher, clauses: Sequence[Clause], start: int, end: int) -> list[tantivy.DocAddress]:
    return searcher.search(tantivy.Query.boolean_query(list(clauses)), end, order=ORDERS["best"])[start:]


def among_ids(ids: Sequence[int]) -> tantivy.Query:
    """These listings, with no say in their order. Some hundred terms are looked up faster than a set of them."""
    some = [(tantivy.Occur.Should, tantivy.Query.term_query(schema(), "id", one)) for one in ids]
    return tantivy.Query.const_score_query(tantivy.Query.boolean_query(some), 0.0)


ORDERS: dict[str, dict[str, Any]] = {
    "best": {"weight_by_field": "weight"},
    "new": {"order_by_field": "newest", "order": tantivy.Order.Desc},
    "salary": {"order_by_field": "pay_high", "order": tantivy.Order.Desc},
}


def varied(ids: Sequence[int], companies: Sequence[int]) -> list[int]:
    """In the order given, but for a third in a row of one company, which waits for another's."""
    waiting = list(zip(ids, companies, strict=True))
    placed: list[tuple[int, int]] = []
    while waiting:
        last = {company for _, company in placed[-IN_A_ROW:]}
        tired = last if len(placed) >= IN_A_ROW and len(last) == 1 else set()
        at = next((place for place, (_, company) in enumerate(waiting) if company not in tired), 0)
        placed.append(waiting.pop(at))
    return [one for one, _ in placed]
