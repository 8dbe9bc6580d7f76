"""What readers are told where an ad's text lets people live anywhere, and its board names places."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from listings.search.query.situation import Situation
from listings.web.personal_fit import personal_fit
from listings.web.structured_data import applicant_areas
from tests.listings.indexing import Reindex
from tests.listings.making import listing_with


def test_a_verdict_tells_where_board_and_ad_disagree() -> None:
    texas = {"include": ["US-TX"], "disputed": "You can live anywhere"}
    for reader, expected in (
        (Situation(country="DE"), ("unsaid", "Unclear: board and ad disagree", "Texas Only", "You can live anywhere")),
        (Situation(country="US", state="US-TX"), ("yes", "Open to you", "Texas Only", "")),
        (Situation(country="US"), ("unsaid", "Depends on your state", "Texas Only", "")),
    ):
        fit = personal_fit({"residence": texas}, reader, "Texas Only")
        assert fit is not None
        assert (fit.kind, fit.verdict, fit.quote, fit.dispute) == expected


def test_where_a_region_has_no_code_the_verdict_elsewhere_is_unclear() -> None:
    peru = {"include": ["PE"], "unread": "Peru/Southeast Asia"}
    for country, expected in (
        ("VN", ("unsaid", "Eligibility unclear", "Peru/Southeast Asia", "")),
        ("PE", ("yes", "Open to you", "Lima time", "")),
    ):
        fit = personal_fit({"residence": peru}, Situation(country=country), "Lima time")
        assert fit is not None
        assert (fit.kind, fit.verdict, fit.quote, fit.dispute) == expected


def test_search_engines_are_told_no_country_that_the_ad_disputes() -> None:
    country = {"include": ["US"], "exclude": []}
    assert applicant_areas([country]) == [{"@type": "Country", "name": "US"}]
    assert applicant_areas([{**country, "disputed": "You can live anywhere"}]) == []
    assert applicant_areas([{**country, "unread": "US/Southeast Asia"}]) == []


@pytest.mark.django_db
def test_card_page_and_feed_tell_both_sides_of_a_dispute(client: Client, reindex: Reindex) -> None:
    words = "Location is not important"
    residence = {"include": ["americas"], "exclude": [], "disputed": words}
    facts = {"residence": residence, "evidence": {"residence": "field:location"}}
    listing = listing_with("Diver", facts=facts, ad={"location": "Americas Only"})
    reindex()
    both = f"The board says: Americas Only. But the ad’s text says: {words}. Ask before you apply."
    pages = [
        BeautifulSoup(client.get(address, {"my_country": "DE"}).content, "lxml")
        for address in ("/jobs/", listing.get_absolute_url())
    ]
    for verdict in (page.select_one(".verdict.unsaid") for page in pages):
        assert verdict is not None
        assert " ".join(verdict.text.split()) == f"Unclear: board and ad disagree{both}"
    # Whoever reads the page, and wherever they live.
    for query in ({}, {"my_country": "PE"}):
        page = BeautifulSoup(client.get(listing.get_absolute_url(), query).content, "lxml")
        quote = " ".join(page.select(".fact-sheet .quote")[0].text.split())
        assert quote == f"Americas Only, according to the board. But the ad’s text says: {words}. Ask before you apply."
    assert "Open to you" in page.select(".for-you")[0].text
    assert words not in client.get("/jobs/", {"my_country": "PE"}).content.decode()
    found = client.get("/jobs.json", {"fit": "unstated", "my_country": "DE"}).json()["items"]
    assert [item["_listing"]["residence_disputed"] for item in found] == [words]
    assert found[0]["_listing"]["facts"]["residence"] == {"include": ["americas"], "exclude": []}
    assert client.get("/jobs.json", {"fit": "unstated", "my_country": "PE"}).json()["items"] == []


@pytest.mark.django_db
def test_pages_and_feed_quote_a_region_that_has_no_code(client: Client, reindex: Reindex) -> None:
    words = "Peru/Southeast Asia"
    residence = {"include": ["PE"], "exclude": [], "unread": words}
    facts = {"residence": residence, "evidence": {"residence": "field:location"}}
    listing = listing_with("Diver", facts=facts, ad={"location": words})
    reindex()
    for address in ("/jobs/", listing.get_absolute_url()):
        page = BeautifulSoup(client.get(address, {"my_country": "VN"}).content, "lxml")
        verdict = page.select_one(".verdict.unsaid")
        assert verdict is not None
        assert " ".join(verdict.text.split()) == f"Eligibility unclearThe ad says: {words}"
    page = BeautifulSoup(client.get(listing.get_absolute_url(), {"my_country": "PE"}).content, "lxml")
    assert " ".join(page.select(".fact-sheet .quote")[0].text.split()) == f"{words}, according to the board"
    assert "Open to you" in page.select(".for-you")[0].text
    items = client.get("/jobs.json", {"fit": "unstated", "my_country": "VN"}).json()["items"]
    assert [item["_listing"]["residence_unread"] for item in items] == [words]


@pytest.mark.django_db
def test_lists_and_pages_quote_a_board_whose_words_are_not_read(client: Client, reindex: Reindex) -> None:
    words = "HYBRID (Harbour) or REMOTE (tide times)"
    listing = listing_with("Diver", facts={"workplace": "remote"}, ad={"location": words})
    reindex()
    for address in ("/jobs/", listing.get_absolute_url()):
        page = BeautifulSoup(client.get(address, {"my_country": "VN"}).content, "lxml")
        verdict = page.select_one(".verdict.unsaid")
        assert verdict is not None
        assert " ".join(verdict.text.split()) == f"Eligibility unclearThe ad says: {words}"
