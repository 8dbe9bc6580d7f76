"""Groups of typed words that mean one thing: phrases with synonyms, and skills of several words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from listings.vocabulary.skills import canonical
from listings.vocabulary.synonyms import expansions

MAX_SKILL_WORDS = 4


@dataclass(frozen=True, slots=True)
class TermGroup:
    """The words from `start` up to `end` taken as one, with their synonyms."""

    start: int
    end: int
    synonyms: tuple[str, ...] = ()


def term_groups(typed_words: Sequence[str]) -> list[TermGroup]:
    """Every word in exactly one group, in order."""
    groups: list[TermGroup] = []
    grouped = 0
    for expansion in expansions(typed_words):
        groups += _skill_groups(typed_words, grouped, expansion.start)
        groups.append(TermGroup(expansion.start, expansion.end, expansion.alternatives))
        grouped = expansion.end
    return [*groups, *_skill_groups(typed_words, grouped, len(typed_words))]


def _skill_groups(typed_words: Sequence[str], start: int, end: int) -> list[TermGroup]:
    """The longest skill from each position; other words by themselves."""
    groups: list[TermGroup] = []
    while start < end:
        longest = min(end, start + MAX_SKILL_WORDS)
        skill_ends = (stop for stop in range(longest, start + 1, -1) if canonical(" ".join(typed_words[start:stop])))
        stop = next(skill_ends, start + 1)
        groups.append(TermGroup(start, stop))
        start = stop
    return groups
