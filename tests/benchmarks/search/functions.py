"""The share that each step has of the processor time of new searches, pages and suggestions, by a profile.

A profile makes Python's own calls dearer than what is done in tantivy, numpy and roaring bitmaps.
"""

from __future__ import annotations

import cProfile
import pstats
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django.template.loader import render_to_string
from django.test import Client, override_settings

from listings.search.index.compile_search import compile_search
from listings.search.index.searcher import IndexSearcher
from listings.search.results.autocomplete import AUTOCOMPLETE, Autocomplete
from listings.search.results.completions import CompletionTable
from listings.search.results.facets import FacetCounter
from listings.search.results.find import IndexSearch, find
from listings.search.results.offers import offers
from listings.web import facet_links
from listings.web.cards import cards
from listings.web.excerpts import excerpts
from listings.web.filter_form import filter_form
from tests.benchmarks.search.asking import forget, searches
from tests.benchmarks.search.letters import beginnings

Steps = Mapping[str, Sequence[Callable[..., Any]]]
# A step has the time of all that its functions call.
SEARCH_STEPS: Steps = {
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
PAGE_STEPS: Steps = {
    "the search": (find,),
    "the page written, with what it asks for meanwhile": (render_to_string,),
    "… of this, cards and their rows in PostgreSQL": (cards,),
    "… the sentences that ads are found for": (excerpts,),
    "… links and boxes of filters": (facet_links.groups, filter_form),
    "… other searches to offer": (offers,),
}
SUGGESTION_STEPS: Steps = {
    "completions looked up": (CompletionTable.complete,),
    "the jobs of each counted": (Autocomplete._count,),
    "… of this, compiled to nodes": (compile_search,),
}
# Each is slow under a profile.
PAGES = 120


def measure(queries: Sequence[str]) -> dict[str, dict[str, float]]:
    """What is made → step → percent."""
    client = Client()
    typed = beginnings(queries)
    # The table is there: it was read for the letters typed before. What was counted for these is forgotten.
    AUTOCOMPLETE._counts.clear()

    def page(query: str) -> None:
        forget()
        client.get(f"/jobs/?{query}")

    def search(each: Any) -> None:
        forget()
        find(each)

    with override_settings(ALLOWED_HOSTS=["testserver"], CLIENT_SHARE=0):
        return {
            "new searches": shares(SEARCH_STEPS, search, searches(queries)),
            "new pages": shares(PAGE_STEPS, page, queries[:PAGES]),
            "suggestions": shares(SUGGESTION_STEPS, AUTOCOMPLETE.suggest, typed),
        }


def shares(steps: Steps, work: Callable[[Any], Any], arguments: Iterable[Any]) -> dict[str, float]:
    """Step → percent of the processor time of `work`, which is done with each of the arguments."""
    profile = cProfile.Profile(time.process_time)
    for argument in arguments:
        profile.runcall(work, argument)
    seconds = _cumulative(profile)
    whole = seconds[_key(work)]
    return {step: round(100 * sum(seconds.get(_key(each), 0) for each in of) / whole, 1) for step, of in steps.items()}


def _cumulative(profile: cProfile.Profile) -> dict[tuple[str, int, str], float]:
    stats: Any = pstats.Stats(profile)
    return {function: row[3] for function, row in stats.stats.items()}


def _key(function: Callable[..., Any]) -> tuple[str, int, str]:
    code = function.__code__
    return code.co_filename, code.co_firstlineno, code.co_name
