"""What an ad asks for beside its places: a zone to live in, citizenship or a clearance."""

from __future__ import annotations

from html import unescape

import pytest
from django.test import Client

from listings.search.query.situation import Situation
from listings.web.personal_fit import personal_fit
from tests.listings.making import listing_with
from tests.tables import table


def test_a_zone_to_live_in_leaves_it_open_to_those_within_alone() -> None:
    hours = {"utc_min": -6, "utc_max": -5, "based_in_zone": "You must be based in UTC-6 to UTC-5"}
    facts = {"residence": {"include": ["americas"], "exclude": []}, "hours": hours}
    expected = {"PE": "Open to you", "BR": "Depends on your time zone", "DE": "Not open to you"}
    fits = {place: personal_fit(facts, Situation(country=place), "Americas only") for place in expected}
    assert {place: fit.verdict for place, fit in fits.items() if fit} == expected
    assert {place: fit.quote for place, fit in fits.items() if fit} == {
        "PE": "Americas only",
        "BR": "You must be based in UTC-6 to UTC-5",
        "DE": "Americas only",
    }
    unstated = personal_fit({**facts, "residence": None}, Situation(country="BR"), "Remote")
    assert unstated is not None
    assert (unstated.kind, unstated.verdict) == ("unsaid", "Depends on your time zone")


def test_a_zone_beside_which_nobody_is_taken_leaves_out_whole_countries() -> None:
    quote = "You must be based in UTC-6 to UTC-5"
    hours = {"utc_min": -6, "utc_max": -5, "based_in_zone": quote, "only_in_zone": True}
    facts = {"residence": {"include": ["worldwide"], "exclude": []}, "hours": hours}
    expected = {
        Situation(country="PE"): ("yes", "Anywhere"),
        Situation(country="NO"): ("no", quote),
        Situation(country="BO"): ("unsaid", quote),
        Situation(country="US"): ("unsaid", quote),
        Situation(country="US", state="US-CA"): ("no", quote),
    }
    for situation, verdict_and_quote in expected.items():
        fit = personal_fit(facts, situation, "Anywhere")
        assert fit is not None
        assert (fit.kind, fit.quote) == verdict_and_quote


def test_a_rough_distance_from_a_zone_leaves_those_far_away_in_doubt() -> None:
    quote = "Location (within a few hours of Pacific time)"
    near = {"low": -8.0, "high": -8.0, "evidence": quote}
    facts = {"residence": {"include": ["worldwide"], "exclude": []}, "hours": None, "near_zone": near}
    expected = {"NG": ("Depends on your time zone", quote), "PE": ("Open to you", "Anywhere")}
    for place, verdict_and_quote in expected.items():
        fit = personal_fit(facts, Situation(country=place), "Anywhere")
        assert fit is not None
        assert (fit.verdict, fit.quote) == verdict_and_quote


def test_citizenship_that_is_asked_for_stands_beside_an_open_place() -> None:
    facts = {"residence": {"include": ["europe"], "exclude": []}, "legal_status": "European citizenship"}
    expected = {"DE": ("Place fits", "European citizenship"), "BR": ("Not open to you", "")}
    for place, said in expected.items():
        fit = personal_fit(facts, Situation(country=place), "Europe only")
        assert fit is not None
        assert (fit.verdict, fit.legal_status, fit.quote) == (*said, "Europe only")


@table(
    ("day", "asked_for", "expected"),
    [
        ("9-17", 4, "Place fits"),
        ("12-20", 4, "Open to you"),
        ("12-20", 8, "Place fits"),
        ("12-20", None, "Open to you"),
        ("9-17", None, "Place fits"),
        ("9-17", 2, "Open to you"),
    ],
)
def test_hours_that_are_not_the_readers_stand_beside_an_open_place(
    day: str, asked_for: int | None, expected: str
) -> None:
    hours = {"overlap_with": "America/New_York", "overlap_hours": asked_for, "evidence": "overlap with New York"}
    facts = {"residence": {"include": ["worldwide"], "exclude": []}, "hours": hours}
    fit = personal_fit(facts, Situation(country="DE", tz="Europe/Berlin", day=day), "Anywhere")
    assert fit is not None
    assert (fit.kind, fit.verdict) == ("yes", expected)


def test_hours_that_cannot_be_compared_stand_beside_an_open_place() -> None:
    facts = {
        "residence": {"include": ["worldwide"], "exclude": []},
        "hours": None,
        "in_words": {"hours": "4 hours overlap with Eastern or Pacific"},
    }
    for zone, expected in (("Europe/Berlin", "Place fits"), ("", "Open to you")):
        fit = personal_fit(facts, Situation(country="DE", tz=zone), "Anywhere")
        assert fit is not None
        assert (fit.kind, fit.verdict) == ("yes", expected)


@table("workplace", ["hybrid", "onsite"])
def test_an_office_is_open_to_those_who_live_near(workplace: str) -> None:
    facts = {"residence": {"include": ["DE"], "exclude": []}, "workplace": workplace}
    for country, expected in (("DE", ("yes", "Open near the office")), ("FR", ("no", "Not open to you"))):
        fit = personal_fit(facts, Situation(country=country), "Munich, Germany")
        assert fit is not None
        assert (fit.kind, fit.verdict) == expected


@pytest.mark.django_db
def test_the_page_quotes_what_is_asked_for(client: Client) -> None:
    quote = "Must be a Dutch citizen"
    listing = listing_with(facts={"residence": {"include": ["NL"], "exclude": []}, "legal_status": quote})
    page = unescape(client.get(f"{listing.get_absolute_url()}?my_country=NL").content.decode())
    assert "Place fits</summary>" in page
    assert f"The ad asks for: <q>{quote}</q>" in page
    assert "<dt>Citizenship or clearance</dt>" in page
    assert "Citizenship" not in client.get(listing_with(facts={}).get_absolute_url()).content.decode()
