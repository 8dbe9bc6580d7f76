"""The lists that a search is narrowed by: their names, where the index holds them, and their values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from listings.boards import BOARDS
from listings.vocabulary.categories import CATEGORIES
from listings.vocabulary.employment import EMPLOYMENT
from listings.vocabulary.languages import LANGUAGES
from listings.vocabulary.seniority import SENIORITIES
from listings.vocabulary.skills import SKILLS
from listings.vocabulary.workplace import WORKPLACES

NONE = "none"
"""The value of a fact that the ad does not state."""
NOT_STATED = "Not stated"
BOARD_TITLES = {board.name: board.title for board in BOARDS.values()}


@dataclass(frozen=True, slots=True)
class Filter:
    """`labels` are all values with what readers see; None where anything may be one. `most`: values counted.

    `counted` is the field that is counted, where it is another one: its terms are sets of values where `sets` says
    so, else a value with its label.
    """

    name: str
    field: str
    title: str
    labels: Mapping[str, str] | None
    most: int = 30
    counted: str = ""
    sets: bool = False

    @property
    def column(self) -> str:
        return self.counted or self.field

    @property
    def named(self) -> Mapping[str, str]:
        """Everything that names a value, its id and what readers see → its id."""
        labels = self.labels or {}
        return {**{label: value for value, label in labels.items()}, **{value: value for value in labels}}

    def value_of(self, name: str) -> str | None:
        """The id of a value by its id or its label, in any case; None for another name."""
        return _by_folded_name(self.name).get(_folded(name))

    def label(self, value: str) -> str:
        return self.labels.get(value, value) if self.labels is not None else value


def _or_none(labels: Mapping[str, str]) -> dict[str, str]:
    return {**labels, NONE: NOT_STATED}


FILTERS = {
    one.name: one
    for one in (
        Filter("category", "category", "Kind of work", _or_none(CATEGORIES)),
        Filter("seniority", "seniority", "Level", _or_none(SENIORITIES), counted="seniorities", sets=True),
        Filter("employment", "employment", "Employment", _or_none(EMPLOYMENT), counted="employments", sets=True),
        Filter("workplace", "workplace", "Workplace", _or_none(WORKPLACES)),
        Filter("skill", "skill", "Skills", _or_none({name: name for name in SKILLS}), most=50),
        Filter("language", "language", "Language of the ad", _or_none(LANGUAGES)),
        Filter("source", "source", "Found on", BOARD_TITLES, counted="sources", sets=True),
        Filter("company", "company_slug", "Company", None, most=20, counted="employer"),
    )
}


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


@cache
def _by_folded_name(filter_name: str) -> Mapping[str, str]:
    return {_folded(name): value for name, value in FILTERS[filter_name].named.items()}


SEVERAL = ","
"""Between the values of a set."""
LABELLED = "\x1f"
"""Between a value and its label in a term."""
