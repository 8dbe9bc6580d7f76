"""Records what changed: Change rows for the index and alerts, ledger rows for the history of a listing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import datetime
from typing import Any

from listings.boards.base import Ad
from listings.lifecycle.bulk_copy import copy_rows
from listings.models import Change, LedgerRow, Listing

INTERNAL_FIELDS = frozenset({"external_id", "logo_url", "published_zoned"})


def differences(old: Ad, new: Ad) -> dict[str, tuple[str, str]]:
    """Field → (old text, new text), for the fields that readers see."""
    changes = {}
    for spec in fields(Ad):
        before, after = getattr(old, spec.name), getattr(new, spec.name)
        if before != after and spec.name not in INTERNAL_FIELDS:
            changes[spec.name] = (as_text(before), as_text(after))
    return changes


def as_text(value: Any) -> str:
    """A field of an ad as one string: "" for None, ISO 8601 for times, lists joined by commas."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, tuple):
        return ", ".join(value)
    if isinstance(value, dict):
        return "; ".join(f"{name}: {', '.join(values)}" for name, values in value.items())
    return str(value)


def ledger_rows(listing_id: int, changes: Mapping[str, tuple[str, str]], at: datetime) -> list[LedgerRow]:
    """Unsaved rows. `changes`: field → (old text, new text)."""
    return [
        LedgerRow(
            listing_id=listing_id, field=field, old=old[: LedgerRow.MAX_VALUE], new=new[: LedgerRow.MAX_VALUE], at=at
        )
        for field, (old, new) in changes.items()
    ]


def state_row(listing: Listing, old: str, new: str, at: datetime) -> LedgerRow:
    """An unsaved row. `old` and `new`: "open", or why the listing is closed or hidden."""
    return LedgerRow(listing=listing, field="state", old=old, new=new, at=at)


def record(changes: Iterable[tuple[int, Change.Kind]], ledger: Iterable[LedgerRow] = ()) -> None:
    """Write (listing id, kind) as Change rows, each once. The last statement of its transaction."""
    copy_rows(list(ledger))
    # Sorted, so that a reader of the change feed sees the same order each time.
    copy_rows([Change(listing_id=listing_id, kind=kind) for listing_id, kind in sorted(set(changes))])
