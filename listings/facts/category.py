"""The kind of work, from the board's own category words."""

from __future__ import annotations

from listings.boards.base import Ad, Board
from listings.facts.base import Fact
from listings.vocabulary.category_words import CATEGORY_WORDS


def read(ad: Ad, board: Board) -> Fact | None:
    """Where a board names several kinds for one ad, none of them is the kind."""
    kinds = set()
    for words in (ad.category or "").casefold().split(";"):
        named = " ".join(words.split())
        kinds.add(board.categories.get(named) or CATEGORY_WORDS.get(named))
    kinds.discard(None)
    return Fact(kinds.pop(), "field:category") if len(kinds) == 1 else None
