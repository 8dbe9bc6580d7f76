"""The measure of growth itself: linear work passes, quadratic work does not."""

from __future__ import annotations

import pytest

from tests.listings.facts.growth import LIMIT, growth
from tests.tables import table


@table("passes", [1, 20])
def test_linear_work_passes(passes: int) -> None:
    def work(text: str) -> int:
        return sum(text.count(letter) for _ in range(passes) for letter in "abcdefgh")

    assert growth(work, str, "harbour ", size=200_000) < LIMIT


@pytest.mark.slow
def test_quadratic_work_does_not_pass() -> None:
    def work(text: str) -> int:
        words = text.split()
        # Looks back over all of the text at each word.
        return sum(words.index(f"{number}") for number, _ in enumerate(words) if f"{number}" in words)

    assert growth(work, lambda text: " ".join(str(number) for number in range(len(text))), "a", size=1_000) > LIMIT
