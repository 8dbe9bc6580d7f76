"""What seekers ask, as a log would hold it: half of one or two words, filters common, some broad, rare or misspelt."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from urllib.parse import urlencode

from listings.vocabulary.categories import CATEGORIES
from listings.vocabulary.skills import SKILLS

COUNT = 240
BROAD = ("engineer", "manager", "developer", "sales", "senior", "support", "marketing", "data", "remote", "design")
ROLES = (
    "software engineer", "data scientist", "product manager", "account executive", "customer success",
    "project manager", "devops engineer", "technical writer", "graphic designer", "data analyst",
    "machine learning", "customer support", "virtual assistant", "executive assistant", "business analyst",
)  # fmt: skip
LONG = (
    "senior backend engineer python django", "remote customer support part time", "head of growth marketing saas",
    "staff site reliability engineer kubernetes", "junior frontend developer react typescript",
    "entry level data entry work from home", "legal counsel privacy data protection",
)  # fmt: skip
QUOTED = (
    '"machine learning" engineer', 'python -senior', "title:designer", "python or golang", '"series b" fintech',
    "skill:python title:lead", '"work from anywhere"', "react -native developer",
)  # fmt: skip
RARE = ("erlang", "cobol", "actuary", "audiologist", "haskell compiler", "veterinarian", "sommelier", "fortran")
COUNTRIES = ("US", "DE", "GB", "IN", "ES", "BR", "PL", "CA", "US-CA", "FR", "NG", "PH")
ZONES = ("Europe/Berlin", "America/New_York", "Asia/Kolkata", "America/Sao_Paulo", "Europe/London")
LEVELS = ("senior", "junior", "mid", "lead", "manager")
TERMS = ("FULL_TIME", "CONTRACTOR", "PART_TIME")
FEW_SKILLS = ("python", "javascript", "sql", "aws", "react", "excel", "java", "figma", "salesforce", "kubernetes")

KINDS = (("broad", 14), ("skill", 22), ("role", 22), ("long", 12), ("quoted", 6), ("rare", 5), ("misspelt", 7),
         ("none", 12))  # fmt: skip
FILTERED = {"none": 0.95}
USUALLY_FILTERED = 0.5
Pairs = list[tuple[str, str]]


def rotating(seed: int, count: int = COUNT) -> list[str]:
    """So many different query strings, in the order they are asked."""
    chance = random.Random(seed)
    made: dict[str, None] = {}
    kinds, shares = zip(*KINDS, strict=True)
    while len(made) < count:
        (kind,) = chance.choices(kinds, shares)
        made[_query(chance, kind)] = None
    return list(made)


def _query(chance: random.Random, kind: str) -> str:
    words = _words(chance, kind)
    pairs: Pairs = [("q", words)] if words else []
    if chance.random() < FILTERED.get(kind, USUALLY_FILTERED):
        pairs += _filters(chance)
    if chance.random() < 0.1:
        pairs.append(("page", str(chance.choice((2, 2, 3, 5)))))
    elif words and chance.random() < 0.12:
        pairs.append(("sort", chance.choice(("new", "salary"))))
    return urlencode(pairs)


def _words(chance: random.Random, kind: str) -> str:
    skills = FEW_SKILLS if chance.random() < 0.6 else sorted(SKILLS)
    skill = chance.choice(skills)
    known: dict[str, Sequence[str]] = {"broad": BROAD, "role": ROLES, "long": LONG, "quoted": QUOTED, "rare": RARE}
    if kind in known:
        return chance.choice(known[kind])
    if kind == "skill":
        return skill if chance.random() < 0.5 else f"{skill} {chance.choice(('developer', 'engineer', 'remote'))}"
    return _misspelt(chance, chance.choice(ROLES)) if kind == "misspelt" else ""


def _misspelt(chance: random.Random, words: str) -> str:
    """Two letters of the longest word change places."""
    longest = max(words.split(), key=len)
    at = chance.randrange(1, len(longest) - 2)
    wrong = longest[:at] + longest[at + 1] + longest[at] + longest[at + 2 :]
    return words.replace(longest, wrong)


def _filters(chance: random.Random) -> Pairs:
    given: Pairs = []
    kinds: tuple[tuple[float, Callable[[], Pairs]], ...] = (
        (0.35, lambda: [("category", chance.choice(sorted(CATEGORIES)))]),
        (0.3, lambda: [("seniority", chance.choice(LEVELS))]),
        (0.25, lambda: [("employment", chance.choice(TERMS))]),
        (0.35, lambda: [("country", chance.choice(COUNTRIES))]),
        (0.1, lambda: [("tz", chance.choice(ZONES)), ("overlap", str(chance.choice((3, 5, 6))))]),
        (0.15, lambda: [("salary_min", str(chance.choice((40, 60, 80, 100, 150)) * 1000))]),
        (0.12, lambda: [("skill", chance.choice(FEW_SKILLS))]),
        (0.12, lambda: [("posted", str(chance.choice((1, 7, 14, 30))))]),
    )
    for share, make in kinds:
        if chance.random() < share:
            given += make()
    return given or [("country", chance.choice(COUNTRIES))]
