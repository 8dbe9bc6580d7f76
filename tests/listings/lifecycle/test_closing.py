"""When listings close, and what never closes them."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.db import DatabaseError, connection
from django.utils import timezone

from listings import facts, tasks
from listings.boards import BOARDS
from listings.fetching import gone_pages
from listings.ingest import backfill
from listings.lifecycle import sample_sources
from listings.models import Change, Fetch, Listing, MatchKey, Posting, Source
from tests.listings.fetching.stub_server import StandIn, vacancy

pytestmark = pytest.mark.django_db
Run = Callable[..., Fetch]


def later(**by: float) -> time_machine.travel:
    return time_machine.travel(timezone.now() + timedelta(**by))


@pytest.fixture
def three_jobs(boards: StandIn, source: Source, fetched: Run) -> Source:
    boards.jobs(vacancy(1), vacancy(2), vacancy(3))
    fetched(source)
    return source


def test_a_closing_date_closes(three_jobs: Source) -> None:
    Posting.objects.filter(external_id="2").update(expires_at=timezone.now() - timedelta(minutes=1))
    tasks.maintain()
    closed = Listing.objects.get(postings__external_id="2")
    assert (closed.closed_reason, Listing.objects.open().count()) == ("expired", 2)
    assert Change.objects.filter(listing_id=closed.pk, kind="closed").count() == 1
    tasks.maintain()
    assert Change.objects.filter(listing_id=closed.pk, kind="closed").count() == 1


def test_unseen_for_a_fortnight_is_said_and_for_45_days_closes(three_jobs: Source) -> None:
    seen = Posting.objects.get(external_id="1").last_seen_at
    with later(days=13):
        assert Listing.objects.with_postings()[0].unseen_since is None
    with later(days=15):
        assert Listing.objects.with_postings()[0].unseen_since == seen
        tasks.maintain()
        assert Listing.objects.open().count() == 3
    with later(days=46):
        tasks.maintain()
        assert set(Listing.objects.values_list("closed_reason", flat=True)) == {"aged out"}


def test_a_part_of_the_maintenance_that_fails_keeps_no_other_from_its_turn(three_jobs: Source) -> None:
    Posting.objects.update(facts_version=0)
    MatchKey.objects.update(unsettled=True)
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RAISE 'no new facts'; END$$;"
            "CREATE TRIGGER refuse BEFORE UPDATE OF facts ON listings_posting FOR EACH ROW EXECUTE FUNCTION refuse()"
        )
    with pytest.raises(DatabaseError, match="no new facts"):
        tasks.maintain()
    assert not MatchKey.objects.filter(unsettled=True).exists()


def test_a_known_closing_date_outlives_absence(three_jobs: Source) -> None:
    Posting.objects.update(expires_at=timezone.now() + timedelta(days=90))
    with later(days=60):
        tasks.maintain()
        assert Listing.objects.open().count() == 3
        assert Listing.objects.with_postings()[0].unseen_since is None


def test_absence_from_a_part_closes_nothing(three_jobs: Source, boards: StandIn, fetched: Run) -> None:
    boards.jobs(vacancy(1), vacancy(2))
    for _ in range(4):
        fetched(three_jobs)
    assert Listing.objects.open().count() == 3


def test_absence_from_a_complete_list_closes_after_two_fetches(
    three_jobs: Source, boards: StandIn, fetched: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(BOARDS, "remotive", dataclasses.replace(BOARDS["remotive"], absence="closes"))
    boards.jobs(vacancy(1), vacancy(2))
    assert fetched(three_jobs).closed == 0
    boards.put("/remotive.com/api/remote-jobs", "oops", status=500)
    assert fetched(three_jobs).closed == 0
    boards.jobs(vacancy(1), vacancy(2))
    assert fetched(three_jobs).closed == 1
    assert Listing.objects.get(closed_at__isnull=False).closed_reason == "gone"
    boards.jobs(vacancy(1), vacancy(2), vacancy(3))
    assert fetched(three_jobs).reopened == 1


@pytest.mark.parametrize(("status", "open_after"), [(404, 2), (410, 2), (403, 3), (429, 3), (500, 3), (200, 3)])
def test_only_a_page_that_is_gone_closes(
    three_jobs: Source,
    boards: StandIn,
    fetched: Run,
    monkeypatch: pytest.MonkeyPatch,
    status: int,
    open_after: int,
) -> None:
    terms = dataclasses.replace(BOARDS["remotive"].terms, ask_page=True)
    monkeypatch.setitem(BOARDS, "remotive", dataclasses.replace(BOARDS["remotive"], terms=terms))
    boards.jobs(vacancy(1), vacancy(2))
    fetched(three_jobs)
    boards.put("/remotive.com/remote-jobs/software-development/engineer-3", "<html>a page</html>", status=status)
    before = len(boards.requests)
    gone_pages.check_pages()
    assert Listing.objects.open().count() == open_after
    gone_pages.check_pages()
    job_pages = [path for path in boards.requests[before:] if "engineer" in path]
    assert job_pages == ["/remotive.com/remote-jobs/software-development/engineer-3"]


def test_pages_are_not_asked_where_the_terms_do_not_allow_it(
    three_jobs: Source, boards: StandIn, fetched: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    terms = dataclasses.replace(BOARDS["remotive"].terms, ask_page=False)
    monkeypatch.setitem(BOARDS, "remotive", dataclasses.replace(BOARDS["remotive"], terms=terms))
    boards.jobs(vacancy(1), vacancy(2))
    fetched(three_jobs)
    before = len(boards.requests)
    gone_pages.check_pages()
    assert boards.requests[before:] == []


def test_facts_of_an_older_code_are_read_again(three_jobs: Source) -> None:
    Posting.objects.filter(external_id="1").update(facts_version=0, facts={})
    before = Change.objects.count()
    assert backfill.update_facts() == 1
    posting = Posting.objects.get(external_id="1")
    assert (posting.facts_version, posting.facts["workplace"]) == (facts.VERSION, "remote")
    assert Change.objects.count() == before + 1
    assert backfill.update_facts() == 0


def test_old_changes_are_pruned_after_their_time_only(three_jobs: Source) -> None:
    with later(days=29):
        tasks.prune()
        assert Change.objects.count() == 3
    with later(days=31):
        tasks.prune()
        assert Change.objects.count() == 0


def test_samples_go_when_a_real_board_answers(boards: StandIn, source: Source, fetched: Run) -> None:
    boards.jobs(vacancy(1), vacancy(2))
    (sample,) = [made for made in sample_sources.add(boards.url) if made.board == "remotive"]
    fetched(sample)
    assert Listing.objects.filter(is_sample=True).count() == 2
    boards.jobs(vacancy(7))
    fetched(source)
    assert [listing.title for listing in Listing.objects.all()] == ["Engineer 7"]
    assert not Source.objects.filter(is_sample=True).exists()
    assert Change.objects.filter(kind="removed").count() == 2
