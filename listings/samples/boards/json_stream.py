"""JSON responses in pieces, one record each, so that a million ads are never in memory together."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any


def json_pieces(head: bytes, records: Iterable[dict[str, Any]], tail: bytes) -> Iterator[bytes]:
    yield head
    for place, record in enumerate(records):
        yield (b", " if place else b"") + json.dumps(record, ensure_ascii=False).encode()
    yield tail


def enveloped(name: str, records: Iterable[dict[str, Any]], /, **envelope: Any) -> Iterator[bytes]:
    """An object with the keys of `envelope` and, under `name`, the list of records."""
    head = json.dumps(envelope, ensure_ascii=False)[:-1] + (", " if envelope else "") + f'"{name}": ['
    return json_pieces(head.encode(), records, b"]}")
