"""Caches whose keys strangers choose keep little, however long these are."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from itertools import count

import pytest

from listings.facts.category.titles import match_title
from listings.facts.residence.resolving import is_within
from listings.facts.skills.sections import _kind
from listings.facts.subjects.governors import governor
from listings.facts.subjects.holders import holder_of
from listings.facts.subjects.rules import frame_of, subject_of
from listings.facts.workplace.labels import workplace_of
from listings.search.text.analysis import terms
from listings.vocabulary.bounded_cache import LONG_KEYS, bounded_cache
from listings.vocabulary.place_lookup import look_up
from listings.vocabulary.title_slips import correct
from listings.web.client_address import parse_address
from listings.web.title_text import calm_title
from tests.examples import few

KEYS, LENGTH = 100, 5_000
NUMBERS = count()


def texts(calls: int) -> list[str]:
    # A word among spaces: none of these reads it for long.
    return [f"{next(NUMBERS)}".ljust(LENGTH) + "." for _ in range(calls)]


@pytest.mark.parametrize(
    "cached",
    few(
        [
            parse_address, look_up, calm_title, frame_of, subject_of, holder_of, governor, workplace_of, match_title,
            correct, terms, _kind, lambda text: is_within((text,) * 50, ()),
        ],
        count=2,
    ),
)  # fmt: skip
def test_long_keys_are_not_kept(cached: Callable[[str], object]) -> None:
    cached(texts(1)[0])
    tracemalloc.start()
    for text in texts(KEYS):
        cached(text)
    del text
    kept = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert kept < KEYS * LENGTH / 3


def test_short_keys_are_kept_as_usual() -> None:
    calls = []

    @bounded_cache(100, longest=5)
    def doubled(text: str) -> str:
        calls.append(text)
        return text * 2

    long = [f"longer {number}" for number in range(LONG_KEYS)]
    for text in ("short", "short", *long, *long):
        assert doubled(text) == text * 2
    assert calls == ["short", *long]
    doubled("longer than that")
    doubled(long[0])
    assert calls[-2:] == ["longer than that", long[0]]
