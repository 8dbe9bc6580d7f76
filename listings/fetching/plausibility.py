"""Is a fetch plausible? An odd one is quarantined: it changes nothing until an admin accepts it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from statistics import median

from django.db.models.fields.json import KT

from listings.dedup.normalise import fold
from listings.models import Fetch, Posting, Source

BASELINE_FETCHES = 10
# Below this baseline, a list may really become empty; it is believed once it was the same six hours later.
SMALL_BASELINE = 10
CONFIRMED_AFTER = timedelta(hours=6)
# Of an employer any shortage is believed that lasts: nobody looks through the odd lists of thousands.
EMPLOYER_CONFIRMED_AFTER = timedelta(days=1)
# So many times as many ads as in the largest of the last fetches are a flood, but never so few as this.
FLOOD, SMALL_FLOOD = 10, 200
# Fewer known ads say nothing: an employer may well rewrite its only four.
MIN_KNOWN = 5


def usual_counts(source: Source) -> list[int]:
    """How many distinct ads each of the last complete good fetches had, the newest first."""
    good = source.fetches.good().filter(complete=True).order_by("-started_at", "-id")
    counts = []
    for fetch in good[:BASELINE_FETCHES]:
        counts.append(fetch.present)
        # An admin has accepted this size as the new normal: what came before no longer counts.
        if fetch.outcome == Fetch.Outcome.ACCEPTED:
            break
    return counts


def odd_reason(
    source: Source, *, present: int, titles: Mapping[str, str], read: int, rejected: int, complete: bool, now: datetime
) -> str:
    """Why the fetch is not plausible, for admins; "" if it is.

    `present`: distinct external ids. `titles`: of the ads read in full, by external id. `read`: how many these were.
    `rejected`: records that could not be read.
    """
    if rejected > read and rejected > 1:
        return f"{rejected} of {read + rejected} records could not be read"
    counts = usual_counts(source)
    return _flood(counts, present) or _other_titles(source, titles) or _shortage(source, counts, present, complete, now)


def _flood(counts: Sequence[int], present: int) -> str:
    """The largest, not the median: a board that grows steadily is always far above its median."""
    most = max(counts, default=0)
    return f"{present:,} ads instead of the usual {most:,}" if most and present > max(FLOOD * most, SMALL_FLOOD) else ""


def _other_titles(source: Source, titles: Mapping[str, str]) -> str:
    """If most of the ids that we know belong to other jobs now."""
    rows = Posting.objects.open().filter(source=source, external_id__any=list(titles))
    known = [(was, titles[key]) for key, was in rows.order_by("pk").values_list("external_id", KT("ad__title"))]
    unlike = [(was, now) for was, now in known if not _are_alike(was, now)]
    if len(known) < MIN_KNOWN or 2 * len(unlike) <= len(known):
        return ""
    was, now = unlike[0]
    return f"{len(unlike)} of {len(known)} known ids now have other titles, such as “{now}” instead of “{was}”"


def _are_alike(title: str, other: str) -> bool:
    """Whether half of the words of the shorter one are in both: "Senior Baker (Remote)" is still a "Baker"."""
    words, others = set(fold(title).split()), set(fold(other).split())
    return 2 * len(words & others) >= min(len(words), len(others))


def _shortage(source: Source, counts: Sequence[int], present: int, complete: bool, now: datetime) -> str:
    expected = median(counts) if counts else 0
    if present and (not complete or present >= expected / 2):
        return ""
    if expected < SMALL_BASELINE and _is_confirmed(source, present, now - CONFIRMED_AFTER):
        return ""
    if source.system_id and _is_confirmed(source, present, now - EMPLOYER_CONFIRMED_AFTER):
        return ""
    usually = f" instead of the usual {expected:.0f}" if expected else ""
    return f"only {present} ads{usually}" if present else f"no ads{usually}"


def _is_confirmed(source: Source, present: int, before: datetime) -> bool:
    """True if a fetch of the same size was quarantined `before` that time, and no good one came since."""
    last_good = source.fetches.good().order_by("-started_at").first()
    earlier = source.fetches.quarantined().filter(present=present, started_at__lte=before)
    if last_good:
        earlier = earlier.filter(started_at__gt=last_good.started_at)
    return earlier.exists()
