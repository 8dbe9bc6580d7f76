"""What the form for the reader's situation is sent, and where it leads."""

from __future__ import annotations

import json

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from listings.vocabulary.zones import renamed_zones, standard_offset
from tests.listings.indexing import Reindex, reindex
from tests.listings.making import listing_with

__all__ = ["reindex"]

pytestmark = pytest.mark.django_db


def test_pay_in_a_currency_without_a_rate_is_not_read_as_dollars(client: Client) -> None:
    sent = {"place": "NG", "my_pay": "6000000", "my_currency": "", "my_tz": ""}
    answer = client.post("/situation/", sent)
    assert answer.status_code == 400
    page = BeautifulSoup(answer.content, "lxml")
    message = page.select("#my_currency-wrong")[0].get_text(" ", strip=True)
    assert message == (
        "Pay in Nigerian nairas cannot be compared: the European Central Bank has no rate for it. "
        "Give the amount in US dollars, or choose another currency."
    )
    assert page.select("#my_currency")[0]["aria-describedby"] == "my_currency-wrong"
    assert page.select("#my_pay")[0]["value"] == "6000000"
    assert [option["value"] for option in page.select("#my_currency option[selected]")] == ["USD"]
    chosen = client.post("/situation/", {**sent, "my_currency": "USD", "my_pay": "12000"})
    assert chosen["Location"] == "/jobs/?my_country=NG&my_tz=Africa%2FLagos&my_pay=12000"


def test_a_currency_that_was_chosen_before_stands_in_for_one_without_a_rate(client: Client) -> None:
    client.cookies["situation"] = "my_country=DE&my_currency=EUR&my_pay=60000"
    sent = {"place": "NG", "my_pay": "30000", "my_currency": "", "my_tz": "none"}
    assert (
        client.post("/situation/", sent)["Location"] == "/jobs/?my_country=NG&my_tz=none&my_currency=EUR&my_pay=30000"
    )


def test_a_currency_without_a_rate_is_named_beside_the_field(client: Client) -> None:
    def note(address: str) -> tuple[str, bool]:
        page = BeautifulSoup(client.get(address).content, "lxml")
        [line] = page.select("#no-rate")
        return line.get_text(" ", strip=True), line.has_attr("hidden")

    text, is_hidden = note("/situation/?my_country=NG")
    assert text == "Amounts in Nigerian nairas are not offered yet."
    assert not is_hidden
    assert [note(f"/situation/{query}")[1] for query in ("", "?my_country=DE", "?my_country=US&my_state=US-OH")] == [
        True,
        True,
        True,
    ]
    defaults = json.loads(
        str(BeautifulSoup(client.get("/situation/").content, "lxml").select("#place")[0]["data-defaults"])
    )
    assert defaults["NG"] == ["", "Africa/Lagos", "Nigerian nairas"]
    assert defaults["DE"] == ["EUR", "Europe/Berlin", ""]


def test_pay_without_a_country_needs_a_currency(client: Client) -> None:
    answer = client.post("/situation/", {"place": "", "my_pay": "60000", "my_currency": ""})
    assert answer.status_code == 400
    assert "or choose another currency." in answer.content.decode()
    german = client.post("/situation/", {"place": "DE", "my_pay": "60000", "my_currency": "", "my_tz": "none"})
    assert german["Location"] == "/jobs/?my_country=DE&my_tz=none&my_currency=EUR&my_pay=60000"


def test_a_form_with_a_slip_keeps_its_zone(client: Client) -> None:
    for sent, selected in (("", []), ("none", ["none"]), ("Europe/Paris", ["Europe/Paris"])):
        answer = client.post("/situation/", {"place": "DE", "my_pay": "lots", "my_currency": "", "my_tz": sent})
        assert answer.status_code == 400
        page = BeautifulSoup(answer.content, "lxml")
        assert [option["value"] for option in page.select("#my_tz option[selected]")] == selected


def test_zones_are_offered_by_their_present_names(client: Client) -> None:
    page = BeautifulSoup(client.get("/situation/?my_country=IN&my_tz=Asia/Calcutta").content, "lxml")
    assert [option["value"] for option in page.select("#my_tz option[selected]")] == ["Asia/Kolkata"]
    offered = {str(option["value"]) for option in page.select("#my_tz option")}
    assert {"America/Argentina/Buenos_Aires", "America/Nuuk", "Africa/Asmara", "UTC"} <= offered
    assert offered.isdisjoint(
        {"America/Buenos_Aires", "America/Godthab", "Africa/Asmera", "America/Atka", "America/Knox_IN"}
    )
    # For browsers that report the other name.
    renamed = json.loads(str(page.select("#my_tz")[0]["data-renamed"]))
    assert renamed["Asia/Saigon"] == "Asia/Ho_Chi_Minh"
    assert not offered & renamed.keys()
    assert set(renamed.values()) <= offered


def test_a_replaced_zone_keeps_its_time() -> None:
    assert all(standard_offset(old) == standard_offset(new) for old, new in renamed_zones().items())


def test_an_address_with_a_replaced_zone_leads_to_the_present_one(client: Client, reindex: Reindex) -> None:
    reindex()
    answer = client.get("/jobs/?my_country=AR&my_tz=America/Buenos_Aires")
    assert answer["Location"] == "/jobs/?my_country=AR&my_tz=America%2FArgentina%2FBuenos_Aires"
    client.cookies["situation"] = "my_country=AR&my_tz=America%2FBuenos_Aires"
    assert client.get("/jobs/").status_code == 200


def test_goes_on_with_what_the_front_page_was_sent(client: Client) -> None:
    page = BeautifulSoup(client.get("/situation/?q=python&my_country=US-OH&fit=open").content, "lxml")
    assert page.select("#place option[selected]")[0]["value"] == "US-OH"
    assert page.select("input[name=next]")[0]["value"] == "/jobs/?q=python&fit=open"
    # As nobody was asked for the zone, it is not left out, but that of the country.
    assert not page.select("#my_tz option[selected]")
    changed = BeautifulSoup(client.get("/situation/?my_country=DE").content, "lxml")
    assert not changed.select("#my_tz option[selected]")
    changed = BeautifulSoup(client.get("/situation/?my_country=DE&my_currency=EUR&my_pay=60000").content, "lxml")
    assert changed.select("#my_tz option[selected]")[0]["value"] == "none"
    page = BeautifulSoup(client.get("/situation/?q=&my_country=", HTTP_REFERER="http://testserver/").content, "lxml")
    assert page.select("input[name=next]")[0]["value"] == "/"


def test_one_in_the_address_can_be_remembered_from_any_page(client: Client, reindex: Reindex) -> None:
    listing_with("Baker", facts={"residence": {"include": ["DE"], "exclude": []}})
    reindex()
    path = "/jobs/?q=baker&my_country=DE&my_currency=EUR&my_pay=60000"
    page = BeautifulSoup(client.get(path).content, "lxml")
    [form] = page.select(".situation form[action='/situation/']")
    sent = {str(field["name"]): str(field["value"]) for field in form.select("input, button")}
    answer = client.post("/situation/", sent, HTTP_REFERER=f"http://testserver{path}")
    assert answer["Location"] == "/jobs/?q=baker"
    assert answer.cookies["situation"].value == "my_country=DE&my_currency=EUR&my_pay=60000"
    page = BeautifulSoup(client.get("/jobs/?q=baker").content, "lxml")
    assert "from €60,000" in page.select(".situation")[0].text
    # It is remembered by now.
    assert not page.select(".situation form[action='/situation/']")
