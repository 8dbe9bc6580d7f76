"""The last fetches of a source as a bar chart: plain SVG, coloured by class."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from listings.admin.base import render_fragment
from listings.models import Fetch

HEIGHT, STEP = 28, 6
# A fetch that saw nothing still leaves a mark.
MIN_BAR_HEIGHT = 2


@dataclass(frozen=True, slots=True)
class ChartBar:
    """`x`, `y` and `height` in pixels; `outcome` is part of a CSS class."""

    x: int
    y: int
    height: int
    outcome: str
    title: str


def fetch_chart(fetches: Sequence[Fetch]) -> SafeString:
    """`fetches`: newest first. The chart runs from old to new, and its tallest bar is the largest number of ads."""
    if not fetches:
        return SafeString("–")
    max_seen = max(fetch.seen for fetch in fetches) or 1
    bars = []
    for index, fetch in enumerate(reversed(fetches)):
        height = max(MIN_BAR_HEIGHT, round(HEIGHT * fetch.seen / max_seen))
        title = f"{fetch.started_at:%Y-%m-%d %H:%M}: {fetch.seen} seen, {fetch.outcome}"
        bars.append(ChartBar(index * STEP, HEIGHT - height, height, fetch.outcome.replace(" ", "-"), title))
    label = "Seen, oldest first: " + ", ".join(f"{fetch.seen} ({fetch.outcome})" for fetch in reversed(fetches))
    return render_fragment("fetch_chart.html", bars=bars, width=len(bars) * STEP, height=HEIGHT, label=label)
