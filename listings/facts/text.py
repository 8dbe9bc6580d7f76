"""Plain text of a description, as facts are read from it, the search index stores it and summaries show it."""

from __future__ import annotations

import re

from lxml import etree

from listings.facts.simple_markup import simple_text

BLOCKS = (
    "address article aside blockquote br caption dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6"
    " header hr legend main nav ol option p pre section summary table tr ul"
)
# What is struck out is no longer said.
STRUCK = {"s", "del", "strike"}
HIDDEN = STRUCK | {"script", "style", "noscript", "template", "iframe", "textarea", "select", "svg", "object", "title"}
# Marks a list item until its first line of text: "<li><p>" puts that text in a block of its own.
ITEM = "\x1e"
BEFORE = {**dict.fromkeys(BLOCKS.split(), "\n"), "li": ITEM, "td": " ", "th": " "}
AFTER = {**dict.fromkeys(BLOCKS.split(), "\n"), "li": "\n"}
# Of a source that is wrapped within sentences: "would like you to be \r\nlocated".
WRAPPED = re.compile(r"(?<=[a-z,]) \r\n ?(?=[a-z])|(?<=[a-z,])\r\n (?=[a-z])")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1d\x1f\x7f\ud800-\udfff]")


def plain(html: str, *, bullet: str = "- ") -> str:
    """The visible text of `html`: one line per block, `bullet` before list items, white space collapsed.

    Evidence spans are offsets into the text with the default bullet. Any string is accepted, in linear time.
    """
    html = html.replace(ITEM, " ")
    if "\r\n" in html:
        html = WRAPPED.sub(" ", html)
    if "<" not in html and "&" not in html:
        return _collapse(html, bullet)
    text = simple_text(html, BEFORE, AFTER)
    return _collapse(_parsed_text(html) if text is None else text, bullet)


def _parsed_text(html: str) -> str:
    # Browsers break the line at a </p> that closes nothing; libxml2 reports no such tag.
    html = html.replace("\x00", "").replace("</p>", "</p><br>")
    # Without <body>, libxml2 would take a description's first <title> or <style> for the page's.
    markup = b"<body>" + html.encode("utf-8", "ignore")
    # Without a tree: libxml2 stops at trees 2,048 elements deep, while its events go on to the end of the markup.
    target = _TextTarget()
    parser = etree.HTMLParser(target=target, encoding="utf-8", huge_tree=True)  # type: ignore[arg-type]
    etree.fromstring(markup, parser)
    return "".join(target.parts)


class _TextTarget:
    """Collects the text of the parser's events in `parts`, with a mark where a line or a list item begins.

    It has no `comment`, which lxml's stubs ask for: then comments are left out.
    """

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.hidden_depth = 0

    def start(self, tag: str, attributes: object) -> None:
        if tag in HIDDEN:
            self.hidden_depth += 1
        elif tag in BEFORE and not self.hidden_depth:
            self.parts.append(BEFORE[tag])

    def end(self, tag: str) -> None:
        if tag in HIDDEN:
            self.hidden_depth -= 1
        elif tag in AFTER and not self.hidden_depth:
            self.parts.append(AFTER[tag])

    def data(self, text: str) -> None:
        if not self.hidden_depth:
            self.parts.append(text)

    def close(self) -> None:
        """lxml wants one."""


def _collapse(text: str, bullet: str) -> str:
    """Single spaces within lines, single line breaks between them; item marks become `bullet`."""
    lines: list[str] = []
    prefix = ""
    has_tabs = "\t" in text or "\r" in text
    for raw in text.replace(ITEM, f"\n{ITEM}").split("\n"):
        if raw.startswith(ITEM):
            prefix, raw = bullet, raw[1:]
        # Most lines are single-spaced already, and checking that is faster than splitting them.
        single_spaced = not has_tabs and raw.isascii() and "  " not in raw
        if line := raw.strip() if single_spaced else " ".join(raw.split()):
            lines.append(prefix + line)
            prefix = ""
    # A fast test first: few texts hold anything that is not printable.
    if not "".join(lines).isprintable() and CONTROL.search(text):
        return _collapse(CONTROL.sub("", text), bullet)
    return "\n".join(lines)
