"""A page of results made in memory: neither the database nor the index is asked for it."""

from __future__ import annotations

from datetime import UTC, datetime

from listings.search.query.parameters import FILTERS
from listings.search.query.search import Search
from listings.search.query.situation import Situation
from listings.search.results.facets import FacetCount
from listings.search.results.find import Results
from listings.vocabulary.countries import COUNTRIES
from listings.web.card_places import CardPlaces
from listings.web.cards import Card
from listings.web.monogram import monogram
from listings.web.search_page import SearchPage
from listings.web.short_pay import ShortPay

CARDS, VALUES = 20, 12
POSTED = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


def card(number: int) -> Card:
    return Card(
        pk=number,
        address=f"/jobs/{number}/gardener/",
        title=f"Gardener of {number} roses & herbs",
        company="Beet & Sons",
        company_slug="beet-sons",
        monogram=monogram("Beet & Sons"),
        places=CardPlaces("European Union, United Kingdom", ("Brazil",)),
        pay=ShortPay("€60–70k a year", "€60,000–70,000 a year"),
        pay_place="",
        details=("Full time", "Senior"),
        notes=("3+ years’ experience", "UTC to UTC+3"),
        skills=("Python", "Django", "PostgreSQL"),
        posted_at=POSTED,
        first_seen_at=POSTED,
        reposted_at=None,
        unseen_since=None,
        boards="Remotive, Himalayas",
        personal_fit=None,
    )


def counts() -> dict[str, list[FacetCount]]:
    values = [FacetCount(f"value-{number}", f"Value {number}", 100 - number) for number in range(VALUES)]
    years = [FacetCount(str(number), "", number) for number in range(1, VALUES)]
    countries = [FacetCount(code, name, 12) for code, name in COUNTRIES.items()]
    numbers = {"experience": years, "posted": years, "salary": years}
    return {**dict.fromkeys(FILTERS, values), "country": countries, **numbers}


def results_page() -> SearchPage:
    results = Results("results", 1234, 2, 62, CARDS, list(range(CARDS)), counts())
    page = SearchPage(Search(), results, Situation())
    # Read from the database and the index otherwise.
    page.__dict__["cards_with_excerpts"] = [(card(number), None) for number in range(CARDS)]
    return page
