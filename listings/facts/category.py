"""The kind of work, from the board's own category words."""

from __future__ import annotations

from listings.facts.base import Fact, Reading
from listings.vocabulary.category_words import CATEGORY_WORDS


def read(reading: Reading) -> Fact | None:
    """Where a board names several kinds for one ad, or one that we do not know, none of them is the kind."""
    named = [" ".join(words.split()) for words in (reading.ad.category or "").casefold().split(";")]
    kinds = {reading.board.categories.get(words) or CATEGORY_WORDS.get(words) for words in named if words}
    kind = kinds.pop() if len(kinds) == 1 else None
    return Fact(kind, "field:category") if kind else None
