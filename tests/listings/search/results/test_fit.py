"""Jobs open to the reader, and jobs that leave it unclear: found by what their cards say."""

from __future__ import annotations

from typing import Any

import pytest
from django.http import QueryDict

from listings.search.query.parameters import Invalid
from listings.search.query.search import Search
from listings.search.results.find import find
from tests.listings.search.results.fits_on_cards import PLACES, expect_what_cards_say, make_fits

pytestmark = pytest.mark.django_db

ELSEWHERE = "Anywhere, in American zones"
RESIDENCES: dict[str, list[Any]] = {
    "Germany": [{"include": ["DE"], "exclude": []}],
    "Europe but France": [{"include": ["europe"], "exclude": ["FR"]}],
    "US": [{"include": ["US"], "exclude": []}],
    "US but California": [{"include": ["US"], "exclude": ["US-CA"]}],
    "Germany but Bavaria": [{"include": ["DE"], "exclude": ["DE-BY"]}],
    "Bavaria, or Spain": [{"include": ["DE-BY"], "exclude": []}, {"include": ["ES"], "exclude": []}],
    "Texas": [{"include": ["US-TX"], "exclude": []}],
    "Anywhere": [{"include": ["worldwide"], "exclude": []}],
    "Unstated": [None],
    "Germany, or unstated": [{"include": ["DE"], "exclude": []}, None],
    "Spain, or the US": [{"include": ["ES"], "exclude": []}, {"include": ["US"], "exclude": []}],
    "Spain, disputed": [{"include": ["ES"], "exclude": [], "disputed": "You can live anywhere"}],
    "Brazil, disputed, or the US": [
        {"include": ["BR"], "exclude": [], "disputed": "You can live anywhere"},
        {"include": ["US"], "exclude": []},
    ],
    ELSEWHERE: [{"include": ["worldwide"], "exclude": []}],
    "Spain, in European zones": [{"include": ["ES"], "exclude": []}],
    "The US, in Eastern time": [{"include": ["US"], "exclude": []}],
    "The US or Spain by pay, in Eastern time": [{"include": ["US"], "exclude": []}, {"include": ["ES"], "exclude": []}],
    "Quebec, or the US but New York": [
        {"include": ["CA-QC"], "exclude": []},
        {"include": ["US"], "exclude": ["US-NY"]},
    ],
}
DISPUTES = ("Spain, disputed", "Brazil, disputed, or the US")
IN_PART = ("Germany but Bavaria", "Bavaria, or Spain")


def make_jobs() -> None:
    make_fits(RESIDENCES)


def titles(query: str) -> set[str]:
    return {listing.title for listing in find(Search.parse(QueryDict(query))).listings}


@pytest.mark.parametrize("place", PLACES)
def test_finds_the_jobs_whose_cards_say_so(jobs: None, place: str) -> None:
    expect_what_cards_say(RESIDENCES, place)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("fit=open&my_country=DE", {"Germany", "Europe but France", "Anywhere", "Germany, or unstated", *IN_PART}),
        ("fit=unstated&my_country=FR", {"Unstated", "Germany, or unstated", *DISPUTES, ELSEWHERE}),
        ("fit=open&my_country=US&country=DE&residence=stated", {"Anywhere", ELSEWHERE}),
        ("fit=unstated&my_country=FR&country=DE&residence=stated", {"Germany, or unstated", ELSEWHERE}),
        ("my_country=DE", set(RESIDENCES)),
    ],
)
def test_place_and_fit_both_apply(jobs: None, query: str, expected: set[str]) -> None:
    assert titles(query) == expected


def test_counts_of_other_filters_are_of_what_fits(jobs: None) -> None:
    search = Search.parse(QueryDict("fit=open&my_country=DE"))
    assert [(value, count) for value, _, count in find(search).counts["category"]] == [("engineering", 6)]


def test_fits_of_another_place_are_other_searches() -> None:
    german, french = (Search.parse(QueryDict(f"fit=open&my_country={code}")) for code in ("DE", "FR"))
    assert german != french
    assert (german.fit_place, french.fit_place) == ("DE", "FR")
    assert Search.parse(QueryDict("my_country=DE")) == Search.parse(QueryDict("my_country=FR"))


@pytest.mark.parametrize(
    ("query", "shared"),
    [
        ("fit=open&my_country=US&my_state=US-CA&my_tz=UTC", "fit=open&my_country=US&my_state=US-CA"),
        ("fit=unstated&my_country=DE&my_pay=9", "fit=unstated&my_country=DE"),
        ("q=cook&my_country=DE", "q=cook"),
    ],
)
def test_the_shared_address_keeps_the_place_that_it_needs(query: str, shared: str) -> None:
    assert Search.parse(QueryDict(query)).without_reader.query_string() == shared


def test_any_is_the_same_as_none_and_others_are_refused() -> None:
    search = Search.parse(QueryDict("fit=any"))
    assert (search, search.is_canonical) == (Search(), False)
    assert Search.parse(QueryDict("fit=open")).lacks_place
    assert not Search.parse(QueryDict("fit=open&my_state=CA-QC")).lacks_place
    with pytest.raises(Invalid) as invalid:
        Search.parse(QueryDict("fit=opne"))
    assert invalid.value.suggestion == "open"
