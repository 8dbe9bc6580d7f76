"""The words that facts rest on, marked within the text of an ad."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from lxml import etree, html

ANCHOR = "states-{}"


@dataclass(slots=True)
class Piece:
    """Text of one place in the tree: an element's own text, or what follows it."""

    element: html.HtmlElement
    is_tail: bool
    text: str


@dataclass(frozen=True, slots=True)
class TextPosition:
    piece: int
    offset: int


def mark_evidence(
    text: str, ad_html: str, spans: Mapping[str, Sequence[Mapping[str, Any]]]
) -> tuple[str, dict[str, str]]:
    """`ad_html` with a mark around each span of `text` (its plain text), and fact → anchor of its first mark.

    The two differ in white space and in signs that stand for markup: words are looked for without these, and of
    several equal ones the nearest counts. What is not found is left unmarked.
    """
    wanted = {
        name: [span for span in some if span["field"] == "text" and 0 <= span["start"] < span["end"] <= len(text)]
        for name, some in spans.items()
    }
    if not any(wanted.values()) or not ad_html.strip():
        return ad_html, {}
    root = html.fragment_fromstring(ad_html, create_parent="div")
    pieces = list(_pieces(root))
    places = [
        TextPosition(at, offset)
        for at, piece in enumerate(pieces)
        for offset, one in enumerate(piece.text)
        if _counts(one)
    ]
    solid = "".join(pieces[place.piece].text[place.offset] for place in places)
    facts: dict[TextPosition, list[str]] = {}
    for name, some in wanted.items():
        for span in some:
            for place in _found(text, span, solid, places):
                facts.setdefault(place, []).append(name)
    anchors: dict[str, str] = {}
    for at in sorted({place.piece for place in facts}):
        _mark(pieces[at], {place.offset: names for place, names in facts.items() if place.piece == at}, anchors)
    inner = "".join(etree.tostring(child, encoding="unicode", method="html") for child in root)
    return _escaped(root.text or "") + inner, anchors


def _pieces(element: html.HtmlElement) -> list[Piece]:
    """In the order in which they are read."""
    found: list[Piece] = []
    for event, one in etree.iterwalk(element, events=("start", "end")):
        if event == "start" and one.text and isinstance(one.tag, str):
            found.append(Piece(one, False, one.text))
        if event == "end" and one.tail and one is not element:
            found.append(Piece(one, True, one.tail))
    return found


def _counts(sign: str) -> bool:
    """Signs that plain text may add or take away do not."""
    return not sign.isspace() and sign != "-"


def _found(text: str, span: Mapping[str, Any], solid: str, places: Sequence[TextPosition]) -> Sequence[TextPosition]:
    words = "".join(filter(_counts, text[span["start"] : span["end"]]))
    before = sum(map(_counts, text[: span["start"]]))
    if not words:
        return ()
    later, earlier = solid.find(words, before), solid.rfind(words, 0, before + len(words))
    starts = [start for start in (later, earlier) if start >= 0]
    if not starts:
        return ()
    start = min(starts, key=lambda one: abs(one - before))
    first, last = places[start], places[start + len(words) - 1]
    return _between(first, last, places[start : start + len(words)])


def _between(first: TextPosition, last: TextPosition, counted: Sequence[TextPosition]) -> list[TextPosition]:
    """With the spaces and signs inside, so that a run of words is one mark."""
    ends: dict[int, list[int]] = {}
    for place in counted:
        ends.setdefault(place.piece, []).append(place.offset)
    return [TextPosition(piece, at) for piece, offsets in ends.items() for at in range(min(offsets), max(offsets) + 1)]


def _mark(piece: Piece, facts: Mapping[int, Sequence[str]], anchors: dict[str, str]) -> None:
    runs = [
        (names, "".join(piece.text[at] for at in run))
        for names, run in groupby(range(len(piece.text)), key=lambda at: tuple(dict.fromkeys(facts.get(at, ()))))
    ]
    marks: list[html.HtmlElement] = []
    head = ""
    for names, words in runs:
        if names:
            mark = html.Element("mark")
            mark.text = words
            new = [name for name in names if name not in anchors]
            if new:
                mark.set("id", ANCHOR.format(new[0]))
                anchors.update({name: ANCHOR.format(new[0]) for name in new})
            marks.append(mark)
        elif marks:
            marks[-1].tail = words
        else:
            head = words
    _place(piece, head, marks)


def _place(piece: Piece, head: str, marks: Sequence[html.HtmlElement]) -> None:
    element = piece.element
    if piece.is_tail:
        element.tail = head
        parent = element.getparent()
        at = parent.index(element) + 1
    else:
        element.text = head
        parent, at = element, 0
    for mark in reversed(marks):
        parent.insert(at, mark)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
