"""Places that are left out of others, and the words that say so."""

from __future__ import annotations

import pytest

from listings.facts.residence.expressions import read_places
from listings.facts.residence.leaving_out import EXCEPTION, EXCEPTION_STARTS
from tests.listings.facts.test_residence import read

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


@pytest.mark.parametrize(
    "words", ["{} (excl. {})", "{} (except {})", "{}, excluding {}", "{} (no {})", "{} ({} excluded)"]
)
@pytest.mark.parametrize(
    ("whole", "part", "code"),
    [
        ("US", "CA", "US-CA"),
        ("US", "LA", "US-LA"),
        ("US", "CO", "US-CO"),
        ("Canada", "QC", "CA-QC"),
        ("EU", "DE", "DE"),
    ],
)
def test_a_code_that_is_left_out_is_a_part_of_the_whole(words: str, whole: str, part: str, code: str) -> None:
    places = read_places(words.format(whole, part), strict=False)
    assert places is not None
    assert places.exclude == (code,)


@pytest.mark.parametrize(
    ("sentence", "include", "exclude"),
    [
        ("Anywhere in Latin America works for us, apart from Cuba and Chile.", ["latam"], ["CU", "CL"]),
        ("You can live anywhere in Europe you like, except Russia.", ["europe"], ["RU"]),
        ("You may live in any EU country, though not in Malta.", ["eu"], ["MT"]),
        ("We hire in Europe and Asia, but sadly not in Turkey.", ["europe", "asia"], ["TR"]),
        ("You must live in the US, our offices are everywhere except Texas.", ["US"], []),
        ("You must live in the US, and we ship to Europe except Malta.", ["US"], []),
    ],
)
def test_the_rest_of_the_sentence_leaves_places_out(sentence: str, include: list[str], exclude: list[str]) -> None:
    value = read(sentence)
    assert value is not None
    assert (value["include"], value["exclude"]) == (include, exclude)
