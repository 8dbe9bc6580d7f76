"""From query string to Search and back."""

from __future__ import annotations

from contextlib import suppress

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from listings.search.query.parameters import MAX_RESULTS, Invalid
from listings.search.query.search import Search
from tests.tables import table


def parse(query: str) -> Search:
    return Search.parse(QueryDict(query))


def test_equal_searches_have_one_address() -> None:
    one = parse("source=weworkremotely&category=design&source=remotive&q=+senior++writer+&page=2")
    two = parse("q=senior+writer&page=2&category=design&source=remotive&source=weworkremotely&source=remotive")
    assert one == two
    assert one.query_string() == two.query_string()
    assert one.query_string() == "q=senior+writer&category=design&source=remotive&source=weworkremotely&page=2"


def test_empty_parameters_mean_absent() -> None:
    assert parse("q=&category=&company=&source=&page=&per_page=") == Search()


@table(
    ("query", "is_canonical"),
    [
        ("", True),
        ("q=python", True),
        ("q=python&category=design", True),
        ("q=python&category=&company=", True),
        ("q=python&utm_source=letter", False),
        ("gclid=1", False),
        ("q=python&q=", True),
    ],
)
def test_tracking_is_let_pass_but_not_kept(query: str, is_canonical: bool) -> None:
    search = parse(query)
    assert search.is_canonical is is_canonical
    assert "utm" not in search.query_string()


@table(
    ("query", "parameter", "suggestion"),
    [
        ("categroy=design", "categroy", "category"),
        ("order=new", "order", "sort"),
        ("page-size=50", "page-size", "per_page"),
        ("Query=python", "Query", "q"),
        ("pay=50000", "pay", "salary_min"),
        ("country_code=DE", "country_code", "country"),
        ("skills=python", "skills", "skill"),
        ("colour=green", "colour", ""),
        ("category=desing", "category", "design"),
        ("source=remotiv", "source", "remotive"),
        ("company=Not+A+Slug", "company", ""),
        ("page=0", "page", "1"),
        ("page=two", "page", "1"),
        ("page=%D9%A3", "page", "1"),
        (f"page={MAX_RESULTS}", "page", "1"),
        ("per_page=101", "per_page", "20"),
        ("q=a&q=b", "q", "a"),
        ("q=a%00b", "q", ""),
        ("q=a%EF%BF%BEb", "q", ""),
        ("salary=1", "salary", ""),
        ("country=uk", "country", "GB"),
        ("country=EN", "country", "GB"),
        ("country=USA", "country", "US"),
        ("country=UAE", "country", "AE"),
        ("country=Germny", "country", "DE"),
        ("country=California", "country", "US-CA"),
        ("my_country=uk", "my_country", "GB"),
        ("category=Software+Development", "category", "engineering"),
    ],
)
def test_a_wrong_parameter_is_named_with_the_nearest_right_one(query: str, parameter: str, suggestion: str) -> None:
    with pytest.raises(Invalid) as raised:
        parse(query)
    assert (raised.value.parameter, raised.value.suggestion) == (parameter, suggestion)
    assert parameter in raised.value.message or parameter == "q" or parameter == "page"


@table("slug", ["foo-_-bar", "init__labs", "x_", "company-0a1b2c3d"])
def test_every_short_name_that_gathering_gives_is_taken(slug: str) -> None:
    assert parse(f"company={slug}").company == (slug,)


@table(
    ("query", "canonical"),
    [
        ("employment=contract", "employment=CONTRACTOR"),
        ("employment=full_time", "employment=FULL_TIME"),
        ("category=Software Engineering&category=-DESIGN", "category=-design&category=engineering"),
        ("seniority=Senior&seniority=-staff or  Principal", "seniority=-staff&seniority=senior"),
        ("workplace=Remote", "workplace=remote"),
        ("language=german", "language=de"),
        ("source=We Work Remotely", "source=weworkremotely"),
        ("skill=Not stated&category=not stated", "category=none&skill=none"),
    ],
)
def test_what_readers_see_of_a_value_names_it_too(query: str, canonical: str) -> None:
    search = parse(query)
    assert search.query_string() == canonical
    assert not search.is_canonical


def test_typographic_quotes_have_the_address_of_plain_ones() -> None:
    search = parse("q=“software engineer” title:«chef»")
    assert search == parse('q="software engineer" title:"chef"')
    assert not search.is_canonical


def test_too_long_a_query_is_refused() -> None:
    with pytest.raises(Invalid, match="longer than 200"):
        parse("q=" + "a" * 201)


def test_narrowing_and_widening_begin_at_the_first_page() -> None:
    search = parse("q=x&category=design&page=3")
    assert search.adding("category", "data").query_string() == "q=x&category=data&category=design"
    assert search.without("category", "design").query_string() == "q=x"
    assert search.query_string(page=4) == "q=x&category=design&page=4"


@given(
    st.dictionaries(
        st.sampled_from(["q", "category", "company", "source", "page", "per_page", "x"]), st.lists(st.text())
    )
)
def test_nothing_but_invalid_is_raised(params: dict[str, list[str]]) -> None:
    with suppress(Invalid):
        search = Search.parse(params)
        assert parse(search.query_string()) == search
