"""Characters that are written as entities: "&amp;", "&#8217;". Feeds of thousands of titles may be full of them."""

from __future__ import annotations

import html
import re
from functools import lru_cache

# As in html.unescape, and as there a name may go on behind the entity that it begins with: "&notit;" is "¬it;".
ENTITY = re.compile(r"&(?:#(?:[0-9]+|[xX][0-9a-fA-F]+);?|[^\t\n\f <&#;]{1,32};?)")
MAX_ENTITY = 34


def unescaped_entities(text: str, times: int = 1) -> str:
    """Like html.unescape, which fails on a number of 4,300 digits. `times`: of what was escaped more than once."""
    for _ in range(times):
        if "&" not in text:
            break
        plain = ENTITY.sub(_character, text)
        if plain == text:
            break
        text = plain
    return text


def _character(entity: re.Match[str]) -> str:
    # A longer one is a number, of no character.
    return character_named(entity[0]) if len(entity[0]) <= MAX_ENTITY else "\ufffd"


@lru_cache(2_000)
def character_named(entity: str) -> str:
    return html.unescape(entity)
