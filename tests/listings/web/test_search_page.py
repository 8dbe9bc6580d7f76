"""The front page and the page of a search: whole, or its results alone for htmx."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertNumQueries

from listings.vocabulary.categories import CATEGORIES
from tests.listings.indexing import Reindex
from tests.listings.making import listing_with, posting_with, source_with

pytestmark = pytest.mark.django_db


def read(client: Client, address: str, status: int = 200, headers: dict[str, str] | None = None) -> BeautifulSoup:
    answer = client.get(address, headers=headers)
    assert answer.status_code == status
    assert not answer.cookies
    return BeautifulSoup(answer.content, "lxml")


def titles(soup: BeautifulSoup) -> list[str]:
    return [link.text for link in soup.select(".card h3 a")]


def words(soup: Tag) -> str:
    return re.sub(r" (?=[.,:])", "", " ".join(soup.get_text(" ").split()))


@pytest.fixture
def three(reindex: Reindex) -> None:
    pay = {"min": 60000, "max": 60000, "currency": "EUR", "period": "year", "evidence": "€60k"}
    listing_with("Python developer", facts={"residence": {"include": ["eu"], "exclude": []}, "salary": pay})
    listing_with("Rust developer", "Oak & Otter", "weworkremotely")
    listing_with("Illustrator", "Oak & Otter", "weworkremotely", facts={"category": "design"})
    reindex()


def test_home_tells_how_many_from_where_and_how_fresh(client: Client, three: None) -> None:
    soup = read(client, "/")
    assert "3 open jobs from 2 boards, last checked 12 minutes ago." in words(soup)
    assert sorted(titles(soup)) == ["Illustrator", "Python developer", "Rust developer"]
    assert [link.select(".number")[0].text for link in soup.select(".categories a")] == ["2 jobs", "1 job"]
    kinds = {link.span.text: link["href"] for link in soup.select(".categories a") if link.span}
    assert kinds == {
        CATEGORIES["engineering"]: "/jobs/?category=engineering",
        CATEGORIES["design"]: "/jobs/?category=design",
    }
    assert [form["action"] for form in soup.select("form")] == ["/jobs/"]


def test_home_of_an_empty_site(client: Client, reindex: Reindex) -> None:
    reindex()
    text = words(read(client, "/"))
    assert "No board has been read yet." in text
    assert "No jobs are open yet." in text
    text = words(read(client, "/jobs/"))
    assert "No jobs are open yet." in text
    assert "See all open jobs" not in text


def test_a_card_answers_the_first_questions(client: Client, three: None) -> None:
    [card] = [card for card in read(client, "/jobs/").select(".card") if "Python" in card.text]
    text = " ".join(card.text.split())
    facts = ("European Union", "€60k a year", "€60,000 a year", "Posted yesterday", "on Remotive")
    for answer in ("Python developer", "Fernhill Labs", *facts):
        assert answer in text
    [other] = [card for card in read(client, "/jobs/").select(".card") if "Rust" in card.text]
    assert "Place not stated" in other.text
    assert "Pay not stated" in other.text
    [verdict] = [card for card in read(client, "/jobs/?my_country=DE").select(".card") if "Rust" in card.text]
    assert "Eligibility not stated" in verdict.text
    assert "Place not stated" not in verdict.text


def test_ads_that_mention_the_words_are_one_click_away(client: Client, reindex: Reindex) -> None:
    listing_with("Python developer")
    listing_with("Rust developer", "Oak & Otter", html="<p>Some of us write Python.</p>")
    listing_with("Gardener", "Elm", html="<p>Python and an otter.</p>")
    reindex()
    soup = read(client, "/jobs/?q=python&sort=new")
    assert titles(soup) == ["Python developer"]
    [link] = soup.select(".mentioned a")
    assert words(soup.select_one(".mentioned") or soup) == "… and 2 more that mention “python”"
    assert link["href"] == "/jobs/?q=python&in=text&sort=new"
    soup = read(client, str(link["href"]))
    assert sorted(titles(soup)) == ["Gardener", "Python developer", "Rust developer"]
    assert not soup.select(".mentioned")
    assert [words(chip) for chip in soup.select(".chips:not(.offered) a")] == [
        "Remove filter: Mentioned in the text too ×"
    ]
    assert soup.select(".chips a")[0]["href"] == "/jobs/?q=python&sort=new"
    assert len(client.get("/jobs.json?q=python").json()["items"]) == 1
    assert len(client.get("/jobs.json?q=python&in=text").json()["items"]) == 3


def test_an_empty_first_group_says_so(client: Client, reindex: Reindex) -> None:
    listing_with("Rust developer", html="<p>Some of us keep otters.</p>")
    reindex()
    soup = read(client, "/jobs/?q=otters")
    assert titles(soup) == ["Rust developer"]
    assert words(soup.select_one("#found") or soup) == "1 ad mentions “otters”"
    assert "No job has this in its title, skills or employer." in words(soup)


def test_finds_words_and_filters(client: Client, three: None) -> None:
    assert titles(read(client, "/jobs/?q=rust")) == ["Rust developer"]
    assert titles(read(client, "/jobs/?category=design")) == ["Illustrator"]
    assert titles(read(client, "/jobs/?source=remotive")) == ["Python developer"]
    assert sorted(titles(read(client, "/jobs/?company=oak-otter"))) == ["Illustrator", "Rust developer"]


def test_filters_in_use_are_removable_chips(client: Client, three: None) -> None:
    soup = read(client, "/jobs/?q=developer&category=engineering&company=oak-otter")
    chips = {link.text: link["href"] for link in soup.select(".chips:not(.offered) a")}
    assert chips == {
        f"Remove filter: {CATEGORIES['engineering']}×": "/jobs/?q=developer&company=oak-otter",
        "Remove filter: Oak & Otter×": "/jobs/?q=developer&category=engineering",
        "Remove all filters": "/jobs/?q=developer",
    }
    kept = {(field["name"], field["value"]) for field in soup.select("form [type=hidden]") if field["name"] != "q"}
    assert kept == {("category", "engineering"), ("company", "oak-otter")}


def test_choices_carry_counts_and_lead_there(client: Client, three: None) -> None:
    soup = read(client, "/jobs/?category=design")
    choices = {
        link.span.text: (link.select(".number")[0].text, link["href"], link.get("aria-current"))
        for link in soup.select(".filters a")
        if link.span
    }
    assert choices[CATEGORIES["design"]] == ("1 job", "/jobs/", "true")
    assert choices[CATEGORIES["engineering"]][:1] == ("2 jobs",)


def test_hybrid_jobs_are_left_out_alike_until_asked_for(client: Client, reindex: Reindex) -> None:
    listing_with("Tide Engineer")
    for number in range(2):
        listing_with(f"Dock Engineer {number}", f"Quay {number}", facts={"workplace": "hybrid"})
    reindex()
    for address in ("/jobs/", "/jobs.json", "/jobs.rss", "/"):
        text = client.get(address).content.decode()
        assert ("Tide Engineer" in text, "Dock Engineer" in text) == (True, False), address
    page = read(client, "/jobs/")
    assert "1 open job" in words(page)
    link = page.select_one(".left-out a")
    assert link is not None
    assert (link.text, link["href"]) == ("2 hybrid", "/jobs/?workplace=hybrid")
    assert "2 open jobs" in words(read(client, "/jobs/?workplace=hybrid"))
    assert read(client, "/jobs/?workplace=hybrid").select_one(".left-out") is None


def test_pages_have_addresses(client: Client, reindex: Reindex) -> None:
    for number in range(25):
        listing_with(f"Python developer {number}")
    reindex()
    first = read(client, "/jobs/?q=python")
    assert [link["href"] for link in first.select(".pager a")] == ["/jobs/?q=python&page=2"]
    second = read(client, "/jobs/?q=python&page=2")
    assert [link["href"] for link in second.select(".pager a")] == ["/jobs/?q=python"]
    assert len({*titles(first), *titles(second)}) == 25
    assert [link["href"] for link in second.select("link[rel=canonical]")] == [
        "http://localhost:8000/jobs/?q=python&page=2"
    ]


def test_a_page_past_the_last_leads_to_the_last(client: Client, three: None) -> None:
    answer = client.get("/jobs/?q=developer&page=9")
    assert (answer.status_code, answer["Location"]) == (302, "/jobs/?q=developer")


def test_nothing_found_says_so_and_what_to_do(client: Client, three: None) -> None:
    soup = read(client, "/jobs/?q=astronaut&category=design")
    assert "No open jobs for “astronaut”" in words(soup)
    assert "/jobs/?category=design" in [link["href"] for link in soup.select(".notice a")]
    assert "1 job without “astronaut”" in words(soup)


def test_while_the_index_is_rebuilt_the_newest_still_show(client: Client, no_index: None) -> None:
    listing_with()
    for address in ("/jobs/", "/jobs/?q=rust"):
        soup = read(client, address)
        assert "The search is being rebuilt." in words(soup)
        assert titles(soup) == ["Python developer"]
    assert titles(read(client, "/")) == ["Python developer"]


def test_while_the_index_is_rebuilt_the_page_names_the_filters_that_wait(client: Client, no_index: None) -> None:
    listing_with()
    listing_with("Illustrator", facts={"category": "design"})
    soup = read(client, "/jobs/?q=rust&category=design&country=DE&salary_min=50000&salary=none&sort=salary")
    assert titles(soup) == ["Illustrator"]
    text = words(soup)
    assert "These filters work again in a minute: Search words, Country, Pay, Order." in text
    assert "the newest open jobs that match your other filters." in text
    chips = [link.text for link in soup.select(".chips a:not(.clear)")]
    assert [chip for chip in chips if "not applied yet" not in chip] == [f"Remove filter: {CATEGORIES['design']}×"]
    assert len(chips) == 4
    served = words(read(client, "/jobs/?category=design&workplace=-hybrid&company=-none&source=remotive"))
    assert "work again" not in served
    assert "the newest open jobs that match your filters." in served
    assert "not applied" not in served


def test_a_wrong_parameter_is_named_with_the_nearest_right_one(client: Client, three: None) -> None:
    soup = read(client, "/jobs/?catgory=design", 400)
    text = words(soup)
    assert "catgory" in text
    assert "category" in text
    assert soup.select(".wordmark")
    fragment = read(client, "/jobs/?catgory=design", 400, {"HX-Request": "true"})
    assert "catgory" in fragment.text
    assert not fragment.select(".wordmark")


@pytest.mark.parametrize(
    "query", ["utm_source=x&q=rust&gclid=1", "q=rust&category=", "q=rust&my_country=", "my_country=+&q=rust&country="]
)
def test_tracking_and_empty_parameters_leave_the_address(client: Client, three: None, query: str) -> None:
    answer = client.get(f"/jobs/?{query}")
    assert (answer.status_code, answer["Location"]) == (302, "/jobs/?q=rust")
    soup = read(client, "/jobs/?q=rust")
    assert [link["href"] for link in soup.select("link[rel=canonical]")] == ["http://localhost:8000/jobs/?q=rust"]


def test_htmx_gets_the_results_alone(client: Client, three: None) -> None:
    answer = client.get("/jobs/?q=rust&category=", headers={"HX-Request": "true"})
    soup = BeautifulSoup(answer.content, "lxml")
    assert titles(soup) == ["Rust developer"]
    assert not soup.select("header, footer, form[role=search]")
    assert soup.title is not None
    assert soup.title.text == "1 open job for “rust” · Elsewhere"
    assert answer["HX-Push-Url"] == "/jobs/?q=rust"
    assert {"HX-Request", "HX-History-Restore-Request"} <= set(re.split(r",\s*", answer["Vary"]))
    whole = client.get("/jobs/?q=rust")
    assert "HX-Request" in whole["Vary"]
    assert b"<header" in whole.content


def test_going_back_in_history_gets_the_whole_page(client: Client, three: None) -> None:
    soup = read(client, "/jobs/", headers={"HX-Request": "true", "HX-History-Restore-Request": "true"})
    assert soup.select("header")


def test_the_page_names_its_feeds(client: Client, three: None) -> None:
    soup = read(client, "/jobs/?q=rust&category=engineering")
    feeds = {link["type"]: link["href"] for link in soup.select("link[rel=alternate]")}
    assert feeds == {
        "application/feed+json": "/jobs.json?q=rust&category=engineering&sort=new",
        "application/rss+xml": "/jobs.rss?q=rust&category=engineering&sort=new",
        "application/atom+xml": "/jobs.atom?q=rust&category=engineering&sort=new",
    }
    assert [link["href"] for link in soup.select(".follow .feeds a")] == [
        feeds[f"application/{kind}+xml"] for kind in ("rss", "atom")
    ] + [feeds["application/feed+json"]]
    for address in feeds.values():
        assert client.get(str(address)).status_code == 200


def test_hostile_words_stay_words(client: Client, three: None) -> None:
    soup = read(client, "/jobs/", 200)
    assert not soup.select("script:not([src])")
    answer = client.get("/jobs/", {"q": '"><script>alert(1)</script>'})
    assert b"<script>alert" not in answer.content


def test_the_number_of_queries_does_not_grow(client: Client, reindex: Reindex) -> None:
    source_with("remoteco")
    for number in range(12):
        posting_with(listing_with(f"Python developer {number}"), "remoteco")
    reindex()
    for address, queries in (("/jobs/", 1), ("/jobs/?q=python&category=engineering", 1), ("/", 2)):
        client.get(address)
        with assertNumQueries(queries):
            client.get(address)


def test_the_order_is_chosen_by_links(client: Client, three: None) -> None:
    orders = {link.text: link for link in read(client, "/jobs/?q=developer").select(".orders a")}
    assert list(orders) == ["Best match", "Newest", "Highest pay"]
    assert orders["Best match"].get("aria-current") == "true"
    assert orders["Highest pay"]["href"] == "/jobs/?q=developer&sort=salary"
    assert list({link.text: link for link in read(client, "/jobs/").select(".orders a")}) == ["Newest", "Highest pay"]
    by_pay = read(client, "/jobs/?q=developer&sort=salary")
    assert titles(by_pay) == ["Python developer", "Rust developer"]
    assert by_pay.select_one(".orders a[aria-current]").text == "Highest pay"  # type: ignore[union-attr]


def test_age_pay_and_companies_are_counted(client: Client, three: None) -> None:
    soup = read(client, "/jobs/")
    groups = {group.h3.text: group for group in soup.select(".group") if group.h3}
    assert next(link["href"] for link in groups["Posted"].select("a")) == "/jobs/?posted=1"
    assert "Oak & Otter" in groups["Company"].text
    assert next(link["href"] for link in groups["Company"].select("a")) == "/jobs/?company=oak-otter"
    bars = {words(link): link["href"] for link in soup.select(".histogram a")}
    assert bars["from 60,000 USD a year; 1 job up to 80,000"] == "/jobs/?salary_min=60000"
    # Nothing is found by asking for as little as nobody pays.
    assert set(bars.values()) == {"/jobs/?salary_min=60000"}
    assert words(soup.select(".histogram li")[0]) == "from 0 USD a year; 0 jobs up to 20,000"
    assert [mark.text for mark in soup.select(".scale span")] == ["0", "$100k", "$200k+"]
    used = read(client, "/jobs/?posted=7&company=-oak-otter")
    assert {chip.text for chip in used.select(".chips li:not(:has(.clear)) a")} == {
        "Remove filter: Posted in the last 7 days×",
        "Remove filter: Not Oak & Otter×",
    }


@pytest.mark.parametrize("reader", ["my_country=DE", "my_country=US&my_currency=EUR&my_pay=50000"])
def test_bars_links_and_form_are_in_the_readers_currency(client: Client, three: None, reader: str) -> None:
    soup = read(client, f"/jobs/?{reader}")
    [chosen] = soup.select("select[name=currency] option[selected]")
    assert chosen["value"] == "EUR"
    bars = {words(link): str(link["href"]) for link in soup.select(".histogram a")}
    address = bars["from 60,000 EUR a year; 1 job up to 80,000"]
    assert address == f"/jobs/?salary_min=60000&currency=EUR&{reader}"
    assert [mark.text for mark in soup.select(".scale span")] == ["0", "€100k", "€200k+"]
    soup = read(client, address)
    assert titles(soup) == ["Python developer"]
    assert soup.select("select[name=currency] option[selected]")[0]["value"] == "EUR"
    assert len(soup.select(".histogram .included")) == 7
    # A search that asks in dollars keeps to them.
    soup = read(client, f"/jobs/?salary_min=60000&{reader}")
    assert soup.select("select[name=currency] option[selected]")[0]["value"] == "USD"
    assert "from 60,000 USD a year; 1 job up to 80,000" in {words(link) for link in soup.select(".histogram a")}


def test_the_last_months_are_offered(client: Client, reindex: Reindex) -> None:
    listing_with("Python developer")
    listing_with("Old Python developer", posted=timezone.now() - timedelta(days=200))
    reindex()
    soup = read(client, "/jobs/?q=python")
    [offer] = soup.select(".chips.offered a")
    assert (words(offer), offer["href"]) == ("+ Last 90 days 1 job", "/jobs/?q=python&posted=90")
    assert [age.text for age in soup.select("time.old")] == ["7 months ago"]
    soup = read(client, "/jobs/?q=python&posted=90")
    assert titles(soup) == ["Python developer"]
    assert not soup.select(".chips.offered")


def test_long_lists_are_cut(client: Client, reindex: Reindex) -> None:
    for number in range(12):
        listing_with("Python developer", f"Hive {number}")
    reindex()
    [group] = [group for group in read(client, "/jobs/?company=hive-9").select(".group") if "Company" in words(group)]
    lists = [[link.span.text for link in part.select("a") if link.span] for part in group.select(".choices")]
    assert [len(part) for part in lists] == [9, 3]
    assert "Hive 9" in lists[0]
    assert words(group.select(".rest summary")[0]) == "3 more"


def test_a_card_says_why_it_is_there(client: Client, reindex: Reindex) -> None:
    listing_with(
        "K8s keeper",
        "Fernhill Labs",
        html="<p>Hello. We ran kubernetes for years.</p>",
        facts={"skills": ["kubernetes"]},
    )
    reindex()
    # Its title or its skills show the word.
    for query in ("kubernetes", "keeper", "sre+or+keeper"):
        assert titles(read(client, f"/jobs/?q={query}")) == ["K8s keeper"]
        assert not read(client, f"/jobs/?q={query}").select(".why")
    [why] = read(client, "/jobs/?q=keeper+ran").select(".why")
    assert words(why) == "Why this job: “We ran kubernetes for years.”"
    assert [mark.text for mark in why.select("mark")] == ["ran"]
    assert not read(client, "/jobs/").select(".why")
    asked = client.get("/jobs.json?q=title:k8s").json()
    assert asked["items"][0]["_why"] == [{"asked": "title:k8s", "found": "k8s", "in": ["title"]}]


def test_a_slip_is_said_and_can_be_meant(client: Client, reindex: Reindex) -> None:
    for number in range(4):
        listing_with("Illustrator", f"Studio {number}")
    reindex()
    soup = read(client, "/jobs/?q=ilustrator")
    assert "Showing results for illustrator. Search only for ilustrator" in words(soup)
    assert len(titles(soup)) == 4
    link = soup.select_one(".corrected a")
    assert link is not None
    assert link["href"] == "/jobs/?q=%22ilustrator%22"
    assert titles(read(client, str(link["href"]))) == []
    link = read(client, '/jobs/?q=NOT+cook+"studio+1"+ilustrator').select_one(".corrected a")
    assert link is not None
    assert link["href"] == "/jobs/?q=-cook+%22studio+1%22+%22ilustrator%22"


def test_a_search_offers_its_kind_of_work_and_ways_on(client: Client, three: None) -> None:
    soup = read(client, "/jobs/?q=illustrator+python")
    assert {link.text: link["href"] for link in soup.select(".ways-out a")} == {
        "1 job for “python”": "/jobs/?q=python",
        "1 job for “illustrator”": "/jobs/?q=illustrator",
    }
    [kind] = read(client, "/jobs/?q=rust+developer").select(".suggested a")
    assert (kind.text, kind["href"]) == ("All in Software engineering (2)", "/jobs/?category=engineering")
