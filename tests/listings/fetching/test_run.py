"""A fetch from end to end, against a stand-in for the board."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.utils import timezone
from pytest_django import Settings

from listings import operations, tasks
from listings.fetching import replay
from listings.lifecycle.refused import Refused
from listings.models import Change, Fetch, LastResponse, Listing, Snapshot, Source
from tests.listings.fetching.stub_server import API, StandIn, vacancy

pytestmark = pytest.mark.django_db
Run = Callable[..., Fetch]
JUST_A_MOMENT = "<html><title>Just a moment...</title><body>Checking your browser</body></html>"


def many(count: int, **stated: Any) -> list[dict[str, Any]]:
    return [vacancy(number, **stated) for number in range(1, count + 1)]


def test_a_fetch_brings_listings_and_sets_the_next(boards: StandIn, source: Source, fetched: Run) -> None:
    boards.jobs(*many(3))
    fetch = fetched(source)
    assert (fetch.outcome, fetch.seen, fetch.new, fetch.present, fetch.requests) == ("ok", 3, 3, 3, 1)
    assert Listing.objects.open().count() == 3
    assert source.last_ok_at is not None
    assert source.lease_token is None
    assert timedelta(hours=5.9) < source.next_fetch_at - timezone.now() < timedelta(hours=6.5)


def test_a_304_is_healthy_and_moves_last_seen(boards: StandIn, source: Source, fetched: Run) -> None:
    boards.jobs(*many(12))
    fetched(source)
    before = Change.objects.count()
    fetch = fetched(source)
    assert (fetch.outcome, fetch.same, fetch.seen) == ("unchanged", 12, 12)
    assert Change.objects.count() == before
    assert {listing.last_seen_at for listing in Listing.objects.with_postings()} == {fetch.started_at}


def test_a_dry_run_keeps_nothing_but_its_counts(boards: StandIn, source: Source, fetched: Run) -> None:
    boards.jobs(*many(3))
    fetch = fetched(source, dry_run=True)
    assert (fetch.outcome, fetch.new, fetch.requests) == ("dry run", 3, 1)
    assert not Listing.objects.exists()
    assert not LastResponse.objects.exists()
    assert fetched(source).new == 3


@pytest.mark.parametrize(
    ("records", "reason"),
    [
        (many(0), "no ads instead of the usual 20"),
        (many(9), "only 9 ads instead of the usual 20"),
        ([{"id": number} for number in range(20)], "20 of 20 records could not be read"),
    ],
)
def test_odd_answers_are_quarantined_and_close_nothing(
    boards: StandIn, source: Source, fetched: Run, records: list[dict[str, Any]], reason: str
) -> None:
    boards.jobs(*many(20))
    fetched(source)
    boards.jobs(*records)
    fetch = fetched(source)
    assert (fetch.outcome, fetch.quarantine_reason) == ("quarantined", reason)
    assert source.last_error == f"An odd response was set aside: {reason}."
    assert Listing.objects.open().count() == 20


@pytest.mark.parametrize("body", [JUST_A_MOMENT, "<html><body><h1>Welcome</h1></body></html>"])
def test_a_page_where_data_was_due_is_quarantined(boards: StandIn, source: Source, fetched: Run, body: str) -> None:
    boards.put(API, body, Content_Type="text/html")
    fetch = fetched(source)
    assert fetch.outcome == "quarantined"
    assert fetch.quarantine_reason
    assert Snapshot.objects.filter(fetch=fetch).exists()


def test_a_broken_shape_fails_with_words(boards: StandIn, source: Source, fetched: Run) -> None:
    boards.put(API, '{"jobs": "none"}', Content_Type="application/json")
    fetch = fetched(source)
    assert fetch.outcome == "failed"
    assert "jobs" in source.last_error
    assert source.failures == 1


def test_a_source_that_fails_goes_on_for_ever(boards: StandIn, source: Source, fetched: Run) -> None:
    boards.put(API, "oops", status=500)
    for _ in range(3):
        assert fetched(source).outcome == "failed"
    assert source.failures == 3
    assert "500" in source.last_error
    boards.jobs(*many(2))
    assert fetched(source).outcome == "ok"
    assert (source.failures, source.last_error) == (0, "")


def test_a_small_answer_is_believed_when_it_repeats(boards: StandIn, source: Source, fetched: Run) -> None:
    boards.jobs(*many(6))
    fetched(source)
    boards.jobs(*many(2))
    assert fetched(source).outcome == "quarantined"
    assert fetched(source).outcome == "quarantined"
    with time_machine.travel(timezone.now() + timedelta(hours=6, minutes=1)):
        assert fetched(source).outcome == "ok"


def test_an_accepted_fetch_is_written_and_becomes_the_usual(boards: StandIn, source: Source, fetched: Run) -> None:
    boards.jobs(*many(20))
    fetched(source)
    boards.jobs(*many(4, salary="$90k"))
    odd = fetched(source)
    replay.accept(odd)
    odd.refresh_from_db()
    assert (odd.outcome, odd.changed) == ("accepted", 4)
    assert Listing.objects.open().count() == 20
    assert fetched(source).outcome in ("ok", "unchanged")


def test_only_a_quarantined_fetch_can_be_accepted(boards: StandIn, source: Source, fetched: Run) -> None:
    boards.jobs(*many(2))
    with pytest.raises(Refused, match="quarantined"):
        operations.accept(fetched(source))


def test_validators_are_kept_only_after_a_believed_answer(boards: StandIn, source: Source, fetched: Run) -> None:
    boards.put(API, '{"jobs": 1}', Content_Type="application/json")
    fetched(source)
    assert not LastResponse.objects.exists()


def test_one_failing_feed_of_many_does_not_lose_the_others(boards: StandIn, fetched: Run, db: None) -> None:
    source = Source.objects.create(name="wwr", board="weworkremotely")
    empty = '<?xml version="1.0"?><rss version="2.0"><channel><title>Jobs</title></channel></rss>'
    link = "https://weworkremotely.com/remote-jobs/brightwater-designer"
    item = (
        f"<item><title>Brightwater: Designer</title><region>Anywhere in the World</region><category>Design</category>"
        f"<type>Full-Time</type><description>&lt;p&gt;Draw tides&lt;/p&gt;</description>"
        f"<pubDate>Mon, 02 Nov 2026 09:00:00 +0000</pubDate><guid>{link}</guid><link>{link}</link></item>"
    )
    for request in source.board_config.start({}, None):
        path = request.url.replace("https:/", "")
        boards.put(path, empty.replace("</channel>", item + "</channel>"), Content_Type="application/rss+xml")
        last = path
    boards.put(last, "oops", status=500)
    fetch = fetched(source)
    assert (fetch.outcome, fetch.complete, fetch.new) == ("ok", False, 1)
    assert "1 of" in source.last_error
    assert "500" in source.last_error


def test_admins_get_a_mail_when_a_source_turns_and_recovers(
    boards: StandIn, source: Source, fetched: Run, settings: Settings, django_capture_on_commit_callbacks: Any
) -> None:
    settings.ADMINS = [("Ada", "ada@brightwater.example")]
    settings.CELERY_TASK_ALWAYS_EAGER = True
    boards.put(API, "oops", status=500)
    for _ in range(4):
        fetched(source)
    assert source.unhealthy_since is not None
    boards.jobs(*many(2))
    fetched(source)
    assert source.unhealthy_since is None
    tasks.mail_admins("A subject", "Words")
    assert "A subject" in mail.outbox[-1].subject


@pytest.mark.slow
def test_snapshots_of_the_last_five_fetches_are_kept(boards: StandIn, source: Source, fetched: Run) -> None:
    for round_ in range(7):
        boards.jobs(*many(3, salary=f"${round_}0k"))
        fetched(source)
    assert Snapshot.objects.values("fetch").distinct().count() == 5


def test_replay_tells_what_would_change_and_applies_it(boards: StandIn, source: Source, fetched: Run) -> None:
    boards.jobs(*many(2))
    fetched(source)
    posting = Listing.objects.newest()[0].postings.get()
    posting.ad["title"] = "Engineer, misread"
    posting.content_hash = b"old"
    posting.save()
    before = len(boards.requests)
    fetch, rows = replay.replay(source, apply=False)
    assert (fetch.changed, [row.field for row in rows]) == (1, ["title"])
    posting.refresh_from_db()
    assert posting.ad["title"] == "Engineer, misread"
    replay.replay(source, apply=True)
    posting.refresh_from_db()
    assert posting.ad["title"].startswith("Engineer ")
    assert "misread" not in posting.ad["title"]
    assert len(boards.requests) == before
