from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertNumQueries

from listings.models import Listing
from tests.listings.making import listing_with

pytestmark = pytest.mark.django_db


def shown(client: Client, *ids: int) -> dict[str, str]:
    answer = client.get("/jobs/cards/", {"id": ids})
    assert answer.status_code == 200
    rows = BeautifulSoup(answer.content, "lxml").select("li[data-id]")
    return {str(row["data-id"]): " ".join(row.get_text(" ").split()) for row in rows}


def test_cards_in_the_order_asked_and_a_line_for_what_is_gone(client: Client) -> None:
    first, second = listing_with("Baker"), listing_with("Cook")
    closed = listing_with("Diver", closed_at=timezone.now(), closed_reason=Listing.Closed.GONE)
    hidden = listing_with("Eel keeper", hidden_at=timezone.now())
    merged = listing_with("Fisher", merged_into=first)
    with assertNumQueries(2):
        found = shown(client, second.pk, merged.pk, closed.pk, hidden.pk, 999_999)
    assert list(found) == [str(pk) for pk in (second.pk, merged.pk, closed.pk, hidden.pk, 999_999)]
    assert found[str(second.pk)].startswith("Cook")
    assert found[str(merged.pk)].startswith("Baker")
    assert "Diver at Fernhill Labs: closed on" in found[str(closed.pk)]
    assert "its board no longer lists it" in found[str(closed.pk)]
    assert "Eel keeper" not in found[str(hidden.pk)]
    assert found["999999"] == "This job is no longer shown here."


def test_a_chain_of_merges_is_followed_to_its_end(client: Client) -> None:
    last = listing_with("Baker")
    first = listing_with(
        "Cook", merged_into=listing_with("Diver", merged_into=listing_with("Eel keeper", merged_into=last))
    )
    found = shown(client, first.pk)
    assert found[str(first.pk)].startswith("Baker")


@pytest.mark.parametrize("query", ["", "id=", "id=x", "id=-1", "id=²", "id=1&id=1;drop", "id=" + "9" * 40])
def test_what_is_no_number_is_refused(client: Client, query: str) -> None:
    answer = client.get(f"/jobs/cards/?{query}")
    assert answer.status_code == 400
    assert b"number of a job" in answer.content


def test_what_is_wrong_is_named(client: Client) -> None:
    assert b"'colour' is not known here" in client.get("/jobs/cards/?id=1&colour=red").content
    assert b"'12x' is not the number" in client.get("/jobs/cards/?id=1&id=12x").content


def test_no_more_than_a_hundred(client: Client) -> None:
    assert client.get("/jobs/cards/", {"id": list(range(1, 101))}).status_code == 200
    assert client.get("/jobs/cards/", {"id": list(range(1, 102))}).status_code == 400


def test_the_situation_in_the_address_of_the_page_counts(client: Client) -> None:
    listing = listing_with("Baker", facts={"residence": {"include": ["DE"], "exclude": []}})
    answer = client.get(f"/jobs/cards/?id={listing.pk}&my_country=DE")
    card = BeautifulSoup(answer.content, "lxml").select_one(".kept-card")
    assert card is not None
    assert "Open to you" in card.text
    assert card.a is not None
    assert str(card.a["href"]).endswith("?my_country=DE")
    wrong = client.get(f"/jobs/cards/?id={listing.pk}&my_country=Atlantis")
    assert b"Baker" in wrong.content
