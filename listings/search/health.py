"""Is this machine's index there, and does its indexer keep it fresh?"""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from listings.search.reader import NotReady, reader

STALE_AFTER = 30.0


@dataclass(frozen=True, slots=True)
class IndexState:
    """`lag_seconds`: since the indexer last looked; None where it never did."""

    ready: bool
    words: str
    lag_seconds: float | None


def index_state() -> IndexState:
    lag = _since_last_look(Path(settings.INDEX_DIR))
    try:
        listings = reader().searcher().num_docs
    except NotReady:
        return IndexState(False, "the index is being built", lag)
    if lag is None or lag > STALE_AFTER:
        return IndexState(False, "the indexer does not follow", lag)
    return IndexState(True, f"{listings:,} listings", lag)


def _since_last_look(folder: Path) -> float | None:
    try:
        return max(0.0, time.time() - float(json.loads((folder / "heartbeat.json").read_text())["at"]))
    except (OSError, ValueError, KeyError):
        return None
