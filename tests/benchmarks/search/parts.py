"""Runs the parts one after another on the same listings, and says what each found as soon as it is known."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from jobsite.serving.memory import load_before_fork
from tests.benchmarks.search import (
    asking,
    changing,
    exactness,
    fulltext,
    functions,
    indexing,
    letters,
    machine,
    peers,
    queries,
    report,
    stages,
    steps,
    tenfold,
    web,
)

Run = dict[str, Any]


def run(listings: int, seed: int, count: int, parts: Sequence[str], seconds: int) -> Iterator[Run]:
    """All that is known so far, after each part: the next one may take long."""
    figures: Run = {"listings": listings, "at": datetime.now(UTC).strftime("%Y-%m-%d"), "machine": machine.described()}
    figures["stages"] = stages.build(listings, seed)
    say(report.stages(figures))
    # As the web server does before it starts workers: its code is loaded, and no garbage collector looks at it again.
    load_before_fork()
    for name, work in _work(seed, count, seconds).items():
        if name in parts:
            figures[name] = work()
            say(report.part(name, figures[name]))
            yield figures


def _work(seed: int, count: int, seconds: int) -> dict[str, Callable[[], Any]]:
    """In this order: changes come last, since they alter what is asked of."""
    # Counts are remembered, so that each way of asking has searches of its own.
    asked, later, others, last = (queries.rotating(seed + number, count) for number in range(4))
    return {
        "exact": exactness.measure,
        "closed": lambda: asking.closed(asked),
        "typed": lambda: letters.measure(asked),
        "open": lambda: asking.at_a_rate(later),
        "profile": steps.measure,
        "functions": lambda: functions.measure(asked),
        "indexing": indexing.measure,
        "tenfold": tenfold.measure,
        "bare": lambda: asking.bare(asked),
        "page": lambda: web.measure(asked, others, last),
        "fulltext": lambda: fulltext.measure(asked, seed),
        "peers": lambda: peers.measure(asked),
        "changes": lambda: changing.measure(seed, seconds),
    }


def say(lines: str) -> None:
    print(lines, flush=True)
    sys.stdout.flush()
