"""Plain text of a description: what facts are read from, what the index holds, what summaries are cut from."""

from __future__ import annotations

import re

from lxml import etree

BLOCKS = (
    "address article aside blockquote br caption dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6"
    " header hr legend main nav ol option p pre section summary table tr ul"
)
UNREAD = {"script", "style", "noscript", "template", "iframe", "textarea", "select", "svg", "object", "title"}
# Stands for the dash of a list item until the item's text is reached: its text may begin in a block of its own.
ITEM = "\x1e"
BEFORE = {**dict.fromkeys(BLOCKS.split(), "\n"), "li": ITEM, "td": " ", "th": " "}
AFTER = {**dict.fromkeys(BLOCKS.split(), "\n"), "li": "\n"}
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1d\x1f\x7f\ud800-\udfff]")


def plain(html: str, *, bullet: str = "- ") -> str:
    """Text with one line per block, `bullet` before list items, entities decoded and white space collapsed.

    Evidence spans are offsets into the text with the default bullet. Takes any string, in time linear in its length.
    """
    html = html.replace(ITEM, " ")
    if "<" not in html and "&" not in html:
        return collapsed(html, bullet)
    # Browsers break the line at a </p> that closes nothing; libxml2 reports no such tag.
    html = html.replace("\x00", "").replace("</p>", "</p><br>")
    # Without <body>, libxml2 would take a description's first <title> or <style> for the page's.
    markup = b"<body>" + html.encode("utf-8", "ignore")
    # Without a tree: libxml2 stops at trees 2,048 elements deep, while its events go on to the end of the markup.
    target = _TextTarget()
    parser = etree.HTMLParser(target=target, encoding="utf-8", huge_tree=True)  # type: ignore[arg-type]
    etree.fromstring(markup, parser)
    return collapsed("".join(target.parts), bullet)


class _TextTarget:
    """Collects the text of the parser's events in `parts`, with a mark where a line or a list item begins.

    It has no `comment`, which lxml's stubs ask for: then comments are left out.
    """

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.unread_depth = 0

    def start(self, tag: str, attributes: object) -> None:
        if tag in UNREAD:
            self.unread_depth += 1
        elif tag in BEFORE and not self.unread_depth:
            self.parts.append(BEFORE[tag])

    def end(self, tag: str) -> None:
        if tag in UNREAD:
            self.unread_depth -= 1
        elif tag in AFTER and not self.unread_depth:
            self.parts.append(AFTER[tag])

    def data(self, text: str) -> None:
        if not self.unread_depth:
            self.parts.append(text)

    def close(self) -> None:
        """lxml wants one."""


def collapsed(text: str, bullet: str = "- ") -> str:
    """White space within a line becomes one space, between lines one break; lines after an ITEM begin with `bullet`."""
    if CONTROL.search(text):
        text = CONTROL.sub("", text)
    lines: list[str] = []
    prefix = ""
    has_odd_space = "\t" in text or "\r" in text
    for raw in text.replace(ITEM, f"\n{ITEM}").split("\n"):
        if raw.startswith(ITEM):
            prefix, raw = bullet, raw[1:]
        # Most lines have single spaces already, and testing for that is faster than splitting them into words.
        is_single_spaced = not has_odd_space and raw.isascii() and "  " not in raw
        if line := raw.strip() if is_single_spaced else " ".join(raw.split()):
            lines.append(prefix + line)
            prefix = ""
    return "\n".join(lines)
