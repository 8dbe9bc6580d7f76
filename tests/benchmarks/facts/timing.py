"""How fast facts are read on one core, and where the time goes. All times are processor time."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import FunctionType
from typing import Any

from line_profiler import LineProfiler

from listings import facts
from listings.facts import language
from listings.facts.base import Reading
from tests.benchmarks.facts.ads import recorded_ads

ROUNDS = 3
HOTTEST = 20


def profile() -> str:
    """Markdown: ads per second, the time of each fact, and the slowest lines."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    ads = [(board, ad) for board, _, ad in recorded_ads()]
    characters = sum(len(Reading(ad, board).text) for board, ad in ads) // len(ads)
    seconds = min(timed(lambda: [facts.read(ad, board) for board, ad in ads]) for _ in range(ROUNDS))
    lines = [
        f"{len(ads) / seconds:,.0f} ads per second on one core, all facts together "
        f"({len(ads)} recorded ads of {characters:,} characters on average; the best of {ROUNDS} rounds)."
        f"{busy_note(os.getloadavg()[0], os.cpu_count() or 1)}",
        "",
        "| part | µs per ad |",
        "|---|---:|",
        *(f"| {name} | {spent * 1e6 / len(ads):.0f} |" for name, spent in parts(ads)),
        "",
        f"The {HOTTEST} slowest lines (by line_profiler, which slows short lines down):",
        "",
        "| share | line | code |",
        "|---:|---|---|",
        *hottest(ads),
    ]
    return "\n".join(lines)


def busy_note(load: float, cores: int) -> str:
    """A sentence for the report if other processes slow the caches and cores that this one runs on."""
    if load <= cores:
        return ""
    return f" Measured on a busy machine (load {load:.0f} on {cores} cores): an idle one is faster."


def timed(work: Callable[[], Any]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def parts(ads: list[tuple[Any, Any]]) -> list[tuple[str, float]]:
    readings = [Reading(ad, board) for board, ad in ads]
    spent = [("plain text", timed(lambda: [reading.lower_text for reading in readings]))]
    for name, spec in facts.FACTS.items():
        spent.append((name, timed(partial(read_all, spec.reader, readings))))
    spent.append(("language", timed(partial(read_all, language.read, readings))))
    return spent


def read_all(reader: Callable[[Reading], Any], readings: list[Reading]) -> None:
    for reading in readings:
        reader(reading)


def hottest(ads: list[tuple[Any, Any]]) -> list[str]:
    profiler = LineProfiler()
    for function in functions():
        profiler.add_callable(function)
    profiler.enable_by_count()
    for board, ad in ads:
        facts.read(ad, board)
    profiler.disable_by_count()
    stats = profiler.get_stats()
    rounds = stats.timings.items()
    whole = sum(spent for (path, _, _), rows in rounds if path == facts.__file__ for _, _, spent in rows) or 1
    spent = [(taken, path, line) for (path, _, _), rows in stats.timings.items() for line, _, taken in rows]
    return [row(taken / whole, path, line) for taken, path, line in sorted(spent, reverse=True)[:HOTTEST]]


def row(share: float, path: str, line: int) -> str:
    code = Path(path).read_text().splitlines()[line - 1].strip()[:80].replace("|", "\\|")
    # With its folder, as most folders have a reader.py. What a decorator wraps lies beside the facts.
    folder = Path(facts.__file__).parent
    file = Path(path).relative_to(folder if folder in Path(path).parents else folder.parent)
    return f"| {share:.1%} | {file}:{line} | `{code}` |"


def functions() -> Iterator[FunctionType]:
    """The functions of the facts' modules, without generated ones (dataclasses), which have no source line."""
    for name, module in list(sys.modules.items()):
        if name == "listings.facts" or name.startswith("listings.facts."):
            yield from (
                value
                for value in vars(module).values()
                if isinstance(value, FunctionType)
                and value.__module__ == name
                and value.__code__.co_filename != "<string>"
            )
