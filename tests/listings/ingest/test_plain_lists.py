"""Lists that ads write as lines of text stay lists."""

from __future__ import annotations

import pytest

from listings.boards import BOARDS
from listings.facts.text import plain
from listings.ingest.plain_lists import with_broken_lines
from listings.ingest.sanitise import clean
from tests.cpu_time import assert_growth

TERMS = BOARDS["hackernews"].terms


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        ("<p>- Mend nets \n- Splice ropes</p>", "<p>- Mend nets<br>\n- Splice ropes</p>"),
        ("<p>You will:\n• Mend nets\n• Splice ropes</p>", "<p>You will:<br>\n• Mend nets<br>\n• Splice ropes</p>"),
        ("Net Mender\n- <b>Oslo</b>\n- Bergen", "Net Mender<br>\n- <b>Oslo</b><br>\n- Bergen"),
        ("<p>- Mend nets<br>\n- Splice ropes</p>", "<p>- Mend nets<br>\n- Splice ropes</p>"),
        # A line of a paragraph that goes on with a dash.
        ("<p>We mend nets\n- and ropes, too.</p>", "<p>We mend nets\n- and ropes, too.</p>"),
        ("<p>We mend nets\nand ropes - and sails - too.</p>", "<p>We mend nets\nand ropes - and sails - too.</p>"),
        ("<p>From -3\n-2 to\n-1 degrees</p>", "<p>From -3\n-2 to\n-1 degrees</p>"),
        ("<pre>- Mend nets\n- Splice ropes</pre>", "<pre>- Mend nets\n- Splice ropes</pre>"),
        ("<ul>\n<li>- Mend nets</li>\n<li>- Ropes</li>\n</ul>", "<ul>\n<li>- Mend nets</li>\n<li>- Ropes</li>\n</ul>"),
    ],
)
def test_items_of_lists_begin_lines(html: str, kept: str) -> None:
    cleaned = clean(html, TERMS)
    assert cleaned == kept
    assert clean(cleaned, TERMS) == kept
    assert plain(cleaned) == plain(html)


@pytest.mark.parametrize("part", ["\n- a", " ", "\n", "<br>\n", "<pre></pre>", "\n- a<br> "])
def test_time_grows_with_the_length_alone(part: str) -> None:
    assert_growth(lambda count: with_broken_lines("- a\n- b" + part * count), 10_000, below=10)
