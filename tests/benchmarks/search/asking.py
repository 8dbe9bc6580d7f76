"""Searches asked within this process: one after the other, at a fixed rate, and of tantivy alone."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import tantivy
from django.http import QueryDict

from listings.search.index.reader import IndexReader, index_reader
from listings.search.index.searcher import IndexSearcher
from listings.search.query.search import Search
from listings.search.results.facet_cache import FACET_CACHE
from listings.search.results.find import Results, find
from listings.web.cards import cards
from tests.benchmarks.search.figures import Figures, spread, timed

RATE = 20.0
"""Searches a second, come what may."""
LONGEST = 60.0
"""Seconds that one way of asking may take."""


def searches(queries: Sequence[str]) -> list[Search]:
    return [Search.parse(QueryDict(query)) for query in queries]


def answer(search: Search) -> Results:
    """What a page of results shows, found and read."""
    results = find(search)
    cards(results.ids)
    return results


def closed(queries: Sequence[str]) -> dict[str, Figures]:
    """Each query once, as nobody asked it before; then all of them again."""
    asked = searches(queries)
    find(Search(q="one that opens the index"))
    found: dict[str, Figures] = {}
    for name in ("cold", "warm"):
        ends, times = time.monotonic() + LONGEST, []
        for search in asked:
            times.append(timed(answer, search))
            if time.monotonic() > ends:
                break
        found[name] = spread(times)
    return found


def forget() -> None:
    """What earlier searches left in this process."""
    FACET_CACHE.clear()


def slowest(queries: Sequence[str], most: int = 8) -> list[tuple[str, float]]:
    """Which queries take the longest, asked twice: (query string, milliseconds)."""
    times = [(query, 1000 * timed(answer, one)) for query, one in zip(queries, searches(queries), strict=True)]
    return sorted(times, key=lambda one: -one[1])[:most]


def at_a_rate(queries: Sequence[str], rate: float = RATE) -> Figures:
    """Each is due at its moment; what waits for the one before it has that in its time."""
    begun, times = time.perf_counter(), []
    for place, search in enumerate(searches(queries)):
        due = begun + place / rate
        time.sleep(max(0.0, due - time.perf_counter()))
        answer(search)
        times.append(time.perf_counter() - due)
        if time.perf_counter() - begun > LONGEST:
            break
    return {**spread(times), "rate": rate}


@dataclass
class Recorder:
    """Hands everything to the searcher, and remembers what it was asked."""

    searcher: tantivy.Searcher
    calls: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = field(default_factory=list)

    def __getattr__(self, name: str) -> Any:
        found = getattr(self.searcher, name)
        if not callable(found):
            return found

        def called(*args: Any, **options: Any) -> Any:
            self.calls.append((name, args, options))
            return found(*args, **options)

        return called


def bare(queries: Sequence[str]) -> dict[str, Any]:
    """What `find` would ask of tantivy without count tables, with nothing of ours around it, right after `find`."""
    ours, theirs, calls = [], [], 0
    # tantivy's own searcher: ours would be measured along with it.
    searcher = index_reader().searcher()._searcher
    ends = time.monotonic() + LONGEST
    for search in searches(queries):
        recorder = Recorder(searcher)
        forget()
        _find_with(recorder, search)
        calls += len(recorder.calls)
        forget()
        ours.append(timed(answer, search))
        theirs.append(timed(_replay, recorder))
        if time.monotonic() > ends:
            break
    one, other = spread(ours), spread(theirs)
    ratios = {name: round(one[name] / max(0.001, other[name]), 2) for name in ("median", "p95")}
    return {"ours": one, "tantivy": other, "ratio": ratios, "calls a search": round(calls / len(ours), 1)}


def _find_with(recorder: Recorder, search: Search) -> None:
    kept = IndexReader.searcher
    recording: Any = recorder
    # By setattr, since mypy forbids replacing a method by assignment.
    setattr(IndexReader, "searcher", lambda self: IndexSearcher(recording, "recorded"))  # noqa: B010
    try:
        find(search)
    finally:
        setattr(IndexReader, "searcher", kept)  # noqa: B010


def _replay(recorder: Recorder) -> None:
    for name, args, options in recorder.calls:
        getattr(recorder.searcher, name)(*args, **options)
