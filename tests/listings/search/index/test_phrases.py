"""Names of several words are terms of their own in the index: they find what looking side by side would."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listings.search.index.compile_text import MAX_SIDE_BY_SIDE
from listings.search.index.documents import LEFT_OUT, MAX_PLACES_OF_TERM, text_fields
from listings.search.index.phrases import phrase, phrases
from listings.search.index.rows import rows_of
from listings.search.query.search import Search
from listings.search.results.find import find
from listings.search.text.analysis import terms
from listings.vocabulary.synonyms import names
from tests.listings.indexing import Reindex
from tests.listings.making import listing_with

SEVERAL = sorted(name for name in names() if len(terms(name)) > 1)


@given(name=st.sampled_from(SEVERAL), before=st.text(max_size=20), after=st.text(max_size=20))
def test_a_known_name_is_found_wherever_it_stands(name: str, before: str, after: str) -> None:
    assert phrase(terms(name)) in phrases(terms(f"{before} | {name.upper()} | {after}"))


def test_other_words_are_no_name() -> None:
    assert phrase(terms("site reliability engineer")) == "site reliability engineer"
    assert phrase(terms("engineer")) is None
    assert phrase(terms("reliability site engineer")) is None
    assert phrases(terms("site of a reliability engineer")) == []
    assert phrases([]) == phrases(["site"]) == []


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>You are our first site reliability engineer.</p>", True),
        ("<p>Site-Reliability Engineers!</p>", True),
        ("<p>An engineer for the reliability of our site.</p>", False),
    ],
)
def test_a_short_name_finds_the_long_one(reindex: Reindex, db: None, html: str, found: bool) -> None:
    listing_with("Somebody", html=html)
    reindex()
    results = find(Search(q="sre"))
    assert results.total == found
    # The counts come from another query than the page: they must mean the same.
    assert sum(count for _, _, count in results.counts["category"]) == found


def test_words_of_a_long_phrase_stand_in_any_order_after_its_first(reindex: Reindex, db: None) -> None:
    words = [f"w{number}" for number in range(30)]
    listing_with("Somebody", html=f"<p>{' '.join(words)}</p>")
    reindex()
    first, rest = words[:MAX_SIDE_BY_SIDE], words[MAX_SIDE_BY_SIDE:]
    assert find(Search(q=f'"{" ".join(words)}"')).total == 1
    assert find(Search(q=f'"{" ".join([*first, *reversed(rest)])}"')).total == 1
    assert find(Search(q=f'"{" ".join([*reversed(first), *rest])}"')).total == 0
    assert find(Search(q=f'"{" ".join([*words, "absent"])}"')).total == 0


def test_a_word_without_end_is_indexed_at_its_first_places(db: None) -> None:
    listing = listing_with("Somebody", html=f"<p>Start {'now again ' * MAX_PLACES_OF_TERM * 2}</p>")
    (row,) = rows_of([listing.pk])
    indexed = list(text_fields(row)["text"])
    assert len(indexed) == 1 + 4 * MAX_PLACES_OF_TERM
    assert indexed.count("now") == indexed.count("again") == MAX_PLACES_OF_TERM
    assert indexed[:3] == ["start", "now", "again"]
    assert set(indexed[-2:]) == {LEFT_OUT}
    assert not terms(LEFT_OUT)
