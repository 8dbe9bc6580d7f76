"""The few words that a slip or a beginning may stand for are all of those that it may stand for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from listings.search.text.word_counts import MIN_ADS, WordCounts

# Of few letters, so that many are near each other, and some whose bits are the same.
WORDS = st.text("abcdABé𝔞", min_size=2, max_size=7)


@given(st.dictionaries(WORDS, st.integers(1, 9), max_size=40), WORDS, st.sampled_from([1, 2]))
def test_no_near_word_is_left_out(counts: dict[str, int], typed: str, typos: int) -> None:
    near = {word for word, count in counts.items() if count >= MIN_ADS and OSA.distance(word, typed) <= typos}
    assert near <= set(WordCounts(counts).maybe_near(typed, typos))


@given(st.dictionaries(WORDS, st.integers(1, 9), max_size=40), WORDS)
def test_words_by_their_beginning(counts: dict[str, int], letters: str) -> None:
    assert set(WordCounts(counts).beginning_with(letters)) == {word for word in counts if word.startswith(letters)}


def test_most_words_are_left_out() -> None:
    words = WordCounts({"kubernetes": 40, "designer": 30, "kubernets": 3, "rare": 1, "accountant": 9})
    assert words.maybe_near("kubernetse", 2) == ["kubernetes", "kubernets"]
    assert WordCounts().maybe_near("python", 2) == []
