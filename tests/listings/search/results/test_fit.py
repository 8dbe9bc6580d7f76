"""Jobs open to the reader, and jobs that leave it unclear: found by what their cards say."""

from __future__ import annotations

from typing import Any

import pytest
from django.http import QueryDict

from listings.search.query.parameters import Invalid
from listings.search.query.search import Search
from listings.search.query.situation import Situation
from listings.search.results.find import find
from listings.web.cards import cards
from listings.web.personal_fit import DISPUTED, IN_OTHER_ZONES
from tests.listings.making import listing_with

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
ZONES = {"American": (-8, -3), "European": (0, 3), "Eastern": (-5, -5)}
DISPUTES = ("Spain, disputed", "Brazil, disputed, or the US")
IN_PART = ("Germany but Bavaria", "Bavaria, or Spain")
DOUBTS = {
    "Depends on your state": "depend on your state",
    "Depends on your region": "depend on your region",
    "Open if you live in Bavaria": "depend on your region",
}
VERDICTS = {"open": {"Open to you", *DOUBTS}, "unstated": {"Eligibility not stated", DISPUTED, IN_OTHER_ZONES}}


def make_jobs() -> None:
    for title, residences in RESIDENCES.items():
        openings = [{"residence": residence, "salary": salary(title, residence), **LABELS} for residence in residences]
        facts = {"residence": residences[0], "hours": hours(title)}
        listing_with(title, facts=facts, openings=openings if len(openings) > 1 else [])


def salary(title: str, residence: Any) -> dict[str, Any] | None:
    """Different by place, so that openings are judged one by one."""
    if "by pay" not in title:
        return None
    amount = 90_000 if "US" in residence["include"] else 50_000
    return {"min": amount, "max": amount, "currency": "USD", "period": "year"}


def hours(title: str) -> dict[str, Any] | None:
    band = next((band for name, band in ZONES.items() if f"in {name}" in title), None)
    return {"utc_min": band[0], "utc_max": band[1], "based_in_zone": f"Live in {title}"} if band else None


LABELS = {"posting": 0, "place": "", "evidence": {}}


def titles(query: str) -> set[str]:
    return {listing.title for listing in find(Search.parse(QueryDict(query))).listings}


@pytest.mark.parametrize(
    "place", ["DE", "FR", "ES", "US", "US-CA", "US-TX", "CA", "CA-QC", "CA-ON", "BR", "US-NY", "IN"]
)
def test_finds_the_jobs_whose_cards_say_so(jobs: None, place: str) -> None:
    reader = Situation.in_place(place)
    everything = find(Search(), reader_place=place)
    verdicts = {card.title: card.personal_fit.verdict for card in cards(everything.ids, reader) if card.personal_fit}
    counts = {value: count for value, _, count in everything.counts["fit"]}
    assert len(verdicts) == sum(counts.values()) == len(RESIDENCES)
    for fit, labels in VERDICTS.items():
        results = find(Search(fit=fit, fit_place=place))
        expected = {title for title, verdict in verdicts.items() if verdict in labels}
        assert {listing.title for listing in results.listings} == expected
        assert counts[fit] == results.total == len(expected)
        [doubt] = results.counts["fit in doubt"]
        in_doubt = [DOUBTS[verdict] for verdict in verdicts.values() if verdict in DOUBTS]
        assert in_doubt == [doubt.label] * doubt.total


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
