"""The share that each step has of the processor time of new searches, from a profile of its functions.

A profile makes Python's own calls dearer than what is done in tantivy, numpy and roaring bitmaps.
"""

from __future__ import annotations

import cProfile
import pstats
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from listings.search.index.compile_search import compile_search
from listings.search.index.searcher import IndexSearcher
from listings.search.results.facets import FacetCounter
from listings.search.results.find import IndexSearch, find
from tests.benchmarks.search.asking import forget, searches

# A step has the time of all that its functions call.
STEPS: Mapping[str, Sequence[Callable[..., Any]]] = {
    "the search compiled to nodes, once for each group": (compile_search,),
    "the nodes' sets of ids met": (IndexSearcher.matches,),
    "values of these ids counted": (IndexSearcher.counts,),
    "choices and their labels made of the counts": (
        FacetCounter._filter_counts,
        FacetCounter._country_counts,
        FacetCounter._pay_counts,
    ),
    "first page": (IndexSearch._page,),
    "… of this, tantivy": (IndexSearcher.search,),
}


def measure(queries: Sequence[str]) -> dict[str, float]:
    """Step → percent."""
    sample = searches(queries)
    profile = cProfile.Profile(time.process_time)
    for search in sample:
        forget()
        profile.runcall(find, search)
    seconds = _cumulative(profile)
    whole = seconds[_key(find)]
    return {step: round(100 * sum(seconds[_key(each)] for each in of) / whole, 1) for step, of in STEPS.items()}


def _cumulative(profile: cProfile.Profile) -> dict[tuple[str, int, str], float]:
    stats: Any = pstats.Stats(profile)
    return {function: row[3] for function, row in stats.stats.items()}


def _key(function: Callable[..., Any]) -> tuple[str, int, str]:
    code = function.__code__
    return code.co_filename, code.co_firstlineno, code.co_name
