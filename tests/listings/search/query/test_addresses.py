"""Equal searches have one address, however they are asked."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from hypothesis import given, settings
from hypothesis import strategies as st

from listings.search.query.search import Search
from tests.examples import examples

Pairs = list[tuple[str, str]]
# Each makes up dozens of parameters.
fewer = settings(max_examples=examples(15))

LISTS = {
    "category": ["engineering", "design", "-data", "none"],
    "seniority": ["senior", "junior", "-lead", "none"],
    "employment": ["FULL_TIME", "CONTRACTOR", "-INTERN"],
    "workplace": ["remote", "hybrid", "none"],
    "skill": ["python", "go", "-java", "none"],
    "language": ["en", "de", "-fr", "none"],
    "company": ["acme", "oak-otter", "-init__labs"],
    "source": ["remotive", "-weworkremotely"],
    "hours": ["none"],
}
USUAL: Pairs = [
    ("residence", "any"),
    ("fit", "any"),
    ("salary", "top"),
    ("currency", "USD"),
    ("currency", "usd"),
    ("period", "year"),
    ("day", "9-17"),
    ("day", "09-17"),
    ("overlap", "4"),
    ("page", "1"),
    ("per_page", "20"),
    ("sort", "best"),
    *((name, "") for name in ("q", "category", "salary_min", "tz", "posted")),
]
"""Said or not said, the search is the same."""
SINGLES = {
    "q": st.sampled_from(["python", 'a  "b c" -d', "C++ or C#", " x ", "ünïcode & = ? %"]),
    "country": st.sampled_from(["DE", "de", "US-CA"]),
    "residence": st.just("stated"),
    "fit": st.sampled_from(["open", "unstated"]),
    "salary_min": st.sampled_from(["1", "0050000", "80000"]),
    "currency": st.sampled_from(["EUR", "inr"]),
    "period": st.sampled_from(["hour", "month"]),
    "salary": st.sampled_from(["whole", "none"]),
    "tz": st.sampled_from(["Europe/Berlin", "UTC"]),
    "overlap": st.sampled_from(["1", "3", "04"]),
    "day": st.sampled_from(["8-16", "08-16"]),
    "experience": st.sampled_from(["3", "03", "none", "0"]),
    "posted": st.sampled_from(["7", "07"]),
    "sort": st.sampled_from(["new", "salary"]),
    "page": st.sampled_from(["2", "03"]),
    "per_page": st.sampled_from(["50", "100"]),
}


@st.composite
def asked(draw: st.DrawFn) -> Pairs:
    pairs: Pairs = []
    for name, values in LISTS.items():
        pairs += [(name, value) for value in draw(st.sets(st.sampled_from(values), max_size=3))]
    for name in draw(st.sets(st.sampled_from(sorted(SINGLES)))):
        pairs.append((name, draw(SINGLES[name])))
    return pairs


def parse(pairs: Pairs) -> Search:
    return Search.parse(QueryDict(urlencode(pairs)))


@fewer
@given(pairs=asked(), data=st.data())
def test_order_repetition_and_defaults_change_no_address(pairs: Pairs, data: st.DataObject) -> None:
    search = parse(pairs)
    names = {name for name, _ in pairs}
    more: Pairs = data.draw(st.lists(st.sampled_from(USUAL), unique_by=lambda pair: pair[0]))
    more = [(name, value) for name, value in more if name not in names]
    twice = [pair for pair in pairs if pair[0] in LISTS and data.draw(st.booleans())]
    same = parse(data.draw(st.permutations([*pairs, *twice, *more])))
    assert same == search
    assert same.query_string() == search.query_string()


@fewer
@given(pairs=asked())
def test_the_address_asks_the_same_and_is_its_own(pairs: Pairs) -> None:
    search = parse(pairs)
    again = Search.parse(QueryDict(search.query_string()))
    assert again == search
    assert again.query_string() == search.query_string()
    assert again.is_canonical


@fewer
@given(one=asked(), other=asked())
def test_different_searches_have_different_addresses(one: Any, other: Any) -> None:
    first, second = parse(one), parse(other)
    assert (first == second) == (first.query_string() == second.query_string())


@fewer
@given(pairs=asked(), data=st.data())
def test_addresses_of_choices_are_those_of_their_searches(pairs: Pairs, data: st.DataObject) -> None:
    search = parse(pairs)
    name = data.draw(st.sampled_from(sorted(set(LISTS) - {"hours"})))
    own = set(getattr(search, name))
    value = data.draw(st.sampled_from(LISTS[name]))
    kept = {one for one in own if one.removeprefix("-") != value.removeprefix("-")}
    changed: dict[str, Any] = {name: tuple(sorted({*kept, value}))}
    assert search.query_string_builder(name)({*kept, value}) == replace(search, page=1, **changed).query_string()
    assert search.query_string_builder(name)(set()) == search.without(name).query_string()
