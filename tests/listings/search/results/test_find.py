"""What readers find."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import tantivy
from django.conf import settings as django_settings
from django.http import QueryDict
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from listings.models import Listing
from listings.search.index import index_versions
from listings.search.index.schema import open_index, schema
from listings.search.query.parameters import FILTERS, MAX_RESULTS, Invalid
from listings.search.query.search import Search
from listings.search.results.find import Results, find
from listings.web.cards import cards
from tests.listings.indexing import Reindex
from tests.listings.making import listing_with, posting_with

pytestmark = pytest.mark.django_db


def found(query: str, **options: Any) -> list[str]:
    return [listing.title for listing in results(query, **options).listings]


def results(query: str, **options: Any) -> Results:
    return find(Search.parse(QueryDict(query)), **options)


@pytest.fixture
def jobs(reindex: Reindex) -> None:
    now = timezone.now()
    texts = {
        "C++ Engineer": "<p>Modern C++ and a little C.</p>",
        "C# Developer": "<p>We use .NET and C#/.NET Core.</p>",
        "Node.js Developer": "<p>Node.js on Linux; front-end too.</p>",
        "Gardener of Data": "<p>Managing pipelines in Python. The engineer beside you uses C.</p>",
        "Engineering Manager": "<p>You manage the people who write Python.</p>",
    }
    for age, (title, html) in enumerate(texts.items()):
        listing_with(title, f"Employer {age}", html=html, posted=now - timedelta(days=age))
    reindex()


def test_without_words_the_newest_come_first(jobs: None) -> None:
    assert found("")[0] == "C++ Engineer"
    assert found("") == [listing.title for listing in Listing.objects.newest()]


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("c%2B%2B", ["C++ Engineer"]),
        ("C%23", ["C# Developer"]),
        (".NET", ["C# Developer"]),
        ("node.js", ["Node.js Developer"]),
        ("manager", ["Engineering Manager"]),
        ("python+-pipelines", ["Engineering Manager"]),
        ('"people+who+write"', ["Engineering Manager"]),
        ('"write+who+people"', []),
        ("front-end", ["Node.js Developer"]),
        ("employer+3", ["Gardener of Data"]),
        ("kubernetes", []),
        ("%2B+-+%22", []),
        ("-python", ["C++ Engineer", "C# Developer", "Node.js Developer"]),
    ],
)
def test_words_find_what_states_them(jobs: None, words: str, titles: list[str]) -> None:
    assert sorted(found(f"q={words}")) == sorted(titles)


def test_a_title_counts_more_than_the_text(jobs: None) -> None:
    assert found("q=engineer")[0] in ("C++ Engineer", "Engineering Manager")
    assert found("q=engineer&in=text")[-1] == "Gardener of Data"


def test_nothing_found_is_a_state_of_its_own(jobs: None) -> None:
    assert results("q=kubernetes").state == "nothing"
    assert results("company=no-such-company").state == "nothing"


def test_closed_and_hidden_ones_are_not_found(jobs: None, reindex: Reindex) -> None:
    Listing.objects.filter(title="C# Developer").update(closed_at=timezone.now())
    assert found("q=C%23") == []
    reindex()
    assert results("").total == 4


def test_pages_follow_one_another(jobs: None) -> None:
    first, second = results("per_page=3"), results("per_page=3&page=2")
    assert (first.total, first.pages, len(first.listings), len(second.listings)) == (5, 2, 3, 2)
    assert {listing.pk for listing in first.listings}.isdisjoint(listing.pk for listing in second.listings)


def test_dates_that_boards_make_up_stop_nothing(reindex: Reindex) -> None:
    for year in (1, 1969, 2020, 2100):
        listing_with(f"Of {year}", posted=datetime(year, 1, 2, tzinfo=UTC))
    bare = listing_with("Without any ad", posted=datetime(2021, 1, 2, tzinfo=UTC))
    bare.leading = None
    bare.save()
    bare.postings.all().delete()
    reindex()
    assert found("")[:3] == ["Of 2100", "Without any ad", "Of 2020"]
    assert results("").total == 5


def test_pages_end_where_paging_is_refused(reindex: Reindex) -> None:
    reindex()
    folder = Path(django_settings.INDEX_DIR)
    writer = open_index(folder / index_versions.current(folder)).writer(30_000_000, 1)
    for number in range(1, MAX_RESULTS + 100):
        writer.add_document(tantivy.Document.from_dict({"id": number, "newest": number, "is_sample": 0}, schema()))
    writer.commit()
    for query in ("", "per_page=30"):
        pages = results(query).pages
        assert results(f"{query}&page={pages}").total == MAX_RESULTS + 99
        with pytest.raises(Invalid, match="narrow the search"):
            results(f"{query}&page={pages + 1}")


@pytest.mark.parametrize("kind", ["idx", "fast", "term", "pos", "fieldnorm", "store"])
def test_a_damaged_index_is_no_error_page(jobs: None, kind: str) -> None:
    folder = Path(django_settings.INDEX_DIR)
    for path in (folder / index_versions.current(folder)).glob(f"*.{kind}"):
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    shown = results("q=python")
    assert shown.state == "rebuilding"
    assert len(shown.listings) == 5


def test_a_search_costs_a_fixed_number_of_queries(jobs: None, django_assert_num_queries: Any) -> None:
    for per_page in (2, 5):
        with django_assert_num_queries(0):
            shown = results(f"per_page={per_page}")
        with django_assert_num_queries(1):
            assert len(cards(shown.ids)) == per_page
        with django_assert_num_queries(2):
            assert len(shown.listings) == per_page


def test_samples_can_be_left_out(reindex: Reindex) -> None:
    listing_with("Real")
    listing_with("Made up", is_sample=True)
    reindex()
    assert sorted(found("")) == ["Made up", "Real"]
    assert found("", samples=False) == ["Real"]


def test_while_the_index_is_missing_the_newest_are_shown(jobs: None, no_index: None) -> None:
    shown = results("q=python&category=engineering")
    assert (shown.state, shown.total) == ("rebuilding", None)
    assert len(shown.listings) == 5
    assert results("company=employer-1").listings[0].title == "C# Developer"


CHOICES = {"category": ["engineering", "design", "data"], "source": ["remotive", "weworkremotely"]}


@pytest.fixture
def mixed(reindex: Reindex) -> None:
    for number in range(18):
        category, board = CHOICES["category"][number % 3], CHOICES["source"][number % 2]
        listing = listing_with(f"Writer {number}", board=board, facts={"category": category})
        if number % 5 == 0:
            posting_with(listing, "remoteco")
    reindex()


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    category=st.sets(st.sampled_from(CHOICES["category"])),
    source=st.sets(st.sampled_from(CHOICES["source"])),
    word=st.sampled_from(["", "writer", "1"]),
)
def test_a_count_is_what_that_value_alone_finds(mixed: None, category: set[str], source: set[str], word: str) -> None:
    search = Search(q=word, category=tuple(sorted(category)), source=tuple(sorted(source)))
    counts = find(search).counts
    assert set(counts) == {*FILTERS, "country", "salary", "experience", "posted"}
    for name, counted in counts.items():
        if name == "salary":
            continue
        labels = {value: label for value, label, _ in counted}
        found_alone = {value: count for value, _, count in counted}
        for value in {*CHOICES.get(name, ()), *labels} - ({"none"} if name == "country" else set()):
            single = {"country": value, "posted": int(value) if name == "posted" else 0}.get(name, (value,))
            alone = replace(search, **{name: single})
            assert find(alone).total == found_alone.get(value, 0)
        assert all(labels.values())


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(q=st.text(max_size=60))
def test_any_words_are_answered(mixed: None, q: str) -> None:
    assert find(Search(q=q)).state in ("results", "nothing")
