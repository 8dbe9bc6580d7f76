"""How many jobs each choice of each filter would find."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime
from functools import cache
from heapq import nsmallest
from math import floor, log10
from typing import Any, NamedTuple

import numpy as np
from django.utils import timezone

from listings.search.index import opening_terms, residence_terms
from listings.search.index.documents import min_newest
from listings.search.index.known_openings import counted_openings
from listings.search.index.opening_rule import OpeningRule
from listings.search.index.place_masks import Array
from listings.search.index.residence_bits import by_country, named_countries, totals_of
from listings.search.index.schema import NO_YEARS
from listings.search.index.searcher import MAX_BUCKETS, IndexSearcher
from listings.search.query.comparable_pay import euros
from listings.search.query.nodes import AnyTerm, Boolean, Node, must
from listings.search.query.parameters import (
    FILTERS,
    LABEL_SEPARATOR,
    NONE,
    NOT,
    NOT_STATED,
    SET_SEPARATOR,
    Filter,
)
from listings.search.query.search import Search
from listings.search.query.situation import DEFAULT_CURRENCY
from listings.search.results.processor_time import map_charged
from listings.vocabulary.countries import COUNTRIES

# Days.
AGES = (1, 3, 7, 14, 30, 90)
# Years of experience that a search may be limited to.
YEARS = (0, 1, 2, 3, 5, 7, 10)
# Of the pay histogram: the last bar has no upper end.
BARS = 10
# A year's pay in DEFAULT_CURRENCY. In any other a bar is a round number that is worth about as much.
BAR_WIDTH = 20_000
ROUND_FIGURES = (1, 2, 5, 10)
# Buckets of openings, counted beside a group that they correct.
OPENINGS = "openings of {}"
GROUPS = (*FILTERS, "country", "salary", "experience", "posted")
OTHER = "other"
THREADS = ThreadPoolExecutor(2, "counting")


class FacetCount(NamedTuple):
    value: str
    label: str
    total: int


class FacetCounter:
    """Counts for one search. `query_without`: from the name of a group to the search's query without that group.
    `currency`: of the bars of pay, by default the search's.

    Groups in which nothing is chosen share the whole query, and are counted in one pass.
    """

    def __init__(
        self,
        searcher: IndexSearcher,
        search: Search,
        query_without: Callable[[str], Node],
        currency: str = "",
    ) -> None:
        self.searcher = searcher
        self.search = search
        self.query_without = query_without
        self.now = timezone.now()
        currency = currency or search.currency or DEFAULT_CURRENCY
        self.bar_width = bar_width(currency)
        self.bar_ends = bar_ends(self.bar_width * (euros(currency) or 1.0))

    def count_all(self) -> dict[str, list[FacetCount]]:
        chosen = [name for name in GROUPS if self._is_chosen(name)]
        others = [name for name in GROUPS if name not in chosen]
        groups = {"": others, **{name: [name] for name in chosen}}
        rule = OpeningRule.of(self.search)
        # If the other of place and pay is asked too, openings of different pay have to be judged one by one.
        corrected = {"country": rule.asks_pay, "salary": rule.asks_place}
        for names in groups.values():
            names += [OPENINGS.format(name) for name in names if corrected.get(name)]
        buckets = self._buckets(groups)
        counts = {name: self._filter_counts(row, buckets[name]) for name, row in FILTERS.items()}
        openings = {name: buckets.get(OPENINGS.format(name), Counter()) for name in corrected}
        counts["country"] = self._country_counts(buckets["country"], openings["country"])
        counts["salary"] = self._pay_counts(buckets["salary"], openings["salary"])
        counts["experience"] = _experience_counts(buckets["experience"])
        counts["posted"] = _age_counts(buckets["posted"])
        return {name: values for name, values in counts.items() if self._has(name)}

    def _has(self, name: str) -> bool:
        """False for a group that an index of an older version cannot count."""
        (aggregation,) = self._aggregation(name).values()
        return self.searcher.has(aggregation["field"])

    def count_pay(self) -> dict[str, list[FacetCount]]:
        """The bars of pay alone."""
        names = ["salary", *([OPENINGS.format("salary")] if OpeningRule.of(self.search).asks_place else [])]
        buckets = self._count_part("salary" if self._is_chosen("salary") else "", names)
        return {"salary": self._pay_counts(buckets["salary"], buckets.get(OPENINGS.format("salary"), Counter()))}

    def _is_chosen(self, name: str) -> bool:
        if name == "country":
            return bool(self.search.country) or self.search.residence == "stated"
        if name == "salary":
            return bool(self.search.salary_min or self.search.salary)
        if name == "workplace":
            # A choice is made even where none is given: hybrid jobs are left out.
            return True
        return bool(getattr(self.search, name))

    def _buckets(self, groups: Mapping[str, Sequence[str]]) -> dict[str, Counter[str]]:
        """Group → term → count. `groups`: those to count without a group, by the name of that one."""
        buckets: dict[str, Counter[str]] = {}
        # tantivy releases the GIL, so that two cores count in half the time.
        if self.searcher.counts_fast(self.query_without("")):
            for without, names in groups.items():
                buckets |= self._count_part(without, names)
            return buckets
        for part in map_charged(THREADS, lambda arguments: self._count_part(*arguments), _parts(groups)):
            buckets |= part
        return buckets

    def _count_part(self, without: str, names: Sequence[str]) -> dict[str, Counter[str]]:
        query = self.query_without(without)
        buckets = self._aggregate(query, {name: self._aggregation(name) for name in names})
        if "company" in buckets and (self.search.company or not self.searcher.counts_fast(query)):
            buckets["company"] = self._exact_employers(query, buckets["company"])
        return buckets

    def _aggregate(self, query: Node, request: dict[str, dict[str, Any]]) -> dict[str, Counter[str]]:
        # What is shown of a closed list. tantivy is asked for all: its segments have other most frequent terms each.
        enough = {
            name: (row.size + 1, [NONE, *self._chosen(name)])
            for name in request
            if (row := FILTERS.get(name)) and row.values is not None and not row.is_set
        }
        counts = self.searcher.counts(query, request, enough)
        return {name: _value_counts(name, term_counts) for name, term_counts in counts.items()}

    def _chosen(self, name: str) -> list[str]:
        """The values of a filter that the search asks for."""
        return [value for value in getattr(self.search, name) if not value.startswith(NOT)]

    def _aggregation(self, name: str) -> dict[str, Any]:
        if name == "country":
            return {"terms": {"field": "places", "size": residence_terms.MAX_RESIDENCES}}
        if name.startswith(OPENINGS.format("")):
            return {"terms": {"field": "openings", "size": opening_terms.MAX_TERMS}}
        if name == "salary":
            return {"range": {"field": "pay_high", "ranges": pay_ranges(self.bar_ends)}}
        if name == "experience":
            return {"range": {"field": "experience", "ranges": experience_ranges()}}
        if name == "posted":
            return {"range": {"field": "newest", "ranges": age_ranges(self.now)}}
        row = FILTERS[name]
        size = row.size if row.values is None else MAX_BUCKETS if row.is_set else len(row.values) + 1
        return {"terms": {"field": row.counted_field, "size": size}}

    def _exact_employers(self, query: Node, candidates: Counter[str]) -> Counter[str]:
        """Counts the candidates again: each segment reports its own largest employers, and their sums miss the rest.

        Beside them those that the search asks for, however small.
        """
        slugs = {term.partition(LABEL_SEPARATOR)[0] for term in candidates} | set(self.search.company)
        if not slugs:
            return candidates
        of_candidates = Boolean([must(query), must(AnyTerm("company_slug", sorted(slugs)))])
        request = {"company": {"terms": {"field": "employer", "size": len(slugs)}}}
        return self._aggregate(of_candidates, request)["company"]

    def _filter_counts(self, row: Filter, buckets: Counter[str]) -> list[FacetCount]:
        """The most frequent first, the chosen always; "other", then "not stated" last."""
        chosen = self._chosen(row.name)
        labels: dict[str, str] = {}
        counts = dict(buckets)
        if row.values is None:
            # The terms of an open list bring their labels along.
            labels = dict(term.split(LABEL_SEPARATOR, 1) for term in buckets)
            counts = {term.partition(LABEL_SEPARATOR)[0]: count for term, count in buckets.items()}
        for value in chosen:
            counts.setdefault(value, 0)
        most_frequent = nsmallest(row.size, ((-count, value) for value, count in counts.items() if value != NONE))
        values = [value for _, value in most_frequent]
        values += sorted(set(chosen) - {NONE, *values}, key=lambda value: (-counts[value], value))
        if row.values is not None:
            # As often as it is found, it names no kind that a reader could look for.
            values.sort(key=lambda value: value.lower() == OTHER)
        if NONE in counts:
            values.append(NONE)
        return [FacetCount(value, labels.get(value) or row.value_label(value), counts[value]) for value in values]

    def _country_counts(self, residences: Counter[str], openings: Counter[str]) -> list[FacetCount]:
        """How many jobs are open to people of each country, by the country's name.

        "none" last: those that only a search without `residence=stated` finds.
        """
        rule = replace(OpeningRule.of(self.search, "country"), stated_only=self.search.residence == "stated")
        stated, totals = totals_of(residences)
        sums = stated.count_countries(totals, keep_unstated=not rule.stated_only)
        rule_for_place = replace(rule, place=self.search.country, stated_only=False)
        unstated = int(totals[rule_for_place.lacks_residence(stated)].sum())
        for known, counts in counted_openings(self.searcher, openings):
            sums -= known.merged.count_countries(counts, keep_unstated=not rule.stated_only)
            sums += rule.count_countries(known, counts)
            in_doubt = rule_for_place.fits(known) & ~replace(rule_for_place, stated_only=True).fits(known)
            unstated += int(counts[in_doubt].sum() - counts[rule_for_place.lacks_residence(known.merged)].sum())
        # Only countries that some listing states: hundreds of rows with the same number would help nobody.
        found = by_country(sums)
        named = sorted((COUNTRIES[code], code) for code in named_countries(stated) if found[code])
        rows = [FacetCount(code, name, found[code]) for name, code in named]
        return [*rows, FacetCount(NONE, NOT_STATED, unstated)]

    def _pay_counts(self, buckets: Counter[str], openings: Counter[str]) -> list[FacetCount]:
        """Each bar by its lower end; "not stated", which includes pay that cannot be compared, last."""
        rule = OpeningRule.of(self.search, "salary")
        totals = buckets.copy()
        for known, counts in counted_openings(self.searcher, openings):
            every = np.ones(len(known.high), bool)
            for change, pay in ((-counts, known.max_pay(every)), (counts, known.max_pay(rule.placed(known)))):
                for bar, total in enumerate(self._by_bar(pay, change)):
                    totals[str(bar - 1) if bar else NONE] += total
        starts = [str(bar * self.bar_width) for bar in range(BARS)]
        bars = [FacetCount(start, start, totals[str(bar)]) for bar, start in enumerate(starts)]
        return [*bars, FacetCount(NONE, NOT_STATED, totals[NONE])]

    def _by_bar(self, pay: Array, counts: Array) -> list[int]:
        """The sum of counts of listings without pay, then of each bar. `pay`: their highest, in euros a year."""
        bars = np.searchsorted([1, *self.bar_ends], pay, side="right")
        sums = np.zeros(BARS + 1, np.int64)
        np.add.at(sums, bars, counts)
        return [int(total) for total in sums]


def _parts(groups: Mapping[str, Sequence[str]]) -> list[tuple[str, Sequence[str]]]:
    """Splits the work for two threads: skills, of which an ad has several, take as long as all others together."""
    return [
        (without, part)
        for without, names in groups.items()
        for part in ([name for name in names if name == "skill"], [name for name in names if name != "skill"])
        if part
    ]


def _value_counts(name: str, term_counts: Counter[str]) -> Counter[str]:
    """Counts of each value, from those of terms that may be sets of values."""
    if name not in FILTERS or not FILTERS[name].is_set:
        return term_counts
    counts: Counter[str] = Counter()
    for term, count in term_counts.items():
        for value in term.split(SET_SEPARATOR):
            counts[value] += count
    return counts


def _age_counts(buckets: Counter[str]) -> list[FacetCount]:
    counts, total = [], 0
    for days in AGES:
        total += buckets[str(days)]
        counts.append(FacetCount(str(days), "Today" if days == 1 else f"Last {days} days", total))
    return counts


def _experience_counts(buckets: Counter[str]) -> list[FacetCount]:
    """How many ask for at most so many years; "not stated" last."""
    counts, total = [], 0
    for years in YEARS:
        total += buckets[str(years)]
        label = f"{years} year{'' if years == 1 else 's'} or less" if years else "no experience"
        counts.append(FacetCount(str(years), label, total))
    return [*counts, FacetCount(NONE, NOT_STATED, buckets[NONE])]


def experience_ranges() -> list[dict[str, Any]]:
    """Adjacent ranges of years, each named by its highest."""
    ranges = [
        {"key": str(years), "from": YEARS[index - 1] + 1 if index else 0, "to": years + 1}
        for index, years in enumerate(YEARS)
    ]
    return [{"key": NONE, "from": NO_YEARS, "to": 0}, *ranges]


def pay_ranges(ends: Sequence[int]) -> list[dict[str, Any]]:
    """Ranges of pay, named by the number of their bar, and one for ads that state none."""
    bars = [
        {"key": str(bar), "from": ends[bar - 1] if bar else 1, **({"to": ends[bar]} if bar < BARS - 1 else {})}
        for bar in range(BARS)
    ]
    return [{"key": NONE, "to": 1}, *bars]


@cache
def bar_width(currency: str) -> int:
    """What is next to the default's worth of 1, 2 or 5 with as many zeros as it takes."""
    worth = BAR_WIDTH * (euros(DEFAULT_CURRENCY) or 1.0) / (euros(currency) or 1.0)
    unit: int = 10 ** max(0, floor(log10(worth)))
    return min((figure * unit for figure in ROUND_FIGURES), key=lambda width: abs(log10(width / worth)))


def bar_ends(width: float) -> list[int]:
    """The upper ends of all bars but the last, from the width of one."""
    return [round(bar * width) for bar in range(1, BARS)]


def age_ranges(now: datetime) -> list[dict[str, Any]]:
    """Adjacent ranges of age, each named by the days at its far end."""
    starts = [min_newest(days, now) for days in AGES]
    return [
        {"key": str(days), "from": start, **({"to": starts[index - 1]} if index else {})}
        for index, (days, start) in enumerate(zip(AGES, starts, strict=True))
    ]
