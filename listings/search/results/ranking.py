"""The order of results.

Best match first: listings with every word in the title or the employer's name, then those that have them in other
names, then those that only mention them; each by relevance and freshness. The first pages then cost little, however
many listings mention the words.
"""

from __future__ import annotations

from collections.abc import Sequence

import tantivy

from listings.search.index.searcher import IndexSearcher
from listings.search.query.nodes import Clause, Node, Occur
from listings.search.query.search import Search
from listings.search.results.best_matches import BestMatches
from listings.search.results.boosts import boosts

# The top results of a group are varied as one list and then cut into the first pages, so that none is lost at a page
# break.
VARIED = 100
MAX_IN_A_ROW = 2
FIELDS = {"new": "newest", "salary": "pay_order"}
# What an index of an older version, which lacks the field, is sorted by until the new one is built.
OLDER_FIELDS = {"pay_order": "pay_high"}


def sorted_page(searcher: IndexSearcher, query: Node, search: Search) -> list[int]:
    """The ids of the listings of one page, by date or pay."""
    offset = (search.page - 1) * search.per_page
    field = FIELDS[search.order]
    return searcher.highest(
        query, field if searcher.has(field) else OLDER_FIELDS.get(field, field), search.per_page, offset
    )


def best_page(searcher: IndexSearcher, search: Search, groups: Sequence[Node], matching: Sequence[Node]) -> list[int]:
    """The ids of the listings of one page, the best match first. `groups`, `matching`: as BestMatches has them."""
    start, end = (search.page - 1) * search.per_page, search.page * search.per_page
    matches = BestMatches(searcher, groups, matching)
    if start >= VARIED:
        by_group = _best(matches, search.q, len(groups), start, end, end - start)
        return searcher.numbers("id", [address for addresses in by_group for address in addresses])
    page: list[int] = []
    for addresses in _best(matches, search.q, len(groups), 0, max(VARIED, end), end):
        ids, companies = searcher.numbers("id", addresses), searcher.numbers("company_id", addresses)
        count = max(0, VARIED - len(page))
        page += [*varied(ids[:count], companies[:count]), *ids[count:]]
    return page[start:end]


def _best(
    matches: BestMatches, q: str, groups: int, start: int, end: int, enough: int
) -> list[list[tantivy.DocAddress]]:
    """The addresses from each group; no others are asked for once there are `enough`."""
    optional: list[Clause] = [(Occur.SHOULD, boost) for boost in boosts(q) if matches.searcher.can_answer(boost)]
    best: list[list[tantivy.DocAddress]] = []
    # How many have been taken, and how many listings there are in the groups before.
    taken = count_before = 0
    for index in range(groups):
        first = 0 if taken else max(0, start - count_before)
        ranked = matches.ranked(index, optional, first, first + end - start - taken)
        best.append(ranked)
        taken += len(ranked)
        if taken >= enough:
            break
        # Counted only where a page begins behind the group.
        count_before += first + len(ranked) if ranked or not first else matches.count(index)
    return best


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
