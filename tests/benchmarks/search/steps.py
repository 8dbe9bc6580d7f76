"""Where the time of a search goes: how many match, the first page, and each group that is counted, by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from listings.search.index.compile_search import StoredTerms, compile_search
from listings.search.index.reader import index_reader
from listings.search.query.scope import Scope
from listings.search.query.search import Search
from listings.search.results.facets import GROUPS, FacetCounter
from listings.search.results.find import SCOPES_BY_RANK
from listings.search.results.ranking import best_page, sorted_page
from tests.benchmarks.search.figures import timed

SEARCHES = {
    "nothing": Search(),
    "support": Search(q="support"),
    "software engineer": Search(q="software engineer"),
    "data scientist in Germany": Search(q="data scientist", country="DE"),
    "engineering": Search(category=("engineering",)),
}
ATTEMPTS = 5


def measure() -> dict[str, dict[str, float]]:
    """What is asked → step → milliseconds, the best of some attempts; and how many match."""
    return {what: _steps(search) for what, search in SEARCHES.items()}


def _steps(search: Search) -> dict[str, float]:
    searcher = index_reader().searcher()
    stored_terms = StoredTerms.read(searcher, search)
    query = compile_search(search, stored_terms)
    counting = FacetCounter(searcher, search, lambda without: compile_search(search, stored_terms, without=without))
    scopes = SCOPES_BY_RANK[Scope.NAMES]
    groups = [compile_search(search, stored_terms, scope=scope, scored=True) for scope in scopes]
    matching = [compile_search(search, stored_terms, scope=scope) for scope in scopes]

    def page() -> object:
        if search.order == "best":
            return best_page(searcher, search, groups, matching)
        return sorted_page(searcher, query, search)

    steps: Iterable[tuple[str, Callable[[], object]]] = (
        ("how many", lambda: searcher.count(query)),
        ("first page", page),
        *((name, _counted(counting, name)) for name in GROUPS),
        ("all counts", counting.count_all),
    )
    return {"matching": searcher.count(query), **{name: _best(work) for name, work in steps}}


def _counted(counting: FacetCounter, name: str) -> Callable[[], Any]:
    return lambda: counting._count_part(name if counting._is_chosen(name) else "", [name])


def _best(work: Callable[[], object]) -> float:
    return round(1000 * min(timed(work) for _ in range(ATTEMPTS)), 1)
