"""What the front page shows: where to begin, and the newest jobs, for a known reader those open to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from listings.display import fact_text
from listings.search.query.parameters import ANY_FIT, FIT_OPEN
from listings.search.query.search import Search
from listings.search.query.situation import ZONE
from listings.search.results.find import Results, find
from listings.search.results.fit_counts import LABELS
from listings.web import facet_links
from listings.web.cards import Card, cards
from listings.web.fit_links import fit_choices, in_doubt
from listings.web.place_defaults import zone_of
from listings.web.place_options import PlaceGroups, place_groups
from listings.web.reader_situation import RequestSituation
from listings.web.site_urls import absolute
from listings.web.source_stats import SourceStats, source_stats

MAX_CARDS = 8


@dataclass(frozen=True, slots=True)
class CategoryLink:
    label: str
    address: str
    count: int


# Without slots: cached_property needs a __dict__.
@dataclass(frozen=True)
class HomePage:
    """`search`: all open jobs, or those open to the reader; the page shows the newest of `results`, what it finds.

    `last_fit`: the fit that a remembered reader chose last, "" for none.
    """

    search: Search
    results: Results
    reader: RequestSituation
    last_fit: str

    @property
    def is_fitting(self) -> bool:
        """Whether only jobs open to the reader are shown and counted."""
        return bool(self.search.fit)

    @property
    def is_remembered(self) -> bool:
        """Whether the reader's place comes from the cookie, which holds their last choice of a fit as well."""
        return bool(self.reader.place and not self.reader.in_url)

    @property
    def is_fit_checked(self) -> bool:
        """Whether the box of the form is checked: a place alone hides no jobs, a remembered choice does."""
        return self.last_fit == FIT_OPEN

    @property
    def place(self) -> str:
        """The name of where the reader lives, "" if it is unknown."""
        return fact_text.place(self.reader.place) if self.reader.place else ""

    @property
    def places(self) -> PlaceGroups:
        return place_groups(self.reader.place)

    @property
    def hidden_fields(self) -> list[tuple[str, str]]:
        """What the form sends along: the situation in the address without the place, which has a field.

        A blank time zone is that of the country or state. For a remembered reader also that the box is unchecked:
        otherwise their last choice would apply again.
        """
        my = self.reader.in_url
        # Without a zone, hours of the day mean nothing.
        follows_place = not (my.leaves_zone_out or my.day) and my.tz in ("", zone_of(my.place))
        chosen_names = ("my_country", "my_state", *([ZONE] if follows_place else []))
        return [
            *((name, value) for name, value in self.reader.pairs if name not in chosen_names),
            *([(ZONE, "")] if follows_place else []),
            *([("fit", ANY_FIT)] if self.is_remembered else []),
        ]

    @property
    def total(self) -> int | None:
        """All open jobs; None while the index is rebuilt."""
        fits = self.results.counts.get("fit")
        return sum(count for _, _, count in fits) if fits and self.is_fitting else self.results.total

    @property
    def address(self) -> str:
        """Of the search itself."""
        return facet_links.address_of(self.search)

    @cached_property
    def fits(self) -> list[facet_links.Choice]:
        # The strip leads to the jobs of all kinds; on this page none of its links has been chosen.
        return fit_choices(replace(self.search, fit="", fit_place=""), self.results)

    @property
    def is_in_doubt(self) -> bool:
        """Whether some of the jobs counted as open depend on the reader's state or region."""
        return in_doubt(self.results) is not None

    @property
    def fitting(self) -> str:
        """Which jobs are shown if only those that fit the reader are."""
        label = self.fits[0].label
        return label if label.startswith(LABELS[FIT_OPEN]) else f"that {label}"

    @cached_property
    def cards(self) -> list[Card]:
        return cards(self.results.ids[:MAX_CARDS], self.reader.situation)

    @cached_property
    def categories(self) -> Sequence[CategoryLink]:
        return [
            CategoryLink(label, facet_links.address_of(self.search.adding("category", value)), count)
            for value, label, count in self.results.counts.get("category", [])
        ]

    @cached_property
    def sources(self) -> SourceStats:
        return source_stats()

    @property
    def canonical(self) -> str:
        return absolute("/")

    @property
    def share_image(self) -> str:
        return absolute("/share.png")


def home_page(reader: RequestSituation, last_fit: str = "") -> HomePage:
    """All open jobs if the reader's place is unknown, if nothing is open to them, or while the index is rebuilt."""
    newest = Search(my=reader.in_url)
    if reader.place:
        fitting = replace(newest, fit=FIT_OPEN, fit_place=reader.place)
        results = find(fitting, reader_place=reader.place)
        if results.state == "results":
            return HomePage(fitting, results, reader, last_fit)
    return HomePage(newest, find(newest, reader_place=reader.place), reader, last_fit)
