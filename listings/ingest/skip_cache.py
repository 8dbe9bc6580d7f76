"""Ads that were read and are no remote work: not kept, but known by their hash, so that no fetch reads them again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from django.core.cache import cache

from listings import facts
from listings.boards.base import Board

REMEMBERED = timedelta(days=7)


def remember(board: Board, hashes: Iterable[bytes]) -> None:
    if seen := {_key(board, one): 1 for one in hashes}:
        cache.set_many(seen, REMEMBERED.total_seconds())


def known(board: Board, hashes: Iterable[bytes]) -> set[bytes]:
    """Those of these that were passed over, by the same rules, in the last days."""
    keys = {_key(board, one): one for one in hashes}
    return {keys[key] for key in cache.get_many(keys)} if keys else set()


def _key(board: Board, content_hash: bytes) -> str:
    return f"passed-over:{facts.VERSION}:{board.name}:{board.remote_only:d}:{content_hash.hex()}"
