"""The openings of a listing as readers see them: which one fits, and where the others are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from listings.display import fact_text
from listings.search.query.situation import Situation
from listings.vocabulary.regions import fit_verdict
from listings.web.reader_pay import pay_for_reader

# From the best verdict to the worst. Several openings are judged one by one, and the best verdict counts.
VERDICT_ORDER = ("open", "depends on your state", "depends on your zone", "not stated", "disputed", "not open")
MAX_NAMED = 3


@dataclass(frozen=True, slots=True)
class JobOpening:
    """One entry of `Listing.openings`. `place` is the ad's wording; `quote` are its words about the residence."""

    posting_id: int
    place: str
    residence: Mapping[str, Any] | None
    salary: Mapping[str, Any] | None
    quote: str

    @property
    def name(self) -> str:
        """Where people may live, or where the ad places the job if it does not say that."""
        return fact_text.residence(self.residence, MAX_NAMED) if self.residence else self.place or "Place not stated"

    @property
    def pay(self) -> str:
        return fact_text.salary(self.salary) if self.salary else ""


def parse_openings(openings: Sequence[Mapping[str, Any]]) -> list[JobOpening]:
    return [
        JobOpening(
            posting_id=opening["posting"],
            place=opening["place"],
            residence=opening["residence"],
            salary=opening["salary"],
            quote=opening["evidence"].get("residence", ""),
        )
        for opening in openings
    ]


def best_opening(openings: Sequence[JobOpening], situation: Situation, facts: Mapping[str, Any]) -> JobOpening:
    """The opening that fits the reader best, the leading one of equals: open to them, then paid enough.

    `facts`: of the listing, whose hours all its openings have.
    """

    def rank(opening: JobOpening) -> tuple[int, bool]:
        fit = fit_verdict({**facts, "residence": opening.residence}, situation.country, situation.state or None)
        pay_verdict = pay_for_reader(opening.salary, situation)[1]
        return (VERDICT_ORDER.index(fit) if situation.country else 0), pay_verdict in ("below", "starts below")

    return min(openings, key=rank)


def other_places(openings: Sequence[JobOpening], shown: JobOpening) -> list[str]:
    """Where the other openings are; [] if all are in the same place."""
    return [name for name in dict.fromkeys(opening.name for opening in openings) if name != shown.name]


def pay_differs(openings: Sequence[JobOpening], shown: JobOpening) -> bool:
    """Whether the pay of the shown opening holds for it alone."""
    return bool(shown.pay) and any(opening.pay != shown.pay for opening in openings)
