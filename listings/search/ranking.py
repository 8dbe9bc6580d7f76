"""The order in which what was found is shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import tantivy

from listings.search.query import Search
from listings.search.schema import schema

FIRST = 200
"""So many of the best are put in order as one list, whose pieces are the first pages."""
IN_A_ROW = 2


def page_of(
    searcher: tantivy.Searcher, query: tantivy.Query, search: Search, better: Sequence[tantivy.Query] = ()
) -> tuple[int, list[int]]:
    """How many are found at all, and the ids of the listings of one page.

    `better` is what makes some of the best better than others: it is asked of those alone, being slow to tell.
    """
    start, end = (search.page - 1) * search.per_page, search.page * search.per_page
    if search.order == "best" and start < FIRST:
        found = searcher.search(query, limit=max(FIRST, end), **ORDERS["best"])
        ids = numbers(searcher, "id", found)
        return total(found), [*_ordered(searcher, query, better, ids[:FIRST]), *ids[FIRST:]][start:end]
    found = searcher.search(query, limit=search.per_page, offset=start, **ORDERS[search.order])
    return total(found), numbers(searcher, "id", found)


def _ordered(
    searcher: tantivy.Searcher, query: tantivy.Query, better: Sequence[tantivy.Query], ids: Sequence[int]
) -> list[int]:
    clauses = [(tantivy.Occur.Must, query), (tantivy.Occur.Must, among_ids(ids))]
    clauses += [(tantivy.Occur.Should, one) for one in better]
    found = searcher.search(tantivy.Query.boolean_query(clauses), limit=FIRST, count=False, **ORDERS["best"])
    return varied(*(numbers(searcher, field, found) for field in ("id", "company_id")))


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


def count(searcher: tantivy.Searcher, query: tantivy.Query) -> int:
    """Without scores, which a search for the best would make."""
    return int(searcher.aggregate(query, {"listings": {"value_count": {"field": "id"}}})["listings"]["value"])


def total(found: tantivy.SearchResult) -> int:
    # The wheel's own stub leaves this attribute out.
    return int(getattr(found, "count", 0) or 0)


def numbers(searcher: tantivy.Searcher, field: str, found: tantivy.SearchResult) -> list[int]:
    values = searcher.fast_field_values(field, [address for _, address in found.hits])
    return [int(value) for value in values if value is not None]
