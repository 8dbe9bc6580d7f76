"""Where web pages keep schema.org's JobPosting: in JSON-LD, however it is nested, else in microdata or RDFa."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from bs4 import BeautifulSoup

from listings.boards.formats.microdata import items_of
from listings.boards.formats.script_json import json_values

Node = dict[str, Any]
KIND = "JobPosting"
# Graphs within graphs would otherwise end in a RecursionError.
MAX_DEPTH = 8
# Where other nodes stand within a node. Not among them: similar and related jobs.
HOLDERS = ("@graph", "itemListElement", "item", "mainEntity", "mainEntityOfPage", "hasPart", "subjectOf", "about")
MAX_REFERENCES = 20
# Characters of a node that several postings may refer to: an employer or a place.
MAX_SHARED = 10_000


def job_posting(page: BeautifulSoup) -> Node | None:
    """The page's first JobPosting."""
    return next(job_postings(page), None)


def job_postings(page: BeautifulSoup) -> Iterator[Node]:
    """Every JobPosting of the page once, also those in lists and graphs, with the nodes that it refers to."""
    nodes = list(json_ld_nodes(page))
    postings = [node for node in nodes if is_job_posting(node) and set(node) - {"@type", "type", "@id", "@context"}]
    by_id = {
        node["@id"]: node
        for node in nodes
        # What many postings share is read for each of them.
        if isinstance(node.get("@id"), str) and len(node) > 1 and (len(postings) == 1 or len(_key(node)) <= MAX_SHARED)
    }
    seen = set()
    for posting in postings or items_of(page, KIND):
        # Some sites have the same script twice.
        if (key := _key(posting)) not in seen:
            seen.add(key)
            yield {name: _resolved(value, by_id) for name, value in _plain(posting).items()}


def _key(posting: Node) -> str:
    try:
        return json.dumps(posting, sort_keys=True)
    except RecursionError:
        return str(id(posting))


def listed_addresses(page: BeautifulSoup) -> Iterator[str]:
    """The addresses in the page's ItemLists."""
    for node in json_ld_nodes(page):
        if _local(node.get("@type")) == "ListItem":
            for address in (node.get("url"), node.get("item")):
                if isinstance(address, str):
                    yield address


def json_ld_nodes(page: BeautifulSoup) -> Iterator[Node]:
    for script in page.find_all("script", type=True):
        # "application/ld+json; charset=utf-8", in any case
        if "ld+json" in str(script["type"]).lower():
            for value in json_values(script.get_text()):
                yield from _nodes(value)


def _nodes(value: Any, depth: int = 0) -> Iterator[Node]:
    if depth > MAX_DEPTH:
        return
    if isinstance(value, list):
        for element in value:
            yield from _nodes(element, depth + 1)
    elif isinstance(value, dict):
        yield value
        for name in HOLDERS:
            if isinstance(value.get(name), (dict, list)):
                yield from _nodes(value[name], depth + 1)


def is_job_posting(node: Mapping[str, Any]) -> bool:
    kinds = node.get("@type", node.get("type"))
    return any(_local(kind).lower() == KIND.lower() for kind in (kinds if isinstance(kinds, list) else [kinds]))


def _local(name: Any) -> str:
    """ "JobPosting" of "schema:JobPosting" and "https://schema.org/JobPosting"."""
    return name.rstrip("/").rpartition("/")[2].rpartition(":")[2] if isinstance(name, str) else ""


def _plain(node: Node) -> Node:
    """With the short names of its properties: "schema:title" is "title"."""
    return {name if name.startswith("@") else _local(name): value for name, value in node.items()}


def _resolved(value: Any, by_id: Mapping[str, Node]) -> Any:
    """The node itself in the place of a reference to it: {"@id": "#employer"}."""
    if isinstance(value, list):
        # Many references to a large node would take long to read.
        resolved = [_resolved(one, by_id) if isinstance(one, dict) else one for one in value[:MAX_REFERENCES]]
        return resolved + value[MAX_REFERENCES:]
    if isinstance(value, dict) and set(value) <= {"@id", "@type"} and isinstance(value.get("@id"), str):
        return by_id.get(value["@id"], value)
    return value
