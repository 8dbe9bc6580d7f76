from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st

from listings.vocabulary.entities import unescaped_entities
from tests.examples import examples

PIECES = [
    "&",
    "amp;",
    "amp",
    "#",
    "x",
    "39",
    "x27;",
    ";",
    "not",
    "notit;",
    "nosuch;",
    "eacute",
    "0",
    "<",
    " ",
    "\n",
    "é",
]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
@limits(max_examples=examples(60))
def test_texts_read_as_browsers_read_them(text: str) -> None:
    assert unescaped_entities(text) == html.unescape(text)


@pytest.mark.parametrize(
    ("text", "times", "plain"),
    [
        ("&amp;amp;amp;", 2, "&amp;"),
        ("&amp;amp;amp;", 9, "&"),
        ("R&D &nosuch;", 3, "R&D &nosuch;"),
        (f"&#{'9' * 5000};!", 1, "\ufffd!"),
        (f"&#x{'f' * 5000}!", 1, "\ufffd!"),
    ],
)
def test_entities(text: str, times: int, plain: str) -> None:
    assert unescaped_entities(text, times) == plain
