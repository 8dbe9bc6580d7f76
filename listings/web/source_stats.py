from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max

from listings.models import Source


@dataclass(frozen=True, slots=True)
class SourceStats:
    """How many boards have answered at all, and when the last one did."""

    boards: int
    checked_at: datetime | None


def source_stats() -> SourceStats:
    answered = Source.objects.filter(enabled=True).exclude(last_ok_at=None)
    found = answered.aggregate(boards=Count("board", distinct=True), checked_at=Max("last_ok_at"))
    return SourceStats(found["boards"], found["checked_at"])
