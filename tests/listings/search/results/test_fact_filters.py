"""Searches that ask for facts: by place, pay and hours, by lists, and for what is not stated."""

from __future__ import annotations

from typing import Any

import pytest
from django.http import QueryDict

from listings.search.query.parameters import Invalid
from listings.search.query.search import Search
from listings.search.results.find import find
from tests.listings.indexing import Reindex
from tests.listings.making import listing_with

pytestmark = pytest.mark.django_db


def found(query: str) -> set[str]:
    return {listing.title for listing in find(Search.parse(QueryDict(query))).listings}


def pay(low: float | None, high: float | None, currency: str = "USD", period: str = "year") -> dict[str, Any]:
    return {"salary": {"min": low, "max": high, "currency": currency, "period": period, "period_stated": True}}


def lives(*included: str, excluded: tuple[str, ...] = ()) -> dict[str, Any]:
    return {"residence": {"include": list(included), "exclude": list(excluded), "evidence": ""}}


def works(low: float | None, high: float | None, overlap: tuple[float, str] | None = None) -> dict[str, Any]:
    hours, zone = overlap or (None, None)
    return {"hours": {"utc_min": low, "utc_max": high, "overlap_hours": hours, "overlap_with": zone, "evidence": ""}}


def made(reindex: Reindex, **facts: dict[str, Any]) -> None:
    for title, stated in facts.items():
        listing_with(title, f"Employer of {title}", facts=stated)
    reindex()


def test_a_country_finds_what_its_people_may_take(reindex: Reindex) -> None:
    made(
        reindex,
        german=lives("DE"),
        european=lives("eu"),
        anywhere=lives("worldwide"),
        not_german=lives("eu", excluded=("DE",)),
        american=lives("US"),
        unsaid={},
    )
    assert found("country=DE") == {"german", "european", "anywhere", "unsaid"}
    assert found("country=DE&residence=stated") == {"german", "european", "anywhere"}
    assert found("country=US") == {"american", "anywhere", "unsaid"}
    assert found("residence=stated") == {"german", "european", "anywhere", "not_german", "american"}


def test_a_state_finds_what_its_people_may_take(reindex: Reindex) -> None:
    made(reindex, all=lives("US"), all_but=lives("US", excluded=("US-CA",)), one=lives("US-CA"), other=lives("US-NY"))
    assert found("country=US-CA") == {"all", "one"}
    assert found("country=US-NY") == {"all", "all_but", "other"}
    assert found("country=US") == {"all", "all_but", "one", "other"}


def test_pay_is_compared_a_year_and_in_one_currency(reindex: Reindex) -> None:
    made(
        reindex,
        yearly=pay(80_000, 120_000),
        hourly=pay(50, 50, period="hour"),
        up_to=pay(None, 150_000),
        from_it=pay(110_000, None),
        little=pay(20_000, 30_000),
        rupees=pay(3_000_000, 3_000_000, "INR"),
        project=pay(200_000, 200_000, period="project"),
        unsaid={},
    )
    assert found("salary_min=100000") == {"yearly", "hourly", "up_to", "from_it"}
    # "Up to $150k" names no lowest figure.
    assert found("salary_min=100000&salary=whole") == {"hourly", "from_it"}
    assert found("salary_min=100000&salary=none") == {"yearly", "hourly", "up_to", "from_it", "unsaid", "project"}
    assert found("salary=none") == {"unsaid", "project"}
    assert found("salary_min=2500000&currency=INR") >= {"yearly", "rupees"}
    assert found("salary_min=40&period=hour&currency=USD") == {"yearly", "hourly", "up_to", "from_it"}


def test_hours_in_common(reindex: Reindex) -> None:
    made(
        reindex,
        berlin=works(1, 1),
        america=works(-8, -5),
        new_york=works(None, None, (4, "America/New_York")),
        india=works(5.5, 5.5),
        unsaid={},
    )
    assert found("tz=Europe/Berlin&overlap=8") == {"berlin"}
    assert found("tz=Europe/Berlin&overlap=2") == {"berlin", "america", "new_york", "india"}
    assert found("tz=Europe/Berlin&overlap=3") == {"berlin", "india"}
    assert found("tz=Europe/Berlin&overlap=8&hours=none") == {"berlin", "unsaid"}
    assert found("hours=none") == {"unsaid"}


def test_lists_and_what_is_not_stated(reindex: Reindex) -> None:
    made(
        reindex,
        senior={"seniority": ["senior"], "skills": ["python", "django"], "language": "en"},
        junior={"seniority": ["junior"], "skills": ["go"], "language": "de"},
        unsaid={"workplace": None, "category": None, "employment": []},
    )
    assert found("seniority=senior&seniority=junior") == {"senior", "junior"}
    assert found("seniority=none") == {"unsaid"}
    assert found("skill=golang") == {"junior"}
    assert found("skill=python&skill=none") == {"senior", "unsaid"}
    assert found("language=de") == {"junior"}
    assert found("workplace=none&category=none&employment=none") == {"unsaid"}
    counts = find(Search()).counts
    assert ("none", "Not stated", 1) in counts["seniority"]
    assert ("python", "Python", 1) in counts["skill"]


def test_a_skill_has_one_name() -> None:
    asked = Search.parse(QueryDict("skill=Golang&skill=go"))
    assert (asked.skill, asked.is_canonical) == (("go",), False)


def test_a_unit_without_an_amount_asks_nothing() -> None:
    assert Search.parse(QueryDict("salary_min=&currency=EUR&period=hour&tz=&overlap=4")) == Search()


@pytest.mark.parametrize(
    ("query", "parameter", "suggestion"),
    [
        ("country=Germany", "country", "DE"),
        ("country=DE-BY", "country", ""),
        ("tz=Europe/Berln", "tz", "Europe/Berlin"),
        ("tz=Europe/Berlin&overlap=9", "overlap", "4"),
        ("salary_min=1e5", "salary_min", ""),
        ("salary_min=5&currency=USX", "currency", "USD"),
        ("salary_min=5&salary=whole&salary=top", "salary", "top"),
        ("residence=sated", "residence", "stated"),
        ("seniority=senor", "seniority", "senior"),
        ("skill=djangoo", "skill", "django"),
        ("language=xx", "language", ""),
        ("hours=any", "hours", ""),
    ],
)
def test_a_wrong_fact_is_named(query: str, parameter: str, suggestion: str) -> None:
    with pytest.raises(Invalid) as raised:
        Search.parse(QueryDict(query))
    assert (raised.value.parameter, raised.value.suggestion) == (parameter, suggestion)
