"""Ads that were not kept are read again from the snapshots once the facts have a new version, without a request."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.utils import timezone

from listings import facts, tasks
from listings.boards.base import Request, Response
from listings.fetching import leases, passed_over, snapshots
from listings.models import Fetch, Listing, Posting, Source

pytestmark = pytest.mark.django_db


def job(number: int, text: str) -> dict[str, Any]:
    return {
        "id": number,
        "absolute_url": f"https://job-boards.greenhouse.io/quay/jobs/{number}",
        "title": f"Tide Engineer {number}",
        "company_name": "Lantern Quay",
        "location": {"name": "Bergen"},
        "first_published": "2026-11-03T09:00:00-05:00",
        "content": text,
    }


@pytest.fixture
def source() -> Source:
    """As a version that did not understand its ads left it: with a snapshot, and without postings."""
    source = Source.objects.create(name="quay", board="greenhouse", options={"token": "quay", "company": ""})
    fetch = Fetch.objects.create(source=source, started_at=timezone.now(), outcome=Fetch.Outcome.OK)
    jobs = [
        job(1, "<p>You will work remotely.</p>"),
        job(2, "<p>This job is on-site.</p>"),
        job(3, "<p>Read tides.</p>"),
    ]
    body = json.dumps({"jobs": jobs, "meta": {"total": 3}}).encode()
    url = "https://boards-api.greenhouse.io/v1/boards/quay/jobs?content=true"
    snapshots.keep(fetch, Response(Request(url), body, url=url))
    return source


def test_what_turns_out_remote_is_kept(source: Source) -> None:
    tasks.maintain()
    assert [listing.title for listing in Listing.objects.open()] == ["Tide Engineer 1"]
    fetch = Fetch.objects.filter(source=source).latest("pk")
    assert (fetch.outcome, fetch.new, fetch.not_remote, fetch.requests) == (Fetch.Outcome.REREAD, 1, 2, 0)
    source.refresh_from_db()
    assert (source.passed_over_version, source.lease_token) == (facts.VERSION, None)


def test_every_source_is_read_once_for_a_version(source: Source) -> None:
    assert [passed_over.read_again(), passed_over.read_again()] == [1, 0]
    Source.objects.update(passed_over_version=facts.VERSION - 1)
    assert passed_over.read_again() == 1
    # Its one remote ad is known by now.
    assert Posting.objects.count() == 1


def test_known_ads_are_left_alone(source: Source) -> None:
    passed_over.read_again()
    gone = timezone.now()
    Posting.objects.update(page_gone_at=gone, missed=2)
    Source.objects.update(passed_over_version=0)
    passed_over.read_again()
    posting = Posting.objects.get()
    assert (posting.page_gone_at, posting.missed) == (gone, 2)


def test_a_source_that_is_being_fetched_waits(source: Source) -> None:
    lease = leases.lease_source(source)
    assert lease is not None
    assert passed_over.read_again() == 0
    lease.release()
    assert passed_over.read_again() == 1


def test_a_snapshot_of_another_shape_is_left_to_the_next_fetch(source: Source) -> None:
    url = "https://boards-api.greenhouse.io/v1/boards/quay/jobs?content=true"
    snapshots.keep(Fetch.objects.get(), Response(Request(url), b"<html>Closed</html>", url=url))
    assert passed_over.read_again() == 1
    assert not passed_over.waiting().exists()
    assert not Listing.objects.exists()
