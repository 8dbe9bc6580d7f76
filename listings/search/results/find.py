"""What a search finds: a named state, one page of listings, and counts for each choice."""

from __future__ import annotations

import logging
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import Literal

from django.utils import timezone

from listings.dedup.normalise import company_key
from listings.models import Listing
from listings.search.index.compile_search import StoredTerms, compile_search
from listings.search.index.compile_text import is_unsearchable
from listings.search.index.reader import index_reader
from listings.search.index.searcher import IndexSearcher, IndexUnusable, NotReady
from listings.search.query.nodes import Between, Boolean, Node, Nothing, must
from listings.search.query.parameters import MAX_RESULTS, NONE, NOT, PER_PAGE, UNASKED_WORKPLACES
from listings.search.query.scope import Scope
from listings.search.query.search import Search
from listings.search.query.situation import DEFAULT_CURRENCY
from listings.search.query.text_plan import text_plan
from listings.search.results.facet_cache import FACET_CACHE
from listings.search.results.facets import FacetCount, FacetCounter
from listings.search.results.fit_counts import count_fits
from listings.search.results.ranking import best_page, sorted_page
from listings.search.results.spelling import FEW_RESULTS, completed, corrected

log = logging.getLogger(__name__)

# Filters that PostgreSQL can answer; all others wait for the index.
DATABASE_LOOKUPS = {
    "category": "category__in",
    "workplace": "workplace__in",
    "company": "company__slug__in",
    "source": "postings__source__board__in",
}
State = Literal["results", "nothing", "rebuilding"]
SCOPES_BY_RANK = {Scope.NAMES: (Scope.TITLE, Scope.NAMES), Scope.TEXT: (Scope.TITLE, Scope.NAMES, Scope.TEXT)}


@dataclass(frozen=True)
class Results:
    """One page of what a search finds.

    `ids`: of this page's listings, in order. `pages`: up to where paging ends, at MAX_RESULTS. `counts`: filter, or
    "country", "salary", "experience", "posted" → what each value alone would find, the other filters kept; so too "fit"
    if the reader's place is known, and beside it "fit in doubt", how many of the open ones depend on the state.
    `scope`: where the words stand in what `total` counts. `named`: how many have them in names; `mentioned`: how many
    more have them in their text only. `corrected`: the text that was looked for instead of q. `relaxed`: if nothing is
    found, a parameter → how many are found without it; `with_unstated`: the same of those that `Search.with_unstated`
    finds.

    While the index is being rebuilt, `total` is None and the listings are the newest that match what the database can
    answer; `pending_filters` names the parameters that it cannot, which are not applied.
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
    with_unstated: dict[str, int] = field(default_factory=dict)
    pending_filters: tuple[str, ...] = ()
    scope: Scope = Scope.NAMES
    named: int = 0
    mentioned: int = 0

    @cached_property
    def listings(self) -> list[Listing]:
        """Those still open, with their postings; read from the database when first used."""
        read = Listing.objects.open().with_postings(together=len(self.ids)).filter(pk__in=self.ids)
        by_id = {listing.pk: listing for listing in read}
        return [by_id[listing_id] for listing_id in self.ids if listing_id in by_id]


@dataclass(frozen=True, slots=True)
class Latest:
    """`total`: the open jobs of a search. `new`: those that came after some moment. `ids`: first what is new."""

    total: int
    new: int
    ids: Sequence[int]


def find(search: Search, *, samples: bool = True, reader_place: str = "", pay_currency: str = "") -> Results:
    """`reader_place`: a country or state for which to count the values of "fit"; by default that of the search.
    `pay_currency`: of the bars of pay; by default that of the search.
    """
    try:
        searcher = index_reader().searcher()
        question = IndexSearch(searcher, search, samples=samples, reader_place=reader_place, pay_currency=pay_currency)
        return question.results()
    except NotReady:
        return _from_database(search, samples=samples)
    except IndexUnusable:
        log.exception("The index cannot be searched; its indexer rebuilds it.")
        return _from_database(search, samples=samples)


def count(search: Search, *, samples: bool = True) -> int | None:
    """What `find` would give as the total of jobs found in names; None without an index."""
    try:
        return IndexSearch(index_reader().searcher(), search, samples=samples).count(search)
    except IndexUnusable:
        return None


class IndexSearch:
    """One search in one state of the index."""

    def __init__(
        self,
        searcher: IndexSearcher,
        search: Search,
        *,
        samples: bool,
        reader_place: str = "",
        pay_currency: str = "",
    ) -> None:
        self.searcher = searcher
        self.search = search
        self.samples = samples
        self.place = search.fit_place or reader_place
        self.pay_currency = pay_currency
        self.stored_terms = StoredTerms.read(searcher, search)
        self._nodes: dict[tuple[Search, Scope, str], Node] = {}

    def results(self) -> Results:
        search, corrected = self.search, ""
        named = self.count(search)
        better = self._better_text(named) if named < FEW_RESULTS else ""
        if better and not self._names_employer(named):
            corrected = better
            search = replace(search, q=corrected)
            named = self.count(search)
        everywhere = self.count(search, Scope.TEXT) if text_plan(search.q).can_be_mentioned else named
        scope = Scope.TEXT if search.scope or not named else Scope.NAMES
        total = everywhere if scope is Scope.TEXT else named
        return Results(
            state="results" if total else "nothing",
            total=total,
            page=search.page,
            pages=max(1, min(-(-total // search.per_page), MAX_RESULTS // search.per_page)),
            per_page=search.per_page,
            ids=self._page(search, scope) if total else [],
            counts=self._counts(search, scope),
            corrected=corrected,
            relaxed={} if total else self._count_each({name: search.without(name) for name in search.narrowing()}),
            with_unstated={} if total else self._count_each(search.with_unstated()),
            scope=scope,
            named=named,
            mentioned=everywhere - named,
        )

    def _names_employer(self, named: int) -> bool:
        """Whether one of the few jobs found is of an employer of just that name, which is no slip."""
        if not named:
            return False
        ids = self._first(self._query(self.search, Scope.NAMES), "newest", named)
        return Listing.objects.filter(pk__in=ids, company__key=company_key(self.search.q)).exists()

    def latest(self, size: int, since: datetime | None) -> Latest:
        """What readers who follow the search are shown. Without `since`, nothing is new."""
        named = self.count(self.search)
        scope = Scope.TEXT if self.search.scope or not named else Scope.NAMES
        query = self._query(self.search, scope)
        newer: Node = Nothing()
        if since is not None:
            later = Between("first_seen", int(since.timestamp()) + 1, None)
            newer = Boolean([must(query), must(later)])
        # By the date of the ad, as the cards show it and the search itself does.
        ids = [*self._first(newer, "newest", size), *self._first(query, "newest", size)]
        return Latest(
            total=named if scope is Scope.NAMES else self.count(self.search, scope),
            new=self.searcher.count(newer),
            ids=list(dict.fromkeys(ids))[:size],
        )

    def _first(self, query: Node, field: str, size: int) -> Sequence[int]:
        """The ids of the first listings by this field, from its highest value on."""
        return self.searcher.highest(query, field, size) if size else []

    def _query(self, search: Search, scope: Scope, without: str = "") -> Node:
        """The same node whenever the same is asked: it is evaluated once."""
        if is_unsearchable(search.q):
            return Nothing()
        name = search, scope, without
        if name not in self._nodes:
            self._nodes[name] = compile_search(
                search, self.stored_terms, samples=self.samples, without=without, scope=scope
            )
        return self._nodes[name]

    def count(self, search: Search, scope: Scope = Scope.NAMES) -> int:
        return self.searcher.count(self._query(search, scope))

    def _page(self, search: Search, scope: Scope) -> list[int]:
        if search.order != "best":
            return sorted_page(self.searcher, self._query(search, scope), search)
        scopes = SCOPES_BY_RANK[scope]
        groups = [
            compile_search(search, self.stored_terms, samples=self.samples, scope=within, scored=True)
            for within in scopes
        ]
        return best_page(self.searcher, search, groups, [self._query(search, within) for within in scopes])

    def _better_text(self, named: int) -> str:
        """The text with its typos corrected or its last word completed, if that finds more; "" otherwise.

        The few jobs that the text itself finds stay: one board's ads may make a rare word look like a typo.
        """
        word_counts = index_reader().spellings()
        if text := corrected(word_counts, self.search.q, keep_typed=bool(named)):
            better = replace(self.search, q=text)
            if self.count(better) > max(named, self.count(self.search, Scope.TEXT)):
                return text
        text = "" if named else completed(word_counts, self.search.q)
        return text if text and self.count(replace(self.search, q=text)) else ""

    def _counts(self, search: Search, scope: Scope) -> dict[str, list[FacetCount]]:
        counter = FacetCounter(self.searcher, search, lambda without: self._query(search, scope, without))
        counts = FACET_CACHE.get(self._cache_key(search, scope), counter.count_all)
        if self.pay_currency not in ("", search.currency or DEFAULT_CURRENCY):
            counts = {**counts, **self._pay_counts(search, scope)}
        return {**counts, **self._fit_counts(search, scope)} if self.place and self.searcher.has("places") else counts

    def _pay_counts(self, search: Search, scope: Scope) -> dict[str, list[FacetCount]]:
        """Apart from the others, which are the same in every currency."""
        counter = FacetCounter(
            self.searcher, search, lambda without: self._query(search, scope, without), self.pay_currency
        )
        return FACET_CACHE.get(("pay", self.pay_currency, *self._cache_key(search, scope)), counter.count_pay)

    def _fit_counts(self, search: Search, scope: Scope) -> dict[str, list[FacetCount]]:
        """Apart from the others, which are the same for readers everywhere."""

        def count() -> dict[str, list[FacetCount]]:
            query = self._query(search, scope, without="fit")
            return count_fits(self.searcher, search, query, self.place)

        anywhere = replace(search, fit="", fit_place="")
        return FACET_CACHE.get(("fit", self.place, *self._cache_key(anywhere, scope)), count)

    def _cache_key(self, search: Search, scope: Scope) -> tuple[Hashable, ...]:
        """Counts are the same on every page and in every order."""
        # Ages are counted in whole hours.
        hour = timezone.now().replace(minute=0, second=0, microsecond=0)
        return (
            self.searcher.state,
            replace(search, page=1, per_page=PER_PAGE, sort="", scope=scope.value),
            self.samples,
            hour,
        )

    def _count_each(self, searches: Mapping[str, Search]) -> dict[str, int]:
        """How many each finds, the most first; those that find something."""
        counts = {name: self.count(search, Scope.TEXT) for name, search in searches.items()}
        return dict(sorted(((name, count) for name, count in counts.items() if count), key=lambda pair: -pair[1]))


def _from_database(search: Search, *, samples: bool) -> Results:
    listings = Listing.objects.open() if samples else Listing.objects.open().real()
    for name, lookup in DATABASE_LOOKUPS.items():
        values = getattr(search, name)
        included = [_column_value(value) for value in values if not value.startswith(NOT)]
        excluded = [_column_value(value.removeprefix(NOT)) for value in values if value.startswith(NOT)]
        if included:
            # Distinct: a listing joins once for each of its postings.
            listings = listings.filter(**{lookup: included}).distinct()
        if excluded:
            listings = listings.exclude(**{lookup: excluded})
    if not search.workplace:
        listings = listings.exclude(workplace__in=UNASKED_WORKPLACES)
    offset = (search.page - 1) * search.per_page
    # One more than the page tells whether there is another; to count them all would take as long as a search.
    ids = list(listings.newest().values_list("pk", flat=True)[offset : offset + search.per_page + 1])
    return Results(
        state="rebuilding",
        total=None,
        page=search.page,
        pages=min(search.page + (len(ids) > search.per_page), MAX_RESULTS // search.per_page),
        per_page=search.per_page,
        ids=ids[: search.per_page],
        pending_filters=_pending_filters(search),
    )


def _column_value(value: str) -> str:
    """Columns hold "" for a fact that is not stated."""
    return "" if value == NONE else value


def _pending_filters(search: Search) -> tuple[str, ...]:
    """Parameters that only the index can answer, the order by pay among them."""
    names = [name for name in search.narrowing() if name not in DATABASE_LOOKUPS]
    return (*names, "sort") if search.order == "salary" else tuple(names)
