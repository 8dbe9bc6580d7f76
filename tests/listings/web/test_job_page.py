"""A listing's own page: what it shows, when it moves, when it is gone."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertNumQueries

from listings import operations
from listings.boards import BOARDS
from listings.ingest.sanitise import clean
from listings.models import Listing
from listings.vocabulary.categories import CATEGORIES
from listings.vocabulary.employment import EMPLOYMENT
from tests.examples import sampled
from tests.listings.making import listing_with, posting_with, source_with

pytestmark = pytest.mark.django_db
ChangeTerms = Callable[..., None]


def seen(client: Client, listing: Listing, status: int = 200, query: str = "") -> BeautifulSoup:
    answer = client.get(listing.get_absolute_url() + query)
    assert answer.status_code == status
    return BeautifulSoup(answer.content, "lxml")


def words(soup: BeautifulSoup) -> str:
    """Its text with single spaces, none before a full stop, comma or colon."""
    return re.sub(r" (?=[.,:])", "", " ".join(soup.get_text(" ").split()))


def facts(soup: BeautifulSoup) -> dict[str, str]:
    terms = soup.select(".fact-sheet > div")
    return {row.dt.text: " ".join(row.dd.text.split()) for row in terms if row.dt and row.dd}


@pytest.fixture
def board_terms(monkeypatch: pytest.MonkeyPatch) -> ChangeTerms:
    def change(name: str, **terms: Any) -> None:
        board = BOARDS[name]
        monkeypatch.setitem(BOARDS, name, replace(board, terms=replace(board.terms, **terms)))

    return change


def test_shows_the_ad_and_what_it_states(client: Client) -> None:
    stated = {
        "residence": {"include": ["eu"], "exclude": []},
        "salary": {"min": 60000, "max": 70000, "currency": "EUR", "period": "year", "period_stated": True},
        "hours": {"utc_min": 0, "utc_max": 3, "overlap_hours": None, "overlap_with": None},
        "skills": ["python"],
        "language": "en",
        "evidence": {"residence": "field:location", "salary": "€60k to €70k"},
        "spans": {"salary": [{"field": "text", "start": 29, "end": 41}]},
    }
    html = "<p>Look after <b>our</b> garden tools.</p><p>€60k <i>to</i> €70k.</p>"
    listing = listing_with(html=html, facts=stated, ad={"location": "EU"})
    soup = seen(client, listing)
    assert soup.h1 is not None
    assert soup.h1.text == "Python developer"
    assert "Look after our garden tools." in words(soup)
    assert facts(soup) | {"Last seen": ""} == {
        "Workplace": "Remote",
        "Where you may live": "European Union EU, according to the board",
        "Pay": "€60,000–70,000 a year €60k to €70k",
        "Hours": "UTC to UTC+3",
        "Employment": EMPLOYMENT["FULL_TIME"],
        "Kind of work": CATEGORIES["engineering"],
        "Skills": "Python",
        "Language of the ad": "English",
        "Posted": facts(soup)["Posted"],
        "Last seen": "",
    }
    assert "Not stated: level, experience, visa sponsorship." in words(soup)
    in_short = [item.text for item in soup.select(".key-facts li")]
    assert in_short == [
        "European Union",
        "€60,000–70,000 a year",
        EMPLOYMENT["FULL_TIME"],
        "UTC to UTC+3",
        "Posted yesterday",
    ]
    assert facts(soup)["Last seen"] == "2 hours ago"
    assert [mark.text for mark in soup.select(".ad-text mark")] == ["€60k", "to", "€70k"]
    [link] = soup.select(".quote a")
    assert soup.select(f"mark{link['href']}")


def test_says_what_is_not_stated(client: Client) -> None:
    listing = listing_with(facts={"category": None, "employment": []}, html="")
    soup = seen(client, listing)
    assert set(facts(soup)) == {"Workplace", "Posted", "Last seen"}
    missing = "where you may live, pay, hours, employment, level, experience, visa sponsorship, kind of work, skills"
    assert f"Not stated: {missing}, language of the ad." in words(soup)
    assert [item.text for item in soup.select(".key-facts li")] == ["Pay: not stated", "Posted yesterday"]


@pytest.mark.parametrize(("quote", "shown"), [("DOE", "Pay: not stated"), ("30 to 35k", "30 to 35k")])
def test_words_are_no_pay_below_the_title(client: Client, quote: str, shown: str) -> None:
    soup = seen(client, listing_with(facts={"salary": None}, ad={"salary": quote}))
    assert shown in [item.text for item in soup.select(".key-facts li")]
    assert facts(soup)["Pay"].startswith(quote)


def test_takes_the_boards_own_words_where_we_have_no_name_for_them(client: Client) -> None:
    listing = listing_with(
        facts={"category": None, "employment": []}, ad={"category": "Gardening", "employment": ("Seasonal",)}
    )
    shown = facts(seen(client, listing))
    assert (shown["Employment"], shown["Kind of work"]) == (
        "Seasonal, according to the board",
        "Gardening, according to the board",
    )


def test_a_shouted_title_is_calmed(client: Client) -> None:
    soup = seen(client, listing_with("SENIOR PYTHON DEVELOPER (AWS)"))
    assert soup.h1 is not None
    assert soup.h1.text == "Senior Python Developer (AWS)"


def test_another_slug_leads_to_the_right_one(client: Client) -> None:
    listing = listing_with()
    for wrong in (f"/jobs/{listing.pk}-rust-developer/", f"/jobs/{listing.pk}/", f"/jobs/{listing.pk}-%C3%A9t%C3%A9/"):
        answer = client.get(wrong)
        assert (answer.status_code, answer["Location"]) == (301, f"/jobs/{listing.pk}-python-developer/")


def test_a_redirect_keeps_the_readers_situation_alone(client: Client) -> None:
    listing = listing_with()
    merged = listing_with("Gardener", merged_into=listing)
    for path in (f"/jobs/{listing.pk}/", f"/jobs/{listing.pk}-rust-developer/", merged.get_absolute_url()):
        answer = client.get(f"{path}?utm_source=mail&my_country=MX&my_pay=&ref=x&my_tz=America/Mexico_City&q=a&my_x=1")
        there = f"{listing.get_absolute_url()}?my_country=MX&my_tz=America%2FMexico_City"
        assert (answer.status_code, answer["Location"]) == (301, there)
    assert "Mexico · Mexico City 9–17" in words(seen(client, listing, query="?my_country=MX&my_tz=America/Mexico_City"))
    # What is wrong is said on the page.
    wrong = client.get(f"/jobs/{listing.pk}/?my_country=Narnia", follow=True)
    assert (wrong.status_code, wrong.redirect_chain) == (
        400,
        [(f"{listing.get_absolute_url()}?my_country=Narnia", 301)],
    )


@pytest.mark.parametrize("address", ["/jobs/9-x/", "/jobs/99999999999999999999999-x/", "/jobs/x/"])
def test_an_unknown_one_is_not_found(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert b"There is no page at this address." in answer.content


def test_a_merged_one_leads_to_the_one_that_survived(client: Client) -> None:
    last = listing_with("Gardener")
    middle = listing_with(merged_into=last)
    first = listing_with(merged_into=middle)
    answer = client.get(first.get_absolute_url())
    assert (answer.status_code, answer["Location"]) == (301, last.get_absolute_url())
    # Browsers follow an uncontrolled 301, and show a 410, for ever.
    assert answer["Cache-Control"] == "no-cache"


def test_a_hidden_one_was_taken_down(client: Client) -> None:
    listing = listing_with()
    operations.hide(listing, "asked by Ann Example")
    text = words(seen(client, listing, 410))
    assert client.get(listing.get_absolute_url())["Cache-Control"] == "no-cache"
    assert "This job was taken down." in text
    assert "Ann Example" not in text
    assert listing.title not in text


def test_a_closed_one_says_when_and_why_and_shows_similar_open_ones(client: Client) -> None:
    closed_at = timezone.now() - timedelta(days=3)
    listing = listing_with(closed_at=closed_at, closed_reason=Listing.Closed.EXPIRED)
    listing_with("Senior Python engineer", "Other Oak")
    listing_with("Nurse", "Third Thistle", facts={"category": "health"})
    soup = seen(client, listing)
    assert f"Closed on {closed_at.day} {closed_at:%B %Y}: its closing date has passed." in words(soup)
    assert [link.text for link in soup.select(".similar h3 a")] == ["Senior Python engineer"]
    assert not soup.select(".apply")
    assert soup.select('meta[name=robots][content="noindex"]')


def test_closed_for_a_month_it_is_gone(client: Client) -> None:
    listing = listing_with(closed_at=timezone.now() - timedelta(days=31), closed_reason=Listing.Closed.GONE)
    other = listing_with("Senior Python engineer", "Other Oak")
    soup = seen(client, listing, 410)
    assert "Python developer at Fernhill Labs closed on" in words(soup)
    assert [link["href"] for link in soup.select(".similar h3 a")] == [other.get_absolute_url()]


def test_says_since_when_it_was_not_seen(client: Client) -> None:
    last = timezone.now() - timedelta(days=20)
    listing = listing_with(posted=last, ad={"last_seen_at": last})
    assert f"Not seen since {last.day} {last:%B %Y}." in words(seen(client, listing))


def test_says_that_it_was_published_again(client: Client) -> None:
    again = timezone.now() - timedelta(days=2)
    listing = listing_with(posted=timezone.now() - timedelta(days=40), ad={"published_at": again})
    assert facts(seen(client, listing))["Reposted"] == f"{again.day} {again:%B %Y}"


def test_links_to_every_board_as_its_terms_ask(client: Client, board_terms: ChangeTerms) -> None:
    board_terms("remotive", followed_link=True, link_text="Remotive")
    board_terms("weworkremotely", followed_link=False, link_text="We Work Remotely")
    there = {"residence": {"include": ["US"], "exclude": []}}
    listing = listing_with(facts=there, ad={"url": "https://one.example/a", "location": "Boston"})
    other = {**listing.facts, "residence": {"include": ["CA"], "exclude": []}}
    posting_with(listing, "weworkremotely", url="https://two.example/b", facts=other, location="Toronto")
    soup = seen(client, listing)
    links = {str(link["href"]): (link.text, link["rel"]) for link in soup.select(".found-on a")}
    assert links == {
        "https://one.example/a": ("Remotive", ["noopener"]),
        "https://two.example/b": ("We Work Remotely", ["noopener", "nofollow"]),
    }
    assert "Where you may live differs there: Canada" in words(soup)
    assert "Employment differs" not in words(soup)
    assert facts(soup)["Places named"] == "Boston; Toronto"


def test_only_the_beginning_where_the_terms_forbid_the_whole(client: Client, board_terms: ChangeTerms) -> None:
    board_terms("remotive", full_text=False)
    listing = listing_with(html="<p>" + "many words " * 60 + "the end</p>", ad={"url": "https://b.example/1"})
    soup = seen(client, listing)
    assert "the end" not in words(soup)
    paragraph = soup.select_one("section p")
    assert paragraph is not None
    assert paragraph.text.startswith("many words many")
    assert len(paragraph.text) <= 200
    assert [link["href"] for link in soup.select("section p a")] == ["https://b.example/1"]


def test_hostile_words_stay_words(client: Client) -> None:
    listing = listing_with(
        title="<script>alert(1)</script>",
        company="<img src=x onerror=alert(1)>",
        ad={
            "location": "<b>x</b>",
            "salary": '"><script>',
            "apply_url": "javascript:alert(1)",
            "url": "data:text/html,x",
        },
    )
    answer = client.get(f"/jobs/{listing.pk}/", follow=True)
    soup = BeautifulSoup(answer.content, "lxml")
    assert not soup.select("script:not([src]), img, main b")
    assert not [link for link in soup.select("a[href]") if str(link["href"]).startswith(("javascript", "data"))]
    assert soup.h1 is not None
    assert soup.h1.text == "<script>alert(1)</script>"


def test_headings_of_an_ad_stay_below_those_of_the_page(client: Client) -> None:
    html = clean("<h1>Who we are</h1><h4>Why</h4><p>We are.</p>", BOARDS["remotive"].terms)
    soup = seen(client, listing_with(html=html))
    assert [(tag.name, tag.text) for tag in soup.select(".ad-text > :is(h1,h2,h3,h4)")] == [
        ("h3", "Who we are"),
        ("h4", "Why"),
    ]


def markup(soup: BeautifulSoup) -> dict[str, object] | None:
    script = soup.select_one('script[type="application/ld+json"]')
    return json.loads(script.text) if script else None


RESIDENCE = {"residence": {"include": ["US", "CA"], "exclude": []}}
PAY = {"salary": {"min": 90000, "max": 120000, "currency": "USD", "period": "year", "period_stated": True}}


def test_job_posting_markup_where_the_terms_allow_it(client: Client, board_terms: ChangeTerms) -> None:
    board_terms("remotive", job_posting_markup=True)
    expires = timezone.now() + timedelta(days=9)
    html = "<p>Tools &amp; gardens </p>"
    listing = listing_with(html=html, facts={**RESIDENCE, **PAY}, ad={"expires_at": expires})
    soup = seen(client, listing)
    assert "</p>" not in str(soup.select_one('script[type="application/ld+json"]'))
    stated = markup(soup)
    assert stated is not None
    assert stated.pop("url") == f"http://localhost:8000{listing.get_absolute_url()}"
    assert stated == {
        "@context": "https://schema.org/",
        "@type": "JobPosting",
        "title": "Python developer",
        "description": html,
        "datePosted": listing.posted_at.isoformat(),
        "hiringOrganization": {"@type": "Organization", "name": "Fernhill Labs"},
        "jobLocationType": "TELECOMMUTE",
        "applicantLocationRequirements": [{"@type": "Country", "name": "US"}, {"@type": "Country", "name": "CA"}],
        "identifier": {"@type": "PropertyValue", "name": "Fernhill Labs", "value": str(listing.pk)},
        "directApply": False,
        "validThrough": expires.isoformat(),
        "employmentType": ["FULL_TIME"],
        "baseSalary": {
            "@type": "MonetaryAmount",
            "currency": "USD",
            "value": {"@type": "QuantitativeValue", "unitText": "YEAR", "minValue": 90000, "maxValue": 120000},
        },
    }


@pytest.mark.parametrize(
    "facts_stated",
    [
        {},
        {"residence": {"include": ["worldwide"]}},
        {"residence": {"include": ["US"], "exclude": ["US-CA"]}},
        {"residence": {"include": ["US"], "exclude": [], "partly": ["US"]}},
    ],
)
def test_no_markup_without_a_country(client: Client, board_terms: ChangeTerms, facts_stated: dict[str, object]) -> None:
    board_terms("remotive", job_posting_markup=True)
    assert markup(seen(client, listing_with(facts=facts_stated))) is None


@pytest.mark.parametrize(
    "board", sampled([(board,) for board in sorted(BOARDS)], key=lambda board: BOARDS[board].employers_own)
)
def test_no_markup_where_the_terms_forbid_it(client: Client, board: str, board_terms: ChangeTerms) -> None:
    board_terms(board, job_posting_markup=False)
    assert markup(seen(client, listing_with(board=board, facts=RESIDENCE))) is None


def test_no_markup_for_samples_and_closed_ones(client: Client, board_terms: ChangeTerms) -> None:
    board_terms("remotive", job_posting_markup=True)
    closed = listing_with(facts=RESIDENCE, closed_at=timezone.now(), closed_reason=Listing.Closed.GONE)
    assert markup(seen(client, closed)) is None
    assert markup(seen(client, listing_with(facts=RESIDENCE, is_sample=True))) is None


@pytest.mark.parametrize("unlike_base_pay", [{"period_stated": False}, {"with_variable": True}])
def test_only_base_pay_of_a_stated_period_is_in_the_markup(
    client: Client, board_terms: ChangeTerms, unlike_base_pay: dict[str, bool]
) -> None:
    board_terms("remotive", job_posting_markup=True)
    unclear = {"salary": {**PAY["salary"], **unlike_base_pay}}
    stated = markup(seen(client, listing_with(facts={**RESIDENCE, **unclear})))
    assert stated is not None
    assert "baseSalary" not in stated


def test_years_of_experience_in_the_markup_are_months(client: Client, board_terms: ChangeTerms) -> None:
    board_terms("remotive", job_posting_markup=True)
    stated = markup(seen(client, listing_with(facts={**RESIDENCE, "experience_years": 3})))
    assert stated is not None
    assert stated["experienceRequirements"] == {
        "@type": "OccupationalExperienceRequirements",
        "monthsOfExperience": 36,
    }


def test_experience_and_sponsorship_are_shown_with_the_words_of_the_ad(client: Client) -> None:
    words_of_ad = {"sponsorship": "cannot sponsor visas", "experience_years": "No experience required"}
    stated = {"sponsorship": "not offered", "experience_years": 0, "evidence": words_of_ad}
    shown = facts(seen(client, listing_with(facts=stated)))
    assert shown["Visa sponsorship"] == "Not offered cannot sponsor visas"
    assert shown["Experience"] == "None needed No experience required"


def test_an_exclusion_alone_is_shown_with_the_words_of_the_ad(client: Client) -> None:
    left_out = {"places": ["US-OH"], "evidence": "cannot hire in Ohio"}
    shown = facts(seen(client, listing_with(facts={"residence": None, "left_out": left_out})))
    assert shown["Where you may live"] == "Open to all but Ohio cannot hire in Ohio"


def test_a_sample_is_not_for_search_engines_and_says_that_it_is_made_up(client: Client) -> None:
    source_with("remotive", sample=True)
    soup = seen(client, listing_with(is_sample=True))
    assert soup.select('meta[name=robots][content="noindex"]')
    assert "made-up sample jobs from made-up companies" in words(soup)


def test_the_number_of_queries_does_not_grow_with_the_postings(client: Client) -> None:
    listing = listing_with()
    for board in ("weworkremotely", "remoteco"):
        posting_with(listing, board)
    with assertNumQueries(7):
        client.get(listing.get_absolute_url())


def test_sets_no_cookie(client: Client) -> None:
    answer = client.get(listing_with().get_absolute_url())
    assert not answer.cookies


def test_says_that_it_was_reposted(client: Client) -> None:
    again = timezone.now() - timedelta(days=3)
    listing = listing_with(posted=timezone.now() - timedelta(days=40), reposted_at=again)
    assert facts(seen(client, listing))["Reposted"].startswith(f"{again.day} {again:%B %Y}")
    assert "Reposted" not in facts(seen(client, listing_with("Gardener")))
