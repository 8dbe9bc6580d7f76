"""The block of a job's page that tells whether the job is still to be had."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone

from listings.models import LedgerRow, Listing
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
