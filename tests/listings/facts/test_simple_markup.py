"""The fast reading of simple markup agrees with the parser's, and leaves to it what is not simple."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from listings.facts.simple_markup import BLOCKS, INLINE, simple_text
from listings.facts.text import AFTER, BEFORE, _collapse, _parsed_text
from tests.tables import table

WORDS = st.sampled_from(["tide", " ", "\n", "two  words ", "&amp;", "&nbsp;", "&#150;", "&lt;b", "<br>", "<img/>", "é"])
NAMES = st.sampled_from(sorted(BLOCKS | INLINE))


def element(content: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    attributes = st.sampled_from(["", ' class="x"', " href='y'", " id=z"])
    inner = st.lists(content, max_size=4).map("".join)
    return st.tuples(NAMES, attributes, inner).map(lambda parts: f"<{parts[0]}{parts[1]}>{parts[2]}</{parts[0]}>")


@given(st.lists(st.recursive(WORDS, element, max_leaves=12), max_size=4).map("".join))
def test_both_readings_agree(html: str) -> None:
    text = simple_text(html, BEFORE, AFTER)
    if text is not None:
        assert _collapse(text, "- ") == _collapse(_parsed_text(html), "- ")


@table(
    "html",
    [
        *("a</p>", "<b><i>a</b></i>", "<p><div>a</div></p>", "<h2><b><ul></ul></b></h2>", "<li><li>a</li></li>"),
        *("<p/>a", "</br>", "<!-- a -->", "<table></table>", '<a title="a>b">c</a>', "a < b", "a\rb", "<div>" * 100),
    ],
)
def test_other_markup_is_not_simple(html: str) -> None:
    assert simple_text(html, BEFORE, AFTER) is None


def test_most_markup_is_simple() -> None:
    html = (
        '<div class="a"><h3>Part</h3><p>One <b>bold</b> &amp; <a href="/x?y=1">so</a><br/></p><UL><li>c</li></UL></div>'
    )
    assert simple_text(html, BEFORE, AFTER) is not None
