"""Fetches that ended without a result: the first says nothing of the board, several in a row are failures."""

from __future__ import annotations

from datetime import datetime

from listings.fetching import schedule
from listings.fetching.leases import LOST_WITH_SITE
from listings.models import Fetch, Source

MAX_COUNTED = 20
# What went on meanwhile says nothing of how the source does.
APART = (Fetch.Outcome.RUNNING, Fetch.Outcome.DRY_RUN, Fetch.Outcome.REREAD)


def in_a_row(source: Source) -> list[Fetch]:
    """The lost fetches since the last that had a result, newest first."""
    # Whoever stops the site in the middle of a fetch, twice, has no failing source.
    ended = source.fetches.exclude(outcome__in=APART).exclude(error=LOST_WITH_SITE)
    lost = []
    for fetch in ended.defer("rejections").order_by("-started_at", "-id")[:MAX_COUNTED]:
        if fetch.outcome != Fetch.Outcome.LOST:
            break
        lost.append(fetch)
    return lost


def retry_at(source: Source, lost: list[Fetch]) -> datetime | None:
    """When the source may be fetched after these losses: later with each of them. None if nothing stands against it."""
    times = [schedule.allowed_from(source)]
    if len(lost) > 1:
        delay = min(schedule.MAX_RETRY_DELAY, schedule.FIRST_RETRY * 2 ** len(lost))
        times.append(lost[0].started_at + delay)
    return max((time for time in times if time), default=None)
