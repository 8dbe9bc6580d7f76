"""Facts of made-up listings, in the shape that the readers of facts give, each left out as often as in real ads."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any, TypeVar

from listings.facts import NOT_STATED
from listings.vocabulary.categories import CATEGORIES
from listings.vocabulary.countries import COUNTRIES, SUBDIVISIONS
from listings.vocabulary.regions import REGIONS
from listings.vocabulary.skills import SKILLS

RESIDENCES = 2_000
MEAN_SKILLS = 6.6
"""Before repeats and what is left out: 5.3 an ad remain, as in ads of engineers' boards."""
STATED = {"workplace": 0.97, "residence": 0.9, "hours": 0.3, "salary": 0.43, "employment": 0.8, "category": 0.97}
LEVELS = ("mid", "senior", "junior", "lead", "manager", "staff", "director", "intern", "executive")
TERMS = ("FULL_TIME", "CONTRACTOR", "PART_TIME", "TEMPORARY", "INTERN")
TONGUES = ("en", "de", "es", "fr", "pt", "nl", "pl", "it")
FREQUENT = ("US", "GB", "CA", "DE", "IN", "ES", "FR", "PL", "PT", "NL", "BR", "MX", "IE", "AU", "IT", "RO", "UA", "AR")
CLOCKS = ("America/New_York", "America/Los_Angeles", "Europe/London", "Europe/Berlin", "Asia/Kolkata")
MONEY = (("USD", 1.0), ("USD", 1.0), ("USD", 1.0), ("EUR", 0.8), ("GBP", 0.75), ("CAD", 1.2))
PERIODS = (("year", 1), ("year", 1), ("year", 1), ("month", 12), ("hour", 2080))

Item = TypeVar("Item")
Residence = dict[str, list[str]]


class Facts:
    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.residences = _residences(chance)
        self.skills = sorted(SKILLS)
        chance.shuffle(self.skills)
        self.categories = sorted(CATEGORIES)
        chance.shuffle(self.categories)

    def draw(self) -> dict[str, Any]:
        chance = self.chance
        facts = dict(NOT_STATED)
        for name, make in (
            ("workplace", self._workplace),
            ("residence", self._residence),
            ("hours", self._hours),
            ("salary", self._salary),
            ("employment", self._employment),
            ("category", self._category),
        ):
            if chance.random() < STATED[name]:
                facts[name] = make()
        facts["seniority"] = [_uneven(chance, LEVELS)] if chance.random() < 0.63 else []
        count = 0 if chance.random() < 0.11 else 1 + int(chance.expovariate(1 / MEAN_SKILLS)) % 20
        facts["skills"] = list(dict.fromkeys(_uneven(chance, self.skills, steep=1.2) for _ in range(count)))
        said = {name: value["evidence"] for name, value in facts.items() if isinstance(value, dict)}
        spans = {name: [{"field": "text", "start": 40, "end": 40 + len(words)}] for name, words in said.items()}
        return {**facts, "evidence": said, "spans": spans, "language": self._language()}

    def _workplace(self) -> str:
        return "remote" if self.chance.random() < 0.93 else self.chance.choice(("hybrid", "onsite"))

    def _residence(self) -> dict[str, Any]:
        return {**_uneven(self.chance, self.residences), "evidence": "based in one of these places"}

    def _hours(self) -> dict[str, Any]:
        if self.chance.random() < 0.4:
            clock = self.chance.choice(CLOCKS)
            return {"utc_min": None, "utc_max": None, "overlap_hours": 4, "overlap_with": clock, "evidence": clock}
        low = self.chance.randint(-10, 9)
        high = min(12, low + self.chance.choice((0, 0, 0, 3, 5)))
        return {"utc_min": low, "utc_max": high, "overlap_hours": None, "overlap_with": None, "evidence": "its hours"}

    def _salary(self) -> dict[str, Any]:
        currency, worth = self.chance.choice(MONEY)
        period, times = self.chance.choice(PERIODS)
        yearly = self.chance.lognormvariate(11.4, 0.45) * worth / times
        step = 1 if period == "hour" else 500
        low = max(step, round(yearly / step) * step)
        high = low + step * self.chance.randint(0, max(1, int(low / step / 2)))
        said = f"{low:,} – {high:,} {currency}"
        return {
            "min": low, "max": high, "currency": currency, "period": period, "evidence": said, "period_stated": True,
        }  # fmt: skip

    def _employment(self) -> list[str]:
        return [_uneven(self.chance, TERMS, steep=2.5)]

    def _category(self) -> str:
        return _uneven(self.chance, self.categories, steep=1.0)

    def _language(self) -> str | None:
        return "en" if self.chance.random() < 0.93 else self.chance.choice(TONGUES)


def _uneven(chance: random.Random, of: Sequence[Item], steep: float = 1.6) -> Item:
    """The first ones far more often than the last, as words in a language."""
    return of[int(len(of) * chance.random() ** (2 * steep))]


def _residences(chance: random.Random) -> list[Residence]:
    """Distinct ones: frequent countries and regions first, then rarer ones and mixtures of several."""
    countries = [*FREQUENT, *(code for code in COUNTRIES if code not in FREQUENT)]
    found = [[code] for code in ("US", "worldwide", *FREQUENT[1:8], *REGIONS, *countries)]
    states = [code for code in SUBDIVISIONS if code.startswith(("US-", "CA-"))]
    found += [[code] for code in states]
    made: dict[str, Residence] = {str(one): {"include": one, "exclude": []} for one in found}
    while len(made) < RESIDENCES:
        several = sorted({_uneven(chance, countries) for _ in range(chance.randint(2, 6))})
        left_out = sorted(chance.sample(states, 2)) if "US" in several and chance.random() < 0.5 else []
        made[f"{several}{left_out}"] = {"include": several, "exclude": left_out}
    return list(made.values())
