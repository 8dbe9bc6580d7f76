"""Plain text of a description: what facts are read from, what the index holds."""

from __future__ import annotations

import html as entities
import re

from selectolax.lexbor import LexborHTMLParser

BLOCK = (
    "address|article|aside|blockquote|br|caption|dd|details|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr"
    "|legend|main|nav|ol|option|p|pre|section|summary|table|tr|ul"
)
TAGS = re.compile(rf"<(?:(li\b)|/li\b|(t[dh]\b)|/?(?:{BLOCK})\b)", re.IGNORECASE)
TAG = re.compile(r"<[^<>]*>")
UNREAD = ["script", "style", "noscript", "template", "iframe", "textarea", "select", "svg", "object"]
# Stands for the dash of a list item until the item's text is found: its text may begin in a block of its own.
ITEM = "\x1e"
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1d\x1f\x7f]")
MOST_TAGS = 20_000


def plain(html: str) -> str:
    """Text with a line a block, list items begun by "- ", entities decoded and white space collapsed."""
    html = html.replace(ITEM, " ")
    if "<" not in html and "&" not in html:
        return collapsed(html)
    marked = TAGS.sub(_apart, html)
    # A parser's time grows with the square of the depth; what has so many tags is no description.
    if marked.count("<") > MOST_TAGS:
        return collapsed(entities.unescape(TAG.sub(" ", marked)))
    tree = LexborHTMLParser(marked)
    tree.strip_tags(UNREAD, recursive=True)
    return collapsed(tree.body.text() if tree.body else "")


def _apart(tag: re.Match[str]) -> str:
    """Blocks and the ends of items begin lines, items are marked, cells stand apart."""
    return (ITEM if tag[1] else " " if tag[2] else "\n") + tag[0]


def collapsed(text: str) -> str:
    """White space within a line is one space, between lines one break."""
    if CONTROL.search(text):
        text = CONTROL.sub("", text)
    lines: list[str] = []
    dash = ""
    odd = "\t" in text or "\r" in text
    for raw in text.replace(ITEM, f"\n{ITEM}").split("\n"):
        if raw.startswith(ITEM):
            dash, raw = "- ", raw[1:]
        # Most lines have single spaces already, which is found out faster than their words.
        single = not odd and raw.isascii() and "  " not in raw
        if line := raw.strip() if single else " ".join(raw.split()):
            lines.append(dash + line)
            dash = ""
    return "\n".join(lines)
