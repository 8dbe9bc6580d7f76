"""The eligibility report: how many open jobs somebody in one place may take, by kind of work and level."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from urllib.parse import urlencode

from listings.display import fact_text
from listings.search.query.parameters import FILTERS, FIT_IN_DOUBT, FIT_OPEN, FIT_UNSTATED, NONE
from listings.search.query.search import Search
from listings.search.query.situation import Situation
from listings.search.results.facets import OTHER
from listings.search.results.find import Results, count, find
from listings.web.facet_links import Choice, address_of, without_fit
from listings.web.fit_links import depends, in_doubt
from listings.web.reader_situation import describe
from listings.web.site_urls import absolute

ADDRESS = "/fit/"
TABLES = {"category": "By kind of work", "seniority": "By level"}


@dataclass(frozen=True, slots=True)
class FitRow:
    """How many jobs of one kind are open to the reader, leave it unclear, and are open at all; each a link to them.

    `in_doubt`: those open to the reader that depend on their state or region.
    """

    label: str
    in_doubt: Choice
    open: Choice
    unstated: Choice
    all: Choice


@dataclass(frozen=True, slots=True)
class FitTable:
    """`name`: the filter whose values its rows are."""

    name: str
    title: str
    rows: Sequence[FitRow]


@dataclass(frozen=True, slots=True)
class FilterEffect:
    """What another choice of one filter would give (or cost, below 0), and the search with it."""

    label: str
    gain: int
    search: Choice


# Without slots: cached_property needs a __dict__.
@dataclass(frozen=True)
class FitReport:
    """For a reader who has named a country. `in_url`: the part of the situation that links must carry."""

    reader: Situation
    in_url: Situation

    @cached_property
    def everything(self) -> Results:
        return find(self._everything)

    @cached_property
    def open(self) -> Results:
        return find(self._open)

    @cached_property
    def unstated(self) -> Results:
        return find(self._unstated)

    @property
    def is_ready(self) -> bool:
        return "rebuilding" not in (self.everything.state, self.open.state, self.unstated.state)

    @property
    def place(self) -> str:
        return fact_text.place_in_sentence(self.reader.place)

    @property
    def overlap(self) -> int:
        """Hours in common that the reader's filter asks for."""
        return self._open.overlap

    @property
    def conditions(self) -> Sequence[str]:
        """Hours and pay, as the strip names them."""
        return describe(replace(self.reader, country="", state=""))

    @property
    def totals(self) -> FitRow:
        return FitRow(
            "All kinds",
            _choice(self._doubtful, doubt.total if (doubt := in_doubt(self.open)) else 0),
            _choice(self._open, self.open.total or 0),
            _choice(self._unstated, self.unstated.total or 0),
            _choice(self._everything, self.everything.total or 0),
        )

    @property
    def in_doubt(self) -> str:
        """How many of the open jobs depend on the reader's state or region; "" if none does."""
        doubt = in_doubt(self.open)
        return depends(doubt) if doubt else ""

    @property
    def doubt_heading(self) -> str:
        """Of the column with those of them that depend on the reader's state or region; "" if none does."""
        doubt = in_doubt(self.open)
        return doubt.label.replace("depend", "Depends", 1) if doubt else ""

    @property
    def open_heading(self) -> str:
        """Of the columns with the jobs that the filter for open ones finds."""
        return "May be open" if self.in_doubt else "Open to you"

    @cached_property
    def tables(self) -> list[FitTable]:
        return [FitTable(name, title, list(self._rows(name))) for name, title in TABLES.items()]

    @cached_property
    def effects(self) -> list[FilterEffect]:
        """What each filter of the reader costs, and what it would cost to insist that ads state it."""
        searches = {}
        if self.reader.state:
            # In the address, which then speaks for all of what is remembered.
            anywhere_in_country = replace(self.reader, state="")
            searches["without my state"] = replace(self._open, fit_place=self.reader.country, my=anywhere_in_country)
        searches["without my country"] = self._open.without("fit")
        if self._open.tz:
            searches["without my hours"] = self._open.without("tz")
            searches["only jobs that state their hours"] = replace(self._open, hours=())
        if self._open.salary_min:
            searches["without my pay"] = self._open.without("salary_min")
            searches["only jobs that state their pay"] = replace(self._open, salary=())
        totals = {label: count(search) for label, search in searches.items()}
        return [
            FilterEffect(label, total - (self.open.total or 0), _choice(searches[label], total))
            for label, total in totals.items()
            if total is not None
        ]

    @property
    def shared_address(self) -> str:
        """The report for the same situation, whoever opens it."""
        return absolute(f"{ADDRESS}?{urlencode(self.reader.pairs())}")

    @property
    def form_query(self) -> str:
        """What the form for the situation needs to begin with it and come back."""
        return urlencode([*self.in_url.pairs(), ("next", ADDRESS)])

    def _rows(self, name: str) -> Iterator[FitRow]:
        """Levels from the lowest up, kinds of work with the most jobs open to the reader first.

        "Other" and "not stated" are last.
        """
        counts = [_totals(results, name) for results in (self.open, self.unstated, self.everything)]
        doubts = _totals(self._in_doubt, name) if self.in_doubt else {}
        values = [value for value in FILTERS[name].values or counts[-1] if counts[-1].get(value)]
        if name == "category":
            values.sort(key=lambda value: (value == NONE, value == OTHER, -counts[0].get(value, 0), -counts[-1][value]))
        searches = self._doubtful, self._open, self._unstated, self._everything
        for value in values:
            choices = [
                _choice(search.adding(name, value), totals.get(value, 0))
                for search, totals in zip(searches, (doubts, *counts), strict=True)
            ]
            yield FitRow(FILTERS[name].value_label(value), *choices)

    @cached_property
    def _in_doubt(self) -> Results:
        return find(self._doubtful)

    @cached_property
    def _doubtful(self) -> Search:
        return replace(self._open, fit=FIT_IN_DOUBT)

    @property
    def _everything(self) -> Search:
        return Search(my=self.in_url)

    @cached_property
    def _open(self) -> Search:
        """With the reader's hours and pay. Ads that state neither stay in: they rule nobody out."""
        given = {
            "fit": [FIT_OPEN],
            "tz": [self.reader.tz],
            "day": [self.reader.day],
            "hours": [NONE] if self.reader.tz else [],
            "salary_min": [str(self.reader.pay or "")],
            "currency": [self.reader.currency],
            "salary": [NONE] if self.reader.pay else [],
        }
        return replace(Search.parse(given), fit_place=self.reader.place, my=self.in_url)

    @cached_property
    def _unstated(self) -> Search:
        return replace(self._open, fit=FIT_UNSTATED)


def _totals(results: Results, name: str) -> dict[str, int]:
    """Value of a filter → how many jobs it finds."""
    return {value: total for value, _, total in results.counts.get(name, ())}


def _choice(search: Search, total: int) -> Choice:
    # Without a fit of its own it would get the remembered one.
    return Choice("", address_of(search) if search.fit else without_fit(search), total)
