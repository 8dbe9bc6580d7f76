"""Where the completions are whose words begin with what was typed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import Any

import numpy as np

Positions = np.ndarray[Any, np.dtype[np.uint32]]
AFTER_ALL_LETTERS = chr(0x10FFFF)


class PrefixPositions:
    """Positions by a text of each: those of all texts with the same beginning lie next to each other."""

    def __init__(self, texts: Iterable[tuple[str, int]]) -> None:
        in_order = sorted(texts)
        self._texts = [text for text, _ in in_order]
        self._positions: Positions = np.array([position for _, position in in_order], dtype=np.uint32)

    def beginning_with(self, prefix: str) -> Positions:
        """In their order, each once."""
        start = bisect_left(self._texts, prefix)
        end = bisect_left(self._texts, prefix + AFTER_ALL_LETTERS, start)
        positions: Positions = np.unique(self._positions[start:end])
        return positions
