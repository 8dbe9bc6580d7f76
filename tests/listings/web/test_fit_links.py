"""The strip that keeps the jobs open to the reader: its counts, its chip, and what of it is remembered."""

from __future__ import annotations

from copy import copy
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tests.listings.indexing import Reindex
from tests.listings.making import listing_with

pytestmark = pytest.mark.django_db


def make_jobs() -> None:
    listing_with("Baker", facts={"residence": {"include": ["DE"], "exclude": []}})
    listing_with("Cook", facts={"residence": {"include": ["ES"], "exclude": []}})
    listing_with("Diver")
    listing_with("Editor", facts={"residence": {"include": ["eu"], "exclude": []}, "category": "writing"})


def read(client: Client, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200, response.get("Location")
    return BeautifulSoup(response.content, "lxml")


def titles(soup: BeautifulSoup) -> set[str]:
    return {link.text for link in soup.select(".card h3 a")}


def strip(soup: BeautifulSoup) -> list[str]:
    """What is seen of it."""
    parts = BeautifulSoup(str(soup.select(".fits")), "lxml").select("li")
    for unseen in [hidden for part in parts for hidden in part.select(".visually-hidden")]:
        unseen.decompose()
    return [" ".join(part.text.split()) for part in parts]


def link(soup: BeautifulSoup, text: str) -> str:
    links = soup.select(".fits a[hx-get], .chips:not(.offered) a")
    [address] = [str(link["href"]) for link in links if text in link.get_text()]
    return address


def labels(soup: BeautifulSoup, hidden: str) -> str:
    """What the strip says of the reader, without what is hidden at one of its widths."""
    link = copy(soup.select(".situation .mine a")[0])
    for part in link.select(f"{hidden}, .visually-hidden"):
        part.decompose()
    return link.get_text()


def test_the_strip_counts_and_filters(client: Client, jobs: None) -> None:
    soup = read(client, "/jobs/?my_country=DE&my_tz=Europe%2FBerlin&my_currency=EUR&my_pay=70000")
    assert labels(soup, hidden=".narrow-only") == "Germany · Berlin 9–17 · from €70,000"
    assert labels(soup, hidden=".wide-only") == "Germany · 9–17 · €70k+"
    elsewhere = read(client, "/jobs/?my_country=DE&my_tz=Asia%2FTokyo")
    assert labels(elsewhere, hidden=".wide-only") == "Germany · Tokyo 9–17"
    assert strip(soup) == ["2 open to you", "1 unclear", "1 not open"]
    assert len(titles(soup)) == 4
    chosen = read(client, link(soup, "open to you"))
    assert titles(chosen) == {"Baker", "Editor"}
    assert strip(chosen) == ["2 open to you", "1 unclear", "1 not open"]
    assert chosen.select(".fits a[aria-current]")
    assert titles(read(client, link(chosen, "unclear"))) == {"Diver"}
    everything = read(client, link(chosen, "Open to you in Germany"))
    assert len(titles(everything)) == 4


def test_counts_are_those_of_the_search(client: Client, jobs: None) -> None:
    soup = read(client, "/jobs/?category=writing&my_country=DE")
    assert strip(soup) == ["1 open to you", "0 unclear", "0 not open"]
    # What would find nothing is no link.
    assert len(soup.select(".fits a")) == 1
    assert strip(read(client, "/?my_country=ES")) == [
        "2 open to you",
        "1 unclear",
        "1 not open",
    ]
    assert read(client, "/jobs/").select(".fits") == []
    # A place is needed, not any situation.
    assert strip(read(client, "/jobs/?my_tz=UTC")) == []
    assert strip(read(client, "/about/?my_country=DE"))[0] == "Jobs open to you"


def test_jobs_that_depend_on_the_state_are_not_called_open(client: Client, reindex: Reindex) -> None:
    for title, place in (("Baker", "US"), ("Cook", "US-TX"), ("Diver", "US-CA")):
        listing_with(title, facts={"residence": {"include": [place], "exclude": []}})
    listing_with("Editor")
    reindex()
    soup = read(client, "/jobs/?my_country=US")
    assert strip(soup)[0] == "3 open to you (2 depend on your state)"
    assert "Open to you, or depends on your state" in soup.select(".chips.offered a")[0].text
    chosen = read(client, "/jobs/?fit=open&my_country=US")
    assert strip(chosen)[0].startswith("3 open to you (2 depend on your state)")
    # Once: the head of the results does not repeat the strip.
    assert chosen.text.count("depend on your state") == 1
    assert "All 3 open to you (2 depend on your state)" in read(client, "/?my_country=US").select("main")[0].text
    report = read(client, "/fit/?my_country=US").select("main")[0].text
    assert "3 are open to someone in the United States (2 depend on your state)" in report
    assert "May be open" in report
    assert strip(read(client, "/jobs/?q=cook&my_country=US"))[0] == "1 depends on your state"
    assert strip(read(client, "/jobs/?my_country=US&my_state=US-TX"))[0] == "2 open to you"


def test_a_swap_brings_the_counts_along(client: Client, jobs: None) -> None:
    response = client.get("/jobs/?fit=open&my_country=DE", headers={"HX-Request": "true"})
    soup = BeautifulSoup(response.content, "lxml")
    assert [strip["hx-swap-oob"] for strip in soup.select("#fits")] == ["true"]
    assert response["HX-Push-Url"] == "/jobs/?fit=open&my_country=DE"


def test_shared_addresses_keep_the_place(client: Client, jobs: None) -> None:
    soup = read(client, "/jobs/?fit=open&my_country=DE&my_tz=Europe%2FBerlin")
    [canonical] = soup.select("link[rel=canonical]")
    assert str(canonical["href"]).endswith("/jobs/?fit=open&my_country=DE")
    assert [meta["content"] for meta in soup.select("meta[name=robots]")] == ["noindex, follow"]
    [feed] = soup.select('link[type="application/rss+xml"]')
    assert feed["href"] == "/jobs.rss?fit=open&my_country=DE"
    assert "remote jobs, open to you in Germany" in feed["title"]
    # Not the best match, of which the newest jobs may be no part.
    [worded] = read(client, "/jobs/?q=baker").select('link[type="application/rss+xml"]')
    assert worded["href"] == "/jobs.rss?q=baker&sort=new"
    assert client.get(worded["href"]).status_code == 200
    items = client.get("/jobs.json?fit=open&my_country=DE").json()["items"]
    assert {item["_listing"]["title"] for item in items} == {"Baker", "Editor"}
    response = client.get("/jobs.rss?fit=open&my_country=DE&my_tz=UTC")
    assert (response.status_code, response["Location"]) == (302, "/jobs.rss?fit=open&my_country=DE")


def test_feeds_refuse_a_fit_without_a_place(client: Client, jobs: None) -> None:
    for path in ("/jobs.json", "/jobs.rss"):
        response = client.get(path, {"fit": "open"})
        assert response.status_code == 400
        assert b"add my_country" in response.content


def test_a_fit_without_a_place_leads_to_the_form_and_back(client: Client, jobs: None) -> None:
    response = client.get("/jobs/?q=baker&fit=open&my_tz=UTC")
    form = urlsplit(response["Location"])
    assert form.path == "/situation/"
    [target] = parse_qs(form.query)["next"]
    soup = read(client, response["Location"])
    assert "Choose the country you live in." in soup.get_text()
    assert soup.select('#my_tz option[value="UTC"][selected]')
    sent = {"my_tz": "UTC", "next": target, "keep": "address"}
    assert client.post("/situation/", sent).status_code == 400
    done = client.post("/situation/", {**sent, "my_country": "DE"})
    assert done["Location"] == "/jobs/?q=baker&fit=open&my_country=DE&my_tz=UTC"
    swapped = client.get("/jobs/?fit=open", headers={"HX-Request": "true"})
    assert (swapped.status_code, swapped["HX-Redirect"]) == (200, "/situation/?next=%2Fjobs%2F%3Ffit%3Dopen")


def test_the_last_choice_is_remembered_with_the_situation(client: Client, jobs: None) -> None:
    client.cookies["situation"] = "my_country=DE"
    soup = read(client, "/jobs/")
    assert strip(soup) == ["2 open to you", "1 unclear", "1 not open"]
    assert client.cookies["situation"].value == "my_country=DE"
    pressed = read(client, link(soup, "open to you"))
    assert titles(pressed) == {"Baker", "Editor"}
    assert client.cookies["situation"].value == "my_country=DE&fit=open"
    # Looked at once.
    read(client, link(pressed, "unclear"))
    assert client.cookies["situation"].value == "my_country=DE&fit=open"
    again = client.get("/jobs/?category=writing&page=2")
    assert (again.status_code, again["Location"]) == (302, "/jobs/?category=writing&fit=open")
    assert strip(read(client, "/"))[0] == "2 open to you"
    kept = client.post("/situation/", {"my_country": "ES", "keep": "device"})
    assert kept.cookies["situation"].value == "my_country=ES&fit=open"
    taken_off = client.get(link(pressed, "Open to you in Germany"))
    assert (taken_off.status_code, taken_off["Location"]) == (302, "/jobs/")
    assert client.cookies["situation"].value == "my_country=ES"
    assert len(titles(read(client, "/jobs/"))) == 4


def test_removing_all_filters_removes_it_too(client: Client, jobs: None) -> None:
    client.cookies["situation"] = "my_country=DE&fit=open"
    soup = read(client, "/jobs/?category=writing&fit=open")
    address = link(soup, "Remove all filters")
    assert client.get(address)["Location"] == "/jobs/"
    assert len(titles(read(client, "/jobs/"))) == 4


def test_an_empty_search_leads_on_without_it(client: Client, jobs: None) -> None:
    client.cookies["situation"] = "my_country=DE&fit=open"
    soup = read(client, "/jobs/?q=cook&fit=open")
    assert titles(soup) == set()
    ways = {way.get_text(): str(way["href"]) for way in soup.select(".ways-out a")}
    assert ways["2 jobs without “cook”"] == "/jobs/?fit=open"
    followed = client.get(ways["1 job without “Open to you in Germany”"], follow=True)
    assert followed.redirect_chain[-1][0] == "/jobs/?q=cook"


def test_another_site_changes_nothing_that_is_remembered(client: Client, jobs: None) -> None:
    client.cookies["situation"] = "my_country=DE"
    response = client.get("/jobs/?fit=open", headers={"Sec-Fetch-Site": "cross-site"})
    assert response.status_code == 200
    assert not response.cookies
    # Its address in the reader's own hand is another request.
    typed = client.get("/jobs/?fit=open", headers={"Sec-Fetch-Site": "none", "If-None-Match": response.headers["ETag"]})
    assert (typed.status_code, typed.cookies["situation"].value) == (200, "my_country=DE&fit=open")


def test_an_address_that_was_typed_is_the_readers_choice(client: Client, jobs: None) -> None:
    client.cookies["situation"] = "my_country=DE&fit=open"
    response = client.get("/jobs/?q=baker&fit=any", headers={"Sec-Fetch-Site": "none"}, follow=True)
    assert response.redirect_chain == [("/jobs/?q=baker", 302)]
    assert client.cookies["situation"].value == "my_country=DE"


def test_a_link_on_another_site_to_all_jobs_shows_them(client: Client, jobs: None) -> None:
    client.cookies["situation"] = "my_country=DE&fit=open"
    response = client.get("/jobs/?fit=any", headers={"Sec-Fetch-Site": "cross-site"})
    assert response.status_code == 200
    assert len(titles(BeautifulSoup(response.content, "lxml"))) == 4
    assert not response.cookies
    assert client.get("/jobs/")["Location"] == "/jobs/?fit=open"


def test_the_jobs_open_to_a_reader_are_offered_above_the_list(client: Client, jobs: None) -> None:
    [offer] = read(client, "/jobs/?my_country=DE").select(".chips.offered a")
    assert (" ".join(offer.get_text(" ").split()), offer["href"]) == (
        "+ Open to you 2 jobs",
        "/jobs/?fit=open&my_country=DE",
    )
    # Not where it is chosen, leaves nothing out, or leaves nothing over.
    for address in ("?fit=open&my_country=DE", "?q=baker&my_country=DE", "?q=cook&my_country=DE", "?my_tz=UTC"):
        assert not read(client, f"/jobs/{address}").select(".chips.offered"), address


def test_a_filter_by_the_readers_own_country_is_not_offered_in_other_words(client: Client, jobs: None) -> None:
    def offered(address: str) -> list[str]:
        links = read(client, address).select(".chips.offered a")
        return [" ".join(link.get_text(" ").split()) for link in links]

    reader = "my_country=DE&my_currency=EUR&my_pay=70000"
    assert offered(f"/jobs/?{reader}") == ["+ Open to you, from €70,000, newest", "+ From €70,000"]
    assert offered(f"/jobs/?country=DE&{reader}") == ["+ From €70,000"]
    assert offered(f"/jobs/?country=ES&{reader}")[0] == "+ Open to you, from €70,000, newest"


def test_the_form_of_the_situation_leads_to_the_jobs_open_to_the_reader(client: Client, jobs: None) -> None:
    sent = {"my_country": "DE", "fit": ["any", "open"]}
    for page, results in (("/about/", "/jobs/?fit=open"), ("/jobs/?q=baker&page=2", "/jobs/?q=baker&fit=open")):
        client.cookies.clear()
        response = client.post("/situation/", {**sent, "next": page, "keep": "device"})
        assert (response["Location"], response.cookies["situation"].value) == (results, "my_country=DE&fit=open")
    # Chosen before, it is no reason to leave the page.
    response = client.post("/situation/", {**sent, "my_country": "ES", "next": "/about/", "keep": "device"})
    assert (response["Location"], response.cookies["situation"].value) == ("/about/", "my_country=ES&fit=open")
    response = client.post("/situation/", {**sent, "next": "/about/", "keep": "address"})
    assert response["Location"] == "/jobs/?fit=open&my_country=DE"
    response = client.post("/situation/", {"my_tz": "UTC", "fit": ["any", "open"], "keep": "device"})
    assert response.status_code == 400
    form = BeautifulSoup(response.content, "lxml")
    assert "Choose the country you live in" in form.get_text()
    assert form.select("input[name=fit][value=open][checked]")
    assert form.select("input[name=next]")[0]["value"] == "/jobs/"


def test_the_form_of_the_situation_takes_the_choice_back(client: Client, jobs: None) -> None:
    client.cookies["situation"] = "my_country=DE&fit=open"
    assert read(client, "/situation/").select("input[name=fit][value=open][checked]")
    sent = {"my_country": "DE", "fit": "any", "keep": "device"}
    response = client.post("/situation/", {**sent, "next": "/jobs/?q=baker&fit=open"})
    assert (response["Location"], response.cookies["situation"].value) == ("/jobs/?q=baker", "my_country=DE")
    assert not read(client, "/situation/").select("input[name=fit][value=open][checked]")
    # The jobs that leave it unclear are another choice, which the box knows nothing of.
    response = client.post("/situation/", {**sent, "next": "/jobs/?fit=unstated"})
    assert response["Location"] == "/jobs/?fit=unstated"


def test_what_is_remembered_yields_to_the_address(client: Client, jobs: None) -> None:
    client.cookies["situation"] = "my_country=DE&fit=open"
    assert len(titles(read(client, "/jobs/?my_country=ES"))) == 4
    assert titles(read(client, "/jobs/?fit=open&my_country=ES")) == {"Cook", "Editor"}
    assert client.cookies["situation"].value == "my_country=DE&fit=open"


def test_a_response_that_remembers_is_made_anew(client: Client, jobs: None) -> None:
    client.cookies["situation"] = "my_country=DE"
    response = client.get("/jobs/?fit=open")
    assert "ETag" not in response
    assert client.get("/jobs/?fit=open").has_header("ETag")
