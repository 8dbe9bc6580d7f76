"""The last fetches of a source as a bar chart: plain SVG, coloured by class."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from listings.admin.base import drawn
from listings.models import Fetch

HEIGHT, STEP = 28, 6


@dataclass(frozen=True, slots=True)
class ChartBar:
    x: int
    y: int
    height: int
    kind: str
    words: str


def chart(fetches: Sequence[Fetch]) -> SafeString:
    """`fetches`: newest first; drawn oldest first. The tallest bar is the most that any of them saw."""
    if not fetches:
        return SafeString("–")
    most = max(fetch.seen for fetch in fetches) or 1
    bars = []
    for place, fetch in enumerate(reversed(fetches)):
        # A fetch that saw nothing still leaves a mark.
        height = max(2, round(HEIGHT * fetch.seen / most))
        words = f"{fetch.started_at:%Y-%m-%d %H:%M}: {fetch.seen} seen, {fetch.outcome}"
        bars.append(ChartBar(place * STEP, HEIGHT - height, height, fetch.outcome.replace(" ", "-"), words))
    text = "Seen, oldest first: " + ", ".join(f"{fetch.seen} ({fetch.outcome})" for fetch in reversed(fetches))
    return drawn("chart.html", bars=bars, width=len(bars) * STEP, height=HEIGHT, text=text)
