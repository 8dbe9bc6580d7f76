"""Cards that lead to other ads from an ad's page: their words, such as a title, say nothing of the page itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from urllib.parse import urljoin, urlsplit

from bs4.element import NavigableString, PreformattedString, Tag

# A card is small. What holds the whole page is none, though it holds links to other ads as well.
MAX_NODES, MAX_CHARACTERS, MAX_ALONE = 60, 300, 8
OUTERMOST = ("html", "body", "main", "article")


def is_in_card(element: Tag, address: str) -> bool:
    """Whether the element stands in a small one with a link to a page beside this one, or in one of several alike.

    `address`: of the page, or "". A link to a list, above the page's address, makes no card: notices have it too.
    """
    around = _with_more(element)
    if around is None or around.name in OUTERMOST:
        return False
    nodes = list(islice(around.descendants, MAX_NODES))
    if not _is_small(around) or any(isinstance(node, Tag) and node.name == "h1" for node in nodes):
        return False
    # A card begins with its title; a row such as "Status: this job is closed" does not.
    title = next((node for node in nodes if _is_shown(node)), None)
    is_title = title is not None and any(outer is element for outer in title.parents)
    return (is_title and _has_twin(around)) or any(_is_beside(str(link), address) for link in _links(around, nodes))


def _is_small(element: Tag) -> bool:
    nodes = list(islice(element.descendants, MAX_NODES + 1))
    text = sum(len(node) for node in nodes if isinstance(node, NavigableString))
    return len(nodes) <= MAX_NODES and text <= MAX_CHARACTERS


def _with_more(element: Tag) -> Tag | None:
    """The first one around it that says something else, too."""
    for around in islice((element, *element.parents), MAX_ALONE):
        texts = (node for node in islice(around.descendants, MAX_NODES) if _is_shown(node))
        if len(list(islice(texts, 2))) > 1:
            return around
    return None


def _is_shown(node: object) -> bool:
    return isinstance(node, NavigableString) and not isinstance(node, PreformattedString) and bool(node.strip())


def _links(around: Tag, nodes: Sequence[object]) -> Iterator[object]:
    for node in (around, *nodes):
        if isinstance(node, Tag) and node.name == "a" and node.has_attr("href"):
            yield node["href"]


def _is_beside(link: str, address: str) -> bool:
    """Whether the link leads to another page of the folder in which the page is, unless that is the site's root."""
    try:
        here, there = urlsplit(address), urlsplit(urljoin(address, link.strip()))
    except ValueError:
        return False
    folder, _, name = here.path.rstrip("/").rpartition("/")
    other_folder, _, other = there.path.rstrip("/").rpartition("/")
    return here.netloc == there.netloc and bool(folder) and folder == other_folder and other not in ("", name)


def _has_twin(element: Tag) -> bool:
    """Whether the element next to it, before or behind, is built alike of several parts, and small too."""
    shape = _shape(element)
    siblings = (element.find_previous_sibling(), element.find_next_sibling())
    twins = (sibling for sibling in siblings if isinstance(sibling, Tag) and _shape(sibling) == shape)
    return len(shape) > 2 and any(map(_is_small, twins))


def _shape(element: Tag) -> list[tuple[str, str]]:
    """Name and classes of the element and of those in it."""
    inside = (node for node in islice(element.descendants, MAX_NODES) if isinstance(node, Tag))
    return [(node.name, " ".join(node.get_attribute_list("class"))) for node in (element, *inside)]
