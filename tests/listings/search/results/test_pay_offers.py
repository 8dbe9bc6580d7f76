"""An amount among the words of a search is offered as a filter, in the reader's currency if it names none."""

from __future__ import annotations

import pytest

from listings.search.query.search import Search
from listings.search.results.find import find
from listings.search.results.offers import offers
from tests.listings.indexing import Reindex, reindex
from tests.listings.making import listing_with

__all__ = ["reindex"]

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("q", "currency", "query"),
    [
        ("baker 70k", "", "q=baker&salary_min=70000"),
        ("baker 70k", "EUR", "q=baker&salary_min=70000&currency=EUR"),
        ("baker 70k", "USD", "q=baker&salary_min=70000"),
        ("baker £70k", "EUR", "q=baker&salary_min=70000&currency=GBP"),
        ("baker $70k", "EUR", "q=baker&salary_min=70000"),
    ],
)
def test_an_amount_is_offered_in_its_currency(reindex: Reindex, q: str, currency: str, query: str) -> None:
    salary = {"min": 200_000, "max": 200_000, "currency": "USD", "period": "year", "period_stated": True}
    listing_with("Baker", facts={"salary": salary})
    listing_with("Baker of bread")
    reindex()
    search = Search.parse({"q": [q]})
    offered = [offer for offer in offers(search, find(search), currency) if offer.value == "salary_min"]
    assert [(offer.search.query_string(), offer.count) for offer in offered] == [(query, 1)]
