"""Words that ads use, each with how many ads have it, and the few of them that a slip or a beginning may stand for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

# Letters of an unfinished word.
MIN_PREFIX = 2
# A correction is in so many ads at least.
MIN_ADS = 3


class WordCounts(dict[str, int]):
    """Not to be changed once anything was looked up."""

    def maybe_near(self, word: str, typos: int) -> list[str]:
        """Words in MIN_ADS ads or more: all from which `word` differs by so many typos at most, and a few others."""
        # A letter too many or too few changes one bit, another letter two, two swapped ones none.
        differing = np.bitwise_count(self._masks ^ letter_masks([word])[0])
        return [self._common[place] for place in np.flatnonzero(differing <= 2 * typos)]

    def beginning_with(self, letters: str) -> Iterator[str]:
        """`letters`: MIN_PREFIX or more."""
        return (word for word in self._by_beginning.get(letters[:MIN_PREFIX], ()) if word.startswith(letters))

    @cached_property
    def _common(self) -> list[str]:
        return [word for word, count in self.items() if word and count >= MIN_ADS]

    @cached_property
    def _masks(self) -> NDArray[np.uint32]:
        return letter_masks(self._common)

    @cached_property
    def _by_beginning(self) -> dict[str, list[str]]:
        groups: defaultdict[str, list[str]] = defaultdict(list)
        for word in self:
            groups[word[:MIN_PREFIX]].append(word)
        return groups


def letter_masks(words: list[str]) -> NDArray[np.uint32]:
    """For each word, none of which is empty, a bit for each of its letters; some letters share one."""
    if not words:
        return np.zeros(0, dtype=np.uint32)
    letters = np.frombuffer("".join(words).encode("utf-32-le"), dtype=np.uint32)
    starts = [0, *accumulate(len(word) for word in words[:-1])]
    return np.bitwise_or.reduceat(np.uint32(1) << (letters & np.uint32(31)), starts)
