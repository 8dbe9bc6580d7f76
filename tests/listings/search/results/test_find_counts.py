"""Any search is answered, and each count is what its value alone finds."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from listings.search.query.parameters import FILTERS
from listings.search.query.search import Search
from listings.search.results.find import find
from tests.examples import examples
from tests.listings.making import listing_with, posting_with

pytestmark = pytest.mark.django_db

CHOICES = {"category": ["engineering", "design", "data"], "source": ["remotive", "weworkremotely"]}


def make_jobs() -> None:
    for number in range(18):
        category, board = CHOICES["category"][number % 3], CHOICES["source"][number % 2]
        listing = listing_with(f"Writer {number}", board=board, facts={"category": category})
        if number % 5 == 0:
            posting_with(listing, "remoteco")


@settings(max_examples=examples(5), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    category=st.sets(st.sampled_from(CHOICES["category"])),
    source=st.sets(st.sampled_from(CHOICES["source"])),
    word=st.sampled_from(["", "writer", "1"]),
)
def test_a_count_is_what_that_value_alone_finds(jobs: None, category: set[str], source: set[str], word: str) -> None:
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


@settings(max_examples=examples(20), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(q=st.text(max_size=60))
def test_any_words_are_answered(jobs: None, q: str) -> None:
    assert find(Search(q=q)).state in ("results", "nothing")
