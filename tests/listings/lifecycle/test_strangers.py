"""What somebody else's copy of an employer's ad may change of the job: nothing that it says, nor where to apply."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from listings.ingest.writer import Ingest
from listings.lifecycle import closing, recluster
from listings.lifecycle.own_ads import goes_by
from listings.models import Fetch, Listing, Posting, Source
from listings.search.query.situation import Situation
from listings.web.job_detail import apply_url, employer_address
from listings.web.job_page import JobPage
from listings.web.serializers import fields_of
from tests.listings.dedup.vacancies import an_ad, text
from tests.listings.lifecycle.test_takedowns import an_ad as tide_ad
from tests.listings.lifecycle.test_takedowns import ingest, lines

pytestmark = pytest.mark.django_db
RICH: dict[str, Any] = {
    "salary": "$90,000 - $100,000 a year",
    "employment": ("full_time",),
    "location": "Germany",
    "company_url": "https://steal.example/",
    "apply_url": "https://steal.example/apply",
}


def show(board: str, token: str = "", **ad: Any) -> None:
    name = f"{board}-{token}" if token else board
    options = {"token": token} if token else {}
    source, _ = Source.objects.get_or_create(name=name, defaults={"board": board, "options": options})
    fetch = Fetch.objects.create(source=source, started_at=timezone.now())
    Ingest(source, fetch, fetch.started_at).page([an_ad(f"{name}-1", **{"workplace": ("remote",), **ad})])


def the_listing() -> Listing:
    return Listing.objects.with_postings().get()


def boards_of(listing: Listing) -> str:
    assert listing.leading is not None
    return listing.leading.source.name


def test_a_second_account_of_the_same_name_changes_nothing() -> None:
    show("greenhouse", "quayside", apply_url="https://quayside.example/apply")
    show("workable", "quayside-jobs", **RICH)
    listing = the_listing()
    assert boards_of(listing) == "greenhouse-quayside"
    assert listing.facts["residence"]["include"] == ["worldwide"]
    assert fields_of(listing)["apply_url"] == "https://quayside.example/apply"
    assert [link.address for link in JobPage(listing, Situation()).apply_buttons] == [
        "https://quayside.example/apply",
        "https://board.example/jobs/greenhouse-quayside-1",
    ]


def test_an_account_of_another_name_is_not_the_employers() -> None:
    show("remotive")
    show("workable", "merry-thieves", **{**RICH, "salary": None, "employment": None})
    listing = the_listing()
    assert boards_of(listing) == "remotive"
    assert apply_url(listing) == ""


def test_an_employers_form_is_not_replaced_where_it_names_none() -> None:
    show("greenhouse", "quayside")
    show("hackernews", **RICH)
    listing = the_listing()
    page = JobPage(listing, Situation())
    assert [link.address for link in page.apply_buttons] == ["https://board.example/jobs/greenhouse-quayside-1"]
    assert (page.named_addresses, apply_url(listing)) == ([], "")


def test_another_vacancy_gives_an_employer_no_address() -> None:
    show("greenhouse", "quayside")
    show("workable", "quayside", title="Lighthouse Keeper", words=text("keeper"), **RICH)
    addresses = {listing.title: employer_address(listing) for listing in Listing.objects.with_postings()}
    assert addresses == {"Harbour Analyst": "", "Lighthouse Keeper": "https://steal.example/"}
    company = Listing.objects.with_postings()[0].company
    company.described_at, company.url = timezone.now(), "https://quayside.example/"
    company.save()
    assert employer_address(Listing.objects.with_postings().get(title="Harbour Analyst")) == "https://quayside.example/"


def test_a_copy_with_another_end_does_not_lead() -> None:
    show("remotive")
    show("weworkremotely", words=text(changed=0.3), **RICH)
    listing = the_listing()
    assert listing.postings.count() == 2
    assert boards_of(listing) == "remotive"


def test_a_whole_copy_that_states_more_leads() -> None:
    show("remotive")
    show("weworkremotely", words=text(length=320), **RICH)
    assert boards_of(the_listing()) == "weworkremotely"


def test_what_changes_in_a_copy_is_not_told_of_the_job() -> None:
    show("remotive", salary="$70,000 a year")
    start = timezone.now()
    for day in range(1, 4):
        with time_machine.travel(start + timedelta(days=day), tick=False):
            show("weworkremotely", salary=f"${day}0,000 a year", published_at=timezone.now())
    listing = the_listing()
    page = JobPage(listing, Situation())
    assert (boards_of(listing), page.history, page.reposts.count) == ("remotive", [], 0)
    with time_machine.travel(start + timedelta(days=9), tick=False):
        show("remotive", salary="$70,000 a year", title="Harbour Analysts")
    assert [entry.text for entry in JobPage(the_listing(), Situation()).history] == ["title changed"]


@pytest.mark.parametrize(
    ("employer", "token", "company"),
    [
        ("Quayside, Inc.", "quayside", ""),
        ("Quayside", "quayside-careers", ""),
        ("Zócalo Health", "zocalohealth", ""),
        ("Hewlett Packard Enterprise", "hpe.wd5/Jobs", ""),
        ("Aesop", "loreal.wd3/aesopcareers", ""),
        ("Quay & Sons", "f81d4fae-7dec", "Quay and Sons"),
        ("Quay & Sons", "f81d4fae-7dec", "Quay & Sons Ltd"),
    ],
)
def test_the_name_of_an_account(employer: str, token: str, company: str) -> None:
    assert goes_by(employer, "greenhouse", token, company) == (company != "Quay and Sons")


def test_a_listed_account_goes_by_its_listed_name() -> None:
    assert goes_by("Safran", "lever", "componentrepairtechnologies", "")
    assert not goes_by("Airbus", "lever", "componentrepairtechnologies", "")


def test_a_copy_on_the_same_board_says_neither_where_to_apply_nor_what_changed() -> None:
    text = lines(range(100))
    ingest(tide_ad("h", html=text, salary="$60,000 a year"))
    steal = {"html": text, "url": "https://steal.example/", "apply_url": "https://steal.example/pay"}
    ingest(tide_ad("x", salary="$60,000 a year", **steal))
    ingest(tide_ad("x", salary="$10 a year", published_at=timezone.now() + timedelta(days=2), **steal))
    listing = the_listing()
    page = JobPage(listing, Situation())
    assert (listing.postings.count(), apply_url(listing), page.named_addresses) == (2, "", [])
    assert (page.history, page.reposts.count) == ([], 0)


def test_an_ad_that_becomes_a_copy_is_the_later_one_however_old_it_is() -> None:
    other = {"title": "Win money", "company": "Scam Corp", "html": "<p>Pay first, then win in your own home.</p>" * 9}
    honest = {"html": lines(range(100)), "url": "https://honest.example/"}
    start = timezone.now()
    with time_machine.travel(start - timedelta(days=90), tick=False):
        ingest(tide_ad("x", **other))
    ingest(tide_ad("h", **honest), board="weworkremotely")
    address = Listing.objects.get(leading__external_id="h").get_absolute_url()
    ingest(tide_ad("x", html=honest["html"], url="https://steal.example/"))
    recluster.recluster()
    listing = Listing.objects.visible().with_postings().get()
    assert (listing.get_absolute_url(), boards_of(listing), listing.postings.count()) == (address, "weworkremotely", 2)
    assert min(listing.posted_at, listing.first_seen_at) >= start
    assert JobPage(listing, Situation()).history == []


def test_an_account_that_copies_a_new_job_first_is_not_the_first_account() -> None:
    def account(board: str, token: str) -> Source:
        return Source.objects.create(name=token, board=board, options={"token": token})

    own, thief = account("greenhouse", "quayside"), account("recruitee", "quayside-jobs")
    fields: dict[str, Any] = {"html": lines(range(100)), "workplace": ("remote",)}
    ingest(tide_ad("older", **{**fields, "title": "Lamp keeper"}), source=own)
    ingest(tide_ad("x", apply_url="https://steal.example/", **fields), source=thief)
    ingest(tide_ad("h", **fields), source=own)
    listing = Listing.objects.with_postings().get(title="Tide clerk")
    assert (listing.postings.count(), boards_of(listing), apply_url(listing)) == (2, "quayside", "")


@pytest.mark.slow
def test_nor_is_it_older_where_the_copied_ad_changes_at_the_same_time() -> None:
    other = {"title": "Win money", "company": "Scam Corp", "html": "<p>Pay first, then win in your own home.</p>" * 9}
    honest = {"html": lines(range(100)), "url": "https://honest.example/"}
    start = timezone.now()
    with time_machine.travel(start - timedelta(days=90), tick=False):
        ingest(tide_ad("x", **other))
    with time_machine.travel(start - timedelta(days=9), tick=False):
        ingest(tide_ad("h", **honest), board="weworkremotely")
    address = Listing.objects.get(leading__external_id="h").get_absolute_url()
    text = f"{honest['html']}<p>Apply until Friday.</p>"
    ingest(tide_ad("x", html=text, url="https://steal.example/"))
    ingest(tide_ad("h", **{**honest, "html": text}), board="weworkremotely")
    recluster.recluster()
    listing = Listing.objects.visible().with_postings().get()
    assert (listing.get_absolute_url(), boards_of(listing), listing.postings.count()) == (address, "weworkremotely", 2)


@pytest.mark.slow
def test_a_new_title_leaves_an_ad_its_age() -> None:
    honest = {"html": lines(range(100)), "url": "https://honest.example/"}
    with time_machine.travel(timezone.now() - timedelta(days=50), tick=False):
        ingest(tide_ad("h", **honest), board="weworkremotely")
    listing_id = Listing.objects.get().pk
    # The copy has the new title before the ad's own board is read again.
    with time_machine.travel(timezone.now() - timedelta(hours=5), tick=False):
        ingest(tide_ad("x", title="Harbour Bookkeeper", html=honest["html"], url="https://steal.example/"))
    ingest(tide_ad("h", title="Harbour Bookkeeper", **honest), board="weworkremotely")
    recluster.recluster()
    listing = Listing.objects.visible().with_postings().get()
    assert (listing.pk, boards_of(listing), listing.postings.count()) == (listing_id, "weworkremotely", 2)


def test_an_account_speaks_for_no_employer_whose_own_ad_has_closed() -> None:
    show("greenhouse", "quayside")
    show("workable", "quayside-jobs", **RICH)
    own = Posting.objects.get(source__board="greenhouse")
    closing.close_gone_pages(own.source, [own.external_id], timezone.now())
    listing = the_listing()
    page = JobPage(listing, Situation())
    assert boards_of(listing) == "workable-quayside-jobs"
    assert [link.text for link in page.apply_buttons] == ["Apply through Workable"]
    assert page.closed_employer_ad == own
