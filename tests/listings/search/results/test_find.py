"""What readers find."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.http import QueryDict
from django.utils import timezone

from listings.models import Listing
from listings.search.index import index_versions
from listings.search.query.search import Search
from listings.search.results.find import Results, find
from listings.web.cards import cards
from tests.examples import few
from tests.listings.indexing import Reindex
from tests.listings.making import listing_with

pytestmark = pytest.mark.django_db


def found(query: str, **options: Any) -> list[str]:
    return [listing.title for listing in results(query, **options).listings]


def results(query: str, **options: Any) -> Results:
    return find(Search.parse(QueryDict(query)), **options)


def make_jobs() -> None:
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


@pytest.mark.parametrize("kind", few(["idx", "fast", "term", "pos", "fieldnorm", "store"], 2))
def test_a_damaged_index_is_no_error_page(jobs: None, reindex: Reindex, kind: str) -> None:
    # Others share the index of all jobs.
    reindex()
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


def test_while_the_index_is_missing_the_newest_are_shown(jobs: None, no_index: None) -> None:
    shown = results("q=python&category=engineering")
    assert (shown.state, shown.total) == ("rebuilding", None)
    assert len(shown.listings) == 5
    assert results("company=employer-1").listings[0].title == "C# Developer"
