"""What an ad states, in our vocabulary, with the words it rests on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from listings.boards.base import Ad, Board
from listings.facts import language
from listings.facts.base import Fact, Reading
from listings.facts.category.reader import read as read_category
from listings.facts.employment import read as read_employment
from listings.facts.hours.reader import read as read_hours
from listings.facts.residence.reader import read as read_residence
from listings.facts.salary.reader import read as read_salary
from listings.facts.seniority.reader import read as read_seniority
from listings.facts.skills.reader import read as read_skills
from listings.facts.workplace.reader import read as read_workplace

VERSION = 2
"""Raised whenever the same ad may read differently: postings read by an older version are read again."""

NOT_STATED: dict[str, Any] = {
    "workplace": None,
    "residence": None,
    "hours": None,
    "salary": None,
    "employment": [],
    "seniority": [],
    "category": None,
    "skills": [],
}
READERS: dict[str, Callable[[Reading], Fact | None]] = {
    "workplace": read_workplace,
    "residence": read_residence,
    "hours": read_hours,
    "salary": read_salary,
    "employment": read_employment,
    "seniority": read_seniority,
    "category": read_category,
    "skills": read_skills,
}


def read(ad: Ad, board: Board) -> dict[str, Any]:
    return read_all(Reading(ad, board))


def read_all(reading: Reading) -> dict[str, Any]:
    """Each fact in the shape of a label, `evidence` (fact → words), `spans` (fact → [{field, start, end}]).

    `language` is the ad's own, a BCP 47 tag or None. A salary also says whether its period was stated.
    """
    found = {name: reader(reading) for name, reader in READERS.items()}
    stated = {name: fact for name, fact in found.items() if fact is not None}
    tongue = language.read(reading)
    unstated = {name: list(value) if isinstance(value, list) else value for name, value in NOT_STATED.items()}
    return {
        **unstated,
        **{name: fact.value for name, fact in stated.items()},
        "evidence": {name: fact.evidence for name, fact in stated.items()},
        "spans": {name: [span.as_json() for span in fact.spans] for name, fact in stated.items()},
        "language": tongue,
    }


def labelled(read: Mapping[str, Any]) -> dict[str, Any]:
    """What was read, in exactly the shapes of a label, with `evidence` and `spans`."""
    shown = {name: read.get(name, empty) for name, empty in NOT_STATED.items()}
    if salary := read.get("salary"):
        shown["salary"] = {name: value for name, value in salary.items() if name != "period_stated"}
    return {**shown, "evidence": read.get("evidence", {}), "spans": read.get("spans", {})}
