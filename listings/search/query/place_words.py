"""A place among the words of a search: "python berlin", "customer support in Nigeria". It is offered as a filter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from listings.vocabulary.place_lookup import exact_matches

MAX_PLACE_WORDS = 3
# Shorter words are rather codes of other things: "it", "can", "dev".
MIN_LENGTH = 4
ABBREVIATIONS = frozenset(["uk", "usa"])


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """`words` of a search that name a country or a state, its `code` as "DE" or "US-OH".

    `is_own_name`: they are its name, and not that of a town in it, which may as well be a first name or a product.
    """

    words: Sequence[str]
    code: str
    is_own_name: bool


def place_words(words: Sequence[str]) -> PlaceWords | None:
    """The place that a search ends with, or the country or state that it begins with, by its longest name.

    Towns are left out at the beginning: "mobile developer", "reading tutor".
    """
    for span, is_end in _spans(words):
        text = " ".join(span)
        if len(text) < MIN_LENGTH and text.lower() not in ABBREVIATIONS:
            continue
        matches = exact_matches(text)
        # Of several places of one name nobody knows which is meant.
        if len(matches) != 1:
            continue
        (place,) = matches
        is_own_name = not place.via or text.lower() in ABBREVIATIONS
        if is_end or is_own_name:
            return PlaceWords(span, place.code, is_own_name)
    return None


def _spans(words: Sequence[str]) -> Iterator[tuple[Sequence[str], bool]]:
    """The runs of words at either end, the longest first, each with whether it is at the end."""
    for length in range(min(MAX_PLACE_WORDS, len(words)), 0, -1):
        yield words[-length:], True
        if length < len(words):
            yield words[:length], False
