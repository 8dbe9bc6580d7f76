"""What a phrase in a sentence says of working hours."""

from __future__ import annotations

from dataclasses import dataclass

from listings.facts.hours.clocks import Window
from listings.facts.hours.zone_mentions import ZoneMention

# This many hours "overlapping with" a zone are its whole working day: no overlap figure, just the zone.
WHOLE_DAY = 7
# Rank of clock times; spans and tolerances have lower ones.
SHIFTS = 2
# Of clock times of which the person may choose: hours of nobody, but told in the zone of the job.
OFFERED = 9


@dataclass(frozen=True, slots=True)
class HoursPhrase:
    """Hours set by characters `start` to `end` of a sentence. The lowest `rank` is the most reliable.

    Either `low` and `high`, in hours from UTC, or an `overlap` in hours (None: unspecified) with `zone`. `window`: the
    hours of the day there, if they are stated.
    """

    rank: int
    start: int
    end: int
    low: float | None = None
    high: float | None = None
    overlap: float | None = None
    zone: str | None = None
    window: Window | None = None


def range_of(rank: int, start: int, end: int, zones: list[ZoneMention]) -> HoursPhrase:
    return HoursPhrase(rank, start, end, min(zone.low for zone in zones), max(zone.high for zone in zones))
