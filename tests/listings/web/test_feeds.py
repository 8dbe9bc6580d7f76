"""Any search as JSON Feed and RSS."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertNumQueries

from listings.boards import BOARDS
from listings.facts import NOT_STATED
from listings.web import feeds
from tests.examples import few
from tests.listings.indexing import Reindex
from tests.listings.making import listing_with, posting_with

pytestmark = pytest.mark.django_db

UNANSWERABLE = (
    "q=python",
    "country=DE",
    "residence=stated",
    "seniority=senior",
    "seniority=-senior",
    "employment=FULL_TIME",
    "skill=python",
    "skill=-python",
    "language=en",
    "tz=Europe%2FBerlin&overlap=4",
    "hours=none",
    "salary_min=50000",
    "salary=none",
    "posted=7",
    "sort=salary",
    "category=engineering&skill=python",
)
"""Searches with a part that only the index can answer."""


def read_json(client: Client, address: str = "/jobs.json") -> dict[str, Any]:
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/feed+json; charset=utf-8"
    content: dict[str, Any] = json.loads(answer.content)
    return content


def read_rss(client: Client, address: str = "/jobs.rss") -> BeautifulSoup:
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/rss+xml; charset=utf-8"
    return BeautifulSoup(answer.content, "xml")


def test_json_feed_gives_every_field(client: Client, reindex: Reindex) -> None:
    salary = {"min": 60000, "max": 60000, "currency": "EUR", "period": "year", "evidence": "field:salary"}
    facts = {"salary": salary, "evidence": {"salary": "€60k"}, "spans": {}}
    stated = {"url": "https://board.example/1", "location": "EU", "salary": "€60k", "tags": ("django", "sql")}
    listing = listing_with(facts=facts, ad=stated)
    reindex()
    feed = read_json(client, "/jobs.json?q=python")
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"] == "Elsewhere: remote jobs for “python”"
    assert feed["home_page_url"] == "http://localhost:8000/jobs/?q=python"
    assert feed["feed_url"] == "http://localhost:8000/jobs.json?q=python"
    [item] = feed["items"]
    assert item["id"] == f"http://localhost:8000/jobs/{listing.pk}/"
    assert item["url"] == f"http://localhost:8000{listing.get_absolute_url()}"
    assert item["external_url"] == "https://board.example/1"
    assert item["title"] == "Python developer, Fernhill Labs"
    assert item["authors"] == [{"name": "Fernhill Labs"}]
    assert item["tags"] == ["django", "sql"]
    fields = item["_listing"]
    assert fields["facts"] == NOT_STATED | {
        "workplace": "remote",
        "category": "engineering",
        "employment": ["FULL_TIME"],
        "salary": salary,
        "evidence": {"salary": "€60k"},
        "spans": {},
    }
    assert fields["stated"]["location"] == "EU"
    assert fields["open"] is True
    assert fields["offers_hybrid"] is False
    assert [found["board"] for found in fields["found_on"]] == ["remotive"]
    assert fields["found_on"][0]["leading"] is True


def test_ids_stay_when_the_title_changes_and_lead_to_the_page(client: Client, reindex: Reindex) -> None:
    listing = listing_with()
    reindex()
    [before] = read_json(client)["items"]
    listing.title, listing.slug = "Senior Python developer", "senior-python-developer"
    listing.save()
    reindex()
    [after] = read_json(client)["items"]
    assert before["id"] == after["id"]
    assert before["url"] != after["url"]
    guid = read_rss(client).select_one("guid")
    assert guid is not None
    assert guid.text == before["id"]
    assert guid.get("isPermaLink", "true") == "true"
    assert client.get(guid.text.removeprefix("http://localhost:8000"), follow=True).status_code == 200


def test_rss_gives_the_ad_and_the_link_back(client: Client, reindex: Reindex) -> None:
    listing = listing_with(ad={"url": "https://board.example/1"}, html="<p>Gardens & tools\x0b</p>")
    posting_with(listing, "remoteco", url="https://other.example/2")
    reindex()
    feed = read_rss(client, "/jobs.rss?category=engineering")
    item = feed.item
    assert item is not None
    assert item.title is not None
    assert item.title.text == "Python developer, Fernhill Labs"
    description = BeautifulSoup(item.description.text if item.description else "", "lxml")
    assert "Gardens & tools" in description.text
    terms = BOARDS["remotive"].terms, BOARDS["remoteco"].terms
    assert [(link["href"], link.text, "nofollow" in link["rel"]) for link in description.select("a")] == [
        ("https://board.example/1", terms[0].link_text, not terms[0].followed_link),
        ("https://other.example/2", terms[1].link_text, not terms[1].followed_link),
    ]


@pytest.mark.parametrize("address", ["/jobs.json", "/jobs.rss"])
def test_only_the_beginning_where_the_terms_forbid_the_whole(
    client: Client, reindex: Reindex, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    board = BOARDS["remotive"]
    monkeypatch.setitem(BOARDS, "remotive", replace(board, terms=replace(board.terms, full_text=False)))
    listing_with(html="<p>" + "many words " * 60 + "the end</p>")
    reindex()
    content = client.get(address).content.decode()
    assert "many words many" in content
    assert "the end" not in content


@pytest.mark.parametrize("address", ["/jobs.json", "/jobs.rss"])
def test_samples_stay_out(client: Client, reindex: Reindex, address: str) -> None:
    listing_with("Real developer")
    listing_with("Imagined developer", is_sample=True)
    reindex()
    content = client.get(address).content.decode()
    assert "Real developer" in content
    assert "Imagined developer" not in content


def test_a_wrong_parameter_is_named_by_each(client: Client, reindex: Reindex) -> None:
    answer = client.get("/jobs.json?colour=green")
    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"
    assert "colour" in json.loads(answer.content)["detail"]
    plain = client.get("/jobs.rss?colour=green")
    assert plain.status_code == 400
    assert plain["Content-Type"] == "text/plain; charset=utf-8"
    assert "colour" in plain.content.decode()
    assert "Did you mean GB?" in client.get("/jobs.rss?country=uk").content.decode()
    assert "Did you mean GB?" in json.loads(client.get("/jobs.json?country=uk").content)["detail"]


@pytest.mark.parametrize("path", ["/jobs.json", "/jobs.rss"])
def test_tracking_parameters_lead_to_the_plain_address(client: Client, reindex: Reindex, path: str) -> None:
    answer = client.get(f"{path}?utm_source=x&q=python")
    assert (answer.status_code in (301, 302), answer["Location"]) == (True, f"{path}?q=python")


@pytest.mark.parametrize("path", ["/jobs.json", "/jobs.rss"])
def test_an_unchanged_feed_costs_304(client: Client, reindex: Reindex, path: str) -> None:
    listing_with()
    reindex()
    with time_machine.travel(timezone.now(), tick=False):
        first: HttpResponse = client.get(path)  # type: ignore[assignment] # the test client's subclass
        assert first["ETag"]
        with assertNumQueries(0):
            again = client.get(path, headers={"If-None-Match": first["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
    listing_with("Another developer", posted=timezone.now() - timedelta(hours=1))
    reindex()
    assert client.get(path, headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_a_page_without_the_readers_situation_is_the_same_page(client: Client) -> None:
    response = client.get("/jobs.json?q=tides&my_country=DE&page=2")
    assert response["Location"] == "/jobs.json?q=tides&page=2"


def test_pages_of_the_json_feed_lead_to_each_other(client: Client, reindex: Reindex) -> None:
    for number in range(25):
        listing_with(f"Python developer {number}")
    reindex()
    first = read_json(client, "/jobs.json?q=python")
    second = read_json(client, first["next_url"].removeprefix("http://localhost:8000"))
    assert "next_url" not in second
    ids = [item["id"] for item in (*first["items"], *second["items"])]
    assert len(set(ids)) == 25


@pytest.mark.parametrize("path", ["/jobs.json", "/jobs.rss"])
def test_a_page_past_the_end_is_not_there(client: Client, reindex: Reindex, path: str) -> None:
    listing_with()
    reindex()
    for query in ("page=2", "q=zebra&page=2", "per_page=100&page=9"):
        answer = client.get(f"{path}?{query}")
        assert answer.status_code == 404
        assert "page" in answer.content.decode()
        assert not answer.has_header("ETag")
    assert client.get(f"{path}?q=zebra").status_code == 200


@pytest.mark.parametrize("path", ["/jobs.json", "/jobs.rss"])
def test_a_page_past_the_end_is_not_there_during_a_rebuild_either(client: Client, no_index: None, path: str) -> None:
    assert client.get(path).status_code == 200
    assert client.get(f"{path}?page=2").status_code == 404


@pytest.mark.parametrize("path", ["/jobs.json", "/jobs.rss"])
def test_a_search_that_cannot_be_answered_yet_says_when_to_ask_again(client: Client, no_index: None, path: str) -> None:
    listing_with()
    for query in UNANSWERABLE:
        answer = client.get(f"{path}?{query}")
        assert (answer.status_code, answer["Retry-After"]) == (503, "60"), query


@pytest.mark.parametrize("path", few(["/jobs.json", "/jobs.rss"], 1))
def test_while_the_index_is_rebuilt_the_database_serves_what_it_can(client: Client, no_index: None, path: str) -> None:
    listing_with()
    listing_with("Illustrator", "Oak & Otter", "weworkremotely", facts={"category": "design", "workplace": "hybrid"})
    answered = {
        "": {"Python developer"},
        "category=design": set(),
        "category=design&workplace=hybrid": {"Illustrator"},
        "category=-design": {"Python developer"},
        "category=none": set(),
        "workplace=hybrid": {"Illustrator"},
        "workplace=-hybrid": {"Python developer"},
        "company=oak-otter": set(),
        "company=oak-otter&workplace=hybrid": {"Illustrator"},
        "company=-oak-otter": {"Python developer"},
        "source=remotive": {"Python developer"},
        "source=-remotive&workplace=hybrid": {"Illustrator"},
        "category=design&source=remotive": set(),
    }
    for query, expected in answered.items():
        response = client.get(f"{path}?{query}")
        assert response.status_code == 200
        text = response.content.decode()
        assert {title for title in ("Python developer", "Illustrator") if title in text} == expected, query


@pytest.mark.parametrize("path", few(["/jobs.json", "/jobs.rss"], 1))
def test_the_number_of_queries_does_not_grow(client: Client, reindex: Reindex, path: str) -> None:
    for number in range(12):
        posting_with(listing_with(f"Python developer {number}"), "remoteco")
    reindex()
    client.get(path)
    with assertNumQueries(2):
        client.get(path)


@pytest.mark.parametrize("path", ["/jobs.json", "/jobs.rss"])
def test_sets_no_cookie(client: Client, reindex: Reindex, path: str) -> None:
    reindex()
    assert not client.get(path).cookies


def test_atom_has_what_rss_has(client: Client, reindex: Reindex) -> None:
    listing = listing_with("Baker & Cook")
    reindex()
    response = client.get("/jobs.atom?q=baker")
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    soup = BeautifulSoup(response.content, "xml")
    assert [link["href"] for link in soup.select("feed > link[rel=self]")] == [
        "http://localhost:8000/jobs.atom?q=baker"
    ]
    [entry] = soup.select("entry")
    assert entry.select("title")[0].text == "Baker & Cook, Fernhill Labs"
    assert entry.select("id")[0].text == f"http://localhost:8000/jobs/{listing.pk}/"
    assert entry.select("published")
    assert entry.select("updated")
    assert client.get("/jobs.atom?colour=green").status_code == 400


@pytest.mark.parametrize("letter", ["x ", "é ", "&amp; ", "\U0001f680 ", "' "])
def test_endless_texts_share_the_room_of_a_page(
    client: Client, reindex: Reindex, monkeypatch: pytest.MonkeyPatch, letter: str
) -> None:
    monkeypatch.setattr(feeds, "MAX_TEXT_OF_PAGE", 8_000)
    endless = [listing_with(f"Baker {number}", html=f"<p>{letter * 5_000}</p>") for number in range(3)]
    listing_with("Weaver", html="<p>We weave.</p>")
    reindex()
    items = {item["title"].partition(",")[0]: item for item in read_json(client)["items"]}
    assert items["Weaver"]["content_html"].startswith("<p>We weave.</p>")
    assert items["Weaver"]["_listing"]["text_shortened"] is False
    for listing in endless:
        item = items[listing.title]
        assert item["_listing"]["text_shortened"] is True
        assert (
            f'<a href="http://localhost:8000{listing.get_absolute_url()}">Read the whole text.</a>'
            in item["content_html"]
        )
    assert sum(len(item["content_html"].encode()) for item in items.values()) < 10_000
    [first, *_] = [item for item in read_rss(client).find_all("item") if "Baker" in item.get_text()]
    assert "Read the whole text." in first.get_text()
