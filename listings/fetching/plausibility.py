"""Is a fetch plausible? An odd one is quarantined: it changes nothing until an admin accepts it."""

from __future__ import annotations

from datetime import datetime, timedelta
from statistics import median

from listings.models import Fetch, Source

BASELINE_FETCHES = 10
# Below this baseline, a list may really become empty; it is believed once it was the same six hours later.
SMALL_BASELINE = 10
CONFIRMED_AFTER = timedelta(hours=6)


def baseline(source: Source) -> float:
    """Median number of distinct ads in the last complete good fetches; 0 if there is none."""
    good = source.fetches.good().filter(complete=True).order_by("-started_at", "-id")
    counts = []
    for fetch in good[:BASELINE_FETCHES]:
        counts.append(fetch.present)
        # An admin has accepted this size as the new normal: what came before no longer counts.
        if fetch.outcome == Fetch.Outcome.ACCEPTED:
            break
    return median(counts) if counts else 0


def odd_reason(source: Source, *, present: int, read: int, rejected: int, complete: bool, now: datetime) -> str:
    """Why the fetch is not plausible, for admins; "" if it is.

    `present`: distinct external ids. `read`: ads read in full. `rejected`: records that could not be read.
    """
    if rejected > read and rejected > 1:
        return f"{rejected} of {read + rejected} records could not be read"
    expected = baseline(source)
    if present and (not complete or present >= expected / 2):
        return ""
    if expected < SMALL_BASELINE and _is_confirmed(source, present, now):
        return ""
    usually = f" instead of the usual {expected:.0f}" if expected else ""
    return f"only {present} ads{usually}" if present else f"no ads{usually}"


def _is_confirmed(source: Source, present: int, now: datetime) -> bool:
    """True if a fetch of the same size was quarantined six hours ago or earlier, and no good one came since."""
    last_good = source.fetches.good().order_by("-started_at").first()
    earlier = source.fetches.quarantined().filter(present=present, started_at__lte=now - CONFIRMED_AFTER)
    if last_good:
        earlier = earlier.filter(started_at__gt=last_good.started_at)
    return earlier.exists()
