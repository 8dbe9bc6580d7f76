"""How many each choice of each filter would find."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

import tantivy
from django.utils import timezone

from listings.search import residences
from listings.search.amounts import euros
from listings.search.documents import oldest
from listings.search.filters import FILTERS, LABELLED, NONE, NOT_STATED
from listings.search.query import USUAL_CURRENCY, Search
from listings.search.values import NOT
from listings.vocabulary.countries import COUNTRIES

Counted = tuple[str, str, int]
"""Value, label, count."""
MOST_VALUES = 2000
POSTED = (1, 3, 7, 14, 30)
BARS, BAR = 10, 20_000
"""Of the pay histogram: so many, each as wide, a year in the search's currency; the last has no upper end."""
EVERY = "every"
"""How many match at all: what is in no bar states no pay."""
GROUPS = (*FILTERS, "country", "salary", "posted")


class Counting:
    """Groups in which nothing is chosen share the search's own query, and are counted in one pass."""

    def __init__(self, searcher: tantivy.Searcher, search: Search, query_of: Callable[[str], tantivy.Query]) -> None:
        self.searcher = searcher
        self.search = search
        self.query_of = query_of
        self.now = timezone.now()
        self.worth = euros(search.currency or USUAL_CURRENCY) or 1.0

    def all(self) -> dict[str, list[Counted]]:
        chosen = [name for name in GROUPS if self._is_chosen(name)]
        found = self._buckets([name for name in GROUPS if name not in chosen], "")
        for name in chosen:
            found |= self._buckets([name], name)
        counts = {name: self._of_filter(name, found[name]) for name in FILTERS}
        counts["country"] = countries(found["country"], keep_unstated=self.search.residence == "any")
        counts["salary"] = self._of_pay(found["salary"])
        counts["posted"] = self._of_days(found["posted"])
        return counts

    def _is_chosen(self, name: str) -> bool:
        if name == "country":
            return bool(self.search.country) or self.search.residence == "stated"
        if name == "salary":
            return bool(self.search.salary_min or self.search.salary)
        return bool(getattr(self.search, name))

    def _buckets(self, names: Sequence[str], without: str) -> dict[str, dict[str, int]]:
        if not names:
            return {}
        asked = {name: self._asked(name) for name in names}
        if "salary" in names:
            asked[EVERY] = {"value_count": {"field": "id"}}
        found = self.searcher.aggregate(self.query_of(without), asked)
        every = found.pop(EVERY, None)
        counted = {
            name: {str(bucket["key"]): int(bucket["doc_count"]) for bucket in one["buckets"]}
            for name, one in found.items()
        }
        if every is not None:
            counted["salary"][NONE] = int(every["value"]) - sum(counted["salary"].values())
        return counted

    def _asked(self, name: str) -> dict[str, Any]:
        if name == "country":
            return {"terms": {"field": "residence", "size": residences.MOST_RESIDENCES}}
        if name == "salary":
            return {"range": {"field": "pay_high", "ranges": bounds(BAR * self.worth)}}
        if name == "posted":
            return {"range": {"field": "newest", "ranges": since(self.now)}}
        one = FILTERS[name]
        few = one.labels is None and not getattr(self.search, name)
        return {"terms": {"field": one.counted or one.field, "size": one.most if few else MOST_VALUES}}

    def _of_filter(self, name: str, found: dict[str, int]) -> list[Counted]:
        """The most frequent first, the chosen always, "not stated" last."""
        one = FILTERS[name]
        chosen = [value for value in getattr(self.search, name) if not value.startswith(NOT)]
        buckets, labels = found, {}
        if one.counted:
            labels = dict(term.split(LABELLED, 1) for term in found)
            buckets = {term.partition(LABELLED)[0]: count for term, count in found.items()}
        for value in chosen:
            buckets.setdefault(value, 0)
        ranked = sorted(buckets, key=lambda value: (value == NONE, -buckets[value], value))
        shown = [value for value in ranked if value != NONE][: one.most]
        kept = [value for value in ranked if value in shown or value in chosen or value == NONE]
        return [(value, labels.get(value) or one.label(value), buckets[value]) for value in kept]

    def _of_pay(self, found: dict[str, int]) -> list[Counted]:
        """Each bar by its lower end; "not stated", which is also pay that cannot be compared, last."""
        bars = [(str(bar * BAR), f"from {bar * BAR:,}", found.get(str(bar), 0)) for bar in range(BARS)]
        return [*bars, (NONE, NOT_STATED, found[NONE])]

    def _of_days(self, found: dict[str, int]) -> list[Counted]:
        counted, total = [], 0
        for days in POSTED:
            total += found.get(str(days), 0)
            counted.append((str(days), "Today" if days == 1 else f"Last {days} days", total))
        return counted


def bounds(width: float) -> list[dict[str, Any]]:
    """Ranges of pay, named by their number."""
    ends = [round(bar * width) for bar in range(1, BARS)]
    return [
        {"key": str(bar), **({"from": ends[bar - 1]} if bar else {}), **({"to": ends[bar]} if bar < BARS - 1 else {})}
        for bar in range(BARS)
    ]


def since(now: datetime) -> list[dict[str, Any]]:
    """Ranges of age that follow one another, each named by the days at its far end."""
    starts = [oldest(days, now) for days in POSTED]
    return [
        {"key": str(days), "from": start, **({"to": starts[place - 1]} if place else {})}
        for place, (days, start) in enumerate(zip(POSTED, starts, strict=True))
    ]


def countries(of_residences: dict[str, int], *, keep_unstated: bool) -> list[Counted]:
    """How many somebody of each country may take, by the country's name; "none" last."""
    found = residences.countries(of_residences)
    named = sorted((COUNTRIES[code], code) for code in found if code in COUNTRIES)
    unstated = of_residences.get(NONE, 0)
    kept = unstated if keep_unstated else 0
    return [*((code, name, found[code] + kept) for name, code in named), (NONE, NOT_STATED, unstated)]
