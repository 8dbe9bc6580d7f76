"""No description harms or follows its reader."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from listings.boards import BOARDS
from listings.ingest.sanitise import KEPT, LONGEST, clean

TERMS = replace(next(iter(BOARDS.values())).terms, followed_link=True)
HOME = "https://board.example/"
PIECES = st.sampled_from(
    [
        "<script>alert(1)</script>", "<p onclick=x()>", "<img src=https://t.example/p.gif>", "<h1>", "</p>", "<b>",
        "<a href='javascript:x()'>", '<a href="https://a.example/?utm_source=x&b=%20c&a">', "<iframe src=//x>", "<svg>",
        """<p style='"a:b"'>""", "<table><td>", "&lt;script&gt;", "\0", "<style>", "<!--", "<ul><li>", "words ", "<br>",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.lists(PIECES | st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"]), max_size=10), max_size=15).map(
        "".join
    )
)
def test_only_text_survives_and_stays_as_it_is(text: str) -> None:
    once = clean(text, TERMS, HOME)
    assert clean(once, TERMS, HOME) == once
    for element in lxml_html.fragment_fromstring(once, create_parent="section").iterdescendants():
        assert element.tag in KEPT
        assert set(element.attrib) <= {"href", "rel", "colspan", "rowspan"}
        assert not element.get("href", "").lower().startswith(("javascript", "data"))


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("<h1>Us</h1><p>Hi<img src='https://t.example/x.gif'></p><p> </p>", "<h3>Us</h3><p>Hi</p>"),
        (
            '<a href="https://a.example/?b=%20c&utm_source=x&amp;a=1">x</a>',
            '<a href="https://a.example/?b=%20c&amp;a=1" rel="nofollow noopener ugc">x</a>',
        ),
        ('<a href="https://board.example/x">x</a>', '<a href="https://board.example/x" rel="noopener">x</a>'),
    ],
)
def test_what_is_kept(given: str, kept: str) -> None:
    assert clean(given, TERMS, HOME) == kept


def test_endless_text_is_cut() -> None:
    assert 0 < len(clean("word " * 100_000, TERMS)) <= LONGEST


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<div>a<br><br></div><div><br></div><div>b<br>c</div>", "<div>a</div><div>b<br>c</div>"),
        ("<p><b><i>&nbsp;</i></b></p><p>x</p>", "<p>x</p>"),
        ("a<br><br><br><br>b", "a<br><br>b"),
        ("<ul><li></li><li>x<br></li></ul>", "<ul><li>x</li></ul>"),
    ],
)
def test_what_held_a_lost_layout_goes(html: str, shown: str) -> None:
    assert clean(html, TERMS) == shown


@pytest.mark.parametrize("tag", ["b", "div", "br", "table"])
def test_markup_that_is_nothing_but_tags_does_not_hold_a_worker_up(tag: str) -> None:
    assert len(clean(f"<{tag}>" * 100_000 + "x", TERMS)) <= LONGEST
