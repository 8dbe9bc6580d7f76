"""The plain text of a description: lines, lists, entities, and hostile markup."""

from __future__ import annotations

from listings.facts.text import plain
from tests.cpu_time import cpu_seconds
from tests.examples import few
from tests.listings.facts.growth import LIMIT, growth
from tests.tables import table


@table(
    ("html", "text"),
    [
        ("", ""),
        ("No markup   at\tall", "No markup at all"),
        ("a &lt; b &amp;&nbsp;c", "a < b & c"),
        ("&amp;amp; is decoded once", "&amp; is decoded once"),
        ("<h2>Tides</h2><p>One<br>two<br/>three</p>", "Tides\nOne\ntwo\nthree"),
        ("<p>One <b>bold</b>ly<i> set</i></p>\n\n<p>Two</p>", "One boldly set\nTwo"),
        ("<ul><li>one</li><li><p>two</p></li></ul>after", "- one\n- two\nafter"),
        ("<ul><li>one<ol><li>within</li></ol></li></ul>", "- one\n- within"),
        ("<ul><li></li><li> </li><li>last</li><li></li></ul>", "- last"),
        ("<ul><li></li></ul>", ""),
        ("<table><tr><th>Pay</th><td>1</td></tr><tr><td>2</td></tr></table>", "Pay 1\n2"),
        ("a<!-- unseen -->b<script>c()</script><style>d{}</style><template>e</template>", "ab"),
        ("<P>Upper<LI>case</P>", "Upper\n- case"),
        ("left <b>open", "left open"),
        ("a <3 b > c", "a <3 b > c"),
        ("bell\x07 and&#7; null\x00", "bell and null"),
        ("<p>un\x1ereal dash</p>", "un real dash"),
        ("half a pair \ud800<br>&#xd800;", "half a pair\n\ufffd"),
        ("a paragraph that nobody opened:</p>after", "a paragraph that nobody opened:\nafter"),
        ("<!doctype html><html><head><title>unseen</title></head><body>seen</body></html>", "seen"),
        ("<p>would like you to be \r\nlocated, and\r\n not here</p>", "would like you to be located, and not here"),
        ("python\r\ndjango", "python\ndjango"),
        ("<div>" * 3000 + "deep<svg><li>unseen</svg> down", "deep down"),
        ("a<template><li>unseen</template>b", "ab"),
    ],
)
def test_text_is_made_of_markup(html: str, text: str) -> None:
    assert plain(html) == text


def test_the_mark_of_list_items_can_be_left_out() -> None:
    assert plain("<ul><li>one<li>- two</ul>- three", bullet="") == "one\n- two\n- three"


def test_an_attribute_never_shows() -> None:
    assert plain('<a href="https://x.example/" title="<p>unseen</p>">seen</a>') == "seen"


DESCRIPTION = "<h3>Part</h3><p>Some words of <b>work</b> &amp; rest.</p><ul><li>one</li><li>two</li></ul>"


@table("piece", few([DESCRIPTION, "<ul><li>", "<div>", "<", "&", " \n"], 2))
def test_time_is_linear_in_the_markup(piece: str) -> None:
    # Real markup stays below the limit of tags, hostile markup is above it at both sizes.
    size = 30_000 if piece == DESCRIPTION else 200_000
    assert growth(plain, lambda text: f"{text}<p>end</p>", piece, size=size) < LIMIT


@table("html", ["<div>" * 200_000, "<ul><li>" * 9_000, "<" * 200_000, "&" * 200_000, " \n" * 200_000])
def test_hostile_markup_leaves_the_text(html: str) -> None:
    assert plain(html + "<p>end</p>").endswith("end")


def test_nesting_below_the_limit_of_tags_is_bounded() -> None:
    """The parser is quadratic in the depth: this is the worst that passes, against as many tags side by side."""
    nested, flat = "<ul><li>" * 9_000, "<p>work</p>" * 9_000
    assert cpu_seconds(lambda: plain(nested)) < 200 * cpu_seconds(lambda: plain(flat))
