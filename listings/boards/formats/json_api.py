"""Responses of JSON APIs: the list of records in its envelope, and the objects within a record."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from listings.boards.base import Ad, BrokenShape, Page, Response
from listings.boards.formats.fields import BadRecord, distinct, read_each, scalar_text
from listings.boards.formats.shapes import json_value, shape_of

Record = Mapping[str, Any]
PLAIN_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,127}")
# What an object is called, where one stands for a text.
LABELS = ("label", "name", "Name", "descriptor", "shortName", "text")


@dataclass(frozen=True, slots=True)
class Envelope:
    """The records of a response and the object around them.

    `is_whole` False: the records were cut out of their envelope, so nothing says that they are all.
    """

    records: list[Any]
    values: Mapping[str, Any]
    is_whole: bool


def read_envelope(response: Response, key: str, required: Iterable[str], expected: str) -> Envelope:
    """Also of a bare list, or of a single record, known by its `required` keys. `key` is the list's name.

    Raises BrokenShape, which names the `expected` shape.
    """
    value = json_value(response.body, expected)
    if isinstance(value, list):
        return Envelope(value, {}, False)
    if isinstance(value, dict):
        records = value.get(key)
        if isinstance(records, list):
            return Envelope(records, value, True)
        # `manage.py parse` also reads a single record that was saved to a file.
        if key not in value and all(name in value for name in required):
            return Envelope([value], {}, False)
        raise BrokenShape(f"a JSON object without a list of {key}, not {expected}")
    raise BrokenShape(f"{shape_of(response.body)}, not {expected}")


def page_from(
    envelope: Envelope, read: Callable[[dict[str, Any]], Ad], *, complete: bool, id_field: str = "id"
) -> Page:
    """Rejects bad records under the value of their `id_field`."""
    return read_each(
        envelope.records,
        lambda record: read(as_object(record)),
        lambda record: record.get(id_field) if isinstance(record, dict) else None,
        complete=complete,
    )


def as_object(record: Any) -> dict[str, Any]:
    if not isinstance(record, dict):
        raise BadRecord(f"the record is {type(record).__name__}, not an object")
    return record


def child(record: Record, name: str) -> Record:
    """An object within the record; an empty one where there is none."""
    value = record.get(name)
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise BadRecord(f"{name} is {type(value).__name__}, not an object")
    return value


def optional_child(record: Record, name: str) -> Record:
    """For objects that a record or an envelope can do without: also an empty one where there is something else."""
    value = record.get(name)
    return value if isinstance(value, dict) else {}


def children(record: Record, name: str) -> list[Record]:
    """The objects of a list within the record; a single object counts as a list of one."""
    value = record.get(name)
    if value is None:
        return []
    if isinstance(value, dict):
        return [value]
    if not isinstance(value, list):
        raise BadRecord(f"{name} is {type(value).__name__}, not a list")
    return [element for element in value if isinstance(element, dict)]


def label(value: Any) -> str:
    """A text or a number as one line, or what an object is called; "" for anything else."""
    if isinstance(value, Mapping):
        value = next((value[name] for name in LABELS if value.get(name)), None)
    return "" if isinstance(value, bool) else scalar_text(value)


def labels(*values: Any) -> tuple[str, ...]:
    """Each once, also those within lists."""
    flat = [element for value in values for element in (value if isinstance(value, list) else [value])]
    return distinct(map(label, flat))


def plain_id(value: Any, name: str) -> str:
    """For ids of other forms than `record_id` reads: with dots, with underscores, or long."""
    text = label(value)
    if not PLAIN_ID.fullmatch(text):
        raise BadRecord(f"{name} is {text!r}, not an id" if text else f"{name} is missing")
    return text


def is_true(value: Any) -> bool:
    return value is True or scalar_text(value).casefold() == "true"


def whole_number(value: Any) -> int | None:
    """Also of digits in a text."""
    text = label(value)
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 9 else None
