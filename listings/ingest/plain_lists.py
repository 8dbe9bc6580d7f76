"""Lists that an ad writes as lines of text, "- Nets" below "- Ropes": browsers would run them into a paragraph."""

from __future__ import annotations

import re

# Within these parts the text is one paragraph, or keeps its lines anyway.
BLOCK = re.compile(r"(<pre\b.*?</pre>|</?(?:p|div|ul|ol|li|blockquote|table|t[rhd]|d[ltd]|h[1-6])\b[^<>]*>)", re.DOTALL)
BULLET = r"[-–*•·▪●] (?=\S)"
ITEM = re.compile(rf"(?:\A|\n|<br>)\s{{0,8}}{BULLET}")
# Only from the beginning of its white space, lest each space of a long run is tried.
LINE_BEFORE_ITEM = re.compile(rf"(?:<br>)?(?<![ \t])[ \t]*+\r?\n[ \t]*+(?={BULLET})")
MIN_ITEMS = 2


def with_broken_lines(html: str) -> str:
    """`html` as nh3 returns it, with a line break before each item of such lists."""
    if "\n" not in html:
        return html
    parts = BLOCK.split(html)
    return "".join(_with_breaks(part) if place % 2 == 0 else part for place, part in enumerate(parts))


def _with_breaks(text: str) -> str:
    """A single line that begins with a dash may go on with a sentence."""
    if "\n" not in text or len(ITEM.findall(text)) < MIN_ITEMS:
        return text
    return LINE_BEFORE_ITEM.sub("<br>\n", text)
