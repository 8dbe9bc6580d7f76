"""A job that is open in several places: on its card, on its page, in the feed, for each reader."""

from __future__ import annotations

import json
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from listings.lifecycle.lock import listings_lock
from listings.lifecycle.refresh import refresh_listings
from listings.models import Listing
from listings.search.query.situation import Situation
from listings.web.cards import cards
from listings.web.openings import other_places, parse_openings
from tests.listings.indexing import Reindex
from tests.listings.lifecycle.test_openings import BOARD, OTHER_BOARD, listing_of, pay, place, stating

pytestmark = pytest.mark.django_db


@pytest.fixture
def tides() -> Listing:
    """In three countries; the ads in Mexico and Germany state a pay of their own."""
    return listing_of(
        (BOARD, {**stating("US", place("US"), pay(100_000, 150_000)), "apply_url": "https://tides.example/us"}),
        (BOARD, {**stating("Mexico", place("MX"), pay(40_000, 50_000)), "apply_url": "https://tides.example/mx"}),
        (BOARD, stating("Germany", place("DE"))),
    )


def test_a_card_names_the_other_places(tides: Listing) -> None:
    (card,) = cards([tides.pk])
    assert {card.places.shown, *card.places.more} == {"United States", "Mexico", "Germany"}
    (card,) = cards([tides.pk], Situation(country="MX"))
    assert (card.places.shown, card.personal_fit and card.personal_fit.verdict) == ("Mexico", "Open to you")
    assert (card.pay and card.pay.text, card.pay_place) == ("$40–50k a year", "Mexico")
    (card,) = cards([tides.pk], Situation(country="FR"))
    assert card.personal_fit is not None
    assert card.personal_fit.kind == "no"


def test_a_saved_job_names_the_place_of_its_pay_and_the_others(client: Client, tides: Listing) -> None:
    answer = client.get(f"/jobs/cards/?id={tides.pk}&my_country=MX")
    paid, where = (BeautifulSoup(answer.content, "lxml").select_one(f".kept-card .{part}") for part in ("pay", "place"))
    assert paid is not None
    assert where is not None
    assert paid.text.endswith("(Mexico)")
    assert where.text == "Mexico +2 more: United States, Germany"


@pytest.mark.parametrize(
    ("country", "address"),
    [("US", "https://tides.example/us"), ("MX", "https://tides.example/mx")],
)
def test_apply_leads_to_the_opening_that_fits(client: Client, tides: Listing, country: str, address: str) -> None:
    page = client.get(tides.get_absolute_url(), {"my_country": country}).content.decode()
    named = BeautifulSoup(page, "lxml").select(".named-addresses a")
    assert [link["href"] for link in named] == [address]
    assert "Open to you" in page


def test_an_opening_without_an_address_of_the_employer_is_applied_for_through_its_ad(
    client: Client, tides: Listing
) -> None:
    page = client.get(tides.get_absolute_url(), {"my_country": "DE"}).content.decode()
    germany = next(posting for posting in tides.postings.all() if posting.ad["location"] == "Germany")
    assert f'<a class="button" href="{germany.url}"' in page
    assert "Apply at" not in page


def test_the_page_lists_each_place_with_its_link_and_pay(client: Client, tides: Listing) -> None:
    page = client.get(tides.get_absolute_url()).content.decode()
    section = page[page.index("Open in 3 places") : page.index("What the ad states")]
    for posting in tides.postings.all():
        assert f'href="{posting.url}"' in section
    for text in ("United States", "Mexico", "Germany", "$100,000–150,000 a year", "Pay not stated"):
        assert text in section
    assert "differs there" not in page


def test_the_page_hides_no_place_behind_that_of_a_single_ad(client: Client, tides: Listing) -> None:
    soup = BeautifulSoup(client.get(tides.get_absolute_url(), {"my_country": "MX"}).content, "lxml")
    line = [" ".join(item.text.split()) for item in soup.select(".key-facts li")]
    assert line[:2] == [
        "Mexico +2 more: United States, Germany",
        "$40,000–50,000 a year (Mexico)",
    ]
    link = soup.select_one(".key-facts a")
    assert link is not None
    assert soup.select_one(str(link["href"])) is not None
    row = next(row for row in soup.select(".fact-sheet div") if "Where you may live" in row.text)
    assert "United States; in other openings: Mexico, Germany" in " ".join(row.text.split())


def opening_lines(client: Client, listing: Listing) -> list[str]:
    soup = BeautifulSoup(client.get(listing.get_absolute_url()).content, "lxml")
    heading = soup.select_one("#openings")
    assert heading is not None
    return [" ".join(line.text.split()) for line in (heading, *soup.select(".openings li"))]


@pytest.mark.parametrize(
    ("ads", "names"),
    [
        ([("Engineer (Campinas)", "Brazil"), ("Engineer (São Paulo)", "Brazil")], ["Campinas", "São Paulo"]),
        ([("Engineer - Recife", "Brazil"), ("Engineer - Curitiba", "Brazil")], ["Recife", "Curitiba"]),
        ([("Engineer", "Recife, Brazil"), ("Engineer", "Curitiba, Brazil")], ["Recife", "Curitiba"]),
    ],
)
def test_openings_in_one_country_are_told_apart_by_their_towns(
    client: Client, ads: list[tuple[str, str]], names: list[str]
) -> None:
    pays = [pay(40_000, 50_000), pay(50_000, 60_000)]
    listing = listing_of(
        *(
            (BOARD, {**stating(where, place("BR"), paid), "title": title})
            for (title, where), paid in zip(ads, pays, strict=True)
        )
    )
    heading, *lines = opening_lines(client, listing)
    assert heading == "Open in 2 places"
    assert sorted(line.partition(" $")[0] for line in lines) == sorted(f"Brazil ({name})" for name in names)


@pytest.mark.parametrize(
    "titles", [("Engineer", "Engineer"), ("Engineer (Recife)", "Engineer"), ("Engineer (Lyon)", "Engineer (Recife)")]
)
def test_openings_that_nothing_tells_apart_are_one_line_with_every_link(
    client: Client, titles: tuple[str, str]
) -> None:
    listing = listing_of(
        (BOARD, stating("Mexico", place("MX"))),
        *((BOARD, {**stating(f"Brazil {n}", place("BR")), "title": title}) for n, title in enumerate(titles)),
    )
    heading, *lines = opening_lines(client, listing)
    assert heading == "Open in 2 places"
    assert min(lines) == "Brazil Pay not stated on Remotive, ad 2"
    page = client.get(listing.get_absolute_url()).content.decode()
    section = page[page.index('id="openings"') : page.index("What the ad states")]
    assert all(section.count(f'href="{posting.url}"') == 1 for posting in listing.postings.all())


def test_ads_of_one_board_are_told_apart_where_they_are_named(client: Client) -> None:
    listing = listing_of(
        (BOARD, {**stating("Brazil", place("BR")), "title": "Engineer (Recife)"}),
        (BOARD, {**stating("Brasil", place("BR")), "title": "Engineer (Curitiba)"}),
        (BOARD, stating("Mexico", place("MX"))),
        (OTHER_BOARD, stating("Brazil", place("BR"))),
    )
    soup = BeautifulSoup(client.get(listing.get_absolute_url()).content, "lxml")
    names = {link.text for link in soup.select(".found-on:not(.openings) a")}
    assert names == {"Remotive: Recife", "Remotive: Curitiba", "Remotive: Mexico", "Jobicy"}


def test_a_copy_that_says_something_else_differs(client: Client) -> None:
    listing = listing_of(
        (BOARD, stating("Worldwide", place("worldwide"), pay(1_000, 2_000))),
        (OTHER_BOARD, stating("Germany", place("DE"))),
    )
    page = client.get(listing.get_absolute_url()).content.decode()
    assert "Where you may live differs there: Anywhere in the world" in page
    assert "differs there: Germany" not in page


def test_the_feed_and_filters_use_all_openings(client: Client, tides: Listing, reindex: Reindex) -> None:
    reindex()
    for code in ("US", "MX", "DE"):
        (item,) = json.loads(client.get("/jobs.json", {"country": code}).content)["items"]
        openings = item["_listing"]["openings"]
        assert {tuple(opening["residence"]["include"]) for opening in openings} == {("US",), ("MX",), ("DE",)}
        assert {opening["apply_url"] for opening in openings} == {
            "https://tides.example/us",
            "https://tides.example/mx",
            None,
        }
    feed: dict[str, Any] = json.loads(client.get("/jobs.json", {"country": "FR", "residence": "stated"}).content)
    assert feed["items"] == []


def test_the_feed_shows_the_first_of_many_openings_and_says_how_many_more(client: Client, reindex: Reindex) -> None:
    ads = [(BOARD, stating(f"Office {number}", place("US", exclude=(f"US-{number}",)))) for number in range(53)]
    listing = listing_of(*ads)
    assert len(listing.openings) == 53
    reindex()
    (item,) = client.get("/jobs.json").json()["items"]
    assert len(item["_listing"]["openings"]) == 50
    assert item["_listing"]["more_openings"] == 3


def test_closing_one_posting_takes_its_part_away(client: Client, tides: Listing) -> None:
    germany = next(posting for posting in tides.postings.all() if posting.ad["location"] == "Germany")
    germany.closed_at, germany.closed_reason = tides.posted_at, "gone"
    germany.save()
    with listings_lock():
        refresh_listings([tides.pk], tides.posted_at)
    page = client.get(tides.get_absolute_url()).content.decode()
    assert "Open in 2 places" in page


def test_openings_of_several_places_each_are_told_apart() -> None:
    places = [{"include": include} for include in (["ES", "PT"], ["US"], ["BR"], ["IN"], ["KE"])]
    openings = parse_openings(
        [{"posting": number, "place": "", "residence": residence, "salary": None, "evidence": {}}
         for number, residence in enumerate(places)]
    )  # fmt: skip
    assert other_places(openings, openings[1]) == ["Spain, Portugal", "Brazil", "India", "Kenya"]
    assert other_places(openings[1:4], openings[1]) == ["Brazil", "India"]
