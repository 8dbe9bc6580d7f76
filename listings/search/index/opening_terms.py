"""Openings of different pay, as the index holds them: place and pay must be judged together, opening by opening.

Most listings have one opening, or several of the same pay: fields for residence and pay say everything about these, and
their term here is SINGLE. The others have one term that names every opening, such as "US@90000-120000 CA;CA-QC@0-0".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from listings.models import Listing
from listings.search.index import residence_terms
from listings.search.index.searcher import IndexSearcher
from listings.search.query.comparable_pay import PERIODS, euros, yearly
from listings.search.query.parameters import FIT_UNSTATED, NONE
from listings.search.query.search import Search
from listings.search.query.situation import DEFAULT_CURRENCY
from listings.vocabulary.countries import COUNTRIES

SINGLE = "-"
MAX_TERMS = 65_000

Pay = tuple[int, int]
"""Lowest and highest pay a year in whole euros; (0, 0) is not stated."""


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

    def fits_residence(self, residence: str) -> bool:
        """Whether it suits both the place and the reader. `residence` is a term of residence_terms."""
        if self.fit and residence_terms.fit(residence, self.fit_place) != self.fit:
            return False
        if not self.place:
            return not self.stated_only or residence_terms.is_stated(residence)
        unstated = not self.stated_only and residence_terms.has_unstated(residence)
        return unstated or residence_terms.is_open_to(residence, self.place)

    def placed(self, openings: Sequence[PricedOpening]) -> list[PricedOpening]:
        """The openings in the place. One that states no residence does not count beside one open to the reader."""
        is_hidden = self.fit == FIT_UNSTATED and any(
            residence_terms.is_open_to(opening.residence, self.fit_place) for opening in openings
        )
        return [] if is_hidden else [opening for opening in openings if self.fits_residence(opening.residence)]

    def fits_pay(self, openings: Sequence[PricedOpening]) -> bool:
        """Pay counts as not stated only if none of these openings states it."""
        if not openings or not self.asks_pay:
            return bool(openings)
        if self.unstated_pay and not any(opening.high for opening in openings):
            return True
        if not self.min_pay:
            return False
        return any((opening.low if self.whole_range else opening.high) >= self.min_pay for opening in openings)

    def fits(self, term: str) -> bool:
        return self.fits_pay(self.placed(openings_of_term(term)))


def openings_of(listing: Listing) -> list[tuple[Mapping[str, Any] | None, Mapping[str, Any] | None]]:
    """(residence, salary) of each opening."""
    if listing.openings:
        return [(opening["residence"], opening["salary"]) for opening in listing.openings]
    return [(listing.facts.get("residence"), listing.facts.get("salary"))]


def fields(listing: Listing) -> dict[str, Any]:
    """The fields of an index document that describe place and pay."""
    openings = openings_of(listing)
    by_pay: dict[Pay, list[Mapping[str, Any] | None]] = {}
    for residence, salary in openings:
        by_pay.setdefault(yearly(salary) or (0, 0), []).append(residence)
    parts = sorted(f"{residence_terms.term(residences)}@{low}-{high}" for (low, high), residences in by_pay.items())
    return {
        "residence": [residence_terms.term(residence for residence, _ in openings)],
        "openings": [" ".join(parts) if len(parts) > 1 else SINGLE],
        "pay_low": max(low for low, _ in by_pay),
        "pay_high": max(high for _, high in by_pay),
    }


@lru_cache(maxsize=100_000)
def openings_of_term(term: str) -> tuple[PricedOpening, ...]:
    openings = []
    for part in term.split(" "):
        residence, _, pay = part.rpartition("@")
        low, _, high = pay.partition("-")
        openings.append(PricedOpening(residence, int(low), int(high)))
    return tuple(openings)


def residence_of_term(term: str) -> str:
    """The residence term of the same document."""
    return residence_terms.merged(opening.residence for opening in openings_of_term(term))


@lru_cache(maxsize=10_000)
def fitting_countries(term: str, rule: OpeningRule, residence: str) -> tuple[str, ...]:
    """The countries under which a search with `residence` ("any" or "stated") finds the openings of a term."""
    stated_only = residence == "stated"
    return tuple(code for code in COUNTRIES if replace(rule, place=code, stated_only=stated_only).fits(term))


def max_pay(openings: Sequence[PricedOpening]) -> int:
    return max((opening.high for opening in openings), default=0)


def stored_openings(searcher: IndexSearcher) -> list[str]:
    """Every distinct term but SINGLE."""
    return [term for term, _ in searcher.terms("openings", MAX_TERMS) if term != SINGLE]
