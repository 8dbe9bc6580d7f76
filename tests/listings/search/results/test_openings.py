"""A listing with several openings is found by each of them, and by no mixture of two."""

from __future__ import annotations

from typing import Any

import pytest

from listings.search.index import opening_terms, residence_terms
from listings.search.query.search import Search
from listings.search.results.find import find
from tests.listings.making import listing_with
from tests.listings.search.plain_openings import residence_of_term

pytestmark = pytest.mark.django_db
US, CA, DE = ({"include": [code], "exclude": []} for code in ("US", "CA", "DE"))


def pay(low: int, high: int) -> dict[str, Any]:
    return {"min": low, "max": high, "currency": "EUR", "period": "year"}


def opened(title: str, *openings: tuple[Any, Any]) -> None:
    residence, salary = openings[0]
    entries = [{"residence": residence, "salary": salary} for residence, salary in openings]
    listing_with(title, facts={"residence": residence, "salary": salary}, openings=entries if len(openings) > 1 else [])


def titles(query: str) -> set[str]:
    from django.http import QueryDict

    return {listing.title for listing in find(Search.parse(QueryDict(query))).listings}


def make_jobs() -> None:
    opened("Everywhere the same", (US, pay(60_000, 80_000)), (CA, pay(60_000, 80_000)), (DE, pay(60_000, 80_000)))
    opened("Less in Germany", (US, pay(100_000, 150_000)), (DE, pay(50_000, 60_000)))
    opened("Germany says nothing of pay", (US, pay(100_000, 150_000)), (DE, None))
    opened("One place", (US, pay(100_000, 150_000)))
    opened("Canada, or not stated", (CA, None), (None, pay(90_000, 90_000)))


@pytest.mark.parametrize(
    ("query", "titles_expected"),
    [
        ("country=CA&residence=stated", {"Everywhere the same", "Canada, or not stated"}),
        ("country=CA", {"Everywhere the same", "Canada, or not stated"}),
        ("country=FR", {"Canada, or not stated"}),
        (
            "country=DE&residence=stated",
            {"Everywhere the same", "Less in Germany", "Germany says nothing of pay"},
        ),
        ("country=DE&residence=stated&salary_min=70000&currency=EUR", {"Everywhere the same"}),
        ("country=DE&salary_min=70000&currency=EUR", {"Everywhere the same", "Canada, or not stated"}),
        ("country=DE&residence=stated&salary=none", {"Germany says nothing of pay"}),
        (
            "country=DE&residence=stated&salary_min=70000&currency=EUR&salary=none",
            {"Everywhere the same", "Germany says nothing of pay"},
        ),
        ("country=US&salary_min=120000&currency=EUR&salary=whole", set()),
        (
            "salary_min=120000&currency=EUR",
            {"Less in Germany", "Germany says nothing of pay", "One place"},
        ),
        ("country=CA&residence=stated&salary_min=80000&currency=EUR", {"Everywhere the same"}),
    ],
)
def test_place_and_pay_are_those_of_one_opening(jobs: None, query: str, titles_expected: set[str]) -> None:
    assert titles(query) == titles_expected


def test_counts_judge_openings_too(jobs: None) -> None:
    counts = {value: count for value, _, count in find(Search(residence="stated")).counts["country"]}
    assert (counts["US"], counts["CA"], counts["DE"]) == (4, 2, 3)
    well_paid = find(Search(residence="stated", salary_min=70_000, currency="EUR"))
    counts = {value: count for value, _, count in well_paid.counts["country"]}
    assert (counts["US"], counts["CA"], counts["DE"]) == (4, 1, 1)
    assert well_paid.total == 5 - 1


def test_a_term_does_not_depend_on_the_order_of_its_openings() -> None:
    excluding = {"include": ["US"], "exclude": ["US-CA"]}
    term = residence_terms.term([US, None, excluding, DE])
    assert term == residence_terms.term([DE, excluding, None, US])
    assert residence_terms.merged([residence_terms.term([US, None]), residence_terms.term([excluding, DE])]) == term
    assert residence_terms.term([None]) == "none"
    assert residence_terms.term([US]) == residence_terms.term([US, US]) != residence_terms.term([US, None])


def test_the_residence_of_an_openings_term_is_that_of_its_document() -> None:
    openings: list[dict[str, Any]] = [
        {"residence": US, "salary": pay(1_000, 2_000)},
        {"residence": CA, "salary": pay(1_000, 2_000)},
        {"residence": None, "salary": None},
    ]
    fields = opening_terms.fields(openings, {})
    assert residence_of_term(fields["openings"][0]) == fields["places"][0]
    assert (fields["pay_low"], fields["pay_high"]) == (1_000, 2_000)
