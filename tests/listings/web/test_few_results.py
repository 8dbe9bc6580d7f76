"""A page of results that are few, or not quite what was asked for."""

from __future__ import annotations

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone

from tests.listings.indexing import Reindex, reindex
from tests.listings.making import listing_with

__all__ = ["reindex"]

pytestmark = pytest.mark.django_db


def results(client: Client, path: str) -> BeautifulSoup:
    response = client.get(path)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "lxml")


def is_above(soup: BeautifulSoup, first: str, second: str) -> bool:
    lines = {id(node): number for number, node in enumerate(soup.find_all(True))}
    return lines[id(soup.select(first)[0])] < lines[id(soup.select(second)[0])]


def test_jobs_come_before_ads_that_only_mention_the_words(client: Client, reindex: Reindex) -> None:
    listing_with("Office manager", html="<p>You share a desk with our business analyst.</p>")
    listing_with("Data analyst", "Hive 2")
    reindex()
    soup = results(client, "/jobs/?q=business+analyst")
    assert "1 ad mentions" in soup.select("#found")[0].text
    assert [link.text for link in soup.select(".few a")] == ["1 job for “analyst”"]
    assert is_above(soup, ".few", ".cards")
    assert len(soup.select(".few")) == 1


def test_ways_on_come_after_the_few_jobs_that_have_the_words(client: Client, reindex: Reindex) -> None:
    listing_with("Business analyst")
    listing_with("Data analyst", "Hive 2")
    reindex()
    soup = results(client, "/jobs/?q=business+analyst")
    assert is_above(soup, ".cards", ".few")


def test_the_title_names_what_is_searched_for_after_a_slip(client: Client, reindex: Reindex) -> None:
    for number in range(3):
        listing_with("Python developer", f"Hive {number}")
    reindex()
    soup = results(client, "/jobs/?q=pyhton+developer")
    assert soup.select("#found")[0].text == "3 open jobs for “python developer”"
    assert soup.select(".corrected a")[0].text == "Search only for pyhton developer"


@pytest.mark.parametrize(
    ("q", "label"),
    [
        ("accounting lagos", "Open in Nigeria or unclear, for “accounting” (1)"),
        ("lagos", "Open in Nigeria or unclear (1)"),
    ],
)
def test_a_place_among_the_words_is_offered_first(client: Client, reindex: Reindex, q: str, label: str) -> None:
    for title, country in (("Accounting clerk", "NG"), ("Accounting lead", "DE")):
        residence = {"include": [country], "exclude": []}
        listing_with(title, f"Hive of {country}", facts={"residence": residence, "category": "finance"})
    reindex()
    link = results(client, f"/jobs/?q={q.replace(' ', '+')}").select(".suggested a")[0]
    assert link.text == label
    assert "country=NG" in str(link["href"])
    assert results(client, f"/jobs/?q={q.replace(' ', '+')}").select(".suggested a[href='/situation/']")
    assert not results(client, f"/jobs/?q={q.replace(' ', '+')}&my_country=NG").select(
        ".suggested a[href='/situation/']"
    )


def test_no_months_are_offered_that_leave_hardly_anything_out(client: Client, reindex: Reindex) -> None:
    for number in range(10):
        listing_with("Python developer", f"Hive {number}")
    listing_with("Old Python developer", posted=timezone.now() - timedelta(days=200))
    reindex()
    assert not results(client, "/jobs/?q=python").select(".chips.offered")


def test_one_filter_is_left_out_before_all_and_the_place_kept(client: Client, reindex: Reindex) -> None:
    for number in range(8):
        facts = {"category": "design", "residence": {"include": ["DE"], "exclude": []}}
        employment = ["CONTRACTOR"] if number == 0 else ["FULL_TIME"]
        seniority = ["senior"] if number < 3 else ["junior"]
        listing_with("Designer", f"Hive {number}", facts={**facts, "employment": employment, "seniority": seniority})
    reindex()
    reader = "&fit=open&my_country=DE"
    soup = results(client, f"/jobs/?q=designer&employment=CONTRACTOR&seniority=senior{reader}")
    links = soup.select(".ways-out a")
    assert [link.text for link in links] == ["3 jobs without “Contract”", "8 jobs for “designer” without filters"]
    assert links[0]["href"] == f"/jobs/?q=designer&seniority=senior{reader}"
    # Without words there is nothing else to change.
    soup = results(client, f"/jobs/?employment=CONTRACTOR&posted=30{reader}")
    assert [link.text for link in soup.select(".ways-out a")] == ["8 jobs without “Contract”"]


def test_the_kind_of_work_keeps_what_the_words_say_besides(client: Client, reindex: Reindex) -> None:
    for number in range(6):
        facts = {"category": "design", "employment": ["CONTRACTOR"] if number < 4 else ["FULL_TIME"]}
        listing_with("Illustrator", f"Hive {number}", facts=facts)
    for number in range(2):
        listing_with("Design system developer", f"Oak {number}", facts={"employment": ["CONTRACTOR"]})
    reindex()
    links = results(client, "/jobs/?q=contract+design").select(".suggested a")
    assert links[0].text == "All in Design, Contract (4)"
    assert links[0]["href"] == "/jobs/?category=design&employment=CONTRACTOR"


def test_jobs_that_do_not_say_are_a_way_on_from_nothing(client: Client, reindex: Reindex) -> None:
    listing_with("Tide keeper")
    reindex()
    soup = results(client, "/jobs/?tz=Europe/Berlin&overlap=6&salary_min=70000")
    ways = {way.text: str(way["href"]) for way in soup.select(".ways-out a")}
    assert not ways
    soup = results(client, "/jobs/?tz=Europe/Berlin&overlap=6")
    ways = {way.text: str(way["href"]) for way in soup.select(".ways-out a")}
    assert ways["1 job without exact hours"] == "/jobs/?tz=Europe%2FBerlin&overlap=6&hours=none"
    assert [title.text for title in results(client, ways["1 job without exact hours"]).select(".card h3 a")] == [
        "Tide keeper"
    ]
    soup = results(client, "/jobs/?q=tide&salary_min=70000")
    ways = {way.text: str(way["href"]) for way in soup.select(".ways-out a")}
    assert ways["1 job without comparable pay"] == "/jobs/?q=tide&salary_min=70000&salary=none"
