"""Lists of places, and what a form takes from the chosen country."""

from __future__ import annotations

import re
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from listings.vocabulary.countries import COUNTRIES
from listings.vocabulary.regions import STATES
from listings.vocabulary.state_zones import zone_of_state
from listings.web.place_defaults import currency_of, zone_of
from listings.web.place_options import counted_place_groups, countries_by_part, place_groups
from listings.web.situation_form import zones_by_area
from tests.listings.indexing import Reindex
from tests.listings.making import listing_with


def options(html: str) -> list[tuple[str, str]]:
    return re.findall(r'<option value="([^"]*)"[^>]*>([^<]*)', html)


def read(client: Client, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200, response.get("Location")
    return BeautifulSoup(response.content, "lxml")


def chosen(form: BeautifulSoup, selector: str) -> str:
    [option] = form.select(f"{selector} option[selected]") or [{"value": ""}]
    return str(option["value"])


def test_every_country_is_in_one_part_of_the_world() -> None:
    parts = countries_by_part()
    assert sorted(code for codes in parts.values() for code in codes) == sorted(COUNTRIES)
    part_of = {code: title for title, codes in parts.items() for code in codes}
    assert [part_of[code] for code in ("PT", "MX", "US", "JM", "KE", "IN", "NZ", "AQ")] == [
        "Europe", "Latin America", "North America", "Caribbean", "Africa", "Asia", "Oceania", "Elsewhere",
    ]  # fmt: skip


def test_where_nobody_lives_is_offered_to_nobody_but_who_chose_it() -> None:
    offered = {code for _, html in place_groups("") for code, _ in options(html)}
    assert {"DE", "FK", "PN"} <= offered
    assert not {"AQ", "BV"} & offered
    assert "AQ" in {code for _, html in place_groups("AQ") for code, _ in options(html)}


def test_a_territory_with_a_code_of_its_own_is_offered_once() -> None:
    offered = [code for _, html in place_groups("") for code, _ in options(html)]
    assert {"PR", "GU", "US-HI"} <= set(offered)
    assert "US-PR" not in offered
    assert "US-PR" in {code for _, html in place_groups("US-PR") for code, _ in options(html)}


def test_states_stand_under_their_country() -> None:
    groups = dict(place_groups("CA-QC"))
    names = [name for _, name in options(groups["North America"])]
    assert names[names.index("Canada") + 1] == "Canada: Alberta"
    assert names[names.index("United States") + 1] == "United States: Alabama"
    assert 'value="CA-QC" selected' in groups["North America"]


def test_counted_lists_leave_out_places_without_jobs() -> None:
    groups = dict(counted_place_groups("FR", {"PT": 3, "BV": 2}))
    assert list(groups) == ["Europe"]
    assert options(groups["Europe"]) == [("FR", "France"), ("PT", "Portugal (3)")]


@pytest.mark.parametrize(
    ("place", "currency", "zone"),
    [
        ("DE", "EUR", "Europe/Berlin"),
        ("PT", "EUR", "Europe/Lisbon"),
        ("US", "USD", ""),
        ("IN", "INR", "Asia/Kolkata"),
        ("AQ", "", ""),
        ("NG", "", "Africa/Lagos"),
        ("US-OH", "USD", "America/New_York"),
        ("US-AZ", "USD", "America/Phoenix"),
        ("US-TN", "USD", ""),
        ("CA-QC", "CAD", "America/Toronto"),
        ("CA-NU", "CAD", ""),
    ],
)
def test_defaults_of_a_place(place: str, currency: str, zone: str) -> None:
    assert (currency_of(place[:2]), zone_of(place)) == (currency, zone)


def test_every_state_in_one_zone_is_a_state_and_its_zone_can_be_chosen() -> None:
    for state, zone in zone_of_state().items():
        assert state in STATES[state[:2]]
        assert zone in zones_by_area()[zone.partition("/")[0]]


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ({"place": "DE", "my_tz": "", "my_pay": "50000", "my_currency": ""},
         "my_country=DE&my_tz=Europe%2FBerlin&my_currency=EUR&my_pay=50000"),
        ({"place": "DE", "my_tz": "none", "my_pay": "", "my_currency": ""}, "my_country=DE&my_tz=none"),
        ({"place": "DE", "my_tz": "UTC", "my_pay": "9", "my_currency": "GBP"},
         "my_country=DE&my_tz=UTC&my_currency=GBP&my_pay=9"),
        ({"place": "US-CA", "my_tz": "", "my_pay": "9", "my_currency": ""},
         "my_country=US&my_state=US-CA&my_tz=America%2FLos_Angeles&my_pay=9"),
        ({"place": "US-TN", "my_tz": "", "my_pay": "9", "my_currency": ""}, "my_country=US&my_state=US-TN&my_pay=9"),
    ],
)  # fmt: skip
@pytest.mark.django_db
def test_the_form_takes_zone_and_currency_of_the_country(client: Client, sent: Any, kept: str) -> None:
    response = client.post("/situation/", {**sent, "next": "/jobs/", "keep": "address"})
    assert response["Location"] == f"/jobs/?{kept}"


@pytest.mark.django_db
def test_a_zone_left_out_stays_left_out(client: Client) -> None:
    assert chosen(read(client, "/situation/?my_country=DE&my_pay=60000"), "#my_tz") == "none"
    assert chosen(read(client, "/situation/"), "#my_tz") == ""
    # For this visit: the address says so, which every link carries on.
    sent = client.post("/situation/", {"place": "DE", "my_tz": "none", "keep": "address", "next": "/jobs/"})
    assert sent["Location"] == "/jobs/?my_country=DE&my_tz=none"
    visit = read(client, sent["Location"])
    [edit] = [str(link["href"]) for link in visit.select(".situation .mine a")]
    assert chosen(read(client, edit), "#my_tz") == "none"
    # A zone chosen later takes its place; alone it is no situation.
    assert chosen(read(client, "/situation/?my_country=DE&my_tz=UTC"), "#my_tz") == "UTC"
    assert client.get("/jobs/?my_tz=none")["Location"] == "/jobs/"
    client.post("/situation/", {"place": "DE", "my_tz": "none", "keep": "device"})
    client.get("/jobs/?fit=open")
    assert chosen(read(client, "/situation/"), "#my_tz") == "none"


@pytest.mark.django_db
def test_filters_begin_with_the_readers_own(client: Client, reindex: Reindex) -> None:
    listing_with("Baker", facts={"residence": {"include": ["DE", "FR"], "exclude": []}})
    reindex()
    form = read(client, "/jobs/?my_country=FR&my_tz=Europe%2FParis")
    groups = [(group["label"], group.select("option")[0]["value"]) for group in form.select("#country optgroup")]
    assert groups == [("Your country", "FR"), ("Europe", "FR")]
    assert chosen(form, "#country") == ""
    assert (chosen(form, ".narrow #tz"), chosen(form, "#overlap")) == ("Europe/Paris", "any")
    assert chosen(form, ".narrow [name=currency]") == "EUR"
    # Sent as they stand, they ask for nothing.
    sent = client.get("/jobs/?country=&salary_min=&currency=EUR&tz=Europe%2FParis&overlap=any&my_country=FR")
    assert (sent.status_code, sent["Location"]) == (302, "/jobs/?my_country=FR")
    asked = read(client, "/jobs/?salary_min=9&my_country=FR")
    assert chosen(asked, ".narrow [name=currency]") == "USD"
    assert not read(client, "/jobs/").select("#overlap")
