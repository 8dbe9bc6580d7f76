"""Jobs beside whose zones nobody is taken: found by what their cards say."""

from __future__ import annotations

from typing import Any

import pytest

from tests.listings.search.results.fits_on_cards import PLACES, expect_what_cards_say, make_fits

pytestmark = pytest.mark.django_db

RESIDENCES: dict[str, list[Any]] = {
    "Anywhere, in American zones only": [{"include": ["worldwide"], "exclude": []}],
    "Anywhere near Pacific time": [{"include": ["worldwide"], "exclude": []}],
    "Americas, in Eastern zones only": [{"include": ["americas"], "exclude": []}],
    "Spain, disputed, in American zones only": [
        {"include": ["ES"], "exclude": [], "disputed": "You can live anywhere"},
    ],
    "Spain or Southeast Asia": [{"include": ["ES"], "exclude": [], "unread": "x", "unclear_in": ["asia_pacific"]}],
    "Texas, or who knows which state": [{"include": ["US-TX"], "exclude": [], "unread": "x", "unclear_in": ["US"]}],
    "France or East Africa, or West Asia": [
        {"include": ["FR"], "exclude": [], "disputed": "x", "unclear_in": ["africa"]},
        {"include": ["FR"], "exclude": [], "unread": "x", "unclear_in": ["asia_pacific"]},
    ],
    "Spain or Southeast Asia by pay, or unstated": [
        {"include": ["ES"], "exclude": [], "unread": "x", "unclear_in": ["asia_pacific"]},
        None,
    ],
    "Not stated, in American zones only": [None],
    "The US by pay, or unstated, in European zones only": [{"include": ["US"], "exclude": []}, None],
    "The US but New York, in European zones only": [{"include": ["US"], "exclude": ["US-NY"]}],
    "Spain by pay, or the US, in American zones only": [
        {"include": ["ES"], "exclude": []},
        {"include": ["US"], "exclude": []},
    ],
}


def make_jobs() -> None:
    make_fits(RESIDENCES)


@pytest.mark.parametrize("place", PLACES)
def test_counts_and_filters_agree_with_cards(jobs: None, place: str) -> None:
    expect_what_cards_say(RESIDENCES, place)
