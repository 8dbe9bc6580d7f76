"""Plain text of a description, as facts are read from it and the search index stores it."""

from __future__ import annotations

import html as entities
import re

from selectolax.lexbor import LexborHTMLParser

BLOCK = (
    "address|article|aside|blockquote|br|caption|dd|details|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr"
    "|legend|main|nav|ol|option|p|pre|section|summary|table|tr|ul"
)
BLOCK_TAG = re.compile(rf"<(?:(li\b)|/li\b|(t[dh]\b)|/?(?:{BLOCK})\b)", re.IGNORECASE)
ANY_TAG = re.compile(r"<[^<>]*>")
HIDDEN = ["script", "style", "noscript", "template", "iframe", "textarea", "select", "svg", "object"]
# Marks a list item until its first line of text: "<li><p>" puts that text in a block of its own.
ITEM = "\x1e"
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1d\x1f\x7f]")
MAX_TAGS = 20_000


def plain(html: str) -> str:
    """The visible text of `html`: one line per block, "- " before list items, white space collapsed."""
    html = html.replace(ITEM, " ")
    if "<" not in html and "&" not in html:
        return _collapse(html)
    marked = BLOCK_TAG.sub(_separate, html)
    # The parser takes quadratic time on deep nesting. A real description never has this many tags.
    if marked.count("<") > MAX_TAGS:
        return _collapse(entities.unescape(ANY_TAG.sub(" ", marked)))
    tree = LexborHTMLParser(marked)
    tree.strip_tags(HIDDEN, recursive=True)
    return _collapse(tree.body.text() if tree.body else "")


def _separate(tag: re.Match[str]) -> str:
    """The tag with its separator in front: an item mark, a space before a table cell, else a line break."""
    return (ITEM if tag[1] else " " if tag[2] else "\n") + tag[0]


def _collapse(text: str) -> str:
    """Single spaces within lines, single line breaks between them; item marks become "- "."""
    if CONTROL.search(text):
        text = CONTROL.sub("", text)
    lines: list[str] = []
    dash = ""
    has_tabs = "\t" in text or "\r" in text
    for raw in text.replace(ITEM, f"\n{ITEM}").split("\n"):
        if raw.startswith(ITEM):
            dash, raw = "- ", raw[1:]
        # Most lines are single-spaced already, and checking that is faster than splitting them.
        single_spaced = not has_tabs and raw.isascii() and "  " not in raw
        if line := raw.strip() if single_spaced else " ".join(raw.split()):
            lines.append(dash + line)
            dash = ""
    return "\n".join(lines)
