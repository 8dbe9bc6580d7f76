"""What an ad states, in our vocabulary, with the words it rests on."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from listings.boards.base import Ad, Board
from listings.facts import category, employment, workplace

VERSION = 1
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


def read(ad: Ad, board: Board) -> dict[str, Any]:
    """Each fact in the shape of a label, `evidence` (fact → words) and `spans` (fact → [{field, start, end}])."""
    found = {
        "workplace": workplace.read(ad, board),
        "employment": employment.read(ad),
        "category": category.read(ad, board),
    }
    stated = {name: fact for name, fact in found.items() if fact is not None}
    unstated = {name: list(value) if isinstance(value, list) else value for name, value in NOT_STATED.items()}
    return {
        **unstated,
        **{name: fact.value for name, fact in stated.items()},
        "evidence": {name: fact.evidence for name, fact in stated.items()},
        "spans": {name: [asdict(span) for span in fact.spans] for name, fact in stated.items()},
    }
