"""Marks in the HTML of an ad around the words that its facts rest on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby
from typing import Any, NamedTuple

from lxml import etree, html

# The id of a fact's first mark, which the fact sheet links to.
ANCHOR = "states-{}"

Spans = Mapping[str, Sequence[Mapping[str, Any]]]


@dataclass(slots=True)
class TextNode:
    """A text of the tree: the text of an element, or its tail, the text that follows it."""

    element: html.HtmlElement
    is_tail: bool
    text: str


class TextPosition(NamedTuple):
    """A character: index of its node, and offset in the node's text."""

    node: int
    offset: int


def mark_evidence(text: str, ad_html: str, spans: Spans) -> tuple[str, dict[str, str]]:
    """`ad_html` with <mark> around each span of `text`, its plain text, and fact → id of its first mark.

    `spans`: fact → [{field, start, end}]; only those of the field "text" count. A span that is not found in the HTML
    is left unmarked.
    """
    text_spans = {
        fact: [span for span in fact_spans if span["field"] == "text" and 0 <= span["start"] < span["end"] <= len(text)]
        for fact, fact_spans in spans.items()
    }
    if not any(text_spans.values()) or not ad_html.strip():
        return ad_html, {}
    root = html.fragment_fromstring(ad_html, create_parent="div")
    nodes = list(_text_nodes(root))
    facts_by_position = _locate(text, text_spans, nodes)
    facts_by_node: dict[int, dict[int, tuple[str, ...]]] = {}
    for position, names in facts_by_position.items():
        facts_by_node.setdefault(position.node, {})[position.offset] = tuple(dict.fromkeys(names))
    anchors: dict[str, str] = {}
    for index, facts in sorted(facts_by_node.items()):
        _mark(nodes[index], facts, anchors)
    inner_html = "".join(etree.tostring(child, encoding="unicode", method="html") for child in root)
    return _escape(root.text or "") + inner_html, anchors


def _text_nodes(root: html.HtmlElement) -> list[TextNode]:
    """In reading order."""
    nodes: list[TextNode] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        # The tag of a comment is a function, and its text is not shown.
        if event == "start" and element.text and isinstance(element.tag, str):
            nodes.append(TextNode(element, False, element.text))
        if event == "end" and element.tail and element is not root:
            nodes.append(TextNode(element, True, element.tail))
    return nodes


def _locate(text: str, spans: Spans, nodes: Sequence[TextNode]) -> dict[TextPosition, list[str]]:
    """The facts that each character of the HTML supports."""
    # Plain text and HTML differ in white space and list dashes. Both are compared without them.
    positions = [
        TextPosition(index, offset)
        for index, node in enumerate(nodes)
        for offset, character in enumerate(node.text)
        if _is_solid(character)
    ]
    solid_text = "".join(nodes[position.node].text[position.offset] for position in positions)
    solid_before = list(accumulate(map(_is_solid, text), initial=0))
    facts: dict[TextPosition, list[str]] = {}
    for fact, fact_spans in spans.items():
        for span in fact_spans:
            expected = solid_before[span["start"]]
            for position in _positions_of(text[span["start"] : span["end"]], expected, solid_text, positions):
                facts.setdefault(position, []).append(fact)
    return facts


def _is_solid(character: str) -> bool:
    return not character.isspace() and character != "-"


def _positions_of(
    quote: str, expected: int, solid_text: str, positions: Sequence[TextPosition]
) -> Sequence[TextPosition]:
    """The characters of a quote, and the spaces between them; [] if the HTML does not have them."""
    evidence = "".join(filter(_is_solid, quote))
    if not evidence:
        return ()
    # HTML may hold text that the plain text leaves out, so the offset is only near: take the nearest occurrence.
    after, before = solid_text.find(evidence, expected), solid_text.rfind(evidence, 0, expected + len(evidence))
    starts = [start for start in (after, before) if start >= 0]
    if not starts:
        return ()
    start = min(starts, key=lambda candidate: abs(candidate - expected))
    return _with_gaps(positions[start : start + len(evidence)])


def _with_gaps(positions: Sequence[TextPosition]) -> list[TextPosition]:
    """With the white space inside, so that several words make one mark."""
    offsets: dict[int, list[int]] = {}
    for position in positions:
        offsets.setdefault(position.node, []).append(position.offset)
    return [
        TextPosition(node, offset) for node, solid in offsets.items() for offset in range(min(solid), max(solid) + 1)
    ]


def _mark(node: TextNode, facts: Mapping[int, Sequence[str]], anchors: dict[str, str]) -> None:
    """Splits the text of a node into marks; `facts` by offset. New anchors are added to `anchors`."""
    runs = [
        (names, "".join(node.text[offset] for offset in offsets))
        for names, offsets in groupby(range(len(node.text)), key=lambda offset: facts.get(offset, ()))
    ]
    marks: list[html.HtmlElement] = []
    head = ""
    for names, run in runs:
        if names:
            mark = html.Element("mark")
            mark.text = run
            if new := [name for name in names if name not in anchors]:
                # An element has one id: facts that begin here share it.
                mark.set("id", ANCHOR.format(new[0]))
                anchors.update({name: ANCHOR.format(new[0]) for name in new})
            marks.append(mark)
        elif marks:
            marks[-1].tail = run
        else:
            head = run
    _replace(node, head, marks)


def _replace(node: TextNode, head: str, marks: Sequence[html.HtmlElement]) -> None:
    """Puts `head` and the marks, with their tails, in place of the text of the node."""
    element = node.element
    if node.is_tail:
        element.tail = head
        parent = element.getparent()
        index = parent.index(element) + 1
    else:
        element.text = head
        parent, index = element, 0
    for mark in reversed(marks):
        parent.insert(index, mark)


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
