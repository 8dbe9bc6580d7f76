"""Tidies sanitised markup: no empty elements, no line breaks at the edges of blocks, no gaps between heading levels."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import escape
from typing import NamedTuple

from lxml import etree

from listings.boards.bounds import MAX_TEXT

# Recorded ads nest 18 deep. Past 253, libxml2's HTML parser returns an empty tree, and the job page would be blank.
MAX_DEPTH = 100
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
TOP_LEVEL, LOWEST_LEVEL = 3, 6
VOID = {"br", "hr"}
EMPTIABLE = {"p", "div", "b", "i", "em", "strong", "u", "li", "ul", "ol", "blockquote", *HEADINGS}
BLOCKS = {"p", "div", "ul", "ol", "li", "blockquote", "table", "hr", "pre", *HEADINGS}
BLANK_LINES = re.compile(r"\n\s*\n+")
CUT_ENTITY = re.compile(r"&[a-z]*\Z")


class TooDeep(ValueError):
    """Elements are nested more than MAX_DEPTH deep."""


class MarkupToken(NamedTuple):
    """A tag of `element`, or text where `element` is ""; `html` is its markup."""

    element: str
    html: str

    @property
    def is_end(self) -> bool:
        return self.html.startswith("</")

    @property
    def is_blank(self) -> bool:
        return not self.element and not self.html.replace("&nbsp;", " ").strip()


BREAK = MarkupToken("br", "<br>")


def tidied(html: str, link_rel: Callable[[str], str]) -> str:
    """`html` as nh3 returns it, cut to MAX_TEXT characters; `link_rel` gives a link's rel for its href.

    Raises TooDeep.
    """
    tokens = without_empty_elements(limited(tokens_of(tree_of(html), link_rel)))
    # Levels are given last: an empty heading that took one would leave a gap for the next tidying to close.
    tokens = levelled(without_loose_breaks(tokens))
    return "".join(token.html for token in tokens).strip()


def tree_of(html: str) -> etree._Element:
    # nh3 closes all elements but these two, so an XML parser reads its output as it stands. libxml2's HTML parser
    # would move a paragraph out of <b> and a list out of a heading.
    xml = html.replace("<br>", "<br/>").replace("<hr>", "<hr/>").replace("&nbsp;", "\xa0")
    try:
        return etree.fromstring(f"<div>{xml}</div>", etree.XMLParser(resolve_entities=False))
    except etree.XMLSyntaxError as error:
        raise TooDeep(str(error)) from error


def tokens_of(root: etree._Element, link_rel: Callable[[str], str]) -> Iterator[MarkupToken]:
    """Tags and text of what `root` contains, in document order."""
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = str(element.tag)
        if event == "start":
            if element is not root:
                yield MarkupToken(name, start_tag(name, element.attrib, link_rel))
            text = element.text
        else:
            if element is not root and name not in VOID:
                yield MarkupToken(name, f"</{name}>")
            text = element.tail
        if text:
            yield MarkupToken("", escape(text, quote=False).replace("\xa0", "&nbsp;"))


def start_tag(name: str, attributes: Mapping[str, str], link_rel: Callable[[str], str]) -> str:
    values = dict(attributes)
    if name == "a":
        values["rel"] = link_rel(values.get("href", ""))
    return "".join([f"<{name}", *(f' {attribute}="{escape(value)}"' for attribute, value in values.items()), ">"])


def limited(tokens: Iterable[MarkupToken]) -> Iterator[MarkupToken]:
    """The first MAX_TEXT characters, and the end tags of what is open there. Raises TooDeep."""
    room = MAX_TEXT
    ends: list[MarkupToken] = []
    for token in tokens:
        if token.is_end:
            yield ends.pop()
            continue
        end = f"</{token.element}>" if token.element and token.element not in VOID else ""
        room -= len(token.html) + len(end)
        if room < 0:
            if not token.element:
                yield MarkupToken("", CUT_ENTITY.sub("", token.html[:room]))
            break
        if end:
            ends.append(MarkupToken(token.element, end))
            if len(ends) > MAX_DEPTH:
                raise TooDeep(f"more than {MAX_DEPTH} elements within each other")
        yield token
    yield from reversed(ends)


def without_empty_elements(tokens: Iterable[MarkupToken]) -> list[MarkupToken]:
    """Without the elements that hold only white space, line breaks and other empty elements."""
    kept: list[MarkupToken] = []
    starts: list[int] = []
    is_filled = [False]
    for token in tokens:
        if token.element in EMPTIABLE and not token.is_end:
            starts.append(len(kept))
            is_filled.append(False)
        elif token.element in EMPTIABLE:
            start = starts.pop()
            if not is_filled.pop():
                del kept[start:]
                continue
            is_filled[-1] = True
        elif token.element != "br" and not token.is_blank:
            is_filled[-1] = True
        kept.append(token)
    return kept


def without_loose_breaks(tokens: Iterable[MarkupToken]) -> list[MarkupToken]:
    """Without line breaks next to the tag of a block, and with two at most elsewhere; blank lines of the source go."""
    kept: list[MarkupToken] = []
    breaks = 0
    at_edge = True
    for token in tokens:
        if token == BREAK:
            breaks += 1
            continue
        if token.is_blank and breaks:
            continue
        is_block = token.element in BLOCKS
        if not (at_edge or is_block):
            kept += [BREAK] * min(breaks, 2)
        breaks = 0
        if not token.element:
            # Text that an empty element parted is one run again, or its blank lines would go only the next time.
            before = kept.pop().html if kept and not kept[-1].element else ""
            token = MarkupToken("", BLANK_LINES.sub("\n", before + token.html))
        if not token.is_blank:
            at_edge = is_block
        kept.append(token)
    return kept


def levelled(tokens: list[MarkupToken]) -> list[MarkupToken]:
    """With the headings below those of our page, and without gaps: h1 and h4 become h3 and h4."""
    levels = sorted({token.element for token in tokens if token.element in HEADINGS})
    names = {level: f"h{min(TOP_LEVEL + place, LOWEST_LEVEL)}" for place, level in enumerate(levels)}
    return [_renamed(token, names[token.element]) if token.element in names else token for token in tokens]


def _renamed(token: MarkupToken, element: str) -> MarkupToken:
    return MarkupToken(element, f"</{element}>" if token.is_end else f"<{element}>")
