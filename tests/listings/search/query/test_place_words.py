"""Places among the words of a search."""

from __future__ import annotations

from listings.search.query.place_words import place_words
from tests.tables import table


@table(
    ("q", "words", "code", "is_own_name"),
    [
        ("software engineer germany", "germany", "DE", True),
        ("customer support lagos", "lagos", "NG", False),
        ("react developer United States", "United States", "US", True),
        ("designer ohio", "ohio", "US-OH", True),
        ("entwickler deutschland", "deutschland", "DE", False),
        ("python USA", "USA", "US", True),
        ("south africa accountant", "south africa", "ZA", True),
    ],
)
def test_are_read_at_either_end(q: str, words: str, code: str, is_own_name: bool) -> None:
    place = place_words(q.split())
    assert place is not None
    assert (" ".join(place.words), place.code, place.is_own_name) == (words, code, is_own_name)


@table("q", ["it support", "dev", "mobile developer", "reading tutor", "java", "georgia writer", "data entry", ""])
def test_other_words_are_none(q: str) -> None:
    assert place_words(q.split()) is None
