"""What the guide shows of the boards: the guide and the listings know each other only through here."""

from __future__ import annotations

import logging
import time

from django.db import Error as DatabaseError
from django.db.models import Count

from guides.boards import HeldBoards, OpenCounts
from jobsite.allinone import EmbeddedError
from listings.boards import BOARDS
from listings.boards.base import Board
from listings.models import Listing, Posting
from listings.models.listings import ListingQuerySet

REMEMBERED_SECONDS = 60

_kept: dict[str, tuple[float, OpenCounts]] = {}


def open_counts() -> OpenCounts | None:
    """Distinct open listings of each board, up to 60 s old in this process; None where the database does not answer."""
    kept = _kept.get("")
    now = time.monotonic()
    if kept is None or kept[0] < now:
        try:
            kept = (now + REMEMBERED_SECONDS, _counted())
        except (DatabaseError, EmbeddedError):
            logging.getLogger(__name__).warning("the open listings of the boards cannot be counted", exc_info=True)
            return None
        _kept[""] = kept
    return kept[1]


def forget() -> None:
    _kept.clear()


def _counted() -> OpenCounts:
    """As the search counts them by source. Made-up listings count only where there are no real ones."""
    if real := _by_board(Listing.objects.open().real()):
        return OpenCounts(real)
    made_up = _by_board(Listing.objects.open())
    return OpenCounts(made_up, made_up=bool(made_up))


def _by_board(listings: ListingQuerySet) -> dict[str, int]:
    postings = Posting.objects.filter(listing__in=listings).order_by()
    return dict(postings.values_list("source__board").annotate(Count("listing", distinct=True)))


def standing(board: Board) -> str:
    """ "Login only: its jobs are shown to members alone. As of 23 November 2026." """
    day = f" As of {board.status_on.day} {board.status_on:%B %Y}." if board.status_on else ""
    return f"{board.status.capitalize()}: {board.status_reason}.{day}"


HELD = HeldBoards(
    names=frozenset(BOARDS),
    open_counts=open_counts,
    standing={board.name: standing(board) for board in BOARDS.values() if board.status != "live"},
)
