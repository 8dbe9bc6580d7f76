"""The difference of two texts word by word, at a bounded cost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher
from itertools import accumulate

# Above this length difflib may skip words that recur often, because every pair of them costs time.
AUTOJUNK_FROM = 200


@dataclass(slots=True)
class Budget:
    """What one page may still spend: `steps` on comparing, `characters` on showing."""

    steps: int
    characters: int

    @property
    def is_left(self) -> bool:
        return self.steps > 0 and self.characters > 0


class WordMatcher(SequenceMatcher[str]):
    """Compares until the budget is spent: the words that are left then count as different.

    difflib looks for the longest match again and again, each time at all pairs of equal words in what is left. How many
    times that is cannot be known before, so each look is paid for: a step for each word, and for each of its pairs.
    """

    # Documented, yet missing in the types of the standard library: where each word stands in `after`.
    b2j: dict[str, list[int]]

    def __init__(self, before: Sequence[str], after: Sequence[str], budget: Budget) -> None:
        self.budget = budget
        super().__init__(None, before, after, autojunk=len(before) > AUTOJUNK_FROM)
        # Steps up to each word of `before`.
        self.steps = list(accumulate((1 + len(self.b2j.get(word, ())) for word in before), initial=0))

    def find_longest_match(self, alo: int = 0, ahi: int | None = None, blo: int = 0, bhi: int | None = None) -> Match:
        end = len(self.steps) - 1 if ahi is None else ahi
        self.budget.steps -= self.steps[end] - self.steps[alo]
        if not self.budget.is_left:
            return Match(alo, blo, 0)
        return super().find_longest_match(alo, end, blo, bhi)
