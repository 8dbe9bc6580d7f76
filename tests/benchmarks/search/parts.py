"""Runs the parts one after another on the same listings, and says what each found as soon as it is known."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

from tests.benchmarks.search import asking, changing, fulltext, machine, queries, report, stages, web

Run = dict[str, Any]


def run(listings: int, seed: int, count: int, parts: Sequence[str]) -> Run:
    figures: Run = {"listings": listings, "at": datetime.now(UTC).strftime("%Y-%m-%d"), "machine": machine.described()}
    figures["stages"] = stages.build(listings, seed)
    say(report.stages(figures))
    asked = queries.rotating(seed, count)
    for name, work in _work(asked, seed).items():
        if name in parts:
            figures[name] = work()
            say(report.part(name, figures[name]))
    return figures


def _work(asked: Sequence[str], seed: int) -> dict[str, Callable[[], Any]]:
    """In this order: changes come last, since they alter what is asked of."""
    return {
        "closed": lambda: asking.closed(asked),
        "open": lambda: asking.at_a_rate(asked),
        "bare": lambda: asking.bare(asked),
        "page": lambda: web.measure(asked),
        "fulltext": lambda: fulltext.measure(asked, seed),
        "changes": lambda: changing.measure(seed),
    }


def say(lines: str) -> None:
    print(lines, flush=True)
    sys.stdout.flush()
