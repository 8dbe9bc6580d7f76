"""JSON in the scripts of web pages, with what sites put around and into it by mistake."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from listings.boards.formats.bounded_json import DECODER, TooManyValues, check_values
from listings.vocabulary.entities import unescaped_entities

MAX_VALUES = 100
# Byte order mark, and the comments that once hid scripts from old browsers: // <![CDATA[
BEFORE = re.compile(r"(?:[\s\ufeff;,]|//|/\*|\*/|<!--|<!\[CDATA\[|\]\]>|-->)*+")
ESCAPED = re.compile(r"(?<![\s\[{])[\s\[{]*+&quot;")
# A string, else a comment, else a comma before a closing bracket. A string without its end runs to the end of the text.
PIECE = re.compile(
    r'(?P<string>"(?:[^"\\]++|\\.)*+"?)|/\*(?:[^*]++|\*(?!/))*+(?:\*/)?|(?<!:)//[^\n]*+|,(?=\s*+[}\]])', re.DOTALL
)
ESCAPE = re.compile(r'\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})|\\(.)', re.DOTALL)


def json_values(script: str) -> Iterator[Any]:
    """Every value of the script that can be read, one behind the other; none of a script that is no JSON, or a bomb."""
    if ESCAPED.match(script):
        script = unescaped_entities(script)
    try:
        check_values(script)
    except TooManyValues:
        return
    values = list(_values(script))
    if not values:
        # Twice: a comment may stand between a comma and its bracket.
        values = list(_values(PIECE.sub(_mended, PIECE.sub(_mended, script))))
    yield from values


def _values(text: str) -> Iterator[Any]:
    place = 0
    for _ in range(MAX_VALUES):
        before = BEFORE.match(text, place)
        place = before.end() if before else place
        # A bare number or name is no markup, but what is left of some.
        if text[place : place + 1] not in ("{", "["):
            return
        try:
            value, place = DECODER.raw_decode(text, place)
        except (ValueError, RecursionError):
            return
        yield value


def _mended(piece: re.Match[str]) -> str:
    """Strings without the escapes that JSON does not have ("don\\'t"); nothing of commas and comments."""
    return ESCAPE.sub(lambda escape: escape[1] or escape[0], piece["string"]) if piece["string"] else ""


def assigned_value(script: str, name: str) -> Any:
    """The JSON value that the script assigns to a variable or a property of this name; None where it assigns none."""
    for assignment in re.finditer(rf"{re.escape(name)}\s{{0,20}}[=:]\s{{0,20}}(?=[\[{{])", script):
        try:
            check_values(script[assignment.end() :])
            value, _ = DECODER.raw_decode(script, assignment.end())
        except (ValueError, RecursionError):
            return None
        return value
    return None
