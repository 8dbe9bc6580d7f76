"""What PostgreSQL can keep as text: neither NUL nor half of a surrogate pair, both of which JSON can hold."""

from __future__ import annotations

import re

UNSTORABLE = re.compile("[\0\ud800-\udfff]")


def is_storable(text: str) -> bool:
    return UNSTORABLE.search(text) is None


def storable(text: str, limit: int) -> str:
    """The text without what cannot be stored, and at most `limit` characters of it."""
    clean = UNSTORABLE.sub("\ufffd", text)
    return clean if len(clean) <= limit else clean[: limit - 1] + "…"
