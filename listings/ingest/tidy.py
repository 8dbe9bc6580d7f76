"""Tidies sanitised markup: no empty elements, no line breaks at the edges of blocks, no gaps between heading levels.

It reads nh3's output alone, by patterns: a "<" always begins a tag there, every element but br and hr has its end tag,
and only links and cells have attributes, quoted. That takes a tenth of the time of a parser and a tree.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape, unescape
from itertools import accumulate

from listings.boards.bounds import MAX_TEXT

# Recorded ads nest 18 deep. Past 253, libxml2's HTML parser returns an empty tree, and the job page would be blank.
MAX_DEPTH = 100
TOP_LEVEL, LOWEST_LEVEL = 3, 6
EMPTIABLE = "p|div|b|i|em|strong|u|li|ul|ol|blockquote|h[1-6]"
BLOCK = "</?(?:p|div|ul|ol|li|blockquote|table|hr|pre|h[1-6])>"
BLANK = r"(?:\s|&nbsp;)"

TOKEN = re.compile("<[^>]*>|[^<]+")
NESTING_TAG = re.compile("<(?!br>|hr>)(.)")
WITH_ATTRIBUTES = re.compile(r'<(\w+) ([^>"]*(?:"[^"]*"[^>"]*)*)>')
ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
# As XML has it.
SPACES_IN_ATTRIBUTES = str.maketrans("\t\n", "  ")
CUT_ENTITY = re.compile(r"&[a-z]*\Z")
EMPTY = re.compile(rf"<({EMPTIABLE})>(?:{BLANK}|<br>)*+</\1>")
BLANK_TEXT = re.compile(rf"{BLANK}*+")
BLOCK_TAG = re.compile(BLOCK)
# Line breaks with only white space between and after them; `end` matches if they end a block, or begin the next.
BREAKS = re.compile(rf"<br>(?:{BLANK}*+<br>)*+(?:{BLANK}++(?=<|\Z))?(?P<end>(?={BLOCK}|\Z))?")
BLANK_LINES = re.compile(r"\n\s*\n+")
HEADING = re.compile(r"(</?)(h[1-6])>")


class TooDeep(ValueError):
    """Elements are nested more than MAX_DEPTH deep."""


def tidied(html: str, link_rel: Callable[[str], str]) -> str:
    """`html` as nh3 returns it, cut to MAX_TEXT characters; `link_rel` gives a link's rel for its href.

    Raises TooDeep.
    """
    html = with_link_rels(html.replace("\r\n", "\n").replace("\r", "\n"), link_rel)
    if len(html) > MAX_TEXT or depth(html) > MAX_DEPTH:
        html = "".join(limited(html))
    # Levels are given last: an empty heading that took one would leave a gap for the next tidying to close.
    return levelled(without_loose_breaks(without_empty_elements(html))).strip()


def with_link_rels(html: str, link_rel: Callable[[str], str]) -> str:
    def start_tag(match: re.Match[str]) -> str:
        element, attributes = match.groups()
        stated = ATTRIBUTE.findall(attributes.translate(SPACES_IN_ATTRIBUTES))
        values = {name: unescape(value) for name, value in stated}
        if element == "a":
            values["rel"] = link_rel(values.get("href", ""))
        written = "".join(f' {name}="{escape(value)}"' for name, value in values.items())
        return f"<{element}{written}>"

    with_rels = WITH_ATTRIBUTES.sub(start_tag, html)
    return with_rels.replace("<a>", f'<a rel="{escape(link_rel(""))}">') if "<a>" in with_rels else with_rels


def depth(html: str) -> int:
    """How deep elements are nested, if more than MAX_DEPTH; a smaller number may be too great."""
    if (elements := html.count("</")) <= MAX_DEPTH:
        return elements
    return max(accumulate(-1 if mark == "/" else 1 for mark in NESTING_TAG.findall(html)))


def limited(html: str) -> Iterator[str]:
    """The first MAX_TEXT characters, and the end tags of what is open there. Raises TooDeep."""
    room = MAX_TEXT
    ends: list[str] = []
    for match in TOKEN.finditer(html):
        token = match[0]
        if token.startswith("</"):
            yield ends.pop()
            continue
        is_text = not token.startswith("<")
        end = "" if is_text or token in ("<br>", "<hr>") else f"</{token[1:-1].partition(' ')[0]}>"
        room -= len(token) + len(end)
        if room < 0:
            if is_text:
                yield CUT_ENTITY.sub("", token[:room])
            break
        if end:
            ends.append(end)
            if len(ends) > MAX_DEPTH:
                raise TooDeep(f"more than {MAX_DEPTH} elements within each other")
        yield token
    yield from reversed(ends)


def without_empty_elements(html: str) -> str:
    """Without the elements that hold only white space, line breaks and other empty elements."""
    # From the innermost outward: as often as elements are nested in each other, which MAX_DEPTH bounds.
    count = 1
    while count:
        html, count = EMPTY.subn("", html)
    return html


def without_loose_breaks(html: str) -> str:
    """Without line breaks next to the tag of a block, and with two at most elsewhere; blank lines of the source go."""

    def kept_breaks(match: re.Match[str]) -> str:
        is_loose = match["end"] is not None or _is_after_block(html, match.start())
        return "" if is_loose else "<br>" * min(match[0].count("<br>"), 2)

    return BLANK_LINES.sub("\n", BREAKS.sub(kept_breaks, html) if "<br>" in html else html)


def _is_after_block(html: str, position: int) -> bool:
    """Whether only white space stands between a block's tag, or the start, and `position`."""
    # Attributes have no ">" of their own any more.
    tag_end = html.rfind(">", 0, position) + 1
    if not BLANK_TEXT.fullmatch(html, tag_end, position):
        return False
    return not tag_end or BLOCK_TAG.fullmatch(html, html.rfind("<", 0, tag_end), tag_end) is not None


def levelled(html: str) -> str:
    """With the headings below those of our page, and without gaps: h1 and h4 become h3 and h4."""
    levels = sorted({level for _, level in HEADING.findall(html)})
    names = {level: f"h{min(TOP_LEVEL + place, LOWEST_LEVEL)}" for place, level in enumerate(levels)}
    return HEADING.sub(lambda match: f"{match[1]}{names[match[2]]}>", html) if names else html
