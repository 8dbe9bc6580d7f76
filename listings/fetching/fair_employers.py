"""Which due employers may be fetched in the next minute: as many of each hiring system as its pace allows, in turn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import chain, zip_longest

from django.db.models import Count

from listings.models import Source

ROUND = timedelta(seconds=60)
MAX_LEASED = 240
"""Employers at once, so that their messages are taken long before their leases end."""


def take_due(now: datetime) -> list[Source]:
    """For use in a transaction. Those due longest first, a system after another, rows locked.

    A system's own row keeps, as its `next_fetch_at`, from when its pace allows the next request.
    """
    busy = dict(
        Source.objects.filter(system__isnull=False, lease_until__gt=now)
        .order_by()
        .values_list("system")
        .annotate(Count("pk"))
    )
    # The lock leaves a system to one scheduler: two would each take a minute's worth.
    enabled = Source.objects.systems().filter(enabled=True).order_by("next_fetch_at")
    systems = list(enabled.select_for_update(skip_locked=True, of=("self",), no_key=True))
    due = [_due_of(system, busy.get(system.pk, 0), now) for system in systems]
    taken = list(_in_turn(due))[: max(0, MAX_LEASED - sum(busy.values()))]
    for system in systems:
        _charge(system, sum(employer.system_id == system.pk for employer in taken), now)
    return taken


def _due_of(system: Source, busy: int, now: datetime) -> list[Source]:
    delay = _pace(system)
    free_from = max(now, system.next_fetch_at)
    # Those of the last minute that are still under way count: what waits for a host's pace would only fill the queue.
    room = min((now + ROUND - free_from) // delay, ROUND // delay - busy)
    due = Source.objects.due(now).filter(system=system).order_by("next_fetch_at")
    return list(due.select_for_update(skip_locked=True, of=("self",))[: max(0, room)])


def _in_turn(groups: Sequence[Sequence[Source]]) -> Iterator[Source]:
    return (employer for employer in chain(*zip_longest(*groups)) if employer is not None)


def _charge(system: Source, requests: int, now: datetime) -> None:
    if requests:
        free_from = max(now, system.next_fetch_at) + requests * _pace(system)
        Source.objects.filter(pk=system.pk).update(next_fetch_at=free_from)


def _pace(system: Source) -> timedelta:
    return max(system.board_config.delay, timedelta(milliseconds=100))
