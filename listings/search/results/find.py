"""What a search finds: a named state, one page of listings, and counts for each choice."""

from __future__ import annotations

import logging
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

import tantivy
from django.utils import timezone

from listings.models import Listing
from listings.search.index.compile_search import ResidenceTerms, compile_search
from listings.search.index.compile_terms import anywhere, in_names, says_nothing
from listings.search.index.reader import NotReady, reader
from listings.search.index.searcher import IndexSearcher, IndexUnusable
from listings.search.query.filters import NONE
from listings.search.query.parameters import NOT
from listings.search.query.search import DEEPEST, PER_PAGE, Search
from listings.search.results.facet_cache import FACET_CACHE
from listings.search.results.facets import FacetCount, FacetCounter
from listings.search.results.ranking import best_page, sorted_page
from listings.search.results.spelling import FEW, corrected

log = logging.getLogger(__name__)

COLUMNS = {
    "category": "category__in",
    "workplace": "workplace__in",
    "company": "company__slug__in",
    "source": "postings__source__board__in",
}
"""What PostgreSQL alone can narrow by; the rest waits for the index."""
State = Literal["results", "nothing", "rebuilding"]


@dataclass(frozen=True)
class Results:
    """`ids`: of this page's listings, in order. What has closed or been hidden since it was indexed is not among
    `listings`, read when first asked for.

    `counts`: filter, or "country" → (value, label, how many that value alone would find, the other filters kept).

    `pages` ends where paging does, at DEEPEST results. `corrected`: the words that were looked for instead of q.
    `relaxed`: where nothing is found, a parameter → how many are found without it. While the index is being rebuilt,
    `total` is None and the listings are the newest that match what the database can answer; `pending_filters` names
    the parameters that it cannot, which are not applied.
    """

    state: State
    total: int | None
    page: int
    pages: int
    per_page: int
    ids: Sequence[int]
    counts: dict[str, list[FacetCount]] = field(default_factory=dict)
    corrected: str = ""
    relaxed: dict[str, int] = field(default_factory=dict)
    pending_filters: tuple[str, ...] = ()

    @cached_property
    def listings(self) -> list[Listing]:
        """With all that their ads state."""
        still = {listing.pk: listing for listing in Listing.objects.open().with_postings().filter(pk__in=self.ids)}
        return [still[listing_id] for listing_id in self.ids if listing_id in still]


def find(search: Search, *, samples: bool = True) -> Results:
    try:
        return _from_index(*reader().view(), search, samples=samples)
    except NotReady:
        return _from_database(search, samples=samples)
    except IndexUnusable:
        log.exception("The index cannot be searched; `manage.py index --rebuild` makes it anew.")
        return _from_database(search, samples=samples)


def _from_index(searcher: IndexSearcher, state: Hashable, search: Search, *, samples: bool) -> Results:
    held = ResidenceTerms.by(searcher, search)
    total, ids = _page(searcher, search, held, samples=samples)
    corrected = ""
    if total < FEW and (corrected := _corrected(searcher, search, held, total, samples=samples)):
        search = replace(search, q=corrected)
        total, ids = _page(searcher, search, held, samples=samples)

    def query_of(without: str) -> tantivy.Query:
        return _query(search, held, samples=samples, without=without)

    return Results(
        state="results" if total else "nothing",
        total=total,
        page=search.page,
        pages=max(1, min(-(-total // search.per_page), DEEPEST // search.per_page)),
        per_page=search.per_page,
        ids=ids,
        counts=FACET_CACHE.get(_key(search, state, samples=samples), FacetCounter(searcher, search, query_of).all),
        corrected=corrected,
        relaxed={} if total else _relaxed_searches(searcher, search, held, samples=samples),
    )


def _key(search: Search, state: Hashable, *, samples: bool) -> Hashable:
    """Counts are the same on every page and in every order, and change with the hour since ages do."""
    hour = timezone.now().replace(minute=0, second=0, microsecond=0)
    return state, replace(search, page=1, per_page=PER_PAGE, sort=""), samples, hour


def _page(searcher: IndexSearcher, search: Search, held: ResidenceTerms, *, samples: bool) -> tuple[int, list[int]]:
    query = _query(search, held, samples=samples)
    total = searcher.count(query)
    if not total:
        return 0, []
    if search.order != "best":
        return total, sorted_page(searcher, query, search)
    found = {find: compile_search(search, held, samples=samples, find=find) for find in (in_names, anywhere)}
    return total, best_page(searcher, search, found[in_names], found[anywhere])


def _query(search: Search, held: ResidenceTerms, *, samples: bool, without: str = "") -> tantivy.Query:
    if says_nothing(search.q):
        return tantivy.Query.empty_query()
    return compile_search(search, held, samples=samples, without=without)


def _corrected(searcher: IndexSearcher, search: Search, held: ResidenceTerms, total: int, *, samples: bool) -> str:
    """Better spelt words, if they find more."""
    words = corrected(reader().spellings(), search.q)
    if not words:
        return ""
    found = searcher.count(_query(replace(search, q=words), held, samples=samples))
    return words if found > total else ""


def _relaxed_searches(
    searcher: IndexSearcher, search: Search, held: ResidenceTerms, *, samples: bool
) -> dict[str, int]:
    """What single part to drop gives how many; the most first."""
    found = {name: searcher.count(_query(search.without(name), held, samples=samples)) for name in search.narrowing()}
    return dict(sorted(((name, many) for name, many in found.items() if many), key=lambda one: -one[1]))


def _from_database(search: Search, *, samples: bool) -> Results:
    listings = Listing.objects.open() if samples else Listing.objects.open().real()
    for name, column in COLUMNS.items():
        wanted = [value for value in getattr(search, name) if not value.startswith(NOT)]
        unwanted = [value.removeprefix(NOT) for value in getattr(search, name) if value.startswith(NOT)]
        if wanted:
            listings = listings.filter(**{column: ["" if value == NONE else value for value in wanted]}).distinct()
        if unwanted:
            listings = listings.exclude(**{column: ["" if value == NONE else value for value in unwanted]})
    offset = (search.page - 1) * search.per_page
    some = list(listings.newest().values_list("pk", flat=True)[offset : offset + search.per_page + 1])
    return Results(
        state="rebuilding",
        total=None,
        page=search.page,
        pages=min(search.page + (len(some) > search.per_page), DEEPEST // search.per_page),
        per_page=search.per_page,
        ids=some[: search.per_page],
        pending_filters=_pending_filters(search),
    )


def _pending_filters(search: Search) -> tuple[str, ...]:
    """Parameters that only the index can answer, the order by pay among them."""
    names = [name for name in search.narrowing() if name not in COLUMNS]
    return (*names, "sort") if search.order == "salary" else tuple(names)
