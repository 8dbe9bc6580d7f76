"""How much a listing's age counts: with every half-life its relevance halves, whatever the search and its time.

tantivy multiplies a score by log2(2 + a stored number). The numbers are made so that this factor doubles with each
half-life; they count from long before the index was built, because a factor is never less than one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from listings.search.index.rows import ListingRow

DAY = 86_400
HALF_LIFE = 45 * DAY
# Listings that were older when the index was built count alike.
MAX_AGE = 300 * DAY
# An index is rebuilt before its factors grow past what a number holds.
MAX_INDEX_AGE = 100 * DAY
MAX_FACTOR = 1000.0
# For stated pay, and for a stated residence: decides between equals.
STATED_BONUS = 0.01


def factor(posted_at: float, built_at: float) -> float:
    """Both in seconds since 1970."""
    # The cap keeps 2 ** factor, which is stored, within a float.
    return float(2.0 ** min(max(0.0, (posted_at - built_at + MAX_AGE) / HALF_LIFE), 9.9))


def weight(row: ListingRow, built_at: float) -> float:
    """The number to store for a listing."""
    stated_count = sum(bool(row.facts.get(fact)) for fact in ("salary", "residence"))
    total = factor(row.posted_at.timestamp(), built_at) * (1 + STATED_BONUS * stated_count)
    return float(2.0 ** min(total, MAX_FACTOR) - 2.0)
