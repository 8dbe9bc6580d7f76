from __future__ import annotations

import json
import zlib
from datetime import timedelta
from typing import Any

import pytest
import redis
from bs4 import BeautifulSoup
from django.conf import settings
from django.test import Client
from django.utils import timezone

from listings.models import Fetch, Snapshot, Source
from tests.listings.admin.conftest import Staff, fetch_of
from tests.listings.fetching.stub_server import vacancy
from tests.listings.making import listing_with, posting_with

pytestmark = pytest.mark.django_db
LIST = "/admin/listings/fetch/"
BODY = b"<script>alert(1)</script>"


def kept(fetch: Fetch, body: bytes = BODY) -> Snapshot:
    url = "https://x.example/"
    request = {"url": url, "external_id": "", "lastmod": None}
    return Snapshot.objects.create(
        fetch=fetch, request=request, url=url, status=200, body=zlib.compress(body), size=len(body)
    )


def text_of(response: Any) -> str:
    return " ".join(BeautifulSoup(response.content, "lxml").get_text(" ").split())


def odd() -> Fetch:
    return fetch_of(outcome=Fetch.Outcome.QUARANTINED, quarantine_reason="only 3 ads, where 20 are usual")


def queued_messages() -> int:
    with redis.Redis.from_url(settings.VALKEY_URL) as broker:
        return int(broker.llen("celery"))


def answer_of(*numbers: int) -> bytes:
    return json.dumps({"jobs": [vacancy(number) for number in numbers]}).encode()


def test_accepting_says_first_what_it_would_change(chief: Client) -> None:
    fetch = odd()
    fetch_of(present=95, complete=True, started_at=timezone.now() - timedelta(hours=3))
    listing = listing_with("Tide Engineer", ad={"external_id": "1"})
    posting_with(listing, external_id="2")
    posting_with(listing, external_id="3", closed_at=timezone.now())
    kept(fetch, answer_of(1, 3, 4, 5))
    shown = text_of(chief.get(f"{LIST}{fetch.pk}/accept/"))
    assert "only 3 ads, where 20 are usual" in shown
    assert "Ads in its responses 4 (the last good fetch: 95)" in shown
    assert "Open ads of the source now 2" in shown
    assert "New up to 2" in shown
    assert "Reopened up to 1" in shown
    assert "Open ads that it does not show 1" in shown
    assert "Accepting closes nothing by itself." in shown
    assert Fetch.objects.get(pk=fetch.pk).outcome == Fetch.Outcome.QUARANTINED


def test_what_cannot_be_read_cannot_be_accepted(chief: Client) -> None:
    for body, problem in (
        (b"<html><title>Just a moment...</title></html>", "It holds a bot check instead of the requested page."),
        (b'{"vacancies": 3}', "It is not what the board publishes:"),
        (None, "Its responses are no longer stored."),
    ):
        fetch = odd()
        if body:
            kept(fetch, body)
        shown = text_of(chief.get(f"{LIST}{fetch.pk}/accept/"))
        assert f"It cannot be accepted. {problem}" in shown
        assert 'class="row-button row-button-strong"' not in chief.get(f"{LIST}{fetch.pk}/accept/").content.decode()


def test_a_quarantined_fetch_is_accepted_by_post(chief: Client) -> None:
    fetch = odd()
    assert "only 3 ads" in chief.get(LIST).content.decode()
    page = f"{LIST}{fetch.pk}/accept/"
    assert page in chief.get(f"{LIST}{fetch.pk}/change/").content.decode()
    assert "no longer stored" in chief.post(page, follow=True).content.decode()
    kept(fetch)
    before = queued_messages()
    assert "accepted; its snapshots are being read" in chief.post(page, follow=True).content.decode()
    assert queued_messages() == before + 1
    sound = fetch_of()
    assert "Only a quarantined fetch" in chief.post(f"{LIST}{sound.pk}/accept/", follow=True).content.decode()


def test_a_dismissed_fetch_asks_for_nothing_any_more(chief: Client) -> None:
    fetch = odd()
    Source.objects.filter(pk=fetch.source_id).update(failures=1, last_error="odd", unhealthy_since=timezone.now())
    assert "only 3 ads" in chief.get("/admin/").content.decode()
    chosen = {"action": "dismiss", "_selected_action": [fetch.pk]}
    assert "Nothing of these quarantined fetches is written" in chief.post(LIST, chosen).content.decode()
    assert "only 3 ads" in chief.get("/admin/").content.decode()
    done = chief.post(LIST, {**chosen, "confirmed": "yes"}, follow=True).content.decode()
    assert "Dismiss: 1 fetch done." in done
    assert "only 3 ads" not in chief.get("/admin/").content.decode()
    assert "None. Every active source is healthy" in chief.get("/admin/").content.decode()
    undo = f"{LIST}{fetch.pk}/press/undo_dismiss/"
    assert undo in chief.get(f"{LIST}{fetch.pk}/change/").content.decode()
    assert "quarantined again" in chief.post(undo, follow=True).content.decode()
    assert "only 3 ads" in chief.get("/admin/").content.decode()
    sound = fetch_of()
    assert "Only a quarantined fetch" in chief.post(f"{LIST}{sound.pk}/press/dismiss/", follow=True).content.decode()


def test_a_snapshot_is_downloaded_as_bytes(staff: Staff) -> None:
    page = f"{LIST}snapshot/{kept(fetch_of()).pk}/"
    answer = staff("view_fetch").get(page)
    assert answer.content == BODY
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Disposition"].startswith("attachment")
    assert staff("view_source").get(page).status_code == 403
    assert Client().get(page).status_code == 302


def test_nobody_edits_a_fetch_and_who_may_look_cannot_accept(chief: Client, staff: Staff) -> None:
    fetch = odd()
    kept(fetch)
    client = staff("view_fetch")
    assert "Accept" not in client.get(f"{LIST}{fetch.pk}/change/").content.decode()
    for action in ("accept/", "press/dismiss/", "press/fetch_again/"):
        assert client.post(f"{LIST}{fetch.pk}/{action}").status_code == 403
    assert client.get(f"{LIST}{fetch.pk}/accept/").status_code == 403
    assert chief.get(f"{LIST}add/").status_code == 403
    assert chief.post(f"{LIST}{fetch.pk}/change/", {"outcome": "ok"}).status_code == 403


def test_the_page_shows_what_was_rejected(chief: Client) -> None:
    fetch = fetch_of(rejected=30, rejections=[{"record": "<b>7</b>", "reason": "no title"}])
    shown = chief.get(f"{LIST}{fetch.pk}/change/").content.decode()
    assert "&lt;b&gt;7&lt;/b&gt;" in shown
    assert "no title" in shown
    assert "The first 1 of 30" in shown


def test_counts_are_told_as_a_sum_and_a_wrong_one_is_said(chief: Client) -> None:
    right = fetch_of(seen=9, new=4, same=3, rejected=2, closed=1)
    shown = chief.get(f"{LIST}{right.pk}/change/").content.decode()
    assert "9 seen = 4 new + 0 changed + 0 reopened + 3 same + 0 repeated + 0 not remote + 2 rejected" in shown
    assert "1 closed as a result" in shown
    assert "do not add up" not in shown
    wrong = fetch_of(seen=9, new=4)
    shown = chief.get(f"{LIST}{wrong.pk}/change/").content.decode()
    assert "The counts do not add up: 4 ads are accounted for" in shown
