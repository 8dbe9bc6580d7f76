"""Each board's own payloads, spoilt: it reads them, rejects records with a reason, or names the broken shape."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from listings.boards.base import BrokenShape
from tests.cpu_time import assert_growth
from tests.examples import examples, sampled
from tests.listings.boards.test_boards import payloads
from tests.listings.boards.test_hostile import JSON, TEXT, parse

NUMBERS = st.sampled_from([0, -1, 2**63, 10**40, 1e308, float("nan"), float("inf"), True])
ANYTHING = JSON | TEXT | NUMBERS | st.lists(TEXT, max_size=3) | st.dictionaries(TEXT, TEXT, max_size=3)
PLACES = st.integers(0, 10**6)


def json_payloads() -> list[tuple[str, Path]]:
    return [(name, path) for name, path in payloads() if path.suffix == ".json"]


def fields(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every (object, key) and (list, place) within, the outermost first."""
    found = [value]
    for one in found:
        if isinstance(one, (dict, list)):
            keys = list(one) if isinstance(one, dict) else range(len(one))
            yield from ((one, key) for key in keys)
            found.extend(one[key] for key in keys)


@pytest.mark.parametrize(("name", "path"), json_payloads(), ids=lambda value: getattr(value, "name", value))
@settings(max_examples=examples(2), deadline=None)
@given(spoilt=st.lists(st.tuples(PLACES, ANYTHING), min_size=1, max_size=4))
def test_any_value_at_any_place(name: str, path: Path, spoilt: list[tuple[int, Any]]) -> None:
    value = json.loads(path.read_text())
    for place, put in spoilt:
        found = list(fields(value))
        if found:
            within, key = found[place % len(found)]
            within[key] = put
    with suppress(BrokenShape):
        parse(name, json.dumps(value).encode())


@pytest.mark.parametrize(("name", "path"), payloads(), ids=lambda value: getattr(value, "name", value))
@settings(max_examples=examples(2), deadline=None)
@given(
    at=PLACES,
    gone=st.integers(0, 200),
    put=st.binary(max_size=20) | TEXT.map(lambda text: text.encode("utf-8", "replace")),
)
def test_any_bytes_at_any_place(name: str, path: Path, at: int, gone: int, put: bytes) -> None:
    body = path.read_bytes()
    at %= len(body) + 1
    with suppress(BrokenShape):
        parse(name, body[:at] + put + body[at + gone :])


PIECES = ("x", "<", "&amp;", "1", "a|", " ")
# By turns: each payload with a piece, each piece in some payloads.
GROWING = [
    (name, path, PIECES[(number + turn) % len(PIECES)])
    for turn in range(len(PIECES))
    for number, (name, path) in enumerate(json_payloads())
]
# A piece in the first payload of every fourth board, each piece more than once.
TRIED = set(list(dict.fromkeys(name for name, _ in json_payloads()))[::4])


@pytest.mark.parametrize(
    ("name", "path", "piece"),
    sampled(GROWING, key=lambda name, path, piece: name if name in TRIED else ""),
    ids=lambda value: getattr(value, "name", value),
)
def test_time_grows_no_faster_than_a_text(name: str, path: Path, piece: str) -> None:
    """Put into every text of a record, one after the other."""
    value = json.loads(path.read_text())
    texts = [(within, key) for within, key in fields(value) if isinstance(within[key], str)][:15]

    def read_all(length: int) -> None:
        for within, key in texts:
            stated, within[key] = within[key], within[key] + piece * (length // len(piece))
            with suppress(BrokenShape):
                parse(name, json.dumps(value).encode())
            within[key] = stated

    assert_growth(read_all, 20_000, below=10)
