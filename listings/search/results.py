"""What a search finds: a named state, one page of listings, and counts for each choice."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import tantivy

from listings.boards import BOARDS
from listings.models import Listing
from listings.search.matching import matching, says_nothing
from listings.search.query import DEEPEST, Search
from listings.search.reader import NotReady, reader
from listings.vocabulary.categories import CATEGORIES

log = logging.getLogger(__name__)

State = Literal["results", "nothing", "rebuilding"]
Counted = tuple[str, str, int]
COUNTED = {"category": CATEGORIES, "source": {board.name: board.title for board in BOARDS.values()}}
MOST_VALUES = 100


@dataclass(frozen=True, slots=True)
class Results:
    """`counts`: filter → (value, label, how many that value alone would find, the other filters kept).

    `pages` ends where paging does, at DEEPEST results. While the index is being rebuilt, `total` is None and the
    listings are the newest; words of q are not looked for.
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
    query = tantivy.Query.empty_query() if says_nothing(search.q) else matching(search, samples=samples)
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
        counts={name: _counts(searcher, search, name, samples=samples) for name in COUNTED},
    )


def _total(found: tantivy.SearchResult) -> int:
    # The wheel's own stub leaves this attribute out.
    return int(getattr(found, "count", 0) or 0)


def _in_order(ids: Sequence[int]) -> list[Listing]:
    """What has closed or been hidden since it was indexed is left out."""
    still = {listing.pk: listing for listing in Listing.objects.open().for_cards().filter(pk__in=ids)}
    return [still[listing_id] for listing_id in ids if listing_id in still]


def _counts(searcher: tantivy.Searcher, search: Search, name: str, *, samples: bool) -> list[Counted]:
    query = tantivy.Query.empty_query() if says_nothing(search.q) else matching(search, samples=samples, without=name)
    asked = {name: {"terms": {"field": name, "size": MOST_VALUES}}}
    buckets = searcher.aggregate(query, asked)[name]["buckets"]
    found = {str(bucket["key"]): int(bucket["doc_count"]) for bucket in buckets}
    for chosen in getattr(search, name):
        found.setdefault(chosen, 0)
    labels = COUNTED[name]
    counted = [(value, labels.get(value, value), count) for value, count in found.items()]
    return sorted(counted, key=lambda one: (-one[2], one[1]))


def _newest(search: Search, *, samples: bool) -> Results:
    listings = Listing.objects.open() if samples else Listing.objects.open().real()
    if search.category:
        listings = listings.filter(category__in=search.category)
    if search.company:
        listings = listings.filter(company__slug__in=search.company)
    if search.source:
        listings = listings.filter(postings__source__board__in=search.source).distinct()
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
