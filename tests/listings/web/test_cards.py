"""Cards come from a query written by hand: it gives what the models give, whatever the listing looks like."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertNumQueries

from listings.display import fact_rows, fact_text
from listings.models import Listing, Source, Takedown
from listings.search.query.situation import Situation
from listings.web.card_places import card_places
from listings.web.cards import Card, cards
from listings.web.monogram import monogram
from listings.web.personal_fit import personal_fit
from listings.web.short_pay import ShortPay, short_pay
from tests.listings.indexing import Reindex
from tests.listings.making import listing_with, posting_with

pytestmark = pytest.mark.django_db

CALIFORNIAN = Situation(country="US", state="US-CA", tz="America/Los_Angeles", pay=100_000)
DAYS_AGO = [timezone.now() - timedelta(days=days) for days in range(60)]
FACTS = {
    "residence": {"include": ["US", "CA", "GB", "IE"], "exclude": ["US-CA"]},
    "salary": {"min": 90_000, "max": 120_000, "currency": "USD", "period": "year", "period_stated": False},
    "hours": {"overlap_hours": 4, "overlap_with": "America/New_York"},
    "workplace": "hybrid",
    "seniority": ["senior", "lead"],
    "skills": ["python", "node.js", ".net", "a", "b", "c", "d"],
    "evidence": {"residence": "in North America or the British Isles"},
}
UNSTATED: dict[str, Any] = {
    "residence": None,
    "salary": None,
    "hours": None,
    "seniority": [],
    "category": None,
    "employment": [],
}


def everything() -> Listing:
    return listing_with("Painter", "Oak & Otter", facts=FACTS, reposted_at=DAYS_AGO[1])


def nothing() -> Listing:
    return listing_with("Baker", facts=UNSTATED)


def words_of_the_board() -> Listing:
    evidence = {"residence": "field:location"}
    facts = {**UNSTATED, "residence": {"include": ["ES"]}, "evidence": evidence}
    return listing_with("Cook", facts=facts, ad={"location": "Remote, Spain", "salary": " 30 to 35k "})


def words_of_a_list() -> Listing:
    facts = {"residence": {"include": ["eu"]}, "evidence": {"residence": "field:time_zones"}}
    return listing_with("Diver", facts=facts, ad={"time_zones": ("UTC+0", "UTC+1")})


def long_unseen() -> Listing:
    listing = listing_with("Eel keeper", posted=DAYS_AGO[50], ad={"last_seen_at": DAYS_AGO[30]})
    posting_with(listing, "remoteco", last_seen_at=DAYS_AGO[20])
    # A closed one was seen since, which says nothing about those that are open.
    posting_with(listing, "weworkremotely", last_seen_at=DAYS_AGO[3], closed_at=DAYS_AGO[2], closed_reason="gone")
    return listing


def unseen_but_expiring() -> Listing:
    return listing_with("Fisher", ad={"last_seen_at": DAYS_AGO[30], "expires_at": DAYS_AGO[0] + timedelta(days=9)})


def unseen_one_expired() -> Listing:
    listing = listing_with("Gardener", ad={"last_seen_at": DAYS_AGO[30]})
    closed: dict[str, Any] = {"closed_at": DAYS_AGO[9], "closed_reason": "expired", "expires_at": DAYS_AGO[10]}
    posting_with(listing, "remoteco", last_seen_at=DAYS_AGO[12], **closed)
    return listing


def several_boards() -> Listing:
    listing = listing_with("Hatter", "Fernhill Labs", "weworkremotely")
    posting_with(listing, "remotive", first_seen_at=DAYS_AGO[9])
    posting_with(listing, "remoteco", first_seen_at=DAYS_AGO[5], closed_at=DAYS_AGO[1], closed_reason="gone")
    posting_with(listing, "remotive", first_seen_at=DAYS_AGO[3])
    employer = Source.objects.create(name="Acorn", board="greenhouse", options={"company": "acorn", "name": "Acorn"})
    posting_with(listing, "greenhouse", source=employer)
    return listing


def sample() -> Listing:
    return listing_with("Inventor", is_sample=True)


def card_from_models(listing: Listing, situation: Situation) -> Card:
    listing = Listing.objects.with_postings().get(pk=listing.pk)
    ad, facts = fact_rows.leading_ad(listing), listing.facts
    quote = fact_rows.fact_row(facts, ad, "residence").quote
    postings = list(listing.postings.all())
    workplace, fit = facts.get("workplace"), personal_fit(facts, situation, quote)
    details = [fact_text.describe(facts, fact) for fact in ("employment", "seniority")]
    has_hours = bool(fit and fit.hours)
    hours = "" if has_hours else fact_text.describe(facts, "hours")
    needed = "needs 4 hours" if has_hours else ""
    salary, wording = facts.get("salary"), fact_rows.field_quote(ad, "salary")
    return Card(
        pk=listing.pk,
        address=listing.get_absolute_url(),
        title=listing.title,
        company=listing.company.name,
        company_slug=listing.company.slug,
        monogram=monogram(listing.company.name),
        places=card_places(facts.get("residence"), situation),
        pay=short_pay(salary) if salary else ShortPay(wording, wording) if wording else None,
        pay_place="",
        details=tuple(filter(None, ["Hybrid" if workplace == "hybrid" else "", *details])),
        notes=tuple(filter(None, [needed, "Workplace not stated" if workplace is None else "", hours])),
        skills=("Python", "Node.js", ".NET", "a", "b", "C", "d") if facts.get("skills") else (),
        posted_at=listing.posted_at,
        first_seen_at=listing.first_seen_at,
        reposted_at=listing.reposted_at,
        unseen_since=listing.unseen_since,
        boards=", ".join(dict.fromkeys(posting.source.publisher for posting in postings if posting.closed_at is None)),
        personal_fit=fit,
    )


MADE = [
    everything,
    nothing,
    words_of_the_board,
    words_of_a_list,
    long_unseen,
    unseen_but_expiring,
    unseen_one_expired,
    several_boards,
    sample,
]


@pytest.mark.parametrize("make", MADE, ids=lambda make: make.__name__)
@pytest.mark.parametrize("situation", [Situation(), CALIFORNIAN], ids=["anybody", "californian"])
def test_a_card_is_what_the_models_say(make: Callable[[], Listing], situation: Situation) -> None:
    listing = make()
    assert cards([listing.pk], situation) == [card_from_models(listing, situation)]


def test_in_one_query_in_the_order_asked_for_and_open_ones_alone() -> None:
    first, second = everything(), nothing()
    closed = listing_with("Judge", closed_at=DAYS_AGO[1], closed_reason="gone")
    hidden, merged = listing_with("King", hidden_at=DAYS_AGO[1]), listing_with("Lector", merged_into=first)
    with assertNumQueries(1):
        shown = cards([second.pk, closed.pk, first.pk, hidden.pk, merged.pk, 999_999])
    assert [card.pk for card in shown] == [second.pk, first.pk]
    with assertNumQueries(0):
        assert cards([]) == []


def test_an_ad_that_is_taken_down_counts_for_nothing() -> None:
    listing = long_unseen()
    takedown = Takedown.objects.create(kind=Takedown.Reach.POSTING, reason=Takedown.Ground.SCAM, at=timezone.now())
    before = cards([listing.pk])
    posting_with(listing, "weworkremotely", last_seen_at=DAYS_AGO[0], takedown=takedown)
    assert cards([listing.pk]) == before
    assert before[0].unseen_since


@pytest.mark.parametrize(
    ("facts", "notes"),
    [
        ({"experience_years": 5, "sponsorship": "offered"}, ("5+ years’ experience", "Visa sponsorship")),
        ({"experience_years": 1, "sponsorship": "not offered"}, ("1+ year’s experience",)),
        ({"experience_years": 0}, ("No experience needed",)),
    ],
)
def test_years_of_experience_and_an_offered_visa(facts: dict[str, Any], notes: tuple[str, ...]) -> None:
    [card] = cards([listing_with("Mason", facts={**UNSTATED, **facts}).pk])
    assert card.notes == notes


def test_only_a_job_with_days_at_a_place_names_its_town() -> None:
    stated = {"residence": {"include": ["NO"]}, "evidence": {"residence": "field:location"}}
    ids = [
        listing_with("Mason", facts={**UNSTATED, **stated, "workplace": workplace}, ad={"location": "Bergen"}).pk
        for workplace in ("hybrid", "remote")
    ]
    assert [card.places.shown for card in cards(ids)] == ["Bergen, Norway", "Norway"]


def test_pay_that_could_not_be_read_is_quoted() -> None:
    quoted, unstated = cards([words_of_the_board().pk, nothing().pk])
    assert quoted.pay == ShortPay("30 to 35k", "30 to 35k")
    assert unstated.pay is None


def test_a_long_quote_is_cut_and_kept_whole_for_those_who_ask() -> None:
    wording = "from 30k, depending on your experience and on where you live"
    [card] = cards([listing_with("Nurse", facts=UNSTATED, ad={"salary": wording}).pk])
    assert card.pay == ShortPay("from 30k, depending on your experience …", wording)


@pytest.mark.parametrize("wording", ["DOE", "competitive", "-", "-1", "82.0"])
def test_words_without_an_amount_are_no_pay(wording: str) -> None:
    [card] = cards([listing_with("Nurse", facts=UNSTATED, ad={"salary": wording}).pk])
    assert card.pay is None


def test_a_dash_states_no_pay_and_nothing_is_said_twice() -> None:
    facts = {**UNSTATED, "employment": ["INTERN"], "seniority": ["intern"]}
    [card] = cards([listing_with("Oarsman", facts=facts, ad={"salary": " - "}).pk])
    assert card.pay is None
    assert card.details == ("Internship",)
    facts |= {"employment": ["FULL_TIME", "INTERN"], "seniority": ["intern", "senior"]}
    [card] = cards([listing_with("Bowman", facts=facts).pk])
    assert card.details == ("Full-time, Internship", "Senior")


def test_matched_skills_come_first() -> None:
    [card] = cards([everything().pk])
    assert card.with_skills_first(["d", "python"]).skills == ("Python", "d", "Node.js", ".NET", "a", "b", "C")


def test_words_without_a_value_are_quoted() -> None:
    in_words = {"hours": "close to London hours", "salary": "$40 per lesson"}
    listing = listing_with("Baker", facts={**UNSTATED, "in_words": in_words})
    [quoting] = cards([listing.pk])
    assert "Hours: “close to London hours”" in quoting.notes
    assert quoting.pay is not None
    assert quoting.pay.text == "$40 per lesson"


def test_the_hours_that_an_ad_needs_stay_beside_those_in_common() -> None:
    listing = listing_with("Painter", facts=FACTS)
    in_zones = listing_with("Baker", facts={**UNSTATED, "hours": {"utc_min": -8, "utc_max": -5}})
    (elsewhere,) = cards([listing.pk])
    assert "Needs 4 hours with New York" in elsewhere.notes
    needing, zones = cards([listing.pk, in_zones.pk], CALIFORNIAN)
    assert needing.personal_fit is not None
    assert needing.personal_fit.hours is not None
    assert needing.personal_fit.hours.label == "5 hours in common"
    assert needing.notes == ("needs 4 hours",)
    assert zones.notes == ()


def test_a_card_begins_with_the_skill_that_is_searched_for(client: Client, reindex: Reindex) -> None:
    skills = ["php", "mysql", "git", "docker", "react", "css", "python"]
    listing_with("Senior PHP Developer", facts={"skills": skills, "category": "engineering"})
    reindex()
    for query, first in (
        ("q=python+developer", "Python PHP MySQL"),
        ("q=python", "Python PHP MySQL"),
        ("q=senior&skill=css", "CSS PHP MySQL"),
    ):
        [shown] = BeautifulSoup(client.get(f"/jobs/?{query}").content, "lxml").select(".skills")
        assert " ".join(shown.text.split()).startswith(first), query
