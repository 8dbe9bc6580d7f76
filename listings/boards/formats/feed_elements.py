"""The elements of a feed's item: their texts, their contents as HTML, and the addresses that they are relative to."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from itertools import chain
from urllib.parse import urljoin

from lxml import etree

from listings.boards.bounds import MAX_ADDRESS, is_indexable
from listings.boards.formats.fields import MAX_LINE, text_of, unescaped
from listings.vocabulary.bounded_cache import bounded_cache
from listings.vocabulary.entities import unescaped_entities

XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
WHOLE_ADDRESS = re.compile(r"https?://[^/]", re.IGNORECASE)
# One within another, which is joined for each item anew. Feeds have one or two.
MAX_BASES = 5
# Their titles, links and descriptions are those of a picture or a recording.
OF_MEDIA = re.compile(r"search\.yahoo\.com/mrss|itunes\.com|google\.com/schemas/play-podcasts")
# Tags in a title are few. "<C++>" is none of them.
TITLE_TAG = re.compile(
    r"</?(?:b|i|em|strong|span|br|p|sup|sub|small|u|font|a|div|h[1-6])(?:\s[^<>]{0,300})?/?>", re.IGNORECASE
)
NAMESPACE_DECLARATION = re.compile(r"\sxmlns(?::[\w-]{1,40})?=\"[^\"]{0,300}\"")
PREFIX = re.compile(r"(</?)[\w-]{1,40}:(?=[\w-]{1,40}[\s/>])")


def elements_named(root: etree._Element, names: Sequence[str]) -> Iterator[etree._Element]:
    """Not those within the fields of one of them, which its author writes."""
    tags = [f"{{*}}{name}" for name in names]
    walk = etree.iterwalk(root, events=("start",), tag=tags)
    for _, element in walk:
        walk.skip_subtree()
        waiting = [element]
        while waiting:
            yield (first := waiting.pop())
            # An item that has lost its end tag holds those behind it.
            waiting.extend(reversed(list(first.iterchildren(*tags))))


def local_name(element: etree._Element) -> str:
    """Without the namespace: that of WP Job Manager is the address of the site, a different one on each."""
    return str(element.tag).rpartition("}")[2]


def namespace(element: etree._Element) -> str:
    # Not etree.QName, which refuses the odd names that a mended document may have.
    return str(element.tag)[1:].rpartition("}")[0]


def first_text(item: etree._Element, *names: str) -> str:
    """The text of the first of these elements that has any; for Atom's <link>, the address of the page."""
    for child in _children(item, names):
        text = "".join(map(str, child.itertext())) or child.get("href", "")
        # Other relations are an entry's own address, its comments, its images.
        if text.strip() and child.get("rel", "alternate") == "alternate":
            return text
    return ""


def plain_text(item: etree._Element, *names: str) -> str:
    """One line without tags, its entities decoded: many feeds escape a title twice."""
    text = unescaped_entities(first_text(item, *names)[:MAX_LINE])
    return unescaped(TITLE_TAG.sub(" ", text), "text")


def all_texts(item: etree._Element, name: str) -> tuple[str, ...]:
    """Of every element of this name; for Atom's <category>, what it shows or is called."""
    found = _children(item, [name])
    stated = ("".join(map(str, element.itertext())) or element.get("label") or element.get("term") for element in found)
    return tuple(dict.fromkeys(filter(None, (unescaped(text, name) for text in stated))))


def content_of(item: etree._Element, *names: str) -> str:
    """HTML: of text, the text, in which feeds have their HTML escaped; of elements (type="xhtml"), the elements."""
    for child in _children(item, names):
        elements = [element for element in child if isinstance(element.tag, str)]
        text = _inner_markup(child) if elements else "".join(map(str, child.itertext()))
        if text.strip():
            return text_of(text, "description")
    return ""


def base_of(item: etree._Element, base: str) -> str:
    """With the xml:base of the item and of what is around it: the innermost, up to one that is a whole address."""
    stated: list[str] = []
    for element in chain([item], item.iterancestors()):
        if address := str(element.get(XML_BASE) or "").strip():
            stated.append(address)
            if WHOLE_ADDRESS.match(address) or len(stated) >= MAX_BASES:
                break
    for address in reversed(stated):
        base = _joined(base, address)
    return base


# Few: the items of a feed share what is around them.
@bounded_cache(500, longest=MAX_ADDRESS)
def _joined(base: str, address: str) -> str:
    """`base` where the other one is malformed, or too long for an ad below it."""
    if not is_indexable(address):
        return base
    try:
        joined = urljoin(base, address)
    except ValueError:
        return base
    return joined if is_indexable(joined) else base


def _children(item: etree._Element, names: Sequence[str]) -> Iterator[etree._Element]:
    """In the order of the names; of one name, those of the feed's own vocabulary before those of extensions."""
    for name in names:
        found = [child for child in item.iterchildren(f"{{*}}{name}") if not OF_MEDIA.search(namespace(child))]
        if len(found) > 1:
            own = namespace(item)
            found.sort(key=lambda child: namespace(child) != own)
        yield from found


def _inner_markup(element: etree._Element) -> str:
    pieces = [html.escape(element.text or "", quote=False)]
    pieces += [etree.tostring(child, encoding="unicode") for child in element]
    return PREFIX.sub(r"\1", NAMESPACE_DECLARATION.sub("", "".join(pieces)))
