"""How well 256 bytes tell similar two texts are, and how long it takes."""

from __future__ import annotations

import time
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listings.boards.base import Ad
from listings.dedup.features import match_features
from listings.dedup.minhash import block_key, containment, signature, text_similarity
from listings.dedup.normalise import fold
from listings.dedup.titles import parse_title
from tests.examples import few
from tests.listings.dedup.vacancies import text

WORDS = st.lists(st.sampled_from("tide rope salt fish wool corn iron silk wine coal".split()), min_size=1, max_size=80)  # noqa: SIM905


def runs(words: str) -> set[str]:
    parts = words.split()
    return {" ".join(parts[start : start + 3]) for start in range(max(1, len(parts) - 2))}


@pytest.mark.parametrize("changed", few([0.1, 0.02, 0.3, 0.5, 0.8]))
def test_an_estimate_is_close_to_the_share_of_common_runs(changed: float) -> None:
    errors = []
    for seed in range(40):
        one, other = text(seed, length=600), text(seed, length=600, changed=changed)
        true = len(runs(one) & runs(other)) / len(runs(one) | runs(other))
        errors.append(text_similarity(signature(one).bins, signature(other).bins) - true)
    assert abs(sum(errors) / len(errors)) < 0.02
    assert max(map(abs, errors)) < 0.12


@given(one=WORDS, other=WORDS)
def test_likeness_is_symmetric_and_whole_for_equal_texts(one: list[str], other: list[str]) -> None:
    mine, yours = signature(" ".join(one)), signature(" ".join(other))
    assert text_similarity(mine.bins, yours.bins) == text_similarity(yours.bins, mine.bins)
    assert 0 <= text_similarity(mine.bins, yours.bins) <= 1
    assert text_similarity(mine.bins, mine.bins) == 1
    assert mine.size == len(runs(" ".join(one)))


def test_a_cut_text_is_known_to_be_held_by_the_whole() -> None:
    whole = text(length=600)
    cut = " ".join(whole.split()[:150])
    mine, yours = signature(whole), signature(cut)
    assert containment(text_similarity(mine.bins, yours.bins), mine.size, yours.size) > 0.75
    assert text_similarity(signature("").bins, signature("").bins) == 0


def test_alike_texts_share_a_key_and_short_ones_have_none() -> None:
    missed = 0
    for seed in range(60):
        one, other = text(seed, length=600), text(seed, length=600, changed=0.05)
        missed += not set(signature(one).bands) & set(signature(other).bands)
    assert missed <= 1
    assert signature("nothing to tell").bands == ()


@pytest.mark.parametrize(
    "bad", few(["(", "ab ", "1", "()", " - ", ", ", "$1", "m/w/", "a*in ", "located in ", "é", "\u0130"], 2)
)
def test_hostile_words_take_time_by_their_length(bad: str) -> None:
    def seconds(times: int) -> float:
        words = bad * times
        ad = Ad(external_id="1", url="-", title=words, company=words, location=words)
        # Of this thread alone: how busy the machine is does not count.
        started = time.thread_time()
        match_features(ad, fold(words))
        parse_title(words)
        return time.thread_time() - started

    seconds(1000)
    assert seconds(100_000) < 40 * seconds(10_000) + 0.5


def test_each_bin_holds_the_least_hash_of_its_shingles() -> None:
    for length in (3, 100, 2_000):
        words = [f"w{number * number % 997}" for number in range(length)]
        hashes = {crc32(" ".join(words[start : start + 3]).encode()) for start in range(length - 2)}
        mine = signature(" ".join(words))
        assert mine.size == len(hashes)
        for number in range(256):
            least = min((digest for digest in hashes if digest & 0xFF == number), default=None)
            assert mine.bins[number] == (0 if least is None else 1 + (least >> 8) % 255)
        coarse = [min((digest for digest in hashes if digest & 31 == number), default=None) for number in range(32)]
        rows = [coarse[first : first + 6] for first in range(0, 27, 6)]
        keys = tuple(block_key(f"{6 * place} {row}") for place, row in enumerate(rows) if None not in row)
        assert mine.bands == (keys if len(hashes) >= 20 else ())
