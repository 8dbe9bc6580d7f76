"""Precision and recall of each fact against labels."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from listings.vocabulary.regions import expand
from listings.vocabulary.skills import canonical

# Fact → least precision and recall. A category of each ad is due: .93 of those stated, stated for 85 % of the ads.
AIMS: dict[str, tuple[float, float]] = {
    "salary": (0.98, 0.94),
    "residence": (0.97, 0.92),
    "hours": (0.97, 0.92),
    "workplace": (0.97, 0.92),
    "employment": (0.97, 0.92),
    "seniority": (0.97, 0.90),
    "category": (0.93, 0.79),
    "skills": (0.93, 0.78),
}
WINTER = datetime(2026, 1, 15)  # noqa: DTZ001 - a wall clock's, of any zone
Z = 1.96


@dataclass(slots=True)
class Score:
    """Counts of values: one per ad, or several for facts that are lists (employment, seniority, skills)."""

    right: int = 0
    stated: int = 0
    due: int = 0
    ads: int = 0
    exact: int = 0
    covered: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / self.stated if self.stated else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.due if self.due else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def meets(self, aim: tuple[float, float]) -> bool:
        return self.precision >= aim[0] and self.recall >= aim[1]


def wilson(right: int, of: int) -> tuple[float, float]:
    """The 95 % confidence interval of a share, after Wilson."""
    if not of:
        return 0.0, 1.0
    share = right / of
    middle = share + Z * Z / (2 * of)
    spread = Z * math.sqrt(share * (1 - share) / of + Z * Z / (4 * of * of))
    scale = 1 + Z * Z / of
    return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)


def add(score: Score, fact: str, name: str, due: Any, stated: Any) -> bool:
    """Add one ad to the score; True if label and fact agree completely."""
    values_due, values_stated = VALUES[fact](due), VALUES[fact](stated)
    score.ads += 1
    score.due += len(values_due)
    score.stated += len(values_stated)
    score.right += len(values_due & values_stated)
    score.covered += bool(values_stated)
    agreed = values_due == values_stated
    score.exact += agreed
    if not agreed:
        score.wrong.append(name)
    return agreed


def one(value: Hashable | None) -> set[Hashable]:
    return set() if value is None else {value}


def many(values: Sequence[str] | None) -> set[Hashable]:
    return set(values or ())


def pay(value: Mapping[str, Any] | None) -> set[Hashable]:
    return one(value and tuple(value[name] for name in ("min", "max", "currency", "period")))


def places(value: Mapping[str, Any] | None) -> set[Hashable]:
    return one(value and expand(value))


def times(value: Mapping[str, Any] | None) -> set[Hashable]:
    if not value:
        return set()
    numbers = tuple(value.get(name) for name in ("utc_min", "utc_max", "overlap_hours"))
    return {(*numbers, offset(value.get("overlap_with")))}


def offset(zone: str | None) -> timedelta | str | None:
    """The winter offset, so that zones with the same clock are equal."""
    if not zone:
        return None
    try:
        return ZoneInfo(zone).utcoffset(WINTER)
    except (KeyError, ValueError):
        return zone


def tools(values: Sequence[str] | None) -> set[Hashable]:
    return {known for value in values or () if (known := canonical(value))}


VALUES: dict[str, Callable[[Any], set[Hashable]]] = {
    "salary": pay,
    "residence": places,
    "hours": times,
    "workplace": one,
    "employment": many,
    "seniority": many,
    "category": one,
    "skills": tools,
}


def missing_skills(labels: Sequence[Mapping[str, Any]]) -> Counter[str]:
    """Labelled skills that our list lacks."""
    return Counter(value for label in labels for value in label["skills"] if not canonical(value))
