"""How many each choice of each filter would find."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime
from heapq import nsmallest
from typing import Any

import tantivy
from django.utils import timezone

from listings.search.index import opening_terms, residence_terms
from listings.search.index.compile_search import among, filtered
from listings.search.index.documents import oldest
from listings.search.index.opening_terms import SINGLE, OpeningRule
from listings.search.index.searcher import IndexSearcher
from listings.search.query.comparable_pay import euros
from listings.search.query.filters import FILTERS, LABELLED, NONE, NOT_STATED, SEVERAL
from listings.search.query.parameters import NOT
from listings.search.query.search import DEFAULT_CURRENCY, Search
from listings.vocabulary.countries import COUNTRIES

FacetCount = tuple[str, str, int]
"""Value, label, count."""
MOST_SETS = 65_000
POSTED = (1, 3, 7, 14, 30)
BARS, BAR = 10, 20_000
"""Of the pay histogram: so many, each as wide, a year in the search's currency; the last has no upper end."""
GROUPS = (*FILTERS, "country", "salary", "posted")
OPENINGS = "openings of {}"
THREADS = ThreadPoolExecutor(2, "counting")


class FacetCounter:
    """Groups in which nothing is chosen share the search's own query, and are counted in one pass."""

    def __init__(self, searcher: IndexSearcher, search: Search, query_of: Callable[[str], tantivy.Query]) -> None:
        self.searcher = searcher
        self.search = search
        self.query_of = query_of
        self.now = timezone.now()
        self.worth = euros(search.currency or DEFAULT_CURRENCY) or 1.0

    def all(self) -> dict[str, list[FacetCount]]:
        chosen = [name for name in GROUPS if self._is_chosen(name)]
        kept = [name for name in GROUPS if name not in chosen]
        groups = {"": kept, **{name: [name] for name in chosen}}
        rule = OpeningRule.of(self.search)
        # Where the other of place and pay is asked too, openings of different pay have to be judged one by one.
        corrected = {"country": rule.asks_pay, "salary": rule.asks_place}
        for names in groups.values():
            names += [OPENINGS.format(name) for name in names if corrected.get(name)]
        found = self._buckets(groups)
        counts = {name: self._of_filter(name, found[name]) for name in FILTERS}
        counts["country"] = self._of_countries(found["country"], found.get(OPENINGS.format("country"), Counter()))
        counts["salary"] = self._of_pay(found["salary"], found.get(OPENINGS.format("salary"), Counter()))
        counts["posted"] = self._of_days(found["posted"])
        return counts

    def _is_chosen(self, name: str) -> bool:
        if name == "country":
            return bool(self.search.country) or self.search.residence == "stated"
        if name == "salary":
            return bool(self.search.salary_min or self.search.salary)
        return bool(getattr(self.search, name))

    def _buckets(self, groups: Mapping[str, Sequence[str]]) -> dict[str, Counter[str]]:
        """Group → value → count. The terms of an employer are left as they are.

        `groups`: those that are counted without the filter of that name, by its name.
        """
        found: dict[str, Counter[str]] = {}
        # The search lets go of Python meanwhile, so that two cores count in half the time.
        for counted in THREADS.map(lambda part: self._part(*part), _parts(groups)):
            found |= counted
        return found

    def _part(self, without: str, names: Sequence[str]) -> dict[str, Counter[str]]:
        query = self.query_of(without)
        found = _counted(self.searcher, query, {name: self._asked(name) for name in names})
        if "company" in found:
            found["company"] = self._exactly(query, found["company"])
        return found

    def _asked(self, name: str) -> dict[str, Any]:
        if name == "country":
            return {"terms": {"field": "residence", "size": residence_terms.MAX_RESIDENCES}}
        if name.startswith(OPENINGS.format("")):
            return {"terms": {"field": "openings", "size": opening_terms.MAX_TERMS}}
        if name == "salary":
            return {"range": {"field": "pay_high", "ranges": bounds(BAR * self.worth)}}
        if name == "posted":
            return {"range": {"field": "newest", "ranges": since(self.now)}}
        one = FILTERS[name]
        most = one.most if one.labels is None else MOST_SETS if one.sets else len(one.labels) + 1
        return {"terms": {"field": one.column, "size": most}}

    def _exactly(self, query: tantivy.Query, likely: Counter[str]) -> Counter[str]:
        """Each part of the index names its largest employers only, which hides the rest of one that is small there."""
        slugs = {term.partition(LABELLED)[0] for term in likely} | set(self.search.company)
        if not slugs:
            return likely
        few = tantivy.Query.boolean_query([filtered(query), filtered(among("company_slug", sorted(slugs)))])
        asked = {"company": {"terms": {"field": "employer", "size": len(slugs)}}}
        return _counted(self.searcher, few, asked)["company"]

    def _of_filter(self, name: str, found: Counter[str]) -> list[FacetCount]:
        """The most frequent first, the chosen always, "not stated" last."""
        one = FILTERS[name]
        chosen = [value for value in getattr(self.search, name) if not value.startswith(NOT)]
        labels = dict(term.split(LABELLED, 1) for term in found) if one.labels is None else {}
        buckets = {term.partition(LABELLED)[0]: count for term, count in found.items()}
        for value in chosen:
            buckets.setdefault(value, 0)
        most = nsmallest(one.most, ((-count, value) for value, count in buckets.items() if value != NONE))
        shown = dict.fromkeys(value for _, value in most)
        shown |= dict.fromkeys(sorted(set(chosen) - {NONE, *shown}, key=lambda value: (-buckets[value], value)))
        kept = [*shown, NONE] if NONE in buckets else [*shown]
        return [(value, labels.get(value) or one.label(value), buckets[value]) for value in kept]

    def _of_countries(self, residences: Counter[str], openings: Counter[str]) -> list[FacetCount]:
        """By the country's name; "none" last."""
        rule = OpeningRule.of(self.search, "country")
        counts, unstated = residences.copy(), 0
        judged: Counter[str] = Counter()
        for term, count in openings.items():
            if term == SINGLE:
                continue
            counts[opening_terms.residence_of_term(term)] -= count
            unstated += 0 if replace(rule, stated_only=True).fits(term) else count
            judged.update(dict.fromkeys(opening_terms.fitting_countries(term, rule, self.search.residence), count))
        by_country = residence_terms.countries(counts, keep_unstated=self.search.residence == "any")
        # A country that no listing states gets no row, though what states none would be found under it.
        named = sorted((COUNTRIES[code], code) for code in by_country if by_country[code] + judged[code])
        rows = [(code, name, by_country[code] + judged[code]) for name, code in named]
        return [*rows, (NONE, NOT_STATED, unstated + counts[NONE])]

    def _of_pay(self, found: Counter[str], openings: Counter[str]) -> list[FacetCount]:
        """Each bar by its lower end; "not stated", which is also pay that cannot be compared, last."""
        rule = OpeningRule.of(self.search, "salary")
        for term, count in openings.items():
            if term != SINGLE:
                every = opening_terms.openings_of_term(term)
                fitting = [opening for opening in every if rule.fits_place(opening)]
                found[self._bar(opening_terms.max_pay(every))] -= count
                found[self._bar(opening_terms.max_pay(fitting))] += count
        bars = [(str(bar * BAR), str(bar * BAR), found.get(str(bar), 0)) for bar in range(BARS)]
        return [*bars, (NONE, NOT_STATED, found[NONE])]

    def _bar(self, high: int) -> str:
        """The bar of a listing whose highest pay this is, in euros a year."""
        return str(bisect_right(bar_ends(BAR * self.worth), high)) if high >= 1 else NONE

    def _of_days(self, found: dict[str, int]) -> list[FacetCount]:
        counted, total = [], 0
        for days in POSTED:
            total += found.get(str(days), 0)
            counted.append((str(days), "Today" if days == 1 else f"Last {days} days", total))
        return counted


def _parts(groups: Mapping[str, Sequence[str]]) -> list[tuple[str, Sequence[str]]]:
    """Skills, of which an ad has several, take about as long as all others together."""
    return [
        (without, part)
        for without, names in groups.items()
        for part in ([name for name in names if name == "skill"], [name for name in names if name != "skill"])
        if part
    ]


def _counted(
    searcher: IndexSearcher, query: tantivy.Query, asked: dict[str, dict[str, Any]]
) -> dict[str, Counter[str]]:
    return {name: _values(name, one["buckets"]) for name, one in searcher.aggregate(query, asked).items()}


def _values(name: str, buckets: Sequence[Mapping[str, Any]]) -> Counter[str]:
    if name not in FILTERS or not FILTERS[name].sets:
        return Counter({str(bucket["key"]): int(bucket["doc_count"]) for bucket in buckets})
    found: Counter[str] = Counter()
    for bucket in buckets:
        for value in str(bucket["key"]).split(SEVERAL):
            found[value] += int(bucket["doc_count"])
    return found


def bounds(width: float) -> list[dict[str, Any]]:
    """Ranges of pay, named by their number, and what states none."""
    ends = bar_ends(width)
    bars = [
        {"key": str(bar), "from": ends[bar - 1] if bar else 1, **({"to": ends[bar]} if bar < BARS - 1 else {})}
        for bar in range(BARS)
    ]
    return [{"key": NONE, "to": 1}, *bars]


def bar_ends(width: float) -> list[int]:
    return [round(bar * width) for bar in range(1, BARS)]


def since(now: datetime) -> list[dict[str, Any]]:
    """Ranges of age that follow one another, each named by the days at its far end."""
    starts = [oldest(days, now) for days in POSTED]
    return [
        {"key": str(days), "from": start, **({"to": starts[place - 1]} if place else {})}
        for place, (days, start) in enumerate(zip(POSTED, starts, strict=True))
    ]
