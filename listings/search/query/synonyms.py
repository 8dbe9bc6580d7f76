"""Words that belong together: other names of the same thing, and skills of several words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from listings.vocabulary.skills import canonical
from listings.vocabulary.synonyms import expansions

LONGEST_SKILL = 4


@dataclass(frozen=True, slots=True)
class TermGroup:
    """Words `start` to `end` as one, with their other names."""

    start: int
    end: int
    names: tuple[str, ...] = ()


def term_groups(words: Sequence[str]) -> list[TermGroup]:
    """All words, each in one run, in order."""
    found: list[TermGroup] = []
    done = 0
    for one in expansions(words):
        found += _skills(words, done, one.start)
        found.append(TermGroup(one.start, one.end, one.alternatives))
        done = one.end
    return [*found, *_skills(words, done, len(words))]


def _skills(words: Sequence[str], start: int, end: int) -> list[TermGroup]:
    """The longest skill from each place; other words by themselves."""
    found: list[TermGroup] = []
    while start < end:
        longest = min(end, start + LONGEST_SKILL)
        stop = next(
            (stop for stop in range(longest, start + 1, -1) if canonical(" ".join(words[start:stop]))), start + 1
        )
        found.append(TermGroup(start, stop))
        start = stop
    return found
