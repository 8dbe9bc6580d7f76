"""What a host answered to a failed request is kept, within bounds, and shown as text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from listings.fetching import error_responses, snapshots
from listings.models import ErrorResponse, Fetch, Source
from tests.listings.fetching.stub_server import API, StandIn

pytestmark = pytest.mark.django_db
Fetched = Callable[..., Fetch]
PAGE = "<html><script>alert(1)</script><h1>Who are you?</h1></html>"


def test_an_error_keeps_its_answer_and_the_admin_shows_it_as_text(
    boards: StandIn, source: Source, fetched: Fetched, admin_client: Client
) -> None:
    boards.put(API, PAGE, 403, Server="watchdog", Set_Cookie="secret=1", Retry_After="60")
    fetch = fetched(source)
    assert fetch.outcome == "failed"
    answer = fetch.error_responses.get()
    assert (answer.status, error_responses.text(answer), answer.is_cut) == (403, PAGE, False)
    assert answer.headers["Server"].endswith("watchdog")
    assert "Set-Cookie" not in answer.headers
    shown = admin_client.get(f"/admin/listings/fetch/{fetch.pk}/change/").content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown
    assert "<script>alert(1)" not in shown
    assert "watchdog" in shown


def test_only_the_start_of_a_long_body_is_kept(boards: StandIn, source: Source, fetched: Fetched) -> None:
    boards.put(API, b"\0\xff" + b"x" * 200_000, 500)
    answer = fetched(source).error_responses.get()
    text = error_responses.text(answer)
    assert (len(text), answer.is_cut) == (error_responses.MAX_BODY, True)
    assert text.startswith("��x")


def test_a_body_that_cannot_be_read_says_why(boards: StandIn, source: Source, fetched: Fetched) -> None:
    boards.put(API, b"nonsense", 500, Content_Encoding="br")
    answer = fetched(source).error_responses.get()
    assert "compressed as br" in error_responses.text(answer)
    assert answer.is_cut


def test_only_those_of_the_last_failures_stay(source: Source) -> None:
    now = timezone.now()
    for number in range(7):
        fetch = Fetch.objects.create(source=source, started_at=now - timedelta(hours=number), outcome="failed")
        for _ in range(2):
            ErrorResponse.objects.create(fetch=fetch, url="https://x.example/", status=500, body=b"")
    snapshots.prune(source, now)
    assert ErrorResponse.objects.count() == 2 * error_responses.MAX_FETCHES
    assert Fetch.objects.count() == 7
