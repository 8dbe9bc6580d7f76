"""schema.org's microdata and RDFa, whose values stand in the elements of a page, in the form of JSON-LD."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, Tag

# Pages hold lists of hundreds of ads at most; hostile ones would nest and repeat without end.
MAX_ITEMS, MAX_VALUES, MAX_NODES = 200, 2000, 200
# Their value is HTML.
RICH = ("description", "responsibilities", "qualifications", "skills", "jobBenefits", "incentives", "benefits")
LINKS = {"a": "href", "area": "href", "link": "href", "img": "src", "embed": "src", "iframe": "src", "object": "data"}
VALUES = {"time": "datetime", "data": "value", "meter": "value"}


@dataclass(frozen=True, slots=True)
class Notation:
    item: str
    property: str


NOTATIONS = (Notation("itemtype", "itemprop"), Notation("typeof", "property"))


def items_of(page: BeautifulSoup, kind: str) -> Iterator[dict[str, Any]]:
    """The page's items of this type, with the items within them; an item within another of its type is part of it."""
    for notation in NOTATIONS:
        within: set[int] = set()
        for element in page.find_all(None, {notation.item: True}, limit=MAX_ITEMS):
            if _type(element, notation) == kind and id(element) not in within:
                yield _read(element, notation, within)


def _read(item: Tag, notation: Notation, within: set[int]) -> dict[str, Any]:
    """`within` gains every element that was read as an item."""
    root: dict[str, Any] = {"@type": _type(item, notation)}
    # Elements with the item that their properties belong to, in the order of the page; no recursion, for deep pages.
    waiting: list[tuple[Tag, dict[str, Any]]] = [(child, root) for child in reversed(_children(item))]
    read = 0
    while waiting and read < MAX_VALUES:
        element, owner = waiting.pop()
        names = _words(element.get(notation.property))
        is_item = element.has_attr(notation.item) or element.has_attr("itemscope")
        value: Any = None
        if is_item:
            within.add(id(element))
            value = {"@type": _type(element, notation)}
        elif names:
            value = _value(element, names)
        read += len(names)
        for name in names:
            _add(owner, name.rpartition(":")[2], value)
        # An item that is no property of another belongs to nobody, and so do the properties in it.
        inner = value if is_item else owner
        if not (names and not is_item and _is_rich(names)):
            waiting += [(child, inner) for child in reversed(_children(element))]
    return root


def _children(element: Tag) -> list[Tag]:
    return [child for child in element.children if isinstance(child, Tag)]


def _type(element: Tag, notation: Notation) -> str:
    """ "JobPosting" of "https://schema.org/JobPosting", the first of several types."""
    first = next(iter(_words(element.get(notation.item))), "")
    return first.rstrip("/").rpartition("/")[2].rpartition(":")[2]


def _words(value: Any) -> list[str]:
    return value.split() if isinstance(value, str) else list(value or ())


def _add(item: dict[str, Any], name: str, value: Any) -> None:
    """A second value makes a list of both."""
    if name not in item:
        item[name] = value
    elif isinstance(item[name], list):
        item[name].append(value)
    else:
        item[name] = [item[name], value]


def _value(element: Tag, names: list[str]) -> str:
    if element.has_attr("content"):
        return str(element["content"])
    for attributes in (LINKS, VALUES):
        attribute = attributes.get(element.name)
        if attribute and element.has_attr(attribute):
            return str(element[attribute])
    if _is_rich(names):
        return element.decode_contents()
    return " ".join(" ".join(islice(_strings(element), MAX_NODES)).split())


def _strings(element: Tag) -> Iterator[str]:
    """The texts within, and "" for each element, so that a limit holds for both."""
    waiting: list[PageElement] = [element]
    while waiting:
        node = waiting.pop()
        yield str(node) if isinstance(node, NavigableString) else ""
        waiting.extend(reversed(node.contents) if isinstance(node, Tag) else ())


def _is_rich(names: list[str]) -> bool:
    return any(name.rpartition(":")[2] in RICH for name in names)
