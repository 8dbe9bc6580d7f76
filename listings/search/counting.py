"""How many each choice of each filter would find."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import tantivy

from listings.search import residences
from listings.search.filters import COUNTED, FILTERS, NONE, NOT_STATED
from listings.search.query import Search
from listings.vocabulary.countries import COUNTRIES

Counted = tuple[str, str, int]
"""Value, label, count."""
MOST_VALUES = 100


class Counting:
    """Groups in which nothing is chosen share the search's own query, and are counted in one pass."""

    def __init__(self, searcher: tantivy.Searcher, search: Search, query_of: Callable[[str], tantivy.Query]) -> None:
        self.searcher = searcher
        self.search = search
        self.query_of = query_of

    def all(self) -> dict[str, list[Counted]]:
        free = [name for name in COUNTED if not getattr(self.search, name)]
        if not self.search.country:
            free.append("country")
        buckets = self._buckets(free, "")
        for name in {*COUNTED, "country"} - set(free):
            buckets |= self._buckets([name], name)
        counts = {name: self._counted(name, buckets[name]) for name in COUNTED}
        counts["country"] = countries(buckets["country"], keep_unstated=self.search.residence == "any")
        return counts

    def _buckets(self, names: Iterable[str], without: str) -> dict[str, dict[str, int]]:
        asked = {
            name: {"terms": {"field": "residence", "size": residences.MOST_RESIDENCES}}
            if name == "country"
            else {"terms": {"field": FILTERS[name].field, "size": MOST_VALUES}}
            for name in names
        }
        found = self.searcher.aggregate(self.query_of(without), asked) if asked else {}
        return {
            name: {str(bucket["key"]): int(bucket["doc_count"]) for bucket in one["buckets"]}
            for name, one in found.items()
        }

    def _counted(self, name: str, buckets: dict[str, int]) -> list[Counted]:
        """The most frequent first, the chosen always, "not stated" last."""
        one, chosen = FILTERS[name], getattr(self.search, name)
        for value in chosen:
            buckets.setdefault(value, 0)
        ranked = sorted(buckets, key=lambda value: (value == NONE, -buckets[value], value))
        shown = [value for value in ranked if value != NONE][: one.most]
        kept = [value for value in ranked if value in shown or value in chosen or value == NONE]
        return [(value, one.label(value), buckets[value]) for value in kept]


def countries(of_residences: dict[str, int], *, keep_unstated: bool) -> list[Counted]:
    """How many somebody of each country may take, by the country's name; "none" last."""
    found = residences.countries(of_residences)
    named = sorted((COUNTRIES[code], code) for code in found if code in COUNTRIES)
    unstated = of_residences.get(NONE, 0)
    kept = unstated if keep_unstated else 0
    return [*((code, name, found[code] + kept) for name, code in named), (NONE, NOT_STATED, unstated)]
