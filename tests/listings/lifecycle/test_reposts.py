"""When a board has published a vacancy again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from listings.lifecycle.lead_posting import ONE_DAY, repost_dates
from listings.models import Posting
from tests.cpu_time import assert_growth

START = datetime(2026, 1, 1, tzinfo=UTC)
HOURS = st.integers(0, 200)


def posting(pk: int, source: int, place: str, posted: int, open_for: int | None) -> Posting:
    at = START + timedelta(hours=posted)
    closed_at = None if open_for is None else at + timedelta(hours=open_for)
    return Posting(pk=pk, source_id=source, ad={"location": place}, posted_at=at, closed_at=closed_at)


def replaces(later: Posting, earlier: Posting) -> bool:
    over = earlier.closed_at is not None and earlier.closed_at <= later.posted_at + ONE_DAY
    is_same_place = later.ad["location"] == earlier.ad["location"]
    return (
        later.source_id == earlier.source_id
        and later.posted_at >= earlier.posted_at + ONE_DAY
        and (is_same_place or over)
    )


@given(st.lists(st.tuples(st.integers(1, 2), st.sampled_from(["peru", "chile"]), HOURS, st.none() | HOURS)))
def test_an_ad_replaces_an_older_one_of_its_place_or_one_that_was_over(
    rows: list[tuple[int, str, int, int | None]],
) -> None:
    postings = [posting(pk, *row) for pk, row in enumerate(rows)]
    expected = [later.posted_at for later in postings if any(replaces(later, earlier) for earlier in postings)]
    assert sorted(repost_dates(postings)) == sorted(expected)


def test_a_thousand_ads_of_one_vacancy_cost_no_more_than_their_number() -> None:
    def dates(count: int) -> list[datetime]:
        return repost_dates([posting(pk, 1, f"place {pk}", pk % 20, 3) for pk in range(count)])

    assert_growth(dates, 500, below=8)
