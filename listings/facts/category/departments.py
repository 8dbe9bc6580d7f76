"""The categories that a board's category, or an employer's department, names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from listings.facts.category.titles import match_title
from listings.vocabulary.bounded_cache import bounded_cache
from listings.vocabulary.category_names import CATEGORY_BY_NAME

SEVERAL = re.compile(r"(?:(?<!\s)\s++)?[;|]\s*+")
JOINED = re.compile(r"(?:(?<!\s)\s+)?(?:[/&,>:]|\s[-–—]\s|\band\b|\bund\b)\s*")
MAX_NAME = 200


def categories_of(names: str, by_board: Mapping[str, str]) -> set[str]:
    """Those of every name in the field; empty if none is known."""
    parts = SEVERAL.split(names[:MAX_NAME].casefold())
    categories = {
        category for part in parts if part for category in _categories_of_name(" ".join(part.split()), by_board)
    }
    # What the board files nowhere else says less than any other name.
    return categories - {"other"} or categories


def _categories_of_name(name: str, by_board: Mapping[str, str]) -> Iterator[str]:
    if name in by_board:
        yield by_board[name]
    elif name in CATEGORY_BY_NAME:
        yield from filter(None, [CATEGORY_BY_NAME[name]])
    else:
        yield from _read_name(name)


@bounded_cache(2048)
def _read_name(name: str) -> tuple[str, ...]:
    """Each joined part by its name or, as with titles, by its topics; an unknown part says nothing.

    Beside "management" and the like another name is one of several kinds of work.
    """
    if any(CATEGORY_BY_NAME.get(part) == "" for part in JOINED.split(name)):
        return ()
    categories = (CATEGORY_BY_NAME.get(part) or _topic(part) for part in JOINED.split(name) if part)
    return tuple(dict.fromkeys(filter(None, categories)))


def _topic(part: str) -> str | None:
    match = match_title(part)
    return match.category if match and not match.unproven else None
