"""Figures of the whole site. Counting takes seconds: a task does it every few minutes, and pages show the last ones."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.core.cache import cache
from django.db import connection
from django.db.models import Count
from django.db.models.functions import TruncDate
from django.utils import timezone

from listings.facts import FACTS
from listings.models import Change, Listing, Posting

DAYS = 14
# Shares are those of a sample of about this many listings.
SAMPLE = 20_000
KEY = "monitoring-figures"
# Longer than any pause between two counts, so that a page hardly ever has to count for itself.
KEPT_SECONDS = 3600


STATED = """
    WITH sampled AS MATERIALIZED (
        SELECT facts FROM listings_listing TABLESAMPLE BERNOULLI (%s)
        WHERE closed_at IS NULL AND hidden_at IS NULL AND merged_into_id IS NULL)
    SELECT key, count(*), (SELECT count(*) FROM sampled) FROM sampled, jsonb_each(facts)
    WHERE value NOT IN ('null', '[]', '{}') GROUP BY key
"""


@dataclass(frozen=True, slots=True)
class Day:
    """Changes that readers could see on one day (UTC)."""

    date: date
    new: int
    closed: int


@dataclass(frozen=True, slots=True)
class Figures:
    """`days`: oldest first, today last. `stated`: fact → share of the open listings that state it, from 0 to 1.

    `newest_posted_at` is that of the newest job that readers see; None on an empty site.
    """

    counted_at: datetime
    open_listings: int
    newest_posted_at: datetime | None
    days: tuple[Day, ...]
    stated: Mapping[str, float]
    ads: int
    ads_with_refused_facts: int
    database_bytes: int

    @property
    def today(self) -> Day:
        return self.days[-1]


def latest() -> Figures:
    """The last ones that were counted, at most an hour old."""
    figures: Figures | None = cache.get(KEY)
    return figures or count()


def count() -> Figures:
    """Count everything, and keep it for `latest`."""
    now = timezone.now()
    visible = Listing.objects.filter(closed_at=None, hidden_at=None, merged_into=None)
    figures = Figures(
        counted_at=now,
        open_listings=visible.count(),
        newest_posted_at=visible.order_by("-posted_at", "-id").values_list("posted_at", flat=True).first(),
        days=_days(now.date()),
        stated=_stated(),
        ads=Posting.objects.count(),
        ads_with_refused_facts=Posting.objects.struck().count(),
        database_bytes=_database_bytes(),
    )
    cache.set(KEY, figures, KEPT_SECONDS)
    return figures


def _days(today: date) -> tuple[Day, ...]:
    first = today - timedelta(days=DAYS - 1)
    kinds = (Change.Kind.NEW, Change.Kind.CLOSED)
    rows = Change.objects.filter(at__date__gte=first, kind__in=kinds).annotate(day=TruncDate("at"))
    counts: Counter[tuple[date, str]] = Counter()
    for day, kind, total in rows.values_list("day", "kind").annotate(total=Count("pk")):
        counts[day, kind] = total
    dates = [first + timedelta(days=number) for number in range(DAYS)]
    return tuple(Day(day, counts[day, Change.Kind.NEW], counts[day, Change.Kind.CLOSED]) for day in dates)


def _stated() -> dict[str, float]:
    """Of open listings; of a sample on a large site, as the facts of a million rows take a minute to read."""
    percent = math.ceil(min(100.0, 100 * SAMPLE / max(1, _estimated_listings())))
    with connection.cursor() as cursor:
        cursor.execute(STATED, [percent])
        rows = {name: (stated, total) for name, stated, total in cursor.fetchall()}
    shares = {name: rows.get(name, (0, 1)) for name in FACTS}
    return {name: stated / total for name, (stated, total) in shares.items()}


def _estimated_listings() -> int:
    """By the planner's statistics: -1 before the first ANALYZE."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT reltuples::bigint FROM pg_class WHERE oid = 'listings_listing'::regclass")
        return int(cursor.fetchone()[0])


def _database_bytes() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_database_size(current_database())")
        return int(cursor.fetchone()[0])
