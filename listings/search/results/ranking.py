"""The order of results.

Best match first: listings with every word in the title or the employer's name, then those that have them in other
names, then those that only mention them; each by relevance and freshness. The first pages then cost little, however
many listings mention the words.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import tantivy

from listings.search.index.searcher import IndexSearcher
from listings.search.query.nodes import Boolean, Clause, Constant, Node, Occur, Term
from listings.search.query.search import Search
from listings.search.results.boosts import boosts

# The top results of a group are varied as one list and then cut into the first pages, so that none is lost at a page
# break.
VARIED = 100
MAX_IN_A_ROW = 2
ORDERS: dict[str, dict[str, Any]] = {
    "best": {"weight_by_field": "weight"},
    "new": {"order_by_field": "newest", "order": tantivy.Order.Desc},
    "salary": {"order_by_field": "pay_high", "order": tantivy.Order.Desc},
}


def sorted_page(searcher: IndexSearcher, query: Node, search: Search) -> list[int]:
    """The ids of the listings of one page, by date or pay."""
    offset = (search.page - 1) * search.per_page
    return searcher.numbers("id", searcher.search(query, search.per_page, offset, ORDERS[search.order]))


def best_page(searcher: IndexSearcher, search: Search, groups: Sequence[Node]) -> list[int]:
    """The ids of the listings of one page, the best match first.

    `groups`: queries with scores, each of which finds what those before it find, and more.
    """
    start, end = (search.page - 1) * search.per_page, search.page * search.per_page
    if start >= VARIED:
        by_group = _best(searcher, search.q, groups, start, end)
        return searcher.numbers("id", [address for addresses in by_group for address in addresses])
    page: list[int] = []
    for addresses in _best(searcher, search.q, groups, 0, max(VARIED, end)):
        ids, companies = searcher.numbers("id", addresses), searcher.numbers("company_id", addresses)
        count = max(0, VARIED - len(page))
        page += [*varied(ids[:count], companies[:count]), *ids[count:]]
    return page[start:end]


def _best(
    searcher: IndexSearcher, q: str, groups: Sequence[Node], start: int, end: int
) -> list[list[tantivy.DocAddress]]:
    """The addresses from each group."""
    optional = [(Occur.SHOULD, boost) for boost in boosts(q) if searcher.can_answer(boost)]
    best: list[list[tantivy.DocAddress]] = []
    # How many have been taken, and how many listings there are in the groups before.
    taken = count_before = 0
    for index, query in enumerate(groups):
        excluded = [(Occur.MUST_NOT, groups[index - 1])] if index else []
        first = 0 if taken else max(0, start - count_before)
        ranked = _ranked(searcher, [(Occur.MUST, query), *excluded, *optional], first, first + end - start - taken)
        best.append(ranked)
        taken += len(ranked)
        if taken == end - start or index == len(groups) - 1:
            break
        # Counted only where a page begins behind the group.
        count_before += first + len(ranked) if ranked or not first else _count_group(searcher, groups, index)
    return best


def _count_group(searcher: IndexSearcher, groups: Sequence[Node], index: int) -> int:
    return searcher.count(groups[index]) - (searcher.count(groups[index - 1]) if index else 0)


def _ranked(searcher: IndexSearcher, clauses: Sequence[Clause], start: int, end: int) -> list[tantivy.DocAddress]:
    return searcher.search(Boolean(list(clauses)), end - start, start, ORDERS["best"])


def among_ids(ids: Sequence[int]) -> Node:
    """These listings, without a say in the order. Some hundred terms are looked up faster than a set of them."""
    clauses = [(Occur.SHOULD, Term("id", listing_id)) for listing_id in ids]
    return Constant(Boolean(clauses), 0.0)


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
