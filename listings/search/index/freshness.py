"""How much a listing's age weighs: with every half-life its relevance halves, whatever is asked and whenever.

tantivy multiplies a score by log2(2 + a stored number). Numbers are made so that this factor doubles with each
half-life; they count from a moment long before the index was begun, since a factor is never less than one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from listings.models import Listing

DAY = 86_400
HALF_LIFE = 45 * DAY
REACH = 300 * DAY
"""Listings that were this old when the index was begun are equally old."""
LASTS = 100 * DAY
"""An index is built anew before its factors grow past what a number holds."""
MOST = 1000.0
STATED = 0.01
"""What wins a tie: pay, and where one may live, each."""


def factor(posted: float, built: float) -> float:
    """`posted` and `built` in seconds since 1970."""
    return float(2.0 ** min(max(0.0, (posted - built + REACH) / HALF_LIFE), 9.9))


def weight(listing: Listing, built: float) -> float:
    """The number that is stored for a listing."""
    stated = sum(bool(listing.facts.get(fact)) for fact in ("salary", "residence"))
    wanted = factor(listing.posted_at.timestamp(), built) * (1 + STATED * stated)
    return float(2.0 ** min(wanted, MOST) - 2.0)
