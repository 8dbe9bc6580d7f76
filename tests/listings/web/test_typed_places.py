"""What is typed as a place is looked up while it is typed, and read again where a form arrives."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("text", "certainty", "code", "label"),
    [
        ("berlin", "exact", "DE", "Berlin → Germany"),
        ("USA", "exact", "US", "USA → United States"),
        ("germany", "exact", "DE", "Germany"),
        ("columbus, ohio", "exact", "US-OH", "Columbus → United States: Ohio"),
        ("nige", "begins", "NG", "Nigeria"),
        ("germny", "guess", "DE", "Germany"),
    ],
)
def test_suggests_places(client: Client, text: str, certainty: str, code: str, label: str) -> None:
    response = client.get("/places/suggest", {"q": text})
    answer = response.json()
    assert (answer["certainty"], answer["places"][0]) == (certainty, {"code": code, "label": label})
    assert "max-age" in response["Cache-Control"]


def test_refuses_what_it_cannot_look_up(client: Client) -> None:
    assert client.get("/places/suggest", {"q": "x" * 81}).status_code == 400
    assert client.get("/places/suggest", {"query": "berlin"}).status_code == 400
    assert client.get("/places/suggest").json() == {"certainty": "unknown", "places": []}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Berlin", "my_country=DE&my_tz=Europe%2FBerlin"),
        ("ohio", "my_country=US&my_state=US-OH&my_tz=America%2FNew_York"),
    ],
)
def test_the_form_reads_names(client: Client, typed: str, kept: str) -> None:
    response = client.post("/situation/", {"place": typed, "my_tz": "", "next": "/jobs/", "keep": "address"})
    assert response["Location"] == f"/jobs/?{kept}"


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("germny", "We do not know the place 'germny'; choose a country or a state. Did you mean Germany?"),
        ("qqqq", "We do not know the place 'qqqq'; choose a country or a state."),
        ("Georgia", "Several places are called 'Georgia'; choose one of them. Did you mean Georgia or United States: "
         "Georgia?"),
    ],
)  # fmt: skip
def test_an_unknown_place_is_answered_beside_its_box(client: Client, typed: str, message: str) -> None:
    response = client.post("/situation/", {"place": typed, "my_pay": "70k", "next": "/jobs/", "keep": "device"})
    assert response.status_code == 400
    assert not response.cookies
    form = BeautifulSoup(response.content, "lxml")
    box, note, pay = form.select_one("#place"), form.select_one("#place-wrong"), form.select_one("#my_pay")
    assert box is not None
    assert note is not None
    assert pay is not None
    assert (note.text, box["aria-describedby"], pay["value"]) == (message, note["id"], "70k")
