"""A reader reports a mistake; somebody looks at it in the admin."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from listings.lifecycle import maintenance
from listings.models import Report
from listings.web.report_form import MAX_PER_SENDER
from tests.listings.making import listing_with

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def no_counts() -> None:
    cache.clear()


def test_is_kept_with_nothing_about_its_sender(client: Client) -> None:
    listing = listing_with()
    address = f"/jobs/{listing.pk}/report"
    assert address in client.get(listing.get_absolute_url()).content.decode()
    assert b"What is wrong?" in client.get(address).content
    answer = client.post(address, {"kind": "pay", "words": "It says 50k."}, follow=True)
    assert answer.redirect_chain == [(f"{address}?sent=yes", 302)]
    assert b"Thank you." in answer.content
    assert not answer.cookies
    report = Report.objects.get()
    assert (report.listing, report.kind, report.words, report.state) == (listing, "pay", "It says 50k.", "new")


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({}, "Choose what is wrong."),
        ({"kind": "nonsense"}, "Select a valid choice"),
        ({"kind": "other"}, "Describe in a few words"),
        ({"kind": "pay", "words": "x" * 1001}, "at most 1000 characters"),
    ],
)
def test_what_is_missing_is_said_and_nothing_typed_is_lost(client: Client, sent: dict[str, str], said: str) -> None:
    answer = client.post(f"/jobs/{listing_with().pk}/report", sent)
    assert answer.status_code == 400
    page = answer.content.decode()
    assert said in page
    assert sent.get("words", "") in page
    assert not Report.objects.exists()


# Whom a sender is known as ends with the day.
@time_machine.travel(NOON, tick=False)
def test_floods_and_robots_are_kept_out(client: Client) -> None:
    address = f"/jobs/{listing_with().pk}/report"
    client.post(address, {"kind": "pay", "website": "https://spam.example"})
    assert not Report.objects.exists()
    answers = [client.post(address, {"kind": "pay"}).status_code for _ in range(MAX_PER_SENDER)]
    assert answers == [302] * (MAX_PER_SENDER - 1) + [429]
    assert client.post(address, {"kind": "pay"}, REMOTE_ADDR="192.0.2.7").status_code == 302
    assert Report.objects.count() == MAX_PER_SENDER
    assert client.post(address, {"kind": "pay"}, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403


def test_there_is_nothing_to_report_of_what_is_not_shown(client: Client) -> None:
    hidden = listing_with(hidden_at=timezone.now())
    assert client.get(f"/jobs/{hidden.pk}/report").status_code == 404
    assert client.post("/jobs/999999/report", {"kind": "pay"}).status_code == 404


def test_decided_ones_go_in_time() -> None:
    listing, old = listing_with(), timezone.now() - timedelta(days=91)
    Report.objects.create(listing=listing, kind="pay", state="handled", decided_at=old)
    kept = Report.objects.create(listing=listing, kind="pay", at=old)
    maintenance.prune(timezone.now())
    assert list(Report.objects.all()) == [kept]
