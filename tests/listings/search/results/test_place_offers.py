"""A place among the words of a search is offered as the place to live in."""

from __future__ import annotations

import pytest

from listings.search.query.search import Search
from listings.search.results.find import find
from listings.search.results.offers import Offer, offers
from tests.listings.indexing import Reindex
from tests.listings.making import listing_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def jobs(reindex: Reindex) -> None:
    def open_to(title: str, *places: str) -> None:
        residence = {"include": list(places), "exclude": []}
        listing_with(title, f"Employer of {title}", facts={"residence": residence, "category": "engineering"})

    open_to("Software Engineer", "DE")
    open_to("Senior Software Engineer", "worldwide")
    open_to("Software Engineer, Payments", "US-OH")
    for number in range(6):
        open_to(f"Mobile Developer {number}", "FR")
    reindex()


def place_offers(q: str, **more: list[str]) -> list[Offer]:
    search = Search.parse({"q": [q], **more})
    return [offer for offer in offers(search, find(search)) if offer.value == "country"]


@pytest.mark.parametrize(
    ("q", "country", "count"),
    [
        ("software engineer germany", "DE", 2),
        ("software engineer in Berlin", "DE", 2),
        ("software engineer ohio", "US-OH", 2),
        ("germany", "DE", 2),
    ],
)
def test_the_rest_of_the_words_in_that_place(jobs: None, q: str, country: str, count: int) -> None:
    [offer] = place_offers(q)
    assert (offer.kind, offer.search.country, offer.count) == ("filter", country, count)
    assert offer.search.q == ("software engineer" if "software" in q else "")


def test_no_place_where_one_is_chosen_or_other_jobs_have_the_name(jobs: None) -> None:
    assert not place_offers("software engineer germany", country=["FR"])
    assert not place_offers("mobile developer")
    assert not place_offers("software engineer")
