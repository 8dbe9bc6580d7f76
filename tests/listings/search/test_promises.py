"""What holds whatever is asked: one address a search, counts that are kept, feeds that give the page, no failure."""

from __future__ import annotations

import random
from itertools import pairwise
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from listings.search.counting import BAR
from listings.search.filters import FILTERS
from listings.search.query import Search
from listings.search.results import find
from tests.listings.indexing import Reindex
from tests.listings.making import listing_with, posting_with

ON_ONE_SET = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
PLACES = [None, *({"include": places, "exclude": []} for places in (["US"], ["DE", "FR"], ["WORLD"]))]
ASKED = {
    "q": ["writer", "senior writer", '"staff writer"', "-senior", "title:writer", "wirter", "zebra", "c++"],
    "category": ["engineering", "design", "none"],
    "seniority": ["senior", "none"],
    "employment": ["FULL_TIME", "CONTRACTOR", "none"],
    "skill": ["python", "sql", "-python"],
    "company": ["acme", "-acme"],
    "country": ["DE", "US-CA"],
    "tz": ["Europe/Berlin"],
    "salary_min": ["40000"],
    "posted": ["7"],
    "sort": ["new", "salary"],
    "per_page": ["5"],
}


@pytest.fixture
def jobs(reindex: Reindex, db: None) -> None:
    chance = random.Random(5)
    for number in range(40):
        low = chance.choice([0, 15_000, 60_000, 120_000, 250_000])
        facts = {
            "category": chance.choice(["engineering", "design", None]),
            "seniority": chance.choice([[], ["senior"], ["senior", "lead"]]),
            "employment": chance.choice([[], ["FULL_TIME"], ["CONTRACTOR", "PART_TIME"]]),
            "skills": chance.sample(["python", "sql", "c++", "figma"], chance.randrange(4)),
            "residence": chance.choice(PLACES),
            "salary": {"min": low, "max": low + 9_000, "currency": chance.choice(["USD", "EUR"]), "period": "year"}
            if low
            else None,
        }
        title = f"{chance.choice(['Senior', 'Staff', ''])} writer {number}".strip()
        listing = listing_with(title, company=chance.choice(["Acme", "Borealis", "Cormorant"]), facts=facts)
        if number % 4 == 0:
            posting_with(listing, "remoteco")
    reindex()


def some(choices: st.DrawFn) -> list[tuple[str, str]]:
    names = choices(st.lists(st.sampled_from(sorted(ASKED)), unique=True, max_size=4))
    return [(name, choices(st.sampled_from(ASKED[name]))) for name in names]


searches = st.composite(some)()


def query_of(pairs: list[tuple[str, str]]) -> str:
    return "&".join(f"{name}={quote(value)}" for name, value in pairs)


@ON_ONE_SET
@given(pairs=searches, currency=st.sampled_from(["", "EUR", "GBP"]))
def test_a_bar_of_pay_is_what_its_ends_part(jobs: None, pairs: list[tuple[str, str]], currency: str) -> None:
    asked = [pair for pair in pairs if pair[0] != "salary_min"]
    unit = f"&currency={currency}" if currency else ""

    def found(least: int) -> int:
        return find(Search.parse(QueryDict(f"{query_of(asked)}&salary_min={least}{unit}"))).total or 0

    # The unit alone is no question, and the counts are in it where a least pay is asked.
    counted = find(Search.parse(QueryDict(f"{query_of(asked)}&salary_min=1{unit}"))).counts["salary"]
    lower = [1, *(int(value) for value, _, _ in counted[1:])]
    assert lower[1:] == [BAR * number for number in range(1, 10)]
    ends = [*(found(least) for least in lower), 0]
    assert [count for _, _, count in counted] == [more - fewer for more, fewer in pairwise(ends)]


@ON_ONE_SET
@given(pairs=searches, seed=st.integers(0, 99))
def test_equal_searches_have_one_address(jobs: None, pairs: list[tuple[str, str]], seed: int) -> None:
    shuffled = random.Random(seed).sample(pairs, len(pairs))
    one, other = Search.parse(QueryDict(query_of(pairs))), Search.parse(QueryDict(query_of(shuffled)))
    assert one == other
    assert one.query_string() == other.query_string()
    again = Search.parse(QueryDict(one.query_string()))
    assert again == one
    assert again.tidy


@ON_ONE_SET
@given(pairs=searches)
def test_addresses_of_choices_are_those_of_their_searches(jobs: None, pairs: list[tuple[str, str]]) -> None:
    search = Search.parse(QueryDict(query_of(pairs)))
    for name in FILTERS:
        own = set(getattr(search, name))
        assert search.queries(name)({*own, "none"}) == search.with_(name, "none").query_string()
        assert search.queries(name)(set()) == search.without(name).query_string()


@ON_ONE_SET
@given(pairs=searches)
def test_a_feed_gives_the_page(jobs: None, pairs: list[tuple[str, str]]) -> None:
    client = Client()
    query = Search.parse(QueryDict(query_of(pairs))).query_string()
    page = BeautifulSoup(client.get(f"/jobs/?{query}", follow=True).content, "html.parser")
    shown = [str(link["href"]).split("/")[2].split("-")[0] for link in page.select(".card h3 a")]
    fed = [item["id"].split("/")[-2] for item in client.get(f"/jobs.json?{query}", follow=True).json()["items"]]
    rss = BeautifulSoup(client.get(f"/jobs.rss?{query}", follow=True).content, "xml")
    assert shown == fed == [guid.text.split("/")[-2] for guid in rss.select("item > guid")]


@ON_ONE_SET
@given(pairs=searches)
def test_a_page_costs_three_queries_at_most(jobs: None, pairs: list[tuple[str, str]]) -> None:
    client = Client()
    query = Search.parse(QueryDict(query_of(pairs))).query_string()
    client.get("/jobs/")
    with CaptureQueriesContext(connection) as asked:
        assert client.get(f"/jobs/?{query}").status_code == 200
    assert len(asked) <= 3


EVERYWHERE = ["/jobs/", "/jobs.json", "/jobs.rss", "/jobs/suggest"]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    path=st.sampled_from(EVERYWHERE),
    name=st.one_of(st.sampled_from([*sorted(ASKED), "page", "overlap", "day", "hours", "salary"]), st.text(max_size=9)),
    value=st.one_of(st.text(max_size=40), st.integers().map(str), st.binary(max_size=20), st.just("9" * 400)),
)
def test_no_question_is_a_failure(jobs: None, path: str, name: str, value: str | bytes) -> None:
    raw = value if isinstance(value, bytes) else value.encode(errors="surrogatepass")
    asked = f"{path}?{quote(name.encode(errors='surrogatepass'))}={quote(raw)}"
    assert Client().get(asked).status_code in (200, 302, 400)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(path=st.sampled_from(EVERYWHERE), query=st.binary(max_size=200))
def test_no_query_string_is_a_failure(jobs: None, path: str, query: bytes) -> None:
    answer = Client().generic("GET", path, QUERY_STRING=query.decode("latin-1"))
    assert answer.status_code in (200, 302, 400)


def test_a_very_long_question_is_refused(jobs: None) -> None:
    for path in EVERYWHERE:
        assert Client().get(path, {"q": "x" * 10_000}).status_code == 400
