"""Values of schema.org's markup, which allows a name for an object, and a list of either, wherever one may stand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from listings.boards.formats.fields import line, scalar_text

MAX_DEPTH = 4
MAX_PARTS = 200
# Of an object that stands for a text: {"@value": "…"}, {"@type": "Country", "name": "…"}
TEXTS = ("@value", "name", "value")


def list_of(value: Any) -> list[Any]:
    return [] if value is None else value if isinstance(value, list) else [value]


def first_of(value: Any) -> Any:
    """The first of a list, and the text of a text object."""
    if isinstance(value, list):
        value = next((one for one in value if one not in (None, "")), None)
    return value.get("@value") if isinstance(value, Mapping) else value


def object_of(value: Any) -> Mapping[str, Any]:
    """The first object of a list; an object with this name for a plain name."""
    if isinstance(value, list):
        value = next((one for one in value if one not in (None, "", {}, [])), None)
    return value if isinstance(value, Mapping) else {"name": value}


def text_in(value: Any, depth: int = 0) -> str:
    """Of a list, the texts below each other."""
    if isinstance(value, str):
        return value
    if depth < MAX_DEPTH and isinstance(value, list):
        return "\n".join(filter(None, (text_in(one, depth + 1) for one in value[:MAX_PARTS])))
    if depth < MAX_DEPTH and isinstance(value, Mapping):
        return next(filter(None, (text_in(value.get(name), depth + 1) for name in TEXTS)), "")
    return "" if isinstance(value, bool) else scalar_text(value)


def short_text(value: Any, depth: int = 0) -> str:
    """One line; of a list, its first text."""
    if isinstance(value, list):
        rest = value[:MAX_PARTS] if depth < MAX_DEPTH else []
        return next(filter(None, (short_text(one, depth + 1) for one in rest)), "")
    return line(text_in(value), "text")


def name_of(value: Any) -> str:
    """The name of an object, or a plain name."""
    return short_text(value.get("name") or value.get("@value") if isinstance(value, Mapping) else value)
