"""The plain text of a description: lines, lists, entities, and markup that means harm."""

from __future__ import annotations

import time

import pytest

from listings.facts.text import plain


@pytest.mark.parametrize(
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


@pytest.mark.parametrize("html", ["<div>" * 200_000, "<ul><li>" * 9_000, "<" * 200_000, "&" * 200_000, " \n" * 200_000])
def test_hostile_markup_costs_little(html: str) -> None:
    started = time.perf_counter()
    assert plain(html + "<p>end</p>").endswith("end")
    assert time.perf_counter() - started < 5


def test_a_long_description_costs_less_than_five_milliseconds() -> None:
    html = "<h3>Part</h3><p>Some words of <b>work</b> &amp; rest.</p><ul><li>one</li><li>two</li></ul>" * 150
    started = time.perf_counter()
    for _ in range(20):
        plain(html)
    assert (time.perf_counter() - started) / 20 < 0.005
