"""What search pages show. Templates read the properties, which are computed when first read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from listings.search.query.parameters import FILTERS, Invalid
from listings.search.query.scope import Scope
from listings.search.query.search import Search
from listings.search.query.situation import Situation
from listings.search.results.explain import reasons
from listings.search.results.find import Results
from listings.search.results.offers import Offer, offers
from listings.web import facet_links, offer_links, search_titles
from listings.web.cards import Card, cards, skills_named_by
from listings.web.excerpts import Excerpt, excerpts
from listings.web.filter_form import FilterForm, filter_form, pay_currency
from listings.web.fit_links import fit_choices, offered_to_reader
from listings.web.followed import FollowedSearch, followable, short_title
from listings.web.pay_histogram import PayHistogram, pay_histogram
from listings.web.site_urls import absolute

# Characters of a query string that a page may repeat in each of its links.
MAX_LINKED_LENGTH = 250


@dataclass(frozen=True, slots=True)
class WrongPay:
    """The text of the box for the least pay, and why it cannot be read."""

    text: str
    message: str


# Without slots, like the other pages here: cached_property needs a __dict__.
@dataclass(frozen=True)
class SearchPage:
    """`reader`: the situation that cards are compared with, from the address or remembered.

    `wrong_pay`: the amount that was asked for and is left out of `search`.
    """

    search: Search
    results: Results
    reader: Situation
    wrong_pay: WrongPay | None = None

    mistake = None

    @cached_property
    def title(self) -> str:
        return search_titles.results_title(self.search, self.results)

    @cached_property
    def cards_with_excerpts(self) -> list[tuple[Card, Excerpt | None]]:
        """Each card with the sentence that it is found for, unless its title, employer or skills show why."""
        search = replace(self.search, q=self.results.corrected or self.search.q)
        by_id = reasons(search.q, self.results.ids)
        sentences = excerpts(by_id)
        # "python developer" is a name of its own: the skill of an ad for another role is no match of it.
        skills = skills_named_by(search)
        return [
            (
                card.with_skills_first([*skills, *(reason.match for reason in by_id[card.pk])]),
                sentences.get(card.pk),
            )
            for card in cards(self.results.ids, self.reader)
        ]

    @cached_property
    def fits(self) -> list[facet_links.Choice]:
        return fit_choices(self.search, self.results)

    @cached_property
    def is_long(self) -> bool:
        """Whether filters are a form: hundreds of links would repeat the address of this search in each."""
        return len(self.search.query_string()) > MAX_LINKED_LENGTH

    @cached_property
    def groups(self) -> list[facet_links.Group]:
        if self.is_long:
            return facet_links.box_groups(self.search, self.results, self._company_names)
        return facet_links.groups(self.search, self.results, self._company_names)

    @property
    def fields_beside_boxes(self) -> list[tuple[str, str]]:
        """What the form of boxes must send along."""
        return [(name, value) for name, value in self.search.pairs() if name not in (*FILTERS, "page")]

    @cached_property
    def chips(self) -> list[facet_links.Choice]:
        pending = self.results.pending_filters
        return facet_links.chips(self.search, self._company_names, pending, linked=not self.is_long)

    @cached_property
    def offered_chips(self) -> list[facet_links.Choice]:
        for_reader = offered_to_reader(self.search, self.results, self.reader)
        return [*for_reader, *facet_links.offered_chips(self.search, self.results)]

    @property
    def applies_filters(self) -> bool:
        return any(not chip.pending for chip in self.chips)

    @property
    def pending_labels(self) -> list[str]:
        return search_titles.pending_labels(self.results)

    @cached_property
    def hybrid(self) -> facet_links.Choice | None:
        """The jobs that this search leaves out because some days at a place are required."""
        return facet_links.hybrid(self.search, self.results)

    @cached_property
    def mentioned(self) -> facet_links.Choice | None:
        """The ads that only mention the search words."""
        return facet_links.mentioned(self.search, self.results)

    @property
    def is_only_mentioned(self) -> bool:
        """Whether no job has the search words in its names, so that those which mention them are shown instead."""
        return bool(self.results.total) and self.results.scope is Scope.TEXT and not self.results.named

    @property
    def orders(self) -> list[facet_links.Choice]:
        return facet_links.orders(self.search)

    @cached_property
    def histogram(self) -> PayHistogram | None:
        if self.is_long:
            return None
        return pay_histogram(self.search, self.results, pay_currency(self.search, self.reader))

    @cached_property
    def relaxed_searches(self) -> list[facet_links.Choice]:
        return offer_links.relaxed_searches(self.search, self.results)

    @cached_property
    def suggested(self) -> list[facet_links.Choice]:
        return offer_links.suggested(self._offers)

    @cached_property
    def ways_on(self) -> list[facet_links.Choice]:
        return offer_links.ways_on(self._offers)

    @cached_property
    def _offers(self) -> list[Offer]:
        return offers(self.search, self.results, self.reader.currency)

    @cached_property
    def form(self) -> FilterForm:
        return filter_form(self.search, self.results, self.reader)

    # Without the page: other words begin on the first one.
    @property
    def hidden_fields(self) -> list[tuple[str, str]]:
        """What the search box must send along with its text."""
        return [(name, value) for name, value in self.search.pairs() if name not in ("q", "page")]

    @property
    def address(self) -> str:
        return facet_links.address_of(self.search, self.results.page)

    @property
    def canonical(self) -> str:
        # Search engines must not list the page of one reader's situation.
        return absolute(facet_links.address_of(self.search.without_reader, self.results.page))

    @cached_property
    def unfiltered_address(self) -> str:
        unfiltered = Search(q=self.search.q, my=self.search.my)
        return facet_links.without_fit(unfiltered) if self.search.fit else facet_links.address_of(unfiltered)

    @cached_property
    def verbatim_address(self) -> str:
        return facet_links.verbatim_address(self.search, self.results)

    @cached_property
    def previous_address(self) -> str:
        page = self.results.page
        return facet_links.address_of(self.search, page - 1) if page > 1 else ""

    @cached_property
    def next_address(self) -> str:
        page = self.results.page
        return facet_links.address_of(self.search, page + 1) if page < self.results.pages else ""

    @property
    def feed_query(self) -> str:
        return facet_links.query_of(self.search.without_reader.newest_first)

    @cached_property
    def followed(self) -> FollowedSearch:
        """What the browser keeps when a reader follows this search."""
        search = followable(self.search, self.results.corrected)
        return FollowedSearch(search.query_string(), short_title(search, self._company_names))

    @property
    def feed_title(self) -> str:
        return search_titles.search_title(self.search, self._company_names)

    @property
    def is_indexable(self) -> bool:
        """Whether search engines may list it: texts that anybody typed make endless pages of the same jobs."""
        is_plain = not (self.search.q or self.search.fit or self.wrong_pay)
        return self.results.state == "results" and is_plain

    @cached_property
    def _company_names(self) -> search_titles.CompanyNames:
        return search_titles.company_names(self.search)


@dataclass(frozen=True)
class MistakePage:
    """In place of a page whose address has a wrong parameter."""

    mistake: Invalid

    title = "There is a mistake in this search"
    # Nothing of the search can be trusted, so that its box is empty.
    search = Search()
    hidden_fields = ()
    fits = ()
    groups = ()
    is_indexable = False
