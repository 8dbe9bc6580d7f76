"""The facts, registered once: whatever lists facts anywhere in the project derives from FACTS."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from listings.facts.base import Fact, Reading
from listings.facts.category.reader import read as read_category
from listings.facts.employment.reader import read as read_employment
from listings.facts.experience.reader import read as read_experience
from listings.facts.hours.reader import read as read_hours
from listings.facts.residence.reader import read as read_residence
from listings.facts.salary.reader import read as read_salary
from listings.facts.seniority.reader import read as read_seniority
from listings.facts.skills.reader import read as read_skills
from listings.facts.sponsorship.reader import read as read_sponsorship
from listings.facts.workplace.reader import read as read_workplace


@dataclass(frozen=True, slots=True)
class FactSpec:
    """A fact's name in JSON and in labels, and its reader, which returns None where the ad does not state the fact.

    `is_list`: an ad may state several values, so the fact is a list and "not stated" is the empty list, not None.
    """

    name: str
    reader: Callable[[Reading], Fact | None]
    is_list: bool = False

    @property
    def empty(self) -> Any:
        # A new list each time: callers put it into an ad's facts, and two ads must not share one.
        return [] if self.is_list else None


FACTS: Mapping[str, FactSpec] = {
    spec.name: spec
    for spec in (
        FactSpec("workplace", read_workplace),
        FactSpec("residence", read_residence),
        FactSpec("hours", read_hours),
        FactSpec("salary", read_salary),
        FactSpec("employment", read_employment, is_list=True),
        FactSpec("seniority", read_seniority, is_list=True),
        FactSpec("category", read_category),
        FactSpec("skills", read_skills, is_list=True),
        FactSpec("sponsorship", read_sponsorship),
        FactSpec("experience_years", read_experience),
    )
}
