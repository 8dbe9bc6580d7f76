"""The skills that a job is about, of all those that its ad lists."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from listings.search.text.analysis import terms
from listings.vocabulary.skills import SPELLINGS

# Ads name what the work is about first, or again and again.
FIRST_SKILLS, REPEATED = 3, 2
MAX_MENTIONS = 4


def main_skills(skills: Sequence[str], text_terms: str) -> list[str]:
    """The first of an ad's skills and those that its text repeats, each as often as it is mentioned, up to a bound.

    `text_terms`: with a space between each two.
    """
    text = f" {text_terms} "
    counted = [(skill, sum(map(text.count, _spellings().get(skill, ())))) for skill in skills]
    return [
        skill
        for place, (skill, count) in enumerate(counted)
        if place < FIRST_SKILLS or count >= REPEATED
        for _ in range(min(max(count, 1), MAX_MENTIONS))
    ]


@cache
def _spellings() -> dict[str, frozenset[str]]:
    """Skill → its spellings as terms between spaces, without those that are also common words."""
    by_skill: dict[str, frozenset[str]] = {}
    for spelling in SPELLINGS:
        if not spelling.ambiguous and not spelling.exact and (spelling_terms := terms(spelling.folded)):
            spelt = by_skill.get(spelling.skill, frozenset())
            by_skill[spelling.skill] = spelt | {f" {' '.join(spelling_terms)} "}
    return by_skill
