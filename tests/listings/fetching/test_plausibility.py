"""A flood of ads, and known ids under other titles, are set aside until an admin accepts them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from listings.boards.formats import fields
from listings.fetching import plausibility, replay
from listings.models import Fetch, Listing, Source
from tests.listings.fetching.stub_server import StandIn, vacancy
from tests.listings.making import listing_with

pytestmark = pytest.mark.django_db
Run = Callable[..., Fetch]
NOW = timezone.now()


def many(count: int, **stated: Any) -> list[dict[str, Any]]:
    return [vacancy(number, **stated) for number in range(1, count + 1)]


def fetches(source: Source, counts: Sequence[int], **stated: Any) -> None:
    """Complete good ones, the oldest first."""
    for age, count in enumerate(reversed(counts), 1):
        started = NOW - timedelta(hours=6 * age)
        values = {"outcome": Fetch.Outcome.OK, "complete": True, **stated}
        Fetch.objects.create(source=source, started_at=started, present=count, **values)


def judged(source: Source, present: int, titles: dict[str, str] | None = None) -> str:
    return plausibility.odd_reason(
        source, present=present, titles=titles or {}, read=present, rejected=0, complete=True, now=NOW
    )


@pytest.mark.parametrize(
    ("before", "present", "reason"),
    [
        ([20, 20, 20], 2000, "2,000 ads instead of the usual 20"),
        ([20], 201, "201 ads instead of the usual 20"),
        ([20], 200, ""),
        ([1, 1, 1], 150, ""),
        ([1, 1, 1], 300, "300 ads instead of the usual 1"),
        ([3000] * 10, 30_000, ""),
        ([3000] * 10, 30_001, "30,001 ads instead of the usual 3,000"),
        # A first fetch.
        ([], 20_000, ""),
        # Twice as many each time, and a list that was large a while ago.
        ([2**power for power in range(3, 13)], 2**13, ""),
        ([2000, 20, 20], 2000, ""),
    ],
)
def test_a_flood(source: Source, before: list[int], present: int, reason: str) -> None:
    fetches(source, before)
    assert judged(source, present) == reason


def test_only_complete_fetches_say_what_is_usual(source: Source) -> None:
    fetches(source, [20], complete=False)
    assert judged(source, 2000) == ""


@pytest.mark.parametrize(
    ("titles", "reason"),
    [
        ([f"Baker {number}" for number in range(10)], ""),
        (["Win a prize"] * 10, "10 of 10 known ids now have other titles, such as “Win a prize” instead of “Baker 0”"),
        (["Win"] * 6, "6 of 10 known ids now have other titles, such as “Win” instead of “Baker 0”"),
        (["Win"] * 5, ""),
        # Rewritten, not replaced.
        (["Senior baker (m/f/d), remote"] * 10, ""),
    ],
)
def test_known_ids_under_other_titles(source: Source, titles: list[str], reason: str) -> None:
    ids = [f"id {number}" for number in range(10)]
    for number, external_id in enumerate(ids):
        listing_with(f"Baker {number}", ad={"source": source, "external_id": external_id})
    kept = {external_id: f"Baker {number}" for number, external_id in enumerate(ids)}
    given = kept | dict(zip(ids, titles, strict=False)) | {"new": "Diver"}
    assert judged(source, 11, given) == reason


@pytest.mark.parametrize("count", [1, 4])
def test_few_known_ids_say_nothing(source: Source, count: int) -> None:
    for number in range(count):
        listing_with("Baker", ad={"source": source, "external_id": str(number)})
    assert judged(source, count, {str(number): "Diver" for number in range(count)}) == ""


def test_ids_of_closed_jobs_may_come_again(source: Source) -> None:
    for number in range(10):
        closed: dict[str, Any] = {"closed_at": NOW, "closed_reason": Listing.Closed.GONE}
        listing_with("Baker", ad={"source": source, "external_id": str(number)}, **closed)
    assert judged(source, 10, {str(number): "Diver" for number in range(10)}) == ""


def test_a_flood_waits_for_an_admin(boards: StandIn, source: Source, fetched: Run) -> None:
    boards.jobs(*many(20))
    fetched(source)
    boards.jobs(*many(260))
    flood = fetched(source)
    assert (flood.outcome, flood.quarantine_reason) == ("quarantined", "260 ads instead of the usual 20")
    assert Listing.objects.count() == 20
    replay.accept(flood)
    assert Listing.objects.count() == 260
    boards.jobs(*many(261))
    assert fetched(source).outcome == "ok"


def test_swapped_ids_wait_for_an_admin(boards: StandIn, source: Source, fetched: Run) -> None:
    boards.jobs(*many(20))
    fetched(source)
    boards.jobs(*many(20, title="Win a prize"))
    swapped = fetched(source)
    assert swapped.outcome == "quarantined"
    assert swapped.quarantine_reason.startswith("20 of 20 known ids now have other titles, such as “Win a prize”")
    assert not Listing.objects.filter(title="Win a prize").exists()
    replay.accept(swapped)
    assert Listing.objects.filter(title="Win a prize").exists()
    boards.jobs(*many(20, title="Win a prize", salary="$90k"))
    assert fetched(source).outcome == "ok"


def test_a_fetch_says_what_it_did_not_read(
    boards: StandIn, source: Source, fetched: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    boards.jobs(*many(12))
    fetched(source)
    monkeypatch.setattr(fields, "MAX_RECORDS", 10)
    for _ in range(3):
        boards.jobs(*many(12, salary="$90k"))
        fetch = fetched(source)
        boards.jobs(*reversed(many(12)))
        fetch = fetched(source)
        assert (fetch.outcome, fetch.complete, fetch.closed) == ("ok", False, 0)
        assert fetch.error == "2 records not read: more than the limit."
    assert Listing.objects.open().count() == 12
