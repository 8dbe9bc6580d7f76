"""The best of what a search finds, if count tables know already what that is.

tantivy needs no filters then, which take most of its time. Of few listings it is given the ids; of many it ranks what
has the words, and what the filters leave out of that is passed over.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

import tantivy
from pyroaring import BitMap

from listings.search.index.searcher import IndexSearcher, among_ids
from listings.search.query.nodes import Best, Boolean, Boost, Clause, Constant, Everything, Node, Occur

ORDER = {"weight_by_field": "weight"}
# Of so few listings the ids are given. So many are read at most to find those that are not left out.
FEW, MAX_READ = 300, 4_000
# Read beyond what is expected to be needed: by share, and at least. To rank all again takes longer than to read more.
SPARE_SHARE, SPARE = 2.5, 50


class BestMatches:
    """Of groups of listings, each of which comes before the next.

    `groups`: queries with scores, each of which finds what those before it find, and more. `matching`: what finds the
    same without scores.
    """

    def __init__(self, searcher: IndexSearcher, groups: Sequence[Node], matching: Sequence[Node]) -> None:
        self.searcher = searcher
        self._groups, self._matching = groups, matching
        self._ids = [searcher.matches(node) for node in matching]

    def count(self, index: int) -> int:
        """How many are of this group and of none before it."""
        return self.searcher.count(self._matching[index]) - (
            self.searcher.count(self._matching[index - 1]) if index else 0
        )

    def ranked(self, index: int, boosts: Sequence[Clause], start: int, end: int) -> list[tantivy.DocAddress]:
        """The addresses of those of this group and of none before it, the best first."""
        group, before = self._groups[index], self._groups[index - 1] if index else None
        with_filters = [*_between(group, before), *boosts]
        ids = self._ids_of(index)
        if ids is None:
            return self._search(with_filters, start, end)
        if not ids:
            return []
        # In the first group filters decide only what belongs to it. In a later one they also decide by which of several
        # alternatives an ad is scored.
        words_of = _words_of if index else _scored_words_of
        if len(ids) <= FEW:
            return self._search([(Occur.MUST, words_of(group)), *boosts, (Occur.MUST, among_ids(ids))], start, end)
        clauses = [*_between(words_of(group), words_of(before) if before else None), *boosts]
        with_words = self.searcher.count(words_of(self._matching[index]))
        if index:
            with_words -= self.searcher.count(words_of(self._matching[index - 1]))
        limit = ceil(end * SPARE_SHARE * max(1, with_words / len(ids))) + SPARE
        page = self._read(clauses, ids, limit, end)
        return self._search(with_filters, start, end) if page is None else page[start:]

    def _ids_of(self, index: int) -> BitMap | None:
        """None if the tables cannot answer."""
        ids, before = self._ids[index], self._ids[index - 1] if index else BitMap()
        return None if ids is None or before is None else ids - before

    def _search(self, clauses: Sequence[Clause], start: int, end: int) -> list[tantivy.DocAddress]:
        return self.searcher.search(Boolean(clauses), end - start, start, ORDER)

    def _read(self, clauses: Sequence[Clause], ids: BitMap, limit: int, end: int) -> list[tantivy.DocAddress] | None:
        """The first `end` that are among `ids`, of so many at most; None if it takes more."""
        if limit > MAX_READ:
            return None
        addresses = self._search(clauses, 0, limit)
        kept = [
            address
            for address, listing_id in zip(addresses, self.searcher.numbers("id", addresses), strict=True)
            if listing_id in ids
        ]
        return kept[:end] if len(kept) >= end or len(addresses) < limit else None


def _between(group: Node, before: Node | None) -> list[Clause]:
    return [(Occur.MUST, group), *([(Occur.MUST_NOT, before)] if before else [])]


def _words_of(query: Node) -> Node:
    """The query of a search without what has no say in the order."""
    if not isinstance(query, Boolean):
        return query
    clauses = [(occur, node) for occur, node in query.clauses if occur is not Occur.MUST_NOT and not _is_filter(node)]
    return Boolean(clauses, query.least) if clauses else Everything()


def _scored_words_of(query: Node) -> Node:
    return _scored_part(_words_of(query))


def _scored_part(query: Node) -> Node:
    """The query without what only decides whether an ad matches."""
    match query:
        case Boolean(clauses, least):
            kept = [
                (occur, _scored_part(node))
                for occur, node in clauses
                if occur is not Occur.MUST_NOT and not _is_filter(node)
            ]
            return Boolean(kept, least) if kept else query
        case Best(nodes):
            return Best([_scored_part(node) for node in nodes])
        case Boost(inner, factor):
            return Boost(_scored_part(inner), factor)
    return query


def _is_filter(node: Node) -> bool:
    return isinstance(node, Constant) and not node.score
