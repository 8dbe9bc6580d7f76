"""What is new in followed searches: one request for all of them, each with its own answer."""

from __future__ import annotations

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertNumQueries

from tests.listings.indexing import Reindex
from tests.listings.making import listing_with

pytestmark = pytest.mark.django_db

YESTERDAY = timezone.now() - timedelta(days=1)


def make_jobs() -> None:
    """Three Python jobs, one of which came today, although it was posted long ago; and a gardener, who came today."""
    long_ago = timezone.now() - timedelta(days=9)
    listing_with("Python developer", posted=long_ago, first_seen_at=long_ago)
    listing_with("Python teacher", posted=timezone.now(), first_seen_at=long_ago)
    listing_with("Python gardener", posted=long_ago, first_seen_at=timezone.now(), facts={"category": "design"})
    listing_with("Gardener", "Oak & Otter", posted=timezone.now(), first_seen_at=timezone.now())


def news(client: Client, *searches: str, **fields: str) -> list[Tag]:
    response = client.post("/following/news", {"search": searches, "since": YESTERDAY.isoformat(), **fields})
    assert response.status_code == 200, response.content
    return list(BeautifulSoup(response.content, "lxml").select("section.followed"))


def titles(section: Tag) -> list[str]:
    return [link.text for link in section.select(".card h3 a")]


def test_counts_what_came_since_and_shows_the_last_to_come(client: Client, jobs: None) -> None:
    [section] = news(client, "q=python", cards="2")
    assert section["data-new"] == "1"
    heading = section.select_one("h2 a")
    assert heading is not None
    assert heading.text == "Python"
    assert heading["href"] == "/jobs/?q=python&sort=new"
    assert "1 new of 3 open jobs" in section.get_text(" ", strip=True)
    assert titles(section)[0] == "Python gardener"
    assert len(titles(section)) == 2


def test_what_is_new_comes_in_the_order_of_its_dates(client: Client, jobs: None, reindex: Reindex) -> None:
    for days in (27, 1, 9):
        posted = timezone.now() - timedelta(days=days)
        listing_with(f"Tide keeper {days}", posted=posted, first_seen_at=timezone.now() - timedelta(minutes=days))
    before = timezone.now() - timedelta(days=3)
    listing_with("Tide keeper of old", posted=timezone.now(), first_seen_at=before)
    reindex()
    [section] = news(client, "q=tide", cards="5")
    assert titles(section) == [*(f"Tide keeper {days}" for days in (1, 9, 27)), "Tide keeper of old"]


def test_where_nothing_is_new_the_newest_ads_are_shown(client: Client, reindex: Reindex) -> None:
    """A new site has read all of them at once: which of them came last says nothing."""
    for days in (9, 1, 27, 5):
        at = timezone.now() - timedelta(days=days)
        listing_with(f"Tide keeper {days}", posted=at, first_seen_at=YESTERDAY - timedelta(minutes=27 - days))
    reindex()
    [section] = news(client, "q=tide", cards="3")
    assert section["data-new"] == "0"
    assert titles(section) == ["Tide keeper 1", "Tide keeper 5", "Tide keeper 9"]


def test_several_searches_cost_the_queries_of_one(client: Client, jobs: None) -> None:
    searches = ["q=python", "q=gardener", "company=oak-otter", "", "category=design&country=DE", "q=python&posted=90"]
    # Their cards, the names of companies, and whether the samples' banner is due.
    with assertNumQueries(2):
        sections = news(client, *searches)
    assert [section["data-query"] for section in sections] == searches
    assert [section["data-title"] for section in sections] == [
        "Python",
        "Gardener",
        "Oak & Otter",
        "All jobs",
        "Design, Germany",
        "Python, posted in the last 90 days",
    ]
    assert [section["data-new"] for section in sections] == ["1", "2", "1", "2", "1", "1"]


def test_a_mistake_is_reported_beside_the_others(client: Client, jobs: None) -> None:
    wrong = ["colour=green", "country=Atlantis", "page=99999", "x" * 1001, "q=<script>&colour=1"]
    sections = news(client, wrong[0], "q=python", *wrong[1:])
    assert [section["data-new"] for section in sections] == ["0", "1", "0", "0", "0", "0"]
    problems = [problem.text for section in sections for problem in section.select(".followed-problem")]
    assert len(problems) == len(wrong)
    assert problems[0].startswith("There is no parameter 'colour'")
    assert "too long" in problems[3]


def test_without_an_earlier_visit_nothing_is_new(client: Client, jobs: None) -> None:
    [section] = news(client, "q=python", since="")
    assert section["data-new"] == "0"
    assert "Nothing new of 3 open jobs" in section.get_text(" ", strip=True)
    assert len(titles(section)) == 3


def test_without_cards_none_are_read(client: Client, jobs: None) -> None:
    with assertNumQueries(0):
        [section] = news(client, "q=python", cards="0")
    assert section["data-new"] == "1"
    assert titles(section) == []


def test_pages_and_orders_of_a_search_are_one(client: Client, jobs: None) -> None:
    sections = news(client, "q=python&sort=salary&page=2&per_page=5&my_country=DE")
    assert sections[0].select("h2 a")[0]["href"] == "/jobs/?q=python&sort=new"


def test_jobs_open_to_the_reader_are_followed_with_the_place(client: Client, jobs: None) -> None:
    page = BeautifulSoup(client.get("/jobs/?q=python&fit=unstated&my_country=DE&my_pay=50000").content, "lxml")
    query = str(page.select("[data-follow]")[0]["data-follow"])
    assert query == "q=python&fit=unstated&my_country=DE"
    with_place, without = news(client, query, "fit=open")
    assert "of 3 open jobs" in with_place.get_text(" ", strip=True)
    assert "does not say where you live" in without.text


def test_the_situation_in_the_address_of_the_page_counts(client: Client, jobs: None) -> None:
    response = client.post("/following/news?my_country=DE", {"search": "q=python"})
    card = BeautifulSoup(response.content, "lxml").select_one(".card")
    assert card is not None
    assert card.select(".verdict")
    link = card.select_one("h3 a")
    assert link is not None
    assert str(link["href"]).endswith("?my_country=DE")


def test_while_the_index_is_rebuilt_the_searches_stay(client: Client, no_index: None) -> None:
    [first, second] = news(client, "q=python", "colour=green")
    assert first["data-title"] == "Python"
    assert "being rebuilt" in first.text
    assert "There is no parameter" in second.text


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({}, "1 to 20 times, not 0"),
        ({"search": ["q=a"] * 21}, "not 21"),
        ({"search": "q=a", "colour": "red"}, "'colour' is not known"),
        ({"search": "q=a", "cards": "6"}, "from 0 to 5"),
        ({"search": "q=a", "cards": "²"}, "from 0 to 5"),
        ({"search": "q=a", "since": "yesterday"}, "not a time"),
        ({"search": "q=a", "since": "2026-13-40T00:00:00Z"}, "not a time"),
    ],
)
def test_a_wrong_request_is_refused(client: Client, fields: dict[str, object], message: str) -> None:
    response = client.post("/following/news", fields)
    assert response.status_code == 400
    assert message in response.content.decode()


@pytest.mark.parametrize("since", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "2026-11-03"])
def test_any_time_is_understood_or_refused(client: Client, jobs: None, since: str) -> None:
    response = client.post("/following/news", {"search": "q=a", "since": since})
    assert response.status_code in (200, 400)


def test_nothing_is_kept_and_other_sites_cannot_ask(client: Client, jobs: None) -> None:
    response = client.post("/following/news", {"search": "q=python"})
    assert "no-store" in response["Cache-Control"]
    assert not response.cookies
    assert client.get("/following/news").status_code == 405
    refused = client.post("/following/news", {"search": "q=python"}, headers={"Sec-Fetch-Site": "cross-site"})
    assert refused.status_code == 403


def test_a_page_of_results_names_the_search_to_follow(client: Client, jobs: None) -> None:
    def button(address: str) -> Tag:
        [control] = BeautifulSoup(client.get(address).content, "lxml").select("[data-follow]")
        return control

    followed = button("/jobs/?q=python&category=design&sort=new")
    assert followed["data-follow"] == "q=python&category=design"
    assert followed["data-title"] == "Python, Design"
    assert button("/jobs/")["data-title"] == "All jobs"
    # The search that found something, not the slip.
    assert button("/jobs/?q=pythn")["data-follow"] == "q=python"
    assert button("/jobs/?q=nothinglikethis")["data-follow"] == "q=nothinglikethis"


@pytest.mark.parametrize("address", ["/following/", "/saved/"])
def test_the_page_says_what_it_needs(client: Client, address: str) -> None:
    page = BeautifulSoup(client.get(address).content, "lxml")
    assert "needs JavaScript" in page.select("noscript")[0].text
    assert page.select("meta[name=robots][content=noindex]")
