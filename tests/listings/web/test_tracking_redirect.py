"""Links that were decorated on their way lead to the plain address."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.listings.indexing import Reindex
from tests.listings.making import listing_with

pytestmark = pytest.mark.django_db

TRACKING = "msclkid=1&gad_source=1&_gl=1*x*y&UTM_Source=mail&mc_cid=a&pk_campaign=b&_hsenc=c&ref=d&utm_source="


@pytest.mark.parametrize("path", ["/jobs/", "/jobs.json", "/jobs.rss"])
@pytest.mark.parametrize(
    ("query", "plain"),
    [
        (TRACKING, ""),
        (f"q=python&{TRACKING}", "?q=python"),
        ("q=python&amp;category=design&amp;amp;page=1&amp;utm_source=x", "?q=python&category=design"),
        ("category=design&amp;category=data", "?category=data&category=design"),
        ("utm_source=", ""),
    ],
)
def test_a_decorated_search_leads_to_the_plain_one(
    client: Client, reindex: Reindex, path: str, query: str, plain: str
) -> None:
    reindex()
    answer = client.get(f"{path}?{query}")
    assert (answer.status_code, answer["Location"]) == (302, f"{path}{plain}")
    assert client.get(answer["Location"]).status_code == 200


def test_a_decorated_job_and_front_page_lead_to_the_plain_ones(client: Client, reindex: Reindex) -> None:
    job = listing_with().get_absolute_url()
    reindex()
    for path in (job, "/"):
        answer = client.get(f"{path}?{TRACKING}&my_country=DE&amp;my_tz=Europe/Berlin")
        assert (answer.status_code, answer["Location"]) == (302, f"{path}?my_country=DE&my_tz=Europe%2FBerlin")
        assert client.get(answer["Location"]).status_code == 200
        assert client.get(f"{path}?fbclid=x")["Location"] == path
        assert client.get(f"{path}?my_country=DE").status_code == 200


@pytest.mark.parametrize("path", ["/jobs/", "/jobs.json", "/jobs.rss"])
def test_any_other_unknown_parameter_is_still_named(client: Client, reindex: Reindex, path: str) -> None:
    reindex()
    for name in ("colour", "amp;colour", "referrer"):
        answer = client.get(f"{path}?{TRACKING}&{name}=x")
        assert answer.status_code == 400
        assert name.removeprefix("amp;") in answer.content.decode()


@pytest.mark.parametrize("path", ["/guide/", "/about/", "/saved/"])
def test_pages_without_a_query_ignore_what_is_added(client: Client, path: str) -> None:
    assert client.get(f"{path}?{TRACKING}").status_code == 200
