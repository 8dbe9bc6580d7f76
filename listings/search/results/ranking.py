"""The order of results.

Best match first: listings with every word in the title or the employer's name come before those that only mention
them, each by relevance and freshness. The first pages then cost little, however many listings mention the words.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import tantivy

from listings.search.index.compile_terms import Clause, title_boosts
from listings.search.index.schema import schema
from listings.search.index.searcher import IndexSearcher
from listings.search.query.search import Search

# The top results are varied as one list and then cut into the first pages, so that none is lost at a page break.
VARIED = 100
MAX_IN_A_ROW = 2
ORDERS: dict[str, dict[str, Any]] = {
    "best": {"weight_by_field": "weight"},
    "new": {"order_by_field": "newest", "order": tantivy.Order.Desc},
    "salary": {"order_by_field": "pay_high", "order": tantivy.Order.Desc},
}


def sorted_page(searcher: IndexSearcher, query: tantivy.Query, search: Search) -> list[int]:
    """The ids of the listings of one page, by date or pay."""
    offset = (search.page - 1) * search.per_page
    return searcher.numbers("id", searcher.search(query, search.per_page, offset, ORDERS[search.order]))


def best_page(searcher: IndexSearcher, search: Search, named: tantivy.Query, mentioned: tantivy.Query) -> list[int]:
    """The ids of the listings of one page, the best match first.

    `named` finds those with every word in the title or the employer's name, `mentioned` all, both with scores.
    """
    start, end = (search.page - 1) * search.per_page, search.page * search.per_page
    if start >= VARIED:
        return searcher.numbers("id", _best(searcher, search.q, named, mentioned, start, end))
    addresses = _best(searcher, search.q, named, mentioned, 0, max(VARIED, end))
    ids, companies = searcher.numbers("id", addresses), searcher.numbers("company_id", addresses)
    return [*varied(ids[:VARIED], companies[:VARIED]), *ids[VARIED:]][start:end]


def _best(
    searcher: IndexSearcher, q: str, named: tantivy.Query, mentioned: tantivy.Query, start: int, end: int
) -> list[tantivy.DocAddress]:
    boosts = [(tantivy.Occur.Should, boost) for boost in title_boosts(q)]
    best = _ranked(searcher, [(tantivy.Occur.Must, named), *boosts], start, end)
    if len(best) < end - start:
        # Counted only where a page begins behind the last named one.
        named_count = len(best) if not start else searcher.count(named)
        rest = [(tantivy.Occur.Must, mentioned), (tantivy.Occur.MustNot, named)]
        best = [*best, *_ranked(searcher, rest, max(0, start - named_count), end - named_count)]
    return best


def _ranked(searcher: IndexSearcher, clauses: Sequence[Clause], start: int, end: int) -> list[tantivy.DocAddress]:
    return searcher.search(tantivy.Query.boolean_query(list(clauses)), end - start, start, ORDERS["best"])


def among_ids(ids: Sequence[int]) -> tantivy.Query:
    """These listings, without a say in the order. Some hundred terms are looked up faster than a set of them."""
    clauses = [(tantivy.Occur.Should, tantivy.Query.term_query(schema(), "id", listing_id)) for listing_id in ids]
    return tantivy.Query.const_score_query(tantivy.Query.boolean_query(clauses), 0.0)


def varied(ids: Sequence[int], companies: Sequence[int]) -> list[int]:
    """The given order, except that a third in a row of one company waits for another's."""
    waiting = list(zip(ids, companies, strict=True))
    placed: list[tuple[int, int]] = []
    while waiting:
        last_companies = {company for _, company in placed[-MAX_IN_A_ROW:]}
        is_run = len(placed) >= MAX_IN_A_ROW and len(last_companies) == 1
        skipped = last_companies if is_run else set()
        index = next((index for index, (_, company) in enumerate(waiting) if company not in skipped), 0)
        placed.append(waiting.pop(index))
    return [listing_id for listing_id, _ in placed]
