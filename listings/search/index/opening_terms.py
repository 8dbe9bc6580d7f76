"""Openings of different pay, as the index holds them: place and pay must be judged together, opening by opening.

Most listings have one opening, or several of the same pay: fields for residence and pay say everything about these, and
their term here is SINGLE. The others have one term that names every opening with its residence term and pay, such as
"…01@90000-120000 …04@0-0".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from listings.search.index import residence_terms
from listings.search.query.comparable_pay import surely_yearly, yearly
from listings.vocabulary.place_offsets import RequiredBand, required_band

SINGLE = "-"
MAX_TERMS = 65_000
# Of one listing. Each search by place or pay judges all of them, and one listing may have 200.
MAX_PRICED = 50

Pay = tuple[int, int]
"""Lowest and highest pay a year in whole euros; a lowest of 0 is not stated, nor is (0, 0)."""
Opening = tuple[Mapping[str, Any] | None, Mapping[str, Any] | None]
"""Residence and salary, as facts."""


@dataclass(frozen=True, slots=True)
class PricedOpening:
    """Openings of the same pay. `residence` is a term of residence_terms."""

    residence: str
    low: int
    high: int


def fields(stated_openings: Sequence[Mapping[str, Any]], facts: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of an index document that describe place and pay. `facts` count for a listing without openings."""
    openings = [(opening["residence"], opening["salary"]) for opening in stated_openings]
    openings = openings or [(facts.get("residence"), facts.get("salary"))]
    band = required_band(facts)
    priced = _bounded(_by_residence(_by_pay(openings, band)))
    parts = sorted(f"{opening.residence}@{opening.low}-{opening.high}" for opening in priced)
    return {
        "places": [residence_terms.term((residence for residence, _ in openings), band)],
        "openings": [" ".join(parts) if len(parts) > 1 else SINGLE],
        "pay_low": max(opening.low for opening in priced),
        "pay_high": max(opening.high for opening in priced),
        "pay_order": max(surely_yearly(salary) for _, salary in openings),
    }


def _pay(salary: Mapping[str, Any] | None) -> Pay:
    """The lowest is 0 where the ad names none: "up to $85" may begin anywhere."""
    low, high = yearly(salary) or (0, 0)
    return (0 if salary and salary.get("min") is None else low), high


def _by_pay(openings: Sequence[Opening], band: RequiredBand | None) -> list[PricedOpening]:
    residences: dict[Pay, list[Mapping[str, Any] | None]] = {}
    for residence, salary in openings:
        residences.setdefault(_pay(salary), []).append(residence)
    return [PricedOpening(residence_terms.term(group, band), low, high) for (low, high), group in residences.items()]


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
