"""What a search finds: a named state, one page of listings, and counts for each choice."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import tantivy

from listings.models import Listing
from listings.search.counting import Counted, Counting
from listings.search.filters import NONE
from listings.search.matching import matching, says_nothing
from listings.search.query import DEEPEST, Search
from listings.search.reader import NotReady, reader
from listings.search.residences import stated_residences

log = logging.getLogger(__name__)

COLUMNS = {
    "category": "category__in",
    "workplace": "workplace__in",
    "company": "company__slug__in",
    "source": "postings__source__board__in",
}
"""What PostgreSQL alone can narrow by; the rest waits for the index."""
State = Literal["results", "nothing", "rebuilding"]


@dataclass(frozen=True, slots=True)
class Results:
    """`counts`: filter, or "country" → (value, label, how many that value alone would find, the other filters kept).

    `pages` ends where paging does, at DEEPEST results. While the index is being rebuilt, `total` is None and the
    listings are the newest; words of q and what only the index can tell are not looked for.
    """

    state: State
    total: int | None
    page: int
    pages: int
    per_page: int
    listings: Sequence[Listing]
    counts: dict[str, list[Counted]] = field(default_factory=dict)


def find(search: Search, *, samples: bool = True) -> Results:
    try:
        return _found(reader().searcher(), search, samples=samples)
    except NotReady:
        return _newest(search, samples=samples)
    except ValueError:
        log.exception("The index cannot be searched; `manage.py index --rebuild` makes it anew.")
        return _newest(search, samples=samples)


def _found(searcher: tantivy.Searcher, search: Search, *, samples: bool) -> Results:
    residences = stated_residences(searcher) if search.country else ()

    def query_of(without: str = "") -> tantivy.Query:
        if says_nothing(search.q):
            return tantivy.Query.empty_query()
        return matching(search, residences, samples=samples, without=without)

    query = query_of()
    offset = (search.page - 1) * search.per_page
    by_date: dict[str, Any] = {} if search.q else {"order_by_field": "newest", "order": tantivy.Order.Desc}
    found = searcher.search(query, limit=search.per_page, offset=offset, **by_date)
    ids = searcher.fast_field_values("id", [address for _, address in found.hits])
    total = _total(found)
    return Results(
        state="results" if total else "nothing",
        total=total,
        page=search.page,
        pages=max(1, min(-(-total // search.per_page), DEEPEST // search.per_page)),
        per_page=search.per_page,
        listings=_in_order([int(found_id) for found_id in ids if found_id is not None]),
        counts=Counting(searcher, search, query_of).all(),
    )


def _total(found: tantivy.SearchResult) -> int:
    # The wheel's own stub leaves this attribute out.
    return int(getattr(found, "count", 0) or 0)


def _in_order(ids: Sequence[int]) -> list[Listing]:
    """What has closed or been hidden since it was indexed is left out."""
    still = {listing.pk: listing for listing in Listing.objects.open().for_cards().filter(pk__in=ids)}
    return [still[listing_id] for listing_id in ids if listing_id in still]


def _newest(search: Search, *, samples: bool) -> Results:
    listings = Listing.objects.open() if samples else Listing.objects.open().real()
    for name, column in COLUMNS.items():
        if values := getattr(search, name):
            listings = listings.filter(**{column: ["" if value == NONE else value for value in values]}).distinct()
    offset = (search.page - 1) * search.per_page
    some = list(listings.for_cards().newest()[offset : offset + search.per_page + 1])
    return Results(
        state="rebuilding",
        total=None,
        page=search.page,
        pages=min(search.page + (len(some) > search.per_page), DEEPEST // search.per_page),
        per_page=search.per_page,
        listings=some[: search.per_page],
    )
