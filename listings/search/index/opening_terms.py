"""Openings of different pay, as the index holds them: place and pay must be judged together, opening by opening.

Most listings have one opening, or several of the same pay: fields for residence and pay say everything about these, and
their term here is SINGLE. The others have one term that names every opening with its residence term and pay, such as
"…01@90000-120000 …04@0-0".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from listings.search.index import residence_terms
from listings.search.index.place_masks import ALL_COUNTRIES
from listings.search.index.searcher import IndexSearcher
from listings.search.query.comparable_pay import PERIODS, euros, yearly
from listings.search.query.parameters import FIT_IN_DOUBT, FIT_OPEN, FIT_UNSTATED, NONE
from listings.search.query.search import Search
from listings.search.query.situation import DEFAULT_CURRENCY

SINGLE = "-"
MAX_TERMS = 65_000
# Of one listing. Each search by place or pay judges all of them, and one listing may have 200.
MAX_PRICED = 50

Pay = tuple[int, int]
"""Lowest and highest pay a year in whole euros; (0, 0) is not stated."""
Opening = tuple[Mapping[str, Any] | None, Mapping[str, Any] | None]
"""Residence and salary, as facts."""


@dataclass(frozen=True, slots=True)
class PricedOpening:
    """Openings of the same pay. `residence` is a term of residence_terms."""

    residence: str
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class OpeningRule:
    """What a search asks of an opening. `place` "" is anywhere; `min_pay` 0 asks for no pay, in euros a year.

    `fit`, if not "", is what its residence must be to people in `fit_place`.
    """

    place: str = ""
    stated_only: bool = False
    fit: str = ""
    fit_place: str = ""
    min_pay: int = 0
    whole_range: bool = False
    unstated_pay: bool = False

    @classmethod
    def of(cls, search: Search, without: str = "") -> OpeningRule:
        """`without`: the group of filters that is left out, "country", "fit" or "salary"."""
        worth = euros(search.currency or DEFAULT_CURRENCY) or 1.0
        with_place, with_pay = without != "country", without != "salary"
        return cls(
            place=search.country if with_place else "",
            stated_only=with_place and search.residence == "stated",
            fit=search.fit if without != "fit" else "",
            fit_place=search.fit_place,
            min_pay=round(search.salary_min * PERIODS[search.period or "year"] * worth) if with_pay else 0,
            whole_range=with_pay and "whole" in search.salary,
            unstated_pay=with_pay and NONE in search.salary,
        )

    @property
    def asks_place(self) -> bool:
        return bool(self.place or self.fit) or self.stated_only

    @property
    def asks_pay(self) -> bool:
        return bool(self.min_pay) or self.unstated_pay

    def fitting_residences(self, residences: Sequence[str]) -> Sequence[str]:
        """Those that suit both the place and the reader. `residences`: terms of residence_terms."""
        if self.fit:
            residences = [term for term in residences if residence_terms.has_fit(term, self.fit_place, self.fit)]
        if self.place:
            return residence_terms.open_to(residences, self.place, keep_unstated=not self.stated_only)
        return [*filter(residence_terms.is_stated, residences)] if self.stated_only else residences

    def placed(self, openings: Sequence[PricedOpening]) -> list[PricedOpening]:
        """The openings in the place. One that leaves it unclear does not count beside one open to the reader."""
        is_hidden = self.fit == FIT_UNSTATED and any(
            residence_terms.is_open_to(opening.residence, self.fit_place) for opening in openings
        )
        return [] if is_hidden else [each for each in openings if self.fitting_residences([each.residence])]

    def fits_pay(self, openings: Sequence[PricedOpening]) -> bool:
        """Pay counts as not stated only if none of these openings states it."""
        if not openings or not self.asks_pay:
            return bool(openings)
        if self.unstated_pay and not any(opening.high for opening in openings):
            return True
        if not self.min_pay:
            return False
        return any(self._pays_enough(opening) for opening in openings)

    def _pays_enough(self, opening: PricedOpening) -> bool:
        return (opening.low if self.whole_range else opening.high) >= self.min_pay

    def fits(self, term: str) -> bool:
        if self.fit == FIT_IN_DOUBT:
            return replace(self, fit=FIT_OPEN).is_in_doubt(term)
        return self.fits_pay(self.placed(openings_of_term(term)))

    def is_in_doubt(self, term: str) -> bool:
        """Whether it fits, but none of its openings that pay enough is open in the whole of `fit_place`."""
        placed = self.placed(openings_of_term(term))
        certain = [opening for opening in placed if not residence_terms.is_in_doubt(opening.residence, self.fit_place)]
        return self.fits_pay(placed) and not self.fits_pay(certain)

    def fitting_countries(self, term: str) -> int:
        """The mask of all countries that, as the rule's place, would let the term fit. The rule itself has none."""
        fitting, with_pay, with_enough = 0, 0, 0
        for opening in self.placed(openings_of_term(term)):
            everywhere = not self.stated_only and residence_terms.is_unclear(opening.residence)
            countries = ALL_COUNTRIES if everywhere else residence_terms.places_of(opening.residence) & ALL_COUNTRIES
            fitting |= countries
            with_pay |= countries if opening.high else 0
            with_enough |= countries if self.min_pay and self._pays_enough(opening) else 0
        if not self.asks_pay:
            return fitting
        return with_enough | (fitting & ~with_pay if self.unstated_pay else 0)


def fields(stated_openings: Sequence[Mapping[str, Any]], facts: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of an index document that describe place and pay. `facts` count for a listing without openings."""
    openings = [(opening["residence"], opening["salary"]) for opening in stated_openings]
    openings = openings or [(facts.get("residence"), facts.get("salary"))]
    priced = _bounded(_by_residence(_by_pay(openings)))
    parts = sorted(f"{opening.residence}@{opening.low}-{opening.high}" for opening in priced)
    return {
        "places": [residence_terms.term(residence for residence, _ in openings)],
        "openings": [" ".join(parts) if len(parts) > 1 else SINGLE],
        "pay_low": max(opening.low for opening in priced),
        "pay_high": max_pay(priced),
    }


def _by_pay(openings: Sequence[Opening]) -> list[PricedOpening]:
    residences: dict[Pay, list[Mapping[str, Any] | None]] = {}
    for residence, salary in openings:
        residences.setdefault(yearly(salary) or (0, 0), []).append(residence)
    return [PricedOpening(residence_terms.term(group), low, high) for (low, high), group in residences.items()]


def _by_residence(openings: Sequence[PricedOpening]) -> list[PricedOpening]:
    """One for each residence, with the best pay there: whether any of them pays enough depends on that alone."""
    best: dict[str, Pay] = {}
    for opening in openings:
        low, high = best.get(opening.residence, (0, 0))
        best[opening.residence] = max(low, opening.low), max(high, opening.high)
    return [PricedOpening(residence, low, high) for residence, (low, high) in best.items()]


def _bounded(openings: Sequence[PricedOpening]) -> list[PricedOpening]:
    """At most MAX_PRICED: the first, which leads, and the best paid. All others become one with the least of their pay.

    So a listing is found in every place it names, and for no pay that is not paid there.
    """
    if len(openings) <= MAX_PRICED:
        return list(openings)
    best = sorted(openings[1:], key=lambda opening: (opening.high, opening.low), reverse=True)
    others = best[MAX_PRICED - 2 :]
    place = residence_terms.merged(opening.residence for opening in others)
    rest = PricedOpening(place, min(opening.low for opening in others), min(opening.high for opening in others))
    return [openings[0], *best[: MAX_PRICED - 2], rest]


def openings_of_term(term: str) -> list[PricedOpening]:
    return [_opening_of_part(part) for part in term.split(" ")]


# By part, not by term: a key is short then, and memory bounded.
@lru_cache(maxsize=65_000)
def _opening_of_part(part: str) -> PricedOpening:
    residence, _, pay = part.rpartition("@")
    low, _, high = pay.partition("-")
    return PricedOpening(residence, int(low), int(high))


def residence_of_term(term: str) -> str:
    """The residence term of the same document."""
    return residence_terms.merged(opening.residence for opening in openings_of_term(term))


def max_pay(openings: Sequence[PricedOpening]) -> int:
    return max((opening.high for opening in openings), default=0)


def stored_openings(searcher: IndexSearcher) -> list[str]:
    """Every distinct term but SINGLE."""
    return [term for term in searcher.distinct_terms("openings") if term != SINGLE]
