"""The front page: the search, the kinds of work, and the newest jobs, which are those open to a known reader."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client
from pytest_django.asserts import assertNumQueries

from listings.models import Source
from listings.vocabulary.categories import CATEGORIES
from tests.listings.indexing import Reindex, no_index, reindex
from tests.listings.making import listing_with

__all__ = ["no_index", "reindex"]
pytestmark = pytest.mark.django_db

GERMANY = "/?my_country=DE"


@pytest.fixture
def three(reindex: Reindex) -> None:
    listing_with("Baker in Europe", facts={"residence": {"include": ["eu"], "exclude": []}, "category": "operations"})
    listing_with("Baker in Brazil", facts={"residence": {"include": ["BR"], "exclude": []}})
    listing_with("Baker somewhere")
    reindex()


def read(client: Client, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "lxml")


def titles(soup: BeautifulSoup) -> set[str]:
    return {link.text for link in soup.select(".card h3 a")}


def fields(soup: BeautifulSoup) -> dict[str, Tag]:
    return {str(field["name"]): field for field in soup.select(".hero form [name]")}


def link(soup: BeautifulSoup, text: str) -> str:
    (found,) = [link for link in soup.select("main a") if " ".join(link.text.split()).startswith(text)]
    return str(found["href"])


def test_asks_a_stranger_where_they_live(client: Client, three: None) -> None:
    soup = read(client, "/")
    assert list(fields(soup)) == ["q", "my_country", "my_tz", "fit"]
    options = {option.text: option["value"] for option in soup.select("#my_country option")}
    assert (options["Country or state"], options["Germany"], options["Brazil"]) == ("", "DE", "BR")
    assert options["United States: California"] == "US-CA"
    assert not soup.select("#my_country option[selected]")
    assert not fields(soup)["fit"].has_attr("checked")
    assert len(titles(soup)) == 3
    assert link(soup, "All open jobs") == "/jobs/"


def test_shows_a_known_reader_what_is_open_to_them(client: Client, three: None) -> None:
    soup = read(client, GERMANY)
    assert titles(soup) == {"Baker in Europe"}
    assert link(soup, "All 1 open to you") == "/jobs/?fit=open&my_country=DE"
    assert link(soup, CATEGORIES["operations"]) == "/jobs/?category=operations&fit=open&my_country=DE"
    assert len(soup.select(".categories li")) == 1
    assert "3 open jobs from 1 board" in soup.select(".status")[0].text
    assert list(fields(soup)) == ["q", "my_country", "my_tz", "fit"]
    assert [option["value"] for option in soup.select("#my_country option[selected]")] == ["DE"]
    # The place alone narrows no search: the box waits for a choice.
    assert not fields(soup)["fit"].has_attr("checked")


def test_a_remembered_situation_stays_out_of_addresses(client: Client, three: None) -> None:
    client.cookies["situation"] = "my_country=DE&my_tz=Europe%2FBerlin"
    soup = read(client, "/")
    assert titles(soup) == {"Baker in Europe"}
    assert link(soup, "All 1 open to you") == "/jobs/?fit=open"
    assert list(fields(soup)) == ["q", "my_country", "my_tz", "fit"]
    assert [option["value"] for option in soup.select("#my_country option[selected]")] == ["DE"]
    # What the form sends of the place adds nothing to what is remembered.
    sent = client.get("/jobs/?q=baker&my_country=DE")
    assert (sent.status_code, sent["Location"]) == (302, "/jobs/?q=baker")
    elsewhere = client.get("/jobs/?q=baker&my_country=FR")
    assert elsewhere.status_code == 200


def test_the_zone_is_that_of_a_country_with_one(client: Client, three: None) -> None:
    def sent(country: str, zone: str = "") -> str:
        return client.get("/jobs/", {"q": "baker", "my_country": country, "my_tz": zone})["Location"]

    assert sent("NG") == "/jobs/?q=baker&my_country=NG&my_tz=Africa%2FLagos"
    assert sent("US") == "/jobs/?q=baker&my_country=US"
    assert sent("") == "/jobs/?q=baker"
    # Nobody was asked for the country, and so nothing stands for it.
    assert client.get("/jobs/?q=baker&my_country=NG").status_code == 200
    client.cookies["situation"] = "my_country=DE"
    assert sent("DE") == "/jobs/?q=baker&my_country=DE"
    assert sent("FR") == "/jobs/?q=baker&my_country=FR&my_tz=Europe%2FParis"
    assert sent("US-OH") == "/jobs/?q=baker&my_country=US&my_state=US-OH&my_tz=America%2FNew_York"
    assert sent("US-TN") == "/jobs/?q=baker&my_country=US&my_state=US-TN"


def test_the_zone_follows_the_country_unless_it_was_chosen(client: Client, three: None) -> None:
    def hidden_zone(address: str) -> str:
        return str(fields(read(client, address))["my_tz"]["value"])

    assert hidden_zone("/?my_country=NG&my_tz=Africa/Lagos") == ""
    assert hidden_zone("/?my_country=NG&my_tz=Europe/London") == "Europe/London"
    assert hidden_zone("/?my_country=NG&my_tz=Africa/Lagos&my_day=8-16") == "Africa/Lagos"
    assert hidden_zone("/?my_country=NG&my_tz=none") == "none"


def test_a_state_is_sent_as_one_value_and_kept_as_two(client: Client, three: None) -> None:
    sent = client.get("/jobs/?q=baker&my_country=US-OH")
    assert (sent.status_code, sent["Location"]) == (302, "/jobs/?q=baker&my_country=US&my_state=US-OH")
    assert [
        option["value"]
        for option in read(client, "/?my_country=US&my_state=US-OH").select("#my_country option[selected]")
    ] == ["US-OH"]


def test_shows_all_jobs_to_whom_none_is_open(client: Client, reindex: Reindex) -> None:
    listing_with("Baker in Brazil", facts={"residence": {"include": ["BR"], "exclude": []}})
    reindex()
    soup = read(client, GERMANY)
    assert titles(soup) == {"Baker in Brazil"}
    assert link(soup, "All open jobs") == "/jobs/?my_country=DE"


def test_shows_all_jobs_while_the_index_is_rebuilt(client: Client, no_index: None) -> None:
    listing_with("Baker in Brazil", facts={"residence": {"include": ["BR"], "exclude": []}})
    soup = read(client, GERMANY)
    assert titles(soup) == {"Baker in Brazil"}
    assert "Open jobs from 1 board" in soup.select(".status")[0].text


def test_the_number_of_queries_is_that_of_strangers(client: Client, three: None) -> None:
    for address in ("/", GERMANY):
        client.get(address)
        with assertNumQueries(2):
            client.get(address)


def test_a_wrong_situation_is_named(client: Client, three: None) -> None:
    response = client.get("/?my_country=Narnia")
    assert response.status_code == 400
    assert b"There is a mistake in this search" in response.content


def test_the_box_holds_the_last_choice_of_a_remembered_reader(client: Client, three: None) -> None:
    client.cookies["situation"] = "my_country=DE&fit=open"
    assert fields(read(client, "/"))["fit"].has_attr("checked")
    # A plain form sends the hidden field first, then the box if it is checked.
    checked = client.get("/jobs/?q=baker&my_country=DE&fit=any&fit=open", follow=True)
    assert checked.redirect_chain[-1][0] == "/jobs/?q=baker&fit=open"
    unchecked = client.get("/jobs/?q=baker&my_country=DE&fit=any", follow=True)
    assert unchecked.redirect_chain[-1][0] == "/jobs/?q=baker"
    soup = read(client, "/")
    assert not fields(soup)["fit"].has_attr("checked")
    assert soup.select_one(".hero form input[type=hidden][name=fit]")
    assert titles(soup) == {"Baker in Europe"}


def test_while_no_board_has_answered_the_jobs_that_are_there_count(client: Client, three: None) -> None:
    Source.objects.update(last_ok_at=None)
    text = " ".join(read(client, "/").text.split())
    assert "3 open jobs, while the boards are read for the first time." in text
