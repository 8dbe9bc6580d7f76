from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max

from listings.models import Source


@dataclass(frozen=True, slots=True)
class SourceStats:
    """The number of boards that have ever answered, and the time of the latest answer."""

    boards: int
    checked_at: datetime | None


def source_stats() -> SourceStats:
    answering = Source.objects.filter(enabled=True).exclude(last_ok_at=None)
    return SourceStats(**answering.aggregate(boards=Count("board", distinct=True), checked_at=Max("last_ok_at")))
