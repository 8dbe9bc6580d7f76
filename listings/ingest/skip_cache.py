"""Hashes of ads that were read and are not remote. They are not stored, and not read again in every fetch either."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from django.core.cache import cache

from listings import facts
from listings.boards.base import Board

KEPT_FOR = timedelta(days=7)


def remember(board: Board, hashes: Iterable[bytes]) -> None:
    if skipped := {_key(board, content_hash): 1 for content_hash in hashes}:
        cache.set_many(skipped, KEPT_FOR.total_seconds())


def known(board: Board, hashes: Iterable[bytes]) -> set[bytes]:
    """Those of `hashes` that were skipped in the last seven days."""
    keys = {_key(board, content_hash): content_hash for content_hash in hashes}
    return {keys[key] for key in cache.get_many(keys)} if keys else set()


def _key(board: Board, content_hash: bytes) -> str:
    # Everything that the decision depends on: new rules, or another setting of the source, must read the ad again.
    return f"passed-over:{facts.VERSION}:{board.name}:{board.remote_only:d}{board.mostly_remote:d}:{content_hash.hex()}"
