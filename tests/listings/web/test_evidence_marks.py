"""Marks in an ad's text stand exactly on the words that facts rest on."""

from __future__ import annotations

import html as entities
import re

import nh3
import pytest
from hypothesis import given
from hypothesis import strategies as st

from listings.facts.text import plain
from listings.web.evidence_marks import mark_evidence
from tests.cpu_time import assert_growth


def marks(html: str, *words: str, occurrence: int = 0) -> list[str]:
    """The marked words, whichever elements they are in."""
    text = plain(html)
    spans = {}
    for word in words:
        start = [found.start() for found in re.finditer(re.escape(word), text)][occurrence]
        spans[word] = [{"field": "text", "start": start, "end": start + len(word)}]
    shown, anchors = mark_evidence(text, html, spans)
    assert set(anchors) == set(words)
    assert plain(shown) == text
    return [entities.unescape(found) for found in re.findall(r"<mark[^>]*>([^<]*)</mark>", shown)]


@pytest.mark.parametrize(
    ("html", "words", "expected"),
    [
        ("<p>We pay $90k a year.</p>", "$90k a year", ["$90k a year"]),
        ("<p>We pay <b>$90k</b> a year.</p>", "$90k a year", ["$90k", "a year"]),
        ("We &amp; you: R&amp;D", "R&D", ["R&D"]),
        ("<ul><li>Remote in <i>Germany</i></li></ul>after", "in Germany", ["in", "Germany"]),
        ("<p>a</p>tail in Spain<p>b</p>", "Spain", ["Spain"]),
        ("plain words only", "words", ["words"]),
    ],
)
def test_marks_the_words(html: str, words: str, expected: list[str]) -> None:
    assert marks(html, words) == expected


def test_of_equal_words_the_right_ones_are_marked() -> None:
    html = "<p>Spain is nice.</p><ul><li>Live in Spain</li></ul>"
    text = plain(html)
    start = text.rindex("Spain")
    shown, _ = mark_evidence(text, html, {"residence": [{"field": "text", "start": start, "end": start + 5}]})
    assert shown.index("<mark") > shown.index("Live")


def test_two_facts_may_share_words() -> None:
    shown, anchors = mark_evidence(
        "Senior in Spain",
        "<p>Senior in Spain</p>",
        {
            "seniority": [{"field": "text", "start": 0, "end": 6}],
            "residence": [{"field": "text", "start": 0, "end": 15}],
        },
    )
    assert shown == '<p><mark id="states-seniority">Senior</mark><mark> in Spain</mark></p>'
    assert anchors == {"seniority": "states-seniority", "residence": "states-seniority"}


def test_what_cannot_be_found_is_left_alone() -> None:
    assert mark_evidence("other text", "<p>text</p>", {"x": [{"field": "text", "start": 0, "end": 5}]})[1] == {}
    assert mark_evidence("text", "<p>text</p>", {"x": [{"field": "title", "start": 0, "end": 4}]}) == (
        "<p>text</p>",
        {},
    )
    assert mark_evidence("text", "<p>text</p>", {"x": [{"field": "text", "start": 2, "end": 99}]}) == (
        "<p>text</p>",
        {},
    )


def test_many_marks_cost_little_more_than_one() -> None:
    words = [f"skill{number}" for number in range(400)]
    text = "lorem " * 20_000 + "\n" + "\n".join(words)
    html = f"<p>{'lorem ' * 20_000}</p>" + "".join(f"<p>{word}</p>" for word in words)

    def mark(count: int) -> None:
        spans = {}
        for word in words[-count:]:
            start = text.index(word)
            spans[word] = [{"field": "text", "start": start, "end": start + len(word)}]
        assert len(mark_evidence(text, html, spans)[1]) == count

    assert_growth(mark, 10, factor=10, below=3)


SIGNS = ["a", "b ", "&amp;", "&lt;", "- ", "\n", "é"]
PARTS = st.lists(st.sampled_from(["<p>", "</p>", "<b>", "</b>", "<ul><li>", "</ul>", "<br>", *SIGNS]))


@given(parts=PARTS, start=st.integers(0, 20), length=st.integers(1, 10))
def test_marking_never_changes_the_text(parts: list[str], start: int, length: int) -> None:
    html = nh3.clean("".join(parts))
    text = plain(html)
    shown, _ = mark_evidence(text, html, {"x": [{"field": "text", "start": start, "end": start + length}]})
    assert plain(shown).split() == text.split()
