"""The block of a job's page that tells whether the job is still to be had."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone

from listings.models import LedgerRow, Listing
from listings.web.serializers import fields_of
from listings.web.still_open import age_in_words
from tests.listings.making import listing_with, posting_with

NOTE = "It has been published again and again."


@pytest.mark.parametrize(
    ("days", "text"),
    [(-1, ""), (0, ""), (1, "1 day"), (59, "59 days"), (60, "2 months"), (456, "15 months"), (1100, "3 years")],
)
def test_ages_are_in_words(days: int, text: str) -> None:
    assert age_in_words(days) == text


def republish(listing: Listing, days_ago: int, last_days_ago: int) -> None:
    """As the ledger keeps it when a board gives an ad a later date."""
    now = timezone.now()
    old, new = (now - timedelta(days=days) for days in (last_days_ago, days_ago))
    LedgerRow.objects.create(listing=listing, field="published_at", old=old.isoformat(), new=new.isoformat(), at=new)


def block(client: Client, listing: Listing) -> dict[str, str]:
    soup = BeautifulSoup(client.get(listing.get_absolute_url()).content, "lxml")
    rows = {row.dt.text: " ".join(row.dd.text.split()) for row in soup.select(".dates > div") if row.dt and row.dd}
    return rows | {"note": " ".join(note.text for note in soup.select(".caution"))}


@pytest.mark.django_db
def test_counts_how_often_boards_published_it_again(client: Client) -> None:
    listing = listing_with(posted=timezone.now() - timedelta(days=456))
    republish(listing, 200, 456)
    republish(listing, 100, 200)
    shown = block(client, listing)
    assert shown["Posted"].endswith("open for 15 months")
    assert shown["Reposted"].startswith("2 times, last on ")
    assert shown["note"] == ""
    republish(listing, 30, 100)
    shown = block(client, listing)
    last = timezone.now() - timedelta(days=30)
    assert shown["Reposted"] == f"3 times, last on {last.day} {last:%B %Y}"
    assert shown["note"].startswith(NOTE)


@pytest.mark.django_db
def test_a_new_id_counts_and_a_correction_or_another_board_does_not(client: Client) -> None:
    posted = timezone.now() - timedelta(days=90)
    listing = listing_with(posted=posted)
    republish(listing, 91, 91)
    republish(listing, 92, 90)
    later = timezone.now() - timedelta(days=5)
    dates: dict[str, Any] = {"posted_at": later, "published_at": later, "first_seen_at": later}
    posting_with(listing, "weworkremotely", **dates)
    assert "Reposted" not in block(client, listing)
    posting_with(listing, **dates)
    assert block(client, listing)["Reposted"] == f"{later.day} {later:%B %Y}"


@pytest.mark.django_db
def test_an_old_one_is_marked_and_a_closed_one_says_how_long_it_was_open(client: Client) -> None:
    now = timezone.now()
    old = client.get(listing_with(posted=now - timedelta(days=60)).get_absolute_url()).content
    new = client.get(listing_with(posted=now - timedelta(days=59)).get_absolute_url()).content
    assert (b"age old" in old, b"age old" in new) == (True, False)
    closed = listing_with(posted=now - timedelta(days=20), closed_at=now - timedelta(days=8), closed_reason="gone")
    assert block(client, closed)["Posted"].endswith("was open for 12 days")


@pytest.mark.django_db
def test_says_that_the_employers_own_ad_has_closed_while_copies_stay_open(client: Client) -> None:
    listing = listing_with(board="remotive")
    assert block(client, listing)["note"] == ""
    closed_at = timezone.now() - timedelta(days=3)
    own = posting_with(listing, "lever", closed_at=closed_at, closed_reason=Listing.Closed.GONE)
    note = block(client, listing)["note"]
    assert note == (
        f"The employer’s own ad closed on {closed_at.day} {closed_at:%B %Y}: its board no longer lists it."
        " Only other boards still list the job, so it may be filled already."
    )
    own.closed_at, own.closed_reason = None, ""
    own.save()
    assert block(client, listing)["note"] == ""


def listing_that_says(quote: str, day: str, **fields: Any) -> Listing:
    return listing_with(facts={"apply_by": {"date": day, "evidence": quote}}, **fields)


@pytest.mark.django_db
def test_says_until_when_the_ad_lets_people_apply(client: Client) -> None:
    today = timezone.now().date()
    for days, passed in ((-2, True), (-1, False), (0, False), (9, False)):
        listing = listing_that_says("Apply by then", (today + timedelta(days=days)).isoformat())
        shown = block(client, listing)["Apply by"]
        assert shown == f"The ad says: Apply by then{' that day has passed' if passed else ''}"
        assert listing.is_open
    assert block(client, listing_that_says("Apply by 4 May", ""))["Apply by"] == "The ad says: Apply by 4 May"
    assert "Apply by" not in block(client, listing_with())
    assert "Apply by" not in block(client, listing_with(facts={"apply_by": None}))


@pytest.mark.django_db
def test_the_words_of_the_day_are_marked_in_the_ad(client: Client) -> None:
    html = "<p>Hello.</p><p>Apply by <b>4 May 2020</b>.</p>"
    spans = {"apply_by": [{"field": "text", "start": 7, "end": 26}]}
    facts = {"apply_by": {"date": "2020-05-04", "evidence": "Apply by 4 May 2020"}, "spans": spans}
    soup = BeautifulSoup(client.get(listing_with(facts=facts, html=html).get_absolute_url()).content, "lxml")
    assert [mark.text for mark in soup.select(".ad-text mark")] == ["Apply by", "4 May 2020"]
    assert soup.select(".dates q a[href='#states-apply_by']")


@pytest.mark.django_db
@pytest.mark.parametrize(("day", "date"), [("2026-05-04", "2026-05-04"), ("", None)])
def test_programs_are_given_the_day_too(day: str, date: str | None) -> None:
    fields = fields_of(listing_that_says("Apply by 4 May", day))
    assert fields["apply_by"] == {"date": date, "evidence": "Apply by 4 May"}
    assert fields_of(listing_with())["apply_by"] is None
