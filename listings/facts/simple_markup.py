"""Text of markup in which nothing has to be repaired, as most descriptions are, in a third of a parser's time."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from html import unescape

PIECES = re.compile("(<[^<>]*>)")
TAG = re.compile(
    r"<(/?)([a-zA-Z][a-zA-Z0-9]*)(?:\s+[a-zA-Z][\w:-]*(?:=(?:\"[^\"<>]*\"|'[^'<>]*'"
    r"|[\w./:%#?&;+-]+(?=[\s>])))?)*\s*(/?)>"
)
INLINE = frozenset(("strong", "b", "em", "i", "u", "span", "a", "code", "small", "sup", "sub", "font"))
VOID = frozenset(("br", "hr", "img"))
WITHOUT_BLOCKS = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6"))
BLOCKS = WITHOUT_BLOCKS | {"div", "ul", "ol", "li", "section", "article", "blockquote"}
# Elements that the start of another closes, which is left to the parser.
CLOSED_BY = {**dict.fromkeys(BLOCKS, WITHOUT_BLOCKS), "a": frozenset(("a",))}
NOTHING: frozenset[str] = frozenset()
MAX_DEPTH, MAX_TAG = 50, 300
KNOWN = INLINE | VOID | BLOCKS
# (name, whether it is an end tag) of the tags that are written in one way nearly always.
USUAL_TAGS: dict[str, tuple[str, bool]] = {
    **{f"<{name}>": (name, False) for name in KNOWN},
    **{f"</{name}>": (name, True) for name in KNOWN - VOID},
    **{f"<{name}/>": (name, False) for name in VOID},
    **{f"<{name} />": (name, False) for name in VOID},
}


def simple_text(html: str, before: Mapping[str, str], after: Mapping[str, str]) -> str | None:
    """The text of `html` with the marks that `before` and `after` put around elements.

    None if it is not simple: a tag is unknown, or the elements are not nested as they are written.
    """
    pieces = PIECES.split(html)
    open_elements: list[str] = [""]
    for index in range(1, len(pieces), 2):
        tag = USUAL_TAGS.get(pieces[index]) or _rare_tag(pieces[index])
        if tag is None or len(open_elements) > MAX_DEPTH:
            return None
        name, is_end = tag
        if is_end:
            if open_elements.pop() != name:
                return None
            pieces[index] = after.get(name, "")
            continue
        if name == open_elements[-1] == "li" or not CLOSED_BY.get(name, NOTHING).isdisjoint(open_elements):
            return None
        if name not in VOID:
            open_elements.append(name)
        pieces[index] = before.get(name, "")
    return _join(pieces)


def _rare_tag(tag: str) -> tuple[str, bool] | None:
    # Only short ones are parsed, since the cache keeps them.
    return _parse_tag(tag) if len(tag) <= MAX_TAG else None


# The tags of a board's descriptions are alike, with their classes.
@lru_cache(maxsize=2048)
def _parse_tag(tag: str) -> tuple[str, bool] | None:
    match = TAG.fullmatch(tag)
    if match is None:
        return None
    name, is_end, is_closed = match[2].lower(), bool(match[1]), bool(match[3])
    # Parsers disagree about "<p/>", and take "</br>" for "<br>".
    if name not in KNOWN or (is_closed and name not in VOID) or (is_end and name in VOID):
        return None
    return name, is_end


def _join(pieces: list[str]) -> str | None:
    text = "".join(pieces)
    # A "<" that begins no tag, or a character that the parser replaces.
    if "<" in text or "\r" in text or "\x00" in text:
        return None
    if "&" not in text:
        return text
    # Piece by piece: "&am<b>p;</b>" is no ampersand.
    return "".join([unescape(piece) if "&" in piece else piece for piece in pieces])
