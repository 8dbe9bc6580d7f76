"""The eligibility report: each number is what its link finds."""

from __future__ import annotations

import re
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tests.examples import few
from tests.listings.indexing import Reindex
from tests.listings.making import listing_with

pytestmark = pytest.mark.django_db

PORTUGAL, SPAIN, EUROPE = ({"include": [code], "exclude": []} for code in ("PT", "ES", "europe"))
READER = "my_country=PT&my_tz=Europe%2FLisbon&my_currency=EUR&my_pay=50000"


def pay(high: int) -> dict[str, Any]:
    return {"min": high, "max": high, "currency": "EUR", "period": "year", "period_stated": True}


def make_jobs() -> None:
    late = {"overlap_with": "Australia/Sydney", "overlap_hours": 4}
    listing_with("Here", facts={"residence": PORTUGAL, "category": "design", "seniority": ["senior"]})
    listing_with("Paid", facts={"residence": EUROPE, "salary": pay(60_000)})
    listing_with("Badly paid", facts={"residence": EUROPE, "salary": pay(30_000)})
    listing_with("At night", facts={"residence": PORTUGAL, "hours": late})
    listing_with("Elsewhere", facts={"residence": SPAIN, "seniority": ["senior"]})
    listing_with("Unstated", facts={"seniority": ["senior"]})


def read(client: Client, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200, response.get("Location")
    return BeautifulSoup(response.content, "lxml")


def text(soup: BeautifulSoup, selector: str) -> str:
    return " ".join(soup.select(selector)[0].get_text(" ").split()).replace(" ;", ";").replace(" ,", ",")


def total(client: Client, address: str) -> int:
    heading = text(read(client, address), "#found")
    return 0 if heading.startswith("No ") else int(re.sub(r"\D", "", heading.split(" open")[0]))


def test_says_how_many_are_open(client: Client, jobs: None) -> None:
    lead = text(read(client, f"/fit/?{READER}"), ".lead")
    assert lead == (
        "Of 6 open jobs, 2 are open to someone in Portugal on your hours and for your pay; "
        "1 leaves it unclear where you may live."
    )
    assert "Of 6 open jobs, 4 are open to someone in Portugal; 1" in text(read(client, "/fit/?my_country=PT"), ".lead")


@pytest.mark.parametrize("reader", few([READER, "my_country=PT", "my_country=US&my_state=US-CA"]))
def test_every_number_is_what_its_link_finds(client: Client, jobs: None, reader: str) -> None:
    soup = read(client, f"/fit/?{reader}")
    links = soup.select(".lead a, .counts td a")
    assert len(links) > 5
    for link in links:
        [number] = re.findall(r"\d+", link.get_text())
        assert total(client, str(link["href"])) == int(number), link["href"]


def test_tables_are_by_kind_of_work_and_level(client: Client, jobs: None) -> None:
    soup = read(client, "/fit/?my_country=PT")
    rows = {row.th.text: [cell.text for cell in row.select("td")] for row in soup.select("tbody tr") if row.th}
    assert rows["Design"] == ["1", "0", "1"]
    assert rows["Senior"] == ["1", "1", "3"]
    assert [heading.text for heading in soup.select("h2")][1:3] == ["By kind of work", "By level"]


def test_rows_split_what_depends_on_the_state(client: Client, reindex: Reindex) -> None:
    anywhere, texas = ({"include": [code], "exclude": []} for code in ("US", "US-TX"))
    for title, residence in (("Anywhere", anywhere), ("In Texas", texas)):
        listing_with(title, facts={"residence": residence, "category": "finance"})
    for title in ("Paid in Texas", "Paid better in Texas"):
        listing = listing_with(title, facts={"residence": anywhere, "category": "other"})
        listing.openings = [
            {"residence": anywhere, "salary": pay(30_000)},
            {"residence": texas, "salary": pay(60_000)},
        ]
        listing.save()
    listing_with("Elsewhere", facts={"residence": SPAIN, "category": "legal"})
    reindex()
    soup = read(client, "/fit/?my_country=US&my_currency=EUR&my_pay=50000")
    assert "4 are open to someone in the United States for your pay ( 3 depend on your state )" in text(soup, ".lead")
    assert [heading.text for heading in soup.select(".by-category thead th")][1:3] == [
        "May be open",
        "Depends on your state",
    ]
    # What "other" holds is nothing that anybody looks for, however much it is.
    rows = [[cell.text for cell in row.select("th, td")] for row in soup.select(".by-category tbody tr")]
    assert [row for row in rows if row[0] in ("Finance", "Legal", "Other")] == [
        ["Finance", "2", "1", "0", "2"],
        ["Legal", "0", "0", "0", "1"],
        ["Other", "2", "2", "0", "2"],
    ]
    assert "Depends" not in read(client, "/fit/?my_country=US&my_state=US-CA").text


def test_what_depends_on_the_state_is_a_search(client: Client, reindex: Reindex) -> None:
    for title, place in (("In New York", "US-NY"), ("In Texas", "US-TX"), ("In America", "US")):
        listing_with(title, facts={"residence": {"include": [place], "exclude": []}, "category": "legal"})
    reindex()
    soup = read(client, "/fit/?my_country=US")
    (number,) = soup.select('.by-category a[aria-label="2 Legal, depends on your state"]')
    found = read(client, str(number["href"]))
    assert {card.text.strip() for card in found.select(".card h3")} == {"In New York", "In Texas"}
    assert "Depends on where in the United States you live" in text(found, ".chips")


def test_each_filter_says_what_it_costs(client: Client, jobs: None) -> None:
    rows = read(client, f"/fit/?{READER}").select(".effects tbody tr")
    assert [" ".join(row.get_text(" ").split()) for row in rows] == [
        "Without my country +2 4",
        "Without my hours +1 3",
        "Only jobs that state their hours −2 0",
        "Without my pay +1 3",
        "Only jobs that state their pay −1 1",
    ]
    soup = read(client, "/fit/?my_country=PT")
    assert [row.th.text for row in soup.select(".effects tbody tr") if row.th] == ["Without my country"]
    assert "add your hours or pay" in soup.get_text()


@pytest.mark.parametrize("is_remembered", [True, False])
def test_a_state_is_a_filter_of_its_own(client: Client, jobs: None, reindex: Reindex, is_remembered: bool) -> None:
    listing_with("In New York", facts={"residence": {"include": ["US-NY"], "exclude": []}})
    listing_with("In America", facts={"residence": {"include": ["US"], "exclude": []}})
    reindex()
    situation = "my_country=US&my_state=US-CA&my_tz=America%2FLos_Angeles"
    if is_remembered:
        client.cookies["situation"] = situation
    soup = read(client, "/fit/" if is_remembered else f"/fit/?{situation}")
    rows = {row.th.text: row for row in soup.select(".effects tbody tr") if row.th}
    assert list(rows)[:2] == ["Without my state", "Without my country"]
    row = rows["Without my state"]
    assert [cell.text for cell in row.select("td")] == ["+1", "2"]
    address = str(row.select("a")[0]["href"])
    assert "my_country=US&my_tz=America%2FLos_Angeles" in address
    assert total(client, address) == 2


def test_asks_for_a_country_first(client: Client, jobs: None) -> None:
    soup = read(client, "/fit/?my_tz=UTC")
    assert soup.select_one('form[action="/fit/"] select[name="place"]')
    assert soup.select("meta[name=robots]") == []
    chosen = client.get("/fit/?my_tz=UTC&place=US-CA")
    assert (chosen.status_code, chosen["Location"]) == (302, "/fit/?my_country=US&my_state=US-CA&my_tz=UTC")
    assert "California" in text(read(client, chosen["Location"]), "h1")
    wrong = client.get("/fit/?place=Narnia")
    assert wrong.status_code == 400
    assert b"place" in wrong.content


def test_is_of_what_is_remembered_and_can_be_shared(client: Client, jobs: None) -> None:
    client.cookies["situation"] = "my_country=PT&my_tz=Europe%2FLisbon"
    response = client.get("/fit/")
    soup = BeautifulSoup(response.content, "lxml")
    assert "Cookie" in response["Vary"]
    [shared] = soup.select(".address")
    assert str(shared["href"]).endswith("/fit/?my_country=PT&my_tz=Europe%2FLisbon")
    assert [meta["content"] for meta in soup.select("meta[name=robots]")] == ["noindex"]
    # Or the search of all jobs would keep to those that the reader chose last.
    assert soup.select('.lead a[href="/jobs/?fit=any"]')
    # The search remembers the reader as well.
    assert soup.select('.lead a[href="/jobs/?fit=open&tz=Europe%2FLisbon&overlap=4&hours=none"]')


def test_is_not_in_the_sitemap_and_counts_nothing_without_an_index(client: Client, no_index: None) -> None:
    assert b"/fit/" not in client.get("/sitemap-pages.xml").content
    assert "being rebuilt" in text(read(client, "/fit/?my_country=PT"), ".lead")


def test_costs_no_query(client: Client, jobs: None, django_assert_num_queries: Any) -> None:
    client.get(f"/fit/?{READER}")
    with django_assert_num_queries(0):
        client.get(f"/fit/?{READER}")
