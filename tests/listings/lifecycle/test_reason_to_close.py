"""The rule that decides whether a posting is open, as a table of all states."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from listings import facts, tasks
from listings.boards.formats.vacancy import OPEN_APPLICATION
from listings.ingest import backfill
from listings.lifecycle.closing import reason_to_close
from listings.lifecycle.refresh import refresh_listings
from listings.models import Change, Fetch, Listing, Posting, Source
from tests.listings.making import listing_with

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
DAY = timedelta(days=1)
# One board of each kind: its list is complete, it shows the newest only, it lists on-site work as well, or a little.
COMPLETE, NEWEST, MIXED, MOSTLY = "jobicy", "remotive", "arbeitnow", "remoteok"


@dataclass(frozen=True)
class State:
    workplace: str | None = "remote"
    rejection: str = ""
    expires_at: datetime | None = None
    last_seen_at: datetime = NOW - DAY
    missed: int = 0
    page_gone_at: datetime | None = None
    closed_reason: str = ""


FRESH = State()
OLD = replace(FRESH, last_seen_at=NOW - 46 * DAY)
EXPIRED = replace(FRESH, expires_at=NOW)
GONE = replace(FRESH, page_gone_at=NOW - DAY)
MISSED = replace(FRESH, missed=2)
ONSITE = replace(FRESH, workplace="onsite")
REJECTED = replace(FRESH, rejection="an open application")


@pytest.mark.parametrize(
    ("state", "kind", "reason"),
    [
        (FRESH, "any", None),
        (replace(FRESH, last_seen_at=NOW - 44 * DAY), "any", None),
        (OLD, "any", "aged out"),
        (replace(OLD, expires_at=NOW + DAY), "any", None),
        (EXPIRED, "any", "expired"),
        (replace(FRESH, expires_at=NOW + DAY), "any", None),
        (GONE, "any", "page gone"),
        (MISSED, "complete", "gone"),
        (MISSED, "newest", None),
        (replace(FRESH, missed=1), "complete", None),
        (replace(MISSED, expires_at=NOW + DAY), "complete", "gone"),
        (ONSITE, "any", "not remote"),
        (replace(FRESH, workplace="hybrid"), "any", None),
        (replace(FRESH, workplace=None), "remote only", None),
        (replace(FRESH, workplace=None), "mixed", "not remote"),
        (replace(FRESH, workplace=None), "mostly remote", None),
        (ONSITE, "mostly remote", "not remote"),
        (REJECTED, "any", "no vacancy"),
        (replace(REJECTED, closed_reason="not remote"), "any", "no vacancy"),
        (replace(REJECTED, missed=2, closed_reason="gone"), "complete", "gone"),
        # Several reasons: the first of the rule, unless another has closed it before.
        (replace(OLD, workplace="onsite", page_gone_at=NOW), "any", "not remote"),
        (replace(OLD, page_gone_at=NOW), "any", "page gone"),
        (replace(OLD, page_gone_at=NOW, closed_reason="aged out"), "any", "aged out"),
        (replace(OLD, page_gone_at=NOW, closed_reason="expired"), "any", "page gone"),
        # Nothing keeps a posting closed but a reason that holds.
        *[(replace(FRESH, closed_reason=reason), "any", None) for reason in Listing.Closed.values],
    ],
)
def test_every_state_has_one_answer(state: State, kind: str, reason: str | None) -> None:
    boards = {
        "complete": [complete_board()],
        "newest": [NEWEST],
        "mixed": [MIXED],
        "remote only": [NEWEST],
        "mostly remote": [MOSTLY],
        "any": [complete_board(), NEWEST, MIXED],
    }[kind]
    for board in boards:
        assert reason_to_close(state, Source(board=board), NOW) == reason, board


def complete_board() -> str:
    from listings.boards import BOARDS

    return next(board.name for board in BOARDS.values() if board.absence == "closes")


def test_a_source_of_a_board_that_is_gone_still_ages_and_expires() -> None:
    source = Source(board="no longer here")
    assert reason_to_close(FRESH, source, NOW) is None
    assert reason_to_close(EXPIRED, source, NOW) == "expired"
    assert reason_to_close(OLD, source, NOW) == "aged out"


@pytest.mark.django_db
@pytest.mark.parametrize("enabled", [True, False])
def test_jobs_of_a_paused_or_failing_employer_source_close_after_45_days(enabled: bool) -> None:
    long_ago = timezone.now() - timedelta(days=46)
    read = {"facts_version": facts.VERSION}
    listing = listing_with(board=complete_board(), ad={"last_seen_at": long_ago, **read})
    fresh = listing_with("Another", board=complete_board(), ad=read)
    Source.objects.update(enabled=enabled, failures=9)
    tasks.maintain()
    listing.refresh_from_db()
    fresh.refresh_from_db()
    assert (listing.closed_reason, fresh.closed_reason) == ("aged out", "")
    assert Change.objects.get(listing_id=listing.pk).kind == "closed"


@pytest.mark.django_db
def test_a_new_reading_reopens_what_was_misread_as_on_site() -> None:
    """And closes what was misread as remote."""
    misread = listing_with(board=MIXED, html="<p>This job is fully remote.</p>", ad={"workplace": ("Remote",)})
    onsite = listing_with("Welder", board=MIXED, html="<p>On-site.</p>", ad={"workplace": ("On-site",)})
    now = timezone.now()
    Posting.objects.filter(listing=misread).update(
        facts={"workplace": "onsite"}, facts_version=1, closed_at=now, closed_reason="not remote"
    )
    Listing.objects.filter(pk=misread.pk).update(closed_at=now, closed_reason="not remote")
    Posting.objects.filter(listing=onsite).update(facts_version=1)
    assert backfill.update_facts() == 2
    misread.refresh_from_db()
    onsite.refresh_from_db()
    assert (misread.closed_at, misread.workplace) == (None, "remote")
    assert onsite.closed_reason == "not remote"
    assert Change.objects.filter(listing_id=misread.pk).latest("pk").kind == "reopened"


@pytest.mark.django_db
def test_a_new_reading_closes_what_is_no_vacancy_and_reopens_it_when_a_newer_one_disagrees() -> None:
    pool = listing_with("Talent pool", html="<p>Leave us your address.</p>")
    keeper = listing_with("Tide keeper")
    Posting.objects.update(facts_version=1)
    assert backfill.update_facts() == 2
    pool.refresh_from_db()
    keeper.refresh_from_db()
    assert (pool.closed_reason, keeper.closed_reason) == ("no vacancy", "")
    assert pool.postings.get().rejection == OPEN_APPLICATION
    assert Change.objects.filter(listing_id=pool.pk).latest("pk").kind == "closed"

    # What the rule takes for a vacancy today, an older version had refused.
    Posting.objects.filter(listing=keeper).update(
        facts={"rejection": OPEN_APPLICATION}, facts_version=1, closed_at=timezone.now(), closed_reason="no vacancy"
    )
    refresh_listings({keeper.pk}, timezone.now())
    assert backfill.update_facts() == 1
    keeper.refresh_from_db()
    assert (keeper.closed_at, keeper.closed_reason, keeper.postings.get().rejection) == (None, "", "")
    assert Change.objects.filter(listing_id=keeper.pk).latest("pk").kind == "reopened"


@pytest.mark.django_db
def test_absences_counted_by_a_fetch_that_was_killed_before_closing_are_closed_by_maintenance() -> None:
    listing = listing_with(board=complete_board(), ad={"missed": 2})
    tasks.maintain()
    listing.refresh_from_db()
    assert listing.closed_reason == "gone"


@pytest.mark.django_db
def test_an_absence_and_its_fetch_are_recorded_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process killed between the two would count the same absence twice, and close jobs one fetch early."""
    from listings.fetching.crawl import Crawl
    from listings.fetching.http_client import HttpClient
    from listings.fetching.leases import lease_source
    from listings.fetching.run import FetchRun

    listing = listing_with(board=complete_board(), ad={"last_seen_at": timezone.now() - DAY})
    source = Source.objects.get()
    lease = lease_source(source)
    assert lease is not None
    fetch = Fetch.objects.create(source=source, started_at=timezone.now(), complete=True)
    fetch_run = FetchRun(source, fetch, lease)
    crawl = Crawl(source, fetch, HttpClient(delay=timedelta()), 0.0)
    # The end of the transaction is reached by nothing: the database goes away while the fetch is saved.
    monkeypatch.setattr(Fetch, "save", lambda *args, **kwargs: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        fetch_run._succeed(crawl)
    assert listing.postings.get().missed == 0
