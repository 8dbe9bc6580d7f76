"""Words that leave places out are recognised by their first two letters before the pattern is tried."""

from __future__ import annotations

import pytest

from listings.facts.residence.expressions import read_places
from listings.facts.residence.leaving_out import EXCEPTION, EXCEPTION_STARTS

WORDS = (
    "except, excepting, excluding, other than, with the exception of, but not, and not, not in, minus, without, ex,"
    "outside, outside of, apart from, aside from, save for, not including, außer, ausser, außerhalb, ausgenommen, ohne,"
    "sauf, hors, excepté, à l’exception de, excepto, exceto, salvo, menos, tranne, eccetto, escluso, behalve,"
    "uitgezonderd, oprócz, z wyjątkiem, poza"
)


@pytest.mark.parametrize("words", [words.strip() for words in WORDS.split(",")])
def test_an_exception_leaves_its_places_out(words: str) -> None:
    assert EXCEPTION.match(f"{words} Spain")
    assert words[:2].strip() in EXCEPTION_STARTS
    places = read_places(f"Europe {words} Spain")
    assert places is not None
    assert (places.include, places.exclude) == (("europe",), ("ES",))
