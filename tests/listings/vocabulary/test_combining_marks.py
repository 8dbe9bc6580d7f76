"""What normalising costs, whatever marks a text holds."""

from __future__ import annotations

import sys
import tracemalloc
import unicodedata
from collections.abc import Callable

from listings.boards.bounds import readable
from listings.dedup.normalise import company_key, fold
from listings.dedup.titles import normalise_title
from listings.facts.residence.negations import as_seen
from listings.vocabulary import synonyms
from listings.vocabulary.combining_marks import MAX_MARKS, bounded_marks, normalized, without_accents
from listings.vocabulary.places import folded
from tests.cpu_time import assert_growth
from tests.tables import table

# Of two classes each, so that they are sorted: plain ones, those that become two, and letters that become marks.
RUNS = ("\u0301\u0316", "\u0344\u0f73", "\u0f75\u0f81", "\uff9e\u0316", "\uff9e\uff9f\u0301\u0316")
NORMALISING: tuple[Callable[[str], str], ...] = (
    readable, fold, company_key, normalise_title, as_seen, synonyms.key, folded, without_accents
)  # fmt: skip


def run(marks: str, length: int) -> str:
    return "a" + "".join(mark * (length // len(marks)) for mark in marks)


@table("marks", RUNS)
def test_long_runs_of_marks_cost_what_their_length_costs(marks: str) -> None:
    assert_growth(lambda size: [normalized("NFKD", run(marks, size)) for _ in range(10)], 2000, below=7)


@table("marks", RUNS)
def test_long_runs_of_marks_take_little_memory(marks: str) -> None:
    text = run(marks, 50_000)
    tracemalloc.start()
    try:
        bounded_marks(text)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 5 * sys.getsizeof(text)


@table("normalise", NORMALISING)
@table("marks", RUNS)
def test_whatever_normalises_text_bounds_its_marks(normalise: Callable[[str], str], marks: str) -> None:
    assert_growth(lambda size: normalise(run(marks, size)), 3000, below=7)


def test_every_character_that_is_sorted_counts_as_a_mark() -> None:
    for code in range(sys.maxunicode + 1):
        first = unicodedata.normalize("NFKD", chr(code))[0]
        if unicodedata.combining(first):
            assert len(bounded_marks(chr(code) * 40)) == MAX_MARKS, hex(code)


@table("start", range(MAX_MARKS + 1))
def test_a_long_run_is_cut_wherever_it_begins(start: int) -> None:
    text = "é" * start + "\u0301" * (MAX_MARKS + 1) + "b"
    assert bounded_marks(text) == text.replace("\u0301b", "b")


def test_ordinary_text_stays() -> None:
    for text in ("São Paulo", "Z̸͇a̷̛l̴g̵o", "हिन्दी में नौकरी", "ｶﾞﾊﾞﾅｰ", "👩🏽‍🚀❤️", "a" + "\u0301" * MAX_MARKS):
        assert bounded_marks(text) == text
    assert without_accents("Crème Brûlée ½") == "Creme Brulee 1⁄2"
