"""Phrases are found as by an automaton of their own, whatever other finders share the pass."""

from __future__ import annotations

from ahocorasick_rs import AhoCorasick, MatchKind
from hypothesis import given
from hypothesis import strategies as st

from listings.facts import multi_search
from listings.facts.multi_search import Overlaps, SharedFinder
from tests.listings.facts.growth import LIMIT, growth

PHRASES = ("a", "ab", "abc", "bc", "c", "cab", "ca b", "é", "b é")
KINDS = {Overlaps.FIRST_END: MatchKind.Standard, Overlaps.LONGEST: MatchKind.LeftmostLongest}
FINDERS = {overlaps: SharedFinder(PHRASES, overlaps) for overlaps in Overlaps}


@given(st.text(alphabet="abcé ", max_size=40))
def test_overlaps_are_resolved_as_by_an_automaton_of_the_phrases_alone(text: str) -> None:
    for overlaps, kind in KINDS.items():
        assert FINDERS[overlaps].find(text) == AhoCorasick(PHRASES, matchkind=kind).find_matches_as_indexes(text)
    alone = AhoCorasick(PHRASES).find_matches_as_indexes(text, overlapping=True)
    assert FINDERS[Overlaps.ALL].find(text) == alone


def test_a_text_is_passed_over_once_for_all_finders() -> None:
    before = multi_search._matches.cache_info().misses
    for finder in FINDERS.values():
        finder.find("a cab that nobody has read before")
    assert multi_search._matches.cache_info().misses == before + 1


def test_time_is_linear_in_the_text() -> None:
    assert growth(lambda text: [finder.find(text) for finder in FINDERS.values()], str, "abcab ", size=50_000) < LIMIT
