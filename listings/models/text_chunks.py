"""Rows with long texts, some at a time: hundreds of endless ads at once would fill the memory."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import BigIntegerField, F, Func, QuerySet

MAX_BYTES = 20_000_000


def id_chunks(rows: QuerySet[Any], text: str, max_bytes: int = 0) -> Iterator[list[int]]:
    """The ids of `rows` in their order. The texts of a chunk have at most `max_bytes` (MAX_BYTES), or are one.

    `text` names the field. Its length is stored beside it, so that no text is read.
    """
    size = Func(F(text), function="octet_length", output_field=BigIntegerField(null=True))
    chunk, total = list[int](), 0
    for pk, stored in rows.annotate(text_size=size).values_list("pk", "text_size"):
        total += stored or 0
        if chunk and total > (max_bytes or MAX_BYTES):
            yield chunk
            chunk, total = [], stored or 0
        chunk.append(pk)
    if chunk:
        yield chunk
