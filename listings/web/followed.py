"""What is new in the searches that a reader follows. They are kept in the browser, which sends them all at once."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from django.http import QueryDict
from django.utils.text import capfirst

from listings.display import fact_text
from listings.models import Company
from listings.search.index.reader import index_reader
from listings.search.index.searcher import IndexUnusable, NotReady
from listings.search.query.parameters import FILTERS, NOT, PER_PAGE, Invalid
from listings.search.query.search import Search
from listings.search.query.situation import Situation
from listings.search.results.find import IndexSearch, Latest
from listings.web import search_titles
from listings.web.cards import Card, cards, skills_named_by
from listings.web.facet_links import address_of

log = logging.getLogger(__name__)

MAX_SEARCHES, MAX_LENGTH, MAX_CARDS = 20, 1000, 5
NO_PLACE = "This search is for jobs open to you, but does not say where you live."
REBUILDING = "The search is being rebuilt. Look again in a minute."


@dataclass(frozen=True, slots=True)
class FollowedSearch:
    """One of the searches, with its newest jobs, or with the `problem` that keeps it from being searched.

    `query`: the query string as it was sent, which is how the browser knows it.
    """

    query: str
    title: str = ""
    address: str = ""
    newest_address: str = ""
    total: int = 0
    new: int = 0
    cards: Sequence[Card] = ()
    problem: str = ""


@dataclass(frozen=True)
class FollowedSearches:
    """Query strings of searches, with at most `size` cards of each; new is what was first seen after `since`."""

    queries: Sequence[str]
    since: datetime | None
    size: int
    reader: Situation

    @cached_property
    def searches(self) -> list[FollowedSearch]:
        """In the order of `queries`. One query reads the cards of all of them."""
        parsed = {query: parse(query) for query in self.queries}
        valid = {query: search for query, search in parsed.items() if isinstance(search, Search)}
        latest = self._latest(valid)
        ids = sorted({pk for jobs in latest.values() for pk in jobs.ids})
        cards_by_id = {card.pk: card for card in cards(ids, self.reader)}
        names = company_names(valid.values())

        def followed(query: str, search: Search | str) -> FollowedSearch:
            if isinstance(search, str):
                return FollowedSearch(query, problem=search)
            title, address = short_title(search, names), address_of(search)
            if query not in latest:
                return FollowedSearch(query, title, address, problem=REBUILDING)
            jobs, skills = latest[query], skills_named_by(search)
            return FollowedSearch(
                query,
                title,
                address,
                newest_address=address_of(search.newest_first),
                total=jobs.total,
                new=jobs.new,
                cards=[cards_by_id[pk].with_skills_first(skills) for pk in jobs.ids if pk in cards_by_id],
            )

        return [followed(query, search) for query, search in parsed.items()]

    def _latest(self, searches: Mapping[str, Search]) -> dict[str, Latest]:
        """All from one state of the index; empty while it cannot be searched."""
        try:
            searcher = index_reader().searcher()
            return {
                query: IndexSearch(searcher, search, samples=True).latest(self.size, self.since)
                for query, search in searches.items()
            }
        except NotReady:
            return {}
        except IndexUnusable:
            log.exception("The index cannot be searched; its indexer rebuilds it.")
            return {}


def parse(query: str) -> Search | str:
    """The search of a query string, or what is wrong with it."""
    if len(query) > MAX_LENGTH:
        return f"This search is too long: at most {MAX_LENGTH:,} characters can be followed."
    try:
        search = Search.parse(QueryDict(query))
    except Invalid as mistake:
        return mistake.message
    return NO_PLACE if search.lacks_place else followable(search)


def followable(search: Search, corrected: str = "") -> Search:
    """The search to follow from one of its pages: the same for every page and order, with its typos corrected."""
    return replace(search.without_reader, q=corrected or search.q, page=1, per_page=PER_PAGE, sort="")


def company_names(searches: Iterable[Search]) -> search_titles.CompanyNames:
    slugs = {value.removeprefix(NOT) for search in searches for value in search.company}
    return dict(Company.objects.filter(slug__in=slugs).values_list("slug", "name")) if slugs else {}


def short_title(search: Search, names: search_titles.CompanyNames) -> str:
    """ "Python, Germany"; "Python, pay from €50,000 a year"."""
    filters = [
        label for name in FILTERS for label in search_titles.value_labels(name, getattr(search, name), names).values()
    ]
    others = search_titles.other_phrases(search)
    if search.country:
        others["country"] = fact_text.place(search.country)
    return capfirst(", ".join(filter(None, [search.q, *filters, *others.values()]))) or "All jobs"
