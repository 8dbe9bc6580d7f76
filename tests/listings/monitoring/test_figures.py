"""Figures of the whole site."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone
from pytest_django.fixtures import DjangoAssertNumQueries

from listings.models import Change, Listing
from listings.monitoring import figures
from listings.tasks import count_figures
from tests.listings.making import listing_with

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture(autouse=True)
def nothing_counted() -> None:
    cache.delete(figures.KEY)


def test_an_empty_site() -> None:
    counted = figures.latest()
    assert (counted.open_listings, counted.newest_posted_at, counted.ads) == (0, None, 0)
    assert len(counted.days) == figures.DAYS
    assert (counted.today.date, counted.today.new, counted.today.closed) == (timezone.now().date(), 0, 0)
    assert set(counted.stated.values()) == {0.0}
    assert counted.database_bytes > 1_000_000


def test_what_readers_see_is_counted() -> None:
    newest = listing_with("Tide Engineer", posted=NOW - timedelta(hours=3), facts={"workplace": "remote", "skills": []})
    listing_with("Dock Planner", posted=NOW - timedelta(days=3), facts={"workplace": None, "skills": ["python"]})
    closed = listing_with("Harbour Pilot", posted=NOW, facts={"workplace": "remote"})
    Listing.objects.filter(pk=closed.pk).update(closed_at=NOW)
    hidden = listing_with("Net Mender", posted=NOW, facts={"workplace": "remote"})
    Listing.objects.filter(pk=hidden.pk).update(hidden_at=NOW)
    counted = figures.count()
    assert counted.open_listings == 2
    assert counted.newest_posted_at == newest.posted_at
    assert counted.ads == 4
    assert (counted.stated["workplace"], counted.stated["skills"], counted.stated["salary"]) == (0.5, 0.5, 0)


def test_changes_by_day() -> None:
    Change.objects.all().delete()
    for days, kind in ((0, "new"), (0, "new"), (0, "closed"), (2, "new"), (figures.DAYS, "new"), (1, "changed")):
        Change.objects.create(listing_id=1, kind=kind, at=timezone.now() - timedelta(days=days))
    counted = figures.count().days
    assert [(day.new, day.closed) for day in counted[-3:]] == [(1, 0), (0, 0), (2, 1)]
    assert sum(day.new for day in counted) == 3
    assert [day.date for day in counted] == sorted(day.date for day in counted)


def test_refused_facts_are_counted() -> None:
    listing_with("Tide Engineer", ad={"facts": {"lints": [{"fact": "salary", "rule": "max < min", "evidence": "9"}]}})
    listing_with("Dock Planner")
    assert figures.count().ads_with_refused_facts == 1


def test_the_task_counts_and_pages_read(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    count_figures()
    with django_assert_num_queries(0):
        assert figures.latest().open_listings == 0
