"""An amount that cannot be read is answered beside its box, and the rest of the search stays as it is."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tests.listings.indexing import Reindex
from tests.listings.making import listing_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def bakers(reindex: Reindex) -> None:
    listing_with("Baker", facts={"employment": ["CONTRACTOR"]})
    listing_with("Baker of cakes")
    listing_with("Diver", facts={"employment": ["CONTRACTOR"]})
    reindex()


def test_the_rest_of_the_search_stays(client: Client, bakers: None) -> None:
    response = client.get("/jobs/?q=baker&employment=CONTRACTOR&salary_min=1.500k&currency=EUR&my_country=DE")
    assert response.status_code == 400
    soup = BeautifulSoup(response.content, "lxml")
    assert [link.text for link in soup.select(".card h3 a")] == ["Baker"]
    box = soup.select_one("#salary_min")
    assert box is not None
    assert (box["value"], box["aria-invalid"]) == ("1.500k", "true")
    message = soup.select_one("#salary_min-wrong")
    assert message is not None
    assert box["aria-describedby"] == message["id"]
    assert "cannot read '1.500k' as an amount" in message.text
    kept = {field["name"]: field["value"] for field in soup.select(".narrow input[type=hidden]")}
    assert kept == {"q": "baker", "employment": "CONTRACTOR", "my_country": "DE"}
    assert soup.select_one("meta[name=robots]")


def test_a_fragment_pushes_the_search_without_it(client: Client, bakers: None) -> None:
    response = client.get("/jobs/?q=baker&salary_min=seventy&currency=USD", headers={"HX-Request": "true"})
    assert response.status_code == 400
    assert response["HX-Push-Url"] == "/jobs/?q=baker"
    assert b"Shown without the pay filter" in response.content


def test_a_second_mistake_is_named(client: Client, bakers: None) -> None:
    response = client.get("/jobs/?catgory=design&salary_min=seventy")
    assert response.status_code == 400
    assert b"catgory" in response.content


@pytest.mark.parametrize(
    ("written", "canonical"), [("70.000", "70000"), ("70k", "70000"), ("%E2%82%AC70k", "70000&currency=EUR")]
)
def test_an_address_leads_to_the_canonical_number(client: Client, bakers: None, written: str, canonical: str) -> None:
    response = client.get(f"/jobs/?q=baker&salary_min={written}")
    assert (response.status_code, response["Location"]) == (302, f"/jobs/?q=baker&salary_min={canonical}")


def test_a_sign_of_several_currencies_is_asked_about_beside_the_amount(client: Client, bakers: None) -> None:
    response = client.get("/jobs/?q=baker&salary_min=500+000+kr&currency=EUR", headers={"HX-Request": "true"})
    assert response.status_code == 400
    message = BeautifulSoup(response.content, "lxml").select("#salary_min-wrong")[0]
    assert message.text == "Which currency is meant? Choose one of SEK, DKK, ISK, NOK."
