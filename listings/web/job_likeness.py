"""How like two jobs are, by the words of their titles, their skills and their levels."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from listings.vocabulary.places import folded
from listings.vocabulary.role_words import LEARNERS, ROLE_WORDS
from listings.vocabulary.seniority import FIELD_VALUES

# They say nothing about the trade.
PLAIN_WORDS = frozenset(
    [
        "a",
        "an",
        "and",
        "at",
        "by",
        "d",
        "f",
        "for",
        "from",
        "fully",
        "hybrid",
        "in",
        "job",
        "m",
        "of",
        "on",
        "or",
        "remote",
        "team",
        "the",
        "to",
        "w",
        "with",
        "x",
    ]
)
TOPIC_WEIGHT, SKILL_WEIGHT = 3, 2
# So many common skills make two jobs alike by themselves.
ENOUGH_SKILLS = 3


@dataclass(frozen=True, slots=True)
class JobLikeness:
    """`topics`: the words of the title about the trade: "python", "designer". `roles`: those about the part."""

    topics: frozenset[str]
    roles: frozenset[str]
    skills: frozenset[str]
    levels: frozenset[str]

    @classmethod
    def of(cls, title: str, skills: Iterable[str] | None, levels: Iterable[str] | None) -> JobLikeness:
        title_words = {word.removesuffix("s") if len(word) > 4 else word for word in folded(title).split()}
        roles = title_words & _roles().keys()
        return cls(
            topics=frozenset(title_words - roles - PLAIN_WORDS - _level_words()),
            roles=frozenset(_roles()[role] for role in roles),
            skills=frozenset(skills or ()),
            levels=frozenset(levels or ()),
        )

    def score(self, other: JobLikeness) -> int:
        """0 for jobs that are not alike: neither a word of the trade in common, nor skills enough."""
        topics, skills = len(self.topics & other.topics), len(self.skills & other.skills)
        same_role = bool(self.roles & other.roles)
        # The same part, with at least half of the skills of whichever names fewer.
        fits_role = same_role and skills > 0 and 2 * skills >= min(len(self.skills), len(other.skills))
        if not (topics or fits_role or skills >= ENOUGH_SKILLS):
            return 0
        return TOPIC_WEIGHT * topics + SKILL_WEIGHT * skills + same_role + len(self.levels & other.levels)


@cache
def _roles() -> Mapping[str, str]:
    """Word for a role → one word for all that mean the same: developer and engineer."""
    return {word: min(meant) for word, meant in ROLE_WORDS.items()}


@cache
def _level_words() -> frozenset[str]:
    words = {word for names in FIELD_VALUES.values() for word in folded(names.replace("|", " ")).split()}
    return frozenset(words | LEARNERS)
