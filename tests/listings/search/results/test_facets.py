"""Each count is what its choice finds."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from math import log
from typing import Any

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from listings.models import Listing
from listings.search.query.comparable_pay import currencies, euros
from listings.search.query.parameters import FILTERS
from listings.search.query.search import Search
from listings.search.results.facets import AGES, BARS, YEARS, bar_width
from listings.search.results.find import find
from tests.examples import examples
from tests.listings.making import listing_with, posting_with

pytestmark = pytest.mark.django_db

EMPLOYERS = ("Fernhill Labs", "Oak & Otter", "Quarry Nine")
SLUGS = ("fernhill-labs", "oak-otter", "quarry-nine")
PLACES = ({"include": ["DE"]}, {"include": ["eu"], "exclude": ["FR"]}, {"include": ["worldwide"]}, None)
CURRENCIES = ("USD", "EUR", "INR")


def pay(number: int) -> dict[str, Any] | None:
    if number % 4 == 3:
        return None
    low = 5_000 + 13_000 * number
    period = "project" if number % 11 == 10 else "year"
    return {"min": low, "max": low + 9_000, "currency": CURRENCIES[number % 3], "period": period}


def make_jobs() -> None:
    for number in range(30):
        listing = listing_with(
            f"Writer {number}",
            EMPLOYERS[number % 3],
            ("remotive", "weworkremotely")[number % 2],
            posted=timezone.now() - timedelta(days=number * 1.7),
            facts={
                "category": ("engineering", "design", None)[number % 3],
                "language": ("en", "de", None)[number // 2 % 3],
                "seniority": (["senior", "lead"], ["junior"], [])[number % 5 % 3],
                "skills": (["python", "sql"], ["go"], [])[number % 7 % 3],
                "workplace": ("remote", "hybrid", None)[number // 3 % 3],
                "residence": PLACES[number % 4],
                "sponsorship": ("offered", "not offered", None)[number % 3],
                "experience_years": (0, 2, 4, 12, None)[number % 5],
                "salary": pay(number),
            },
        )
        if number % 5 == 0:
            posting_with(listing, "remoteco")
        if number % 3 == 0:
            open_elsewhere(listing, number)


def open_elsewhere(listing: Listing, number: int) -> None:
    """A second opening, and for some a third, with a place and pay of their own."""
    others = [(PLACES[(number // 3 + step) % 4], pay(number + 5 * step)) for step in range(1, 2 + number % 2)]
    openings = [(listing.facts["residence"], listing.facts["salary"]), *others]
    listing.openings = [{"residence": residence, "salary": salary} for residence, salary in openings]
    listing.save()


def some(*values: str) -> st.SearchStrategy[tuple[str, ...]]:
    return st.sets(st.sampled_from(values), max_size=2).map(lambda chosen: tuple(sorted(chosen)))


searches = st.builds(
    Search,
    q=st.sampled_from(["", "", "writer", "1", "fernhill", "-fernhill"]),
    category=some("engineering", "design", "none", "-data"),
    language=some("en", "de", "none", "-en"),
    company=some(*SLUGS, f"-{SLUGS[2]}"),
    skill=some("python", "go", "none", "-sql"),
    source=some("remotive", "remoteco"),
    country=st.sampled_from(["", "", "DE", "FR", "US-CA"]),
    residence=st.sampled_from(["any", "stated"]),
    fit=st.sampled_from(["", "", "open", "unstated"]),
    fit_place=st.sampled_from(["DE", "FR", "US-CA", "BR"]),
    sponsorship=some("offered", "none"),
    experience=st.sampled_from([(), (), ("3",), ("0", "none"), ("none",)]),
    posted=st.sampled_from([0, 0, 7, 30]),
    currency=st.sampled_from(["", "EUR", "INR"]),
    salary_min=st.sampled_from([0, 0, 40_000, 120_000]),
    period=st.sampled_from(["", "month"]),
    salary=some("whole", "none"),
).filter(lambda one: {"en", "-en"} - set(one.language) and {SLUGS[2], f"-{SLUGS[2]}"} - set(one.company))

slowly = settings(max_examples=examples(5), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def matches(search: Search) -> set[int]:
    return {listing.pk for listing in find(replace(search, per_page=100)).listings}


def total(search: Search) -> int:
    found = find(search).total
    assert found is not None
    return found


def counted(search: Search, group: str) -> dict[str, int]:
    counts = find(search).counts[group]
    assert all(label for _, label, _ in counts)
    return {value: count for value, _, count in counts}


@slowly
@given(search=searches)
def test_a_count_of_a_list_is_what_that_value_alone_finds(jobs: None, search: Search) -> None:
    possible = {"language": ("en", "de", "none"), "company": SLUGS, "skill": ("python", "go", "sql", "none")}
    for name in FILTERS:
        counts = counted(search, name)
        for value in {*counts, *possible.get(name, ())}:
            changed: dict[str, Any] = {name: (value,)}
            assert total(replace(search, **changed)) == counts.get(value, 0), (name, value)


@pytest.mark.slow
@slowly
@given(search=searches)
@example(search=Search(salary=("none", "whole")))
def test_a_count_of_a_country_or_an_age_is_what_it_finds(jobs: None, search: Search) -> None:
    of_countries = counted(search, "country")
    open_to_all = replace(search, country="", residence="any")
    # Not the difference of the totals: pay is not stated if no opening that fits states it, and fewer fit there.
    assert of_countries.pop("none") == len(matches(open_to_all) - matches(replace(open_to_all, residence="stated")))
    for code in {"DE", "FR", "US", "IN"} & set(of_countries):
        assert of_countries[code] == total(replace(search, country=code))
    of_years = counted(search, "experience")
    assert of_years == {value: total(replace(search, experience=(value,))) for value in (*map(str, YEARS), "none")}
    of_ages = counted(search, "posted")
    assert of_ages == {str(days): total(replace(search, posted=days)) for days in AGES}


@slowly
@given(search=searches)
@example(search=Search(fit_place="FR", salary_min=40_000, salary=("none",)))
def test_counts_of_the_fit_are_what_each_finds_and_add_up(jobs: None, search: Search) -> None:
    of_fits = counted(search, "fit")
    anywhere = replace(search, fit="")
    assert of_fits["open"] == total(replace(search, fit="open"))
    assert of_fits["unstated"] == total(replace(search, fit="unstated"))
    assert sum(of_fits.values()) == total(anywhere)
    assert matches(replace(search, fit="open")).isdisjoint(matches(replace(search, fit="unstated")))


@slowly
@given(search=searches)
def test_a_bar_of_the_pay_histogram_is_what_its_pay_finds(jobs: None, search: Search) -> None:
    """A search asks for the lower end alone: a bar is what its own end finds and the next one's does not."""
    alone = replace(search, salary_min=0, salary=(), period="")
    unstated = total(replace(alone, salary=("none",)))
    width = bar_width(search.currency or "USD")
    at_least = [total(replace(alone, salary_min=bar * width)) for bar in range(1, BARS)]
    at_least = [total(alone) - unstated, *at_least, 0]
    bars = {str(bar * width): at_least[bar] - at_least[bar + 1] for bar in range(BARS)}
    assert counted(search, "salary") == {**bars, "none": unstated}


@slowly
@given(search=searches, currency=st.sampled_from(["USD", "EUR", "INR", "JPY"]))
def test_the_bars_of_pay_may_have_a_currency_of_their_own(jobs: None, search: Search, currency: str) -> None:
    own = find(replace(search, salary_min=0, salary=(), period=""), pay_currency=currency).counts
    asked = find(replace(search, salary_min=0, salary=(), period="", currency=currency)).counts
    assert own["salary"] == asked["salary"]
    assert {**own, "salary": None} == {**asked, "salary": None}


@pytest.mark.parametrize(("currency", "width"), [("USD", 20_000), ("EUR", 20_000), ("INR", 2_000_000)])
def test_a_bar_is_a_round_figure(currency: str, width: int) -> None:
    assert bar_width(currency) == width


def test_every_bar_is_worth_about_as_much() -> None:
    worths = {code: bar_width(code) * (euros(code) or 0) for code in currencies()}
    # Round figures are at most a factor of 2.5 apart.
    assert all(abs(log(worth / worths["USD"])) <= log(2.5) / 2 + 1e-9 for worth in worths.values())
