"""Which commit of tantivy's an index's version stands at."""

from __future__ import annotations

import json
from pathlib import Path

from listings.search.index.errors import IndexUnusable

META = "meta.json"


def opstamp(folder: Path) -> int:
    """Of the last commit; each has a higher one. Raises IndexUnusable."""
    try:
        return opstamp_in((folder / META).read_bytes())
    except OSError as error:
        raise IndexUnusable(f"{META} cannot be read: {error.strerror}") from error


def opstamp_in(meta: bytes) -> int:
    """From the content of META."""
    try:
        return int(json.loads(meta)["opstamp"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise IndexUnusable(f"{META} is damaged") from error
