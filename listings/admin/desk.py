"""The figures on the admin's first page: what the site holds, and how its parts do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString

from listings.admin.bar_chart import Column, bar_chart
from listings.admin.moments import spoken
from listings.monitoring import figures, live
from listings.search.index.cuts import read_cuts
from listings.search.index.health import index_state

# With dozens of boards, something new is published every hour.
OLD = timedelta(hours=24)
MAX_LATE = timedelta(minutes=10)
LOW_DISK, FULL_DISK = 0.15, 0.05


@dataclass(frozen=True, slots=True)
class Tile:
    """`level`: good, warn, bad or quiet. `note` explains the value; `url` leads to what it counts, if anything does."""

    label: str
    value: str
    note: str
    level: str = "quiet"
    url: str = ""


@dataclass(frozen=True, slots=True)
class Desk:
    tiles: list[Tile]
    charts: list[SafeString]
    stated: list[tuple[str, int]]
    """Facts by name, with the percentage of open jobs that state them."""
    ads: int
    refused: int
    counted_at: str


def desk() -> Desk:
    counted = figures.latest()
    hours = live.fetch_hours()
    return Desk(
        tiles=[_jobs(counted), _newest(counted), _index(), *_cuts(), _queue(), _fetches(hours[-1]), _disk(counted)],
        charts=[_days_chart(counted), _hours_chart(hours)],
        stated=sorted(
            ((name.replace("_", " "), round(100 * share)) for name, share in counted.stated.items()),
            key=lambda pair: -pair[1],
        ),
        ads=counted.ads,
        refused=counted.ads_with_refused_facts,
        counted_at=spoken(counted.counted_at),
    )


def _jobs(counted: figures.Figures) -> Tile:
    today = counted.today
    note = f"{today.new:,} new and {today.closed:,} closed today"
    return Tile("Open jobs", f"{counted.open_listings:,}", note, url=reverse("admin:listings_listing_changelist"))


def _newest(counted: figures.Figures) -> Tile:
    if counted.newest_posted_at is None:
        return Tile("Newest job", "none", "No job has been found yet", "warn")
    is_old = timezone.now() - counted.newest_posted_at > OLD
    return Tile("Newest job", spoken(counted.newest_posted_at), "when it was published", "warn" if is_old else "good")


def _index() -> Tile:
    state = index_state()
    lag = "" if state.lag_seconds is None else f", {state.lag_seconds:.0f} s behind"
    if state.ready:
        return Tile("Search index", "ready", f"{state.message}{lag}", "good")
    return Tile("Search index", "not ready", state.message, "bad")


def _cuts() -> list[Tile]:
    """Shown only where a limit cuts something."""
    cuts = read_cuts(Path(settings.INDEX_DIR))
    if not cuts:
        return []
    note = f"Used in searches: {'; '.join(map(str, cuts))}"
    return [Tile("Search limits", f"{len(cuts)} reached", note, "warn")]


def _queue() -> Tile:
    queues = live.queue_lengths()
    if queues is None:
        return Tile("Queue", "no answer", "The broker cannot be reached: nothing is fetched", "bad")
    waiting, workers = sum(queues.values()), len(live.workers() or ())
    note = f"{workers} worker{'' if workers == 1 else 's'} answer{'s' if workers == 1 else ''}"
    return Tile("Queue", f"{waiting:,} waiting", note, "good" if workers else "bad")


def _fetches(hour: live.Hour) -> Tile:
    due = live.due()
    late = timezone.now() - due.oldest if due.oldest else timedelta()
    note = f"{hour.failed:,} failed, {hour.odd:,} set aside; {due.sources:,} due"
    level = "warn" if late > MAX_LATE or hour.failed > hour.good else "good"
    total = hour.good + hour.odd + hour.failed
    return Tile("Fetches this hour", f"{total:,}", note, level, url=reverse("admin:listings_fetch_changelist"))


def _disk(counted: figures.Figures) -> Tile:
    disk = live.disk()
    share = disk.free / disk.total
    level = "bad" if share < FULL_DISK else "warn" if share < LOW_DISK else "good"
    return Tile(
        "Disk", f"{filesizeformat(disk.free)} free", f"The database: {filesizeformat(counted.database_bytes)}", level
    )


def _days_chart(counted: figures.Figures) -> SafeString:
    columns = [Column(f"{day.date:%b %-d}", (("new", day.new), ("closed", day.closed))) for day in counted.days]
    return bar_chart(columns, f"New and closed jobs, last {len(columns)} days")


def _hours_chart(hours: list[live.Hour]) -> SafeString:
    columns = [
        Column(f"{hour.start:%H:%M}", (("good", hour.good), ("odd", hour.odd), ("failed", hour.failed)))
        for hour in hours
    ]
    return bar_chart(columns, f"Fetches, last {len(columns)} hours (UTC)")
