"""What the guide shows about boards. The guide and the listings know each other only through this module."""

from __future__ import annotations

import logging
import time

from django.db import Error as DatabaseError
from django.db.models import Count

from guides.boards import BoardCatalogue, OpenCounts
from jobsite.allinone import EmbeddedError
from listings.boards import BOARDS
from listings.boards.base import Board
from listings.models import Listing, Posting
from listings.models.listings import ListingQuerySet

CACHE_SECONDS = 60
clock = time.monotonic

# The counts and when they expire by `clock`, or nothing.
_cache: list[tuple[float, OpenCounts]] = []


def open_counts() -> OpenCounts | None:
    """Distinct open listings of each board, at most 60 s old in this process. None: the database does not answer."""
    now = clock()
    if not _cache or _cache[0][0] < now:
        try:
            counts = _count()
        except (DatabaseError, EmbeddedError):
            logging.getLogger(__name__).warning("cannot count the boards' open listings", exc_info=True)
            return None
        _cache[:] = [(now + CACHE_SECONDS, counts)]
    return _cache[0][1]


def forget() -> None:
    _cache.clear()


def _count() -> OpenCounts:
    """The same numbers as the search's source facet. Sample listings count only while there are no real ones."""
    if real := _by_board(Listing.objects.open().real()):
        return OpenCounts(real)
    samples = _by_board(Listing.objects.open())
    return OpenCounts(samples, are_samples=bool(samples))


def _by_board(listings: ListingQuerySet) -> dict[str, int]:
    # Without order_by(), the model's default order would join the GROUP BY and split the groups.
    postings = Posting.objects.filter(listing__in=listings).order_by()
    return dict(postings.values_list("source__board").annotate(Count("listing", distinct=True)))


def status_note(board: Board) -> str:
    """ "Login only: its jobs are shown to members alone. As of 23 November 2026." """
    as_of = f" As of {board.status_on.day} {board.status_on:%B %Y}." if board.status_on else ""
    return f"{board.status.capitalize()}: {board.status_reason}.{as_of}"


CATALOGUE = BoardCatalogue(
    names=frozenset(BOARDS),
    open_counts=open_counts,
    status_notes={board.name: status_note(board) for board in BOARDS.values() if board.status != "live"},
)
