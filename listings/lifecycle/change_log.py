"""What changed, written down: Change for the index and alerts, ledger rows for a listing's page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from datetime import datetime
from typing import Any

from listings.boards.base import Ad
from listings.lifecycle.bulk_copy import copy_rows
from listings.models import Change, LedgerRow, Listing

UNSEEN_BY_READERS = frozenset({"external_id", "logo_url", "published_zoned"})


def differences(old: Ad, new: Ad) -> dict[str, tuple[str, str]]:
    """Field → (old words, new words), for the fields that readers see."""
    found = {}
    for spec in fields(Ad):
        before, after = getattr(old, spec.name), getattr(new, spec.name)
        if before != after and spec.name not in UNSEEN_BY_READERS:
            found[spec.name] = (in_words(before), in_words(after))
    return found


def in_words(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, tuple):
        return ", ".join(value)
    if isinstance(value, dict):
        return "; ".join(f"{name}: {', '.join(words)}" for name, words in value.items())
    return str(value)


def rows(listing_id: int, found: dict[str, tuple[str, str]], at: datetime) -> list[LedgerRow]:
    return [
        LedgerRow(listing_id=listing_id, field=field, old=old, new=new, at=at) for field, (old, new) in found.items()
    ]


def state_row(listing: Listing, old: str, new: str, at: datetime) -> LedgerRow:
    """`old` and `new`: open, or why it is closed or hidden."""
    return LedgerRow(listing=listing, field="state", old=old, new=new, at=at)


def record(changes: Iterable[tuple[int, Change.Kind]], ledger: Iterable[LedgerRow] = ()) -> None:
    """Written last in the transaction that makes them true."""
    copy_rows(list(ledger))
    copy_rows([Change(listing_id=listing_id, kind=kind) for listing_id, kind in sorted(set(changes))])
