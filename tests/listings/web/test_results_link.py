"""The way back from a job to the results."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tests.listings.making import listing_with

pytestmark = pytest.mark.django_db


def back(client: Client, referrer: str, query: str = "") -> tuple[str, str]:
    listing = listing_with()
    response = client.get(listing.get_absolute_url() + query, headers={"Referer": referrer})
    (link,) = BeautifulSoup(response.content, "lxml").select(".trail a")
    assert "Referer" in response["Vary"]
    assert not response.cookies
    return link.text, str(link["href"])


@pytest.mark.parametrize("query", ["", "?q=python", "?category=engineering&page=3&my_country=DE"])
def test_leads_to_the_search_that_the_reader_came_from(client: Client, query: str) -> None:
    assert back(client, f"http://testserver/jobs/{query}") == ("Back to the results", f"/jobs/{query}")


@pytest.mark.parametrize(
    "referrer",
    [
        "",
        "https://other.example/jobs/?q=python",
        "http://testserver/about/",
        "http://testserver/jobs/1-gardener/",
        "http://testserver/jobs/?colour=green",
        "http://testserver/jobs/?q=" + "a" * 3000,
        "http://[",
        "not an address",
    ],
)
def test_from_elsewhere_it_leads_to_all_jobs(client: Client, referrer: str) -> None:
    assert back(client, referrer, "?my_country=DE") == ("All open jobs", "/jobs/?my_country=DE")
