"""What has changed in a listing since it was first seen, in words and with the words that changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from typing import Literal

from listings.facts.text import plain
from listings.models import LedgerRow, Listing
from listings.web import locale_format

SHOWN = 50
CONTEXT = 6
"""Words that are shown on either side of what changed."""
MOST_WORDS = 3_000
"""Of a text that is compared: the time grows faster than its length."""
FIELDS = {
    "title": "title",
    "company": "company",
    "html": "text",
    "location": "place",
    "salary": "pay",
    "category": "kind of work",
    "workplace": "workplace",
    "employment": "employment",
    "seniority": "level",
    "time_zones": "time zones",
    "tags": "tags",
    "published_at": "date of the ad",
    "expires_at": "closing date",
    "url": "address on its board",
    "apply_url": "address to apply at",
    "company_url": "address of the company",
    "fields": "further statements of the board",
}
"""A field of an ad under the name that readers see; others are not told."""
DATES = ("published_at", "expires_at")
CLOSED = dict(Listing.Closed.choices)

Kind = Literal["same", "gone", "new"]


@dataclass(frozen=True, slots=True)
class DiffPart:
    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    at: datetime
    words: str
    parts: tuple[DiffPart, ...] = ()


def history(listing: Listing, *, full_text: bool) -> list[Entry]:
    """The newest first, `SHOWN` at most. `full_text`: whether the terms allow to show what changed in the text."""
    rows = LedgerRow.objects.filter(listing=listing.pk)[:SHOWN]
    entries = [entry for row in rows if (entry := told(row, full_text=full_text))]
    if listing.reposted_at:
        entries.append(Entry(listing.reposted_at, "published again under a new number on its board"))
    return sorted(entries, key=lambda entry: entry.at, reverse=True)


def told(row: LedgerRow, *, full_text: bool) -> Entry | None:
    """None for what is no change to a reader: a state between hidden and shown, a field that is not named."""
    if row.field == "state":
        words = state(row)
        return Entry(row.at, words) if words else None
    name = FIELDS.get(row.field)
    if name is None:
        return None
    old, new = (readable(row.field, value) for value in (row.old, row.new))
    if old == new:
        return None
    words = f"{name} {'added' if not old else 'removed' if not new else 'changed'}"
    return Entry(row.at, words, parts(old, new) if full_text or row.field != "html" else ())


def state(row: LedgerRow) -> str:
    if row.new == "open":
        return "open again"
    return f"closed: {CLOSED[row.new]}" if row.new in CLOSED else ""


def readable(field: str, value: str) -> str:
    if field == "html":
        return plain(value)
    if field in DATES and value:
        return locale_format.written(datetime.fromisoformat(value))[0]
    return value


def parts(old: str, new: str) -> tuple[DiffPart, ...]:
    """Both texts word by word, of what they share only some words around each difference."""
    before, after = old.split()[:MOST_WORDS], new.split()[:MOST_WORDS]
    return tuple(part for part in _pieces(before, after) if part.text)


def _pieces(before: Sequence[str], after: Sequence[str]) -> Iterator[DiffPart]:
    changes = SequenceMatcher(None, before, after, autojunk=len(before) > 200).get_opcodes()
    for place, (kind, start, end, new_start, new_end) in enumerate(changes):
        if kind == "equal":
            yield DiffPart("same", shortened(before[start:end], first=place == 0, last=place == len(changes) - 1))
        else:
            yield DiffPart("gone", " ".join(before[start:end]))
            yield DiffPart("new", " ".join(after[new_start:new_end]))


def shortened(words: Sequence[str], *, first: bool, last: bool) -> str:
    """Words between two changes, before the first or after the last: those far from a change become "…"."""
    head, tail = (0 if first else CONTEXT), (0 if last else CONTEXT)
    if len(words) <= head + tail:
        return " ".join(words)
    return " ".join([*words[:head], "…", *words[len(words) - tail :]])
