"""The table's counts, tantivy's and PostgreSQL's are the same, after whatever changes."""

from __future__ import annotations

import random
from datetime import timedelta
from pathlib import Path

import pytest
from django.db.models import Count
from django.utils import timezone
from pytest_django import Settings

from listings.models import Change, Listing
from listings.search.counting import counts, table
from listings.search.counting.state import read_state
from listings.search.index import count_writer
from listings.search.index import indexer as indexer_module
from listings.search.index import searcher as searcher_module
from listings.search.index.indexer import Indexer
from listings.search.index.reader import IndexReader
from listings.search.index.searcher import IndexSearcher
from listings.search.index.verify import compare
from listings.search.query.search import Search
from listings.search.results import best_matches, ranking
from listings.search.results.facets import FacetCounter
from listings.search.results.find import IndexSearch
from tests.examples import few
from tests.listings.making import listing_with

pytestmark = pytest.mark.django_db(transaction=True)

TITLES = (
    "Software Engineer", "Senior Software Engineer", "Data Scientist", "Writer of Software", "Engineer, Data Platform",
    "Sales Manager", "Customer Support Manager", "Product Designer", "Staff Writer and Editor",
)  # fmt: skip
TEXTS = (
    "We write software for data teams. You will work with machine learning and customer data.",
    "Support our customers from anywhere. No software knowledge is needed, product sense is.",
    "A platform for engineers; the data of each customer is kept apart, and sales know why.",
)
QUERIES = (
    "", "", "software engineer", "engineer", "data scientist", '"customer data"', "software -senior",
    "sales or support", '"data of each customer"', "title:writer", "product customer", "senior software engineer",
    "python", "engineer data",
    "senior software engineer data platform", '"senior software engineer"', '"staff writer and editor"',
)  # fmt: skip
COUNTRIES = ("DE", "US", "FR")


def make_listing(chance: random.Random, number: int) -> Listing:
    skills = chance.sample(["python", "sql", "go", "react"], chance.randrange(4))
    places = chance.choice([["DE"], ["US", "CA"], ["worldwide"], None])
    low = chance.choice([0, 30_000, 60_000, 120_000])
    return listing_with(
        chance.choice(TITLES),
        f"Employer {chance.randrange(5)}",
        chance.choice(["remotive", "weworkremotely"]),
        html=f"<p>{chance.choice(TEXTS)}</p>",
        posted=timezone.now() - timedelta(days=chance.randrange(40)),
        facts={
            "category": chance.choice(["engineering", "design", "sales", None]),
            "seniority": chance.choice([["senior"], ["junior", "mid"], []]),
            "skills": sorted(skills),
            "workplace": chance.choice(["remote", "remote", "hybrid", None]),
            "residence": {"include": places} if places else None,
            "experience_years": chance.choice([None, 0, 3, 8]),
            "salary": {"min": low, "max": low + 9_000, "currency": "EUR", "period": "year"} if low else None,
        },
    )


def random_search(chance: random.Random) -> Search:
    return Search(
        q=chance.choice(QUERIES),
        scope=chance.choice(["", "", "text"]),
        category=chance.choice([(), (), ("engineering",), ("-design",), ("none", "sales")]),
        skill=chance.choice([(), (), ("python",), ("-sql",), ("none",)]),
        company=chance.choice([(), (), ("employer-1", "employer-2")]),
        workplace=chance.choice([(), (), ("remote", "hybrid")]),
        country=chance.choice(["", "", *COUNTRIES]),
        posted=chance.choice([0, 0, 7]),
        salary_min=chance.choice([0, 0, 40_000]),
        experience=chance.choice([(), (), ("3",), ("none",)]),
        page=chance.choice([1, 1, 2]),
        per_page=5,
    )


def answers_of(searcher: IndexSearcher, search: Search) -> tuple[object, ...]:
    """What is found, how many, and the best of it: of equal dates any may be first."""
    question = IndexSearch(searcher, search, samples=True)
    results = question.results()
    scope = results.scope
    counter = FacetCounter(searcher, search, lambda without: question._query(search, scope, without))
    best = results.ids if search.order == "best" else ()
    return best, results.total, results.named, results.mentioned, results.relaxed, counter.count_all()


def change_some(chance: random.Random, number: int) -> None:
    """Some are new, some have another title and facts, some are closed."""
    changed = [make_listing(chance, number + place) for place in range(chance.randrange(4))]
    for listing in Listing.objects.open().order_by("?")[: chance.randrange(6)]:
        if chance.random() < 0.4:
            Listing.objects.filter(pk=listing.pk).update(closed_at=timezone.now(), changed_at=timezone.now())
        else:
            facts = {**listing.facts, "category": chance.choice(["engineering", "design"]), "skills": ["python"]}
            Listing.objects.filter(pk=listing.pk).update(
                title=chance.choice(TITLES), facts=facts, category=facts["category"], changed_at=timezone.now()
            )
        changed.append(listing)
    Change.objects.bulk_create(Change(listing_id=each.pk, kind=Change.Kind.CHANGED) for each in changed)


@pytest.fixture
def folder(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The large table is made anew after a few changes, small ones are merged when there are two."""
    monkeypatch.setattr(count_writer, "MIN_CHANGED", 12)
    monkeypatch.setattr(count_writer, "CHANGED_SHARE", 0.0)
    monkeypatch.setattr(count_writer, "MIN_MERGED", 2)
    settings.INDEX_DIR = tmp_path / "index"
    return tmp_path / "index"


def take_the_ways_of_large_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sets in place of columns, tantivy for phrases that many listings have, and no ids of what is ranked."""
    monkeypatch.setattr(counts, "READ_VALUE", 10**9)
    monkeypatch.setattr(counts, "READ_ITEMS", 10**9)
    monkeypatch.setattr(table, "MANY", 0)
    monkeypatch.setattr(searcher_module, "FEW", 1)
    monkeypatch.setattr(searcher_module, "MAX_WITH_PHRASE", 3)
    monkeypatch.setattr(best_matches, "FEW", 1)
    # Some pages are read, others take too many for that.
    monkeypatch.setattr(best_matches, "MAX_READ", 15)
    monkeypatch.setattr(best_matches, "SPARE", 1)
    monkeypatch.setattr(ranking, "VARIED", 5)


@pytest.mark.parametrize("seed", few(range(12)))
def test_all_engines_agree_after_any_changes(folder: Path, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(seed)
    for number in range(20):
        make_listing(chance, number)
    tables = set()
    with Indexer(folder) as indexer:
        for round_ in range(8):
            if round_ == 4:
                take_the_ways_of_large_tables(monkeypatch)
            indexer.step()
            if chance.random() < 0.2:
                # As after a crash.
                indexer._close()
            searcher = IndexReader(folder).searcher()
            assert searcher.tables is not None
            tables.add(searcher.tables.parts[0][0].path.name)
            for _ in range(4):
                search = random_search(chance)
                alone = IndexSearcher(searcher._searcher, "tantivy alone")
                fresh = IndexReader(folder).searcher()
                assert answers_of(fresh, search) == answers_of(alone, search), search
            assert database_counts() == table_counts(IndexReader(folder).searcher())
            assert not compare()
            change_some(chance, 100 * round_)
    assert len(tables) > 1


def database_counts() -> dict[str, int]:
    remote = Listing.objects.open().exclude(workplace="hybrid")
    return {
        row["category"] or "none": row["count"]
        for row in remote.values("category").order_by("category").annotate(count=Count("pk"))
    }


def table_counts(searcher: IndexSearcher) -> dict[str, int]:
    counts = IndexSearch(searcher, Search(), samples=True).results().counts["category"]
    return {count.value: count.total for count in counts if count.total}


def test_small_tables_stay_few_without_an_idle_moment(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(count_writer, "MIN_CHANGED", 1000)
    monkeypatch.setattr(count_writer, "MAX_SMALL", 3)
    monkeypatch.setattr(indexer_module, "CHECK_INTERVAL", 0.0)
    monkeypatch.setattr(indexer_module, "MIN_MERGING", 0.0)
    chance = random.Random(1)
    with Indexer(folder) as indexer:
        indexer.step()
        for number in range(12):
            Change.objects.create(listing_id=make_listing(chance, number).pk, kind=Change.Kind.NEW)
            indexer.step()
            assert len(read_state(folder / indexer.name).tables) <= 5
    assert not compare()
