"""Plain text of a description: what facts are read from, what the index holds."""

from __future__ import annotations

import html as entities
import re

from selectolax.lexbor import LexborHTMLParser

BLOCK = (
    "address|article|aside|blockquote|br|caption|dd|details|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr"
    "|legend|main|nav|ol|option|p|pre|section|summary|table|tr|ul"
)
BLOCKS = re.compile(rf"<(?=/?(?:{BLOCK})\b)", re.IGNORECASE)
ITEMS = re.compile(r"<(?=li\b)", re.IGNORECASE)
ITEM_ENDS = re.compile(r"<(?=/li\b)", re.IGNORECASE)
CELLS = re.compile(r"<(?=t[dh]\b)", re.IGNORECASE)
TAG = re.compile(r"<[^<>]*>")
UNREAD = ["script", "style", "noscript", "template", "iframe", "textarea", "select", "svg", "object"]
# Stands for the dash of a list item until the item's text is found: its text may begin in a block of its own.
ITEM = "\x1e"
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1d\x1f\x7f]")
SPACES = re.compile(r"[^\S\n\x1e]+")
BREAKS = re.compile(r" ?\n[ \n]*")
DASHES = re.compile(r"\s*\x1e[\s\x1e]*")
MOST_TAGS = 20_000


def plain(html: str) -> str:
    """Text with a line a block, list items begun by "- ", entities decoded and white space collapsed."""
    html = html.replace(ITEM, " ")
    if "<" not in html and "&" not in html:
        return collapsed(html)
    marked = BLOCKS.sub("\n<", html)
    marked = CELLS.sub(" <", ITEM_ENDS.sub("\n<", ITEMS.sub(f"{ITEM}<", marked)))
    # A parser's time grows with the square of the depth; what has so many tags is no description.
    if marked.count("<") > MOST_TAGS:
        return collapsed(entities.unescape(TAG.sub(" ", marked)))
    tree = LexborHTMLParser(marked)
    tree.strip_tags(UNREAD, recursive=True)
    return collapsed(tree.body.text() if tree.body else "")


def collapsed(text: str) -> str:
    """White space within a line is one space, between lines one break."""
    text = BREAKS.sub("\n", SPACES.sub(" ", CONTROL.sub("", text)))
    return DASHES.sub("\n- ", text.rstrip(f" \n{ITEM}")).strip()
