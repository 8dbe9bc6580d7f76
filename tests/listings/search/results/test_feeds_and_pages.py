"""What one search costs in the database, and that every form of its answer gives the same listings."""

from __future__ import annotations

import re
from datetime import timedelta
from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.examples import examples, few
from tests.listings.indexing import Reindex
from tests.listings.making import listing_with, posting_with

pytestmark = pytest.mark.django_db

NUMBER = re.compile(r"/jobs/(\d+)")
COMPANIES = ("Fernhill Labs", "Oak & Otter", "Quarry Nine")


def make_jobs() -> None:
    for number in range(45):
        listing = listing_with(
            ("Python developer", "Illustrator", "Kubernetes engineer")[number % 3] + f" {number}",
            COMPANIES[number // 2 % 3],
            ("remotive", "weworkremotely")[number % 2],
            posted=timezone.now() - timedelta(days=number),
            facts={
                "category": ("engineering", "design")[number % 3 == 1],
                "skills": (["python"], [])[number % 2],
                "residence": ({"include": ["DE"]}, {"include": ["US"]}, None)[number % 3],
                "salary": {"min": 3_000 * number, "max": 4_000 * number, "currency": "EUR", "period": "year"},
            },
        )
        if number % 4 == 0:
            posting_with(listing, "remoteco")


def numbers(addresses: list[str]) -> list[int]:
    found = [NUMBER.search(address) for address in addresses]
    return [int(one[1]) for one in found if one]


def of_page(client: Client, query: str) -> list[int]:
    answer = client.get(f"/jobs/?{query}", follow=True)
    assert answer.status_code == 200
    soup = BeautifulSoup(answer.content, "lxml")
    return numbers([str(link["href"]) for link in soup.select(".card h3 a")])


def of_json(client: Client, query: str) -> list[int]:
    return numbers([item["id"] for item in client.get(f"/jobs.json?{query}", follow=True).json()["items"]])


def of_rss(client: Client, query: str) -> list[int]:
    soup = BeautifulSoup(client.get(f"/jobs.rss?{query}", follow=True).content, "xml")
    return numbers([one.text for one in soup.select("item > guid")])


queries = st.fixed_dictionaries(
    {},
    optional={
        "q": st.sampled_from(["python", "engineer", "kuberntes", "-python", "fernhill or oak", "zebra"]),
        "category": st.sampled_from(["engineering", "design", "-design"]),
        "company": st.sampled_from(["fernhill-labs", "-oak-otter"]),
        "skill": st.sampled_from(["python", "none"]),
        "country": st.sampled_from(["DE", "US-CA"]),
        "salary_min": st.sampled_from(["40000"]),
        "posted": st.sampled_from(["7", "30"]),
        "sort": st.sampled_from(["best", "new", "salary"]),
        "per_page": st.sampled_from(["5", "100"]),
    },
).map(urlencode)


@settings(max_examples=examples(7), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=queries)
def test_feeds_give_the_listings_of_the_first_page_in_its_order(jobs: None, client: Client, query: str) -> None:
    page = of_page(client, query)
    assert of_json(client, query) == page
    assert of_rss(client, query) == page


def test_feeds_leave_out_samples_alone(jobs: None, client: Client, reindex: Reindex) -> None:
    imagined = {listing_with(f"Python developer of dreams {number}", is_sample=True).pk for number in range(3)}
    reindex()
    page = of_page(client, "q=python&per_page=100")
    assert imagined < set(page)
    # Not in the page's order: what keeps one company from filling it has counted the samples too.
    assert set(of_json(client, "q=python&per_page=100")) == set(page) - imagined
    assert of_rss(client, "q=python&per_page=100") == of_json(client, "q=python&per_page=100")


ASKED = (
    "",
    "q=python",
    "q=kuberntes",
    "q=zebra",
    "q=zebra&category=design&country=DE&company=-oak-otter",
    "q=python&sort=salary&per_page=5&page=2",
    "page=2",
    "per_page=100",
    "category=engineering&skill=python&source=-remoteco&language=none",
    "company=fernhill-labs&company=-oak-otter",
    "q=developer&company=quarry-nine&country=DE&residence=stated",
    "country=US-CA&posted=30",
    "tz=Europe%2FBerlin&overlap=4&hours=none",
    "salary_min=40000&currency=EUR&salary=none",
    "company=no-such-company",
)


MAX_QUERIES = 3


@pytest.mark.parametrize(
    ("path", "fragment"), few([("/jobs/", False), ("/jobs.json", False), ("/jobs/", True), ("/jobs.rss", False)], 2)
)
def test_a_search_asks_the_database_three_times_at_most(jobs: None, client: Client, path: str, fragment: bool) -> None:
    # Whether samples are shown at all is asked once in a while, not by every page.
    client.get("/about/")
    for query in ASKED:
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(f"{path}?{query}", headers={"HX-Request": "true"} if fragment else None)
        assert answer.status_code == 200, query
        statements = [captured["sql"][:200] for captured in queries.captured_queries]
        assert len(statements) <= MAX_QUERIES, (query, statements)
