"""Groups of typed words that mean one thing: names with synonyms, skills and names of facts of several words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from listings.vocabulary.fact_names import MAX_NAME_WORDS, fact_values
from listings.vocabulary.skills import canonical
from listings.vocabulary.synonyms import Expansion, expansions

MAX_SKILL_WORDS = 4
PLURAL = "s"


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
    for expansion in _expansions(typed_words):
        groups += _name_groups(typed_words, grouped, expansion.start)
        groups.append(TermGroup(expansion.start, expansion.end, expansion.alternatives))
        grouped = expansion.end
    return [*groups, *_name_groups(typed_words, grouped, len(typed_words))]


def _expansions(typed_words: Sequence[str]) -> list[Expansion]:
    """As typed, else in the singular: "iOS developers"."""
    return expansions(typed_words) or expansions([word.removesuffix(PLURAL) for word in typed_words])


def _name_groups(typed_words: Sequence[str], start: int, end: int) -> list[TermGroup]:
    """The longest name of a skill or fact from each position; other words by themselves."""
    groups: list[TermGroup] = []
    while start < end:
        longest = min(end, start + max(MAX_SKILL_WORDS, MAX_NAME_WORDS))
        stop = next(
            (stop for stop in range(longest, start + 1, -1) if _is_name(" ".join(typed_words[start:stop]))), start + 1
        )
        groups.append(TermGroup(start, stop))
        start = stop
    return groups


def _is_name(phrase: str) -> bool:
    return canonical(phrase) is not None or bool(fact_values(phrase))
