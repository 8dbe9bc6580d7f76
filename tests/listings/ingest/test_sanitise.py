"""No description harms or follows its reader."""

from __future__ import annotations

from dataclasses import replace

import nh3
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from lxml import html as lxml_html

from listings.boards import BOARDS
from listings.boards.bounds import MAX_TEXT
from listings.ingest import sanitise
from listings.ingest.formatting import bounded_formatting
from listings.ingest.sanitise import EMPTIED, KEPT, MAX_TAGS, clean
from listings.ingest.tidy import MAX_DEPTH, tidied
from tests.cpu_time import assert_growth
from tests.examples import examples, few

TERMS = replace(next(iter(BOARDS.values())).terms, followed_link=True)
HOME = "https://board.example/"
PIECES = st.sampled_from(
    [
        "<script>alert(1)</script>", "<p onclick=x()>", "<img src=https://t.example/p.gif>", "<h1>", "</p>", "<b>",
        "<a href='javascript:x()'>", '<a href="https://a.example/?utm_source=x&b=%20c&a">', "<iframe src=//x>", "<svg>",
        """<p style='"a:b"'>""", "<table><td>", "&lt;script&gt;", "\0", "<style>", "<!--", "<ul><li>", "words ", "<br>",
        "<h4>", "</h4>", "<i>", "</i></b>", "\n\n", "&nbsp;", "<pre>\n", "<a><table><a>", "</p>", "<th colspan=2>",
        "&#1;", "<a rel=opener>",
    ]
)  # fmt: skip
LINK_VALUES = {"a": {"rel": {"nofollow noopener ugc", "noopener"}}}


def sanitised(html: str) -> str:
    """By nh3 alone, with what we allow."""
    return nh3.clean(
        html,
        tags=KEPT,
        clean_content_tags=EMPTIED,
        attributes={"a": {"href"}, "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"}},
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
        tag_attribute_values=LINK_VALUES,
    )


TEXTS = st.lists(PIECES | st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"]), max_size=10), max_size=15)
BLOCKS = {"p", "div", "ul", "ol", "li", "blockquote", "table", "hr", "pre", "h3", "h4", "h5", "h6"}
EMPTIABLE = BLOCKS - {"table", "hr", "pre"} | {"b", "i", "em", "strong", "u"}


@settings(max_examples=examples(60), deadline=None)
@given(TEXTS.map("".join))
def test_only_text_survives_and_stays_as_it_is(text: str) -> None:
    once = clean(text, TERMS, HOME)
    assert clean(once, TERMS, HOME) == once
    assert sanitised(once) == once
    for element in lxml_html.fragment_fromstring(once, create_parent="section").iterdescendants():
        assert element.tag in KEPT
        assert set(element.attrib) <= {"href", "rel", "colspan", "rowspan"}
        assert not element.get("href", "").lower().startswith(("javascript", "data"))


@settings(max_examples=examples(40), deadline=None)
@given(TEXTS.map("".join))
def test_neither_empty_elements_nor_loose_breaks_are_left(text: str) -> None:
    tidy = tidied(sanitise.sanitised(text), lambda href: "noopener").replace("&nbsp;", " ")
    for element in etree.fromstring(f"<div>{tidy.replace('<br>', '<br/>').replace('<hr>', '<hr/>')}</div>").iter():
        if element.tag in EMPTIABLE:
            inner = {str(descendant.tag) for descendant in element.iterdescendants()}
            assert str(element.xpath("string()")).strip() or inner - EMPTIABLE - {"br"} or element.getparent() is None
        elif element.tag == "br":
            before, around, after = element.getprevious(), element.getparent(), element.getnext()
            assert around is not None
            left = around.text if before is None else before.tail
            assert (left or "").strip() or (around if before is None else before).tag not in BLOCKS
            assert (element.tail or "").strip() or (around if after is None else after).tag not in BLOCKS


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
    assert 0 < len(clean("word " * 100_000, TERMS)) <= MAX_TEXT


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


@pytest.mark.parametrize(
    ("html", "levels"),
    [
        ("<h1>Us</h1><h4>Why</h4><h1>You</h1>", ["h3", "h4", "h3"]),
        ("<h5>Us</h5>", ["h3"]),
        ("<h2> <br></h2><h6>Us</h6>", ["h3"]),
        ("".join(f"<h{level}>x</h{level}>" for level in range(1, 7)), ["h3", "h4", "h5", "h6", "h6", "h6"]),
    ],
)
def test_headings_stay_below_those_of_the_page_and_leave_no_gaps(html: str, levels: list[str]) -> None:
    root = lxml_html.fragment_fromstring(clean(html, TERMS), create_parent="div")
    assert [element.tag for element in root] == levels


@pytest.mark.parametrize(
    "html",
    [
        "<svg><style><a id='</style><img src=x onerror=alert(1)>'>",
        "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=x onerror=alert(1)&gt;'>",
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
        "<a href='java&#10;script:alert(1)' rel='opener'>x</a>",
        '<a href="https://x.example/<br>\'&quot; onclick=y">z</a>',
        "<a href='&#1;javascript:alert(1)'>x</a><a href='https://[bad'>y</a><a rel=opener>z</a>",
        "<b><p>&lt;script&gt;alert(1)&lt;/script&gt;</b></p>&amp;lt;script&amp;gt;",
        "<p>]]></p><![CDATA[<script>alert(1)</script>]]><?xml-stylesheet href='x'?><!DOCTYPE x [<!ENTITY a 'b'>]>&a;",
        "<td colspan='2 onclick=x' rowspan=99999><th colspan=3>x",
        "<p \ud800=1>\ud800&#xd800;&#0;\x00\x0b&#xfffe;&#11;x</p>",
        "<div>" * 300 + "<script>alert(1)</script>&lt;img src=x onerror=alert(1)&gt;",
    ],
)
def test_tidying_lets_nothing_back_in(html: str) -> None:
    once = clean(html, TERMS, HOME)
    assert sanitised(once) == once == clean(once, TERMS, HOME)
    root = lxml_html.fragment_fromstring(once, create_parent="div")
    assert not [element for element in root.iterdescendants() if element.tag not in KEPT]
    assert {link.get("rel") for link in root.iter("a")} <= LINK_VALUES["a"]["rel"]


def test_the_tree_of_the_sanitiser_is_kept() -> None:
    html = "<b><p>bold</p></b><h3><ul><li>in a heading</li></ul></h3>"
    assert clean(html, TERMS) == html


@pytest.mark.parametrize("depth", [MAX_DEPTH + 1, 300, 3000])
def test_of_elements_nested_beyond_all_sense_the_text_stays(depth: int) -> None:
    assert clean("<div>" * depth + "<p>a &lt; b</p>c", TERMS) == "a &lt; b<br>c"
    assert clean("<div>" * (MAX_DEPTH - 1) + "x", TERMS).count("<div>") == MAX_DEPTH - 1


def test_a_cut_text_is_whole_markup() -> None:
    html = (
        "<p>some <b>words</b> &amp; <a href='https://x.example/'>a link</a></p>" * (MAX_TAGS // 6 - 1) + "&" * 400_000
    )
    once = clean(html, TERMS)
    assert MAX_TEXT - 500 < len(once) <= MAX_TEXT
    assert sanitised(once) == once == clean(once, TERMS)


@pytest.mark.parametrize("tag", few(["ul><li", "b", "div", "br", "table", "a href=x", "p><b><i", "font"], 2))
def test_markup_that_is_nothing_but_tags_does_not_hold_a_worker_up(tag: str) -> None:
    assert clean("x" + f"<{tag}>" * 100_000, TERMS).startswith("x")
    assert_growth(lambda count: clean(f"<{tag}>" * count, TERMS), 10_000, below=10)


@pytest.mark.parametrize(
    "opening",
    few(
        [
            "<b id={}>",
            "<a href='https://x.example/{}" + "y" * 99_000 + "'>",
            "<STRONG/id='{}>'>",
            "<i id={}'>",
            "<!-- <u ' --><u id={}>",
            "<font\f" + " a{0}" * 5_000 + ">",
        ],
        2,
    ),
)
def test_what_is_left_open_does_not_fill_the_memory_with_each_paragraph(opening: str) -> None:
    count = min(1_200, MAX_TEXT // 2 // len(opening.format(1)))
    html = "<p>" + "".join(map(opening.format, range(count))) + "</p>" + "<p>x" * 3_000
    bounded = bounded_formatting(html)
    # Whatever is left of them, times the paragraphs in which it is opened again.
    assert bounded is None or (len(bounded) - len(html.partition("</p>")[2])) * 3_000 < 30_000_000
    assert clean(html, TERMS).count("x") == 3_000


def test_formatting_of_ordinary_ads_stays() -> None:
    html = """<p><strong style="a: 'b'">bold</strong> <em class=x>it's</em> <a href="https://x.example/?a=1">&gt;</a></p>"""
    link = '<a href="https://x.example/?a=1" rel="nofollow noopener ugc">&gt;</a>'
    assert clean(html, TERMS) == f"<p><strong>bold</strong> <em>it's</em> {link}</p>"
