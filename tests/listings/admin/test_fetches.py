from __future__ import annotations

import zlib

import pytest
import redis
from django.conf import settings
from django.test import Client

from listings.models import Fetch, Snapshot
from tests.listings.admin.conftest import Staff, fetch_of

pytestmark = pytest.mark.django_db
LIST = "/admin/listings/fetch/"
BODY = b"<script>alert(1)</script>"


def kept(fetch: Fetch) -> Snapshot:
    return Snapshot.objects.create(
        fetch=fetch, request={}, url="https://x.example/", status=200, body=zlib.compress(BODY), size=len(BODY)
    )


def odd() -> Fetch:
    return fetch_of(outcome=Fetch.Outcome.QUARANTINED, quarantine_reason="only 3 ads, where 20 are usual")


def queued_messages() -> int:
    with redis.Redis.from_url(settings.VALKEY_URL) as broker:
        return int(broker.llen("celery"))


def test_a_quarantined_fetch_is_accepted_by_post(chief: Client) -> None:
    fetch = odd()
    assert "only 3 ads" in chief.get(LIST).content.decode()
    press = f"{LIST}{fetch.pk}/press/accept/"
    assert press in chief.get(f"{LIST}{fetch.pk}/change/").content.decode()
    assert "no longer stored" in chief.post(press, follow=True).content.decode()
    kept(fetch)
    before = queued_messages()
    assert "accepted; its snapshots are being read" in chief.post(press, follow=True).content.decode()
    assert queued_messages() == before + 1
    sound = fetch_of()
    chosen = {"action": "accept_chosen", "_selected_action": [sound.pk]}
    assert "Only a quarantined fetch" in chief.post(LIST, chosen, follow=True).content.decode()


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
    assert client.post(f"{LIST}{fetch.pk}/press/accept/").status_code == 403
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
