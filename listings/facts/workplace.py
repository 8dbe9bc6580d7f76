"""Remote, hybrid or on site, as the board's fields state it."""

from __future__ import annotations

import re

from listings.boards.base import Ad, Board
from listings.facts.base import Fact

FIELDS = ("remoteOptions", "workplaceType", "remote")
ONSITE = re.compile(r"\b(no remote|not remote|on-?\s?site|in[- ]office|office[- ]based)\b", re.IGNORECASE)
HYBRID = re.compile(r"\bhybrid\b", re.IGNORECASE)
REMOTE = re.compile(r"\b(remote|anywhere|work from home|telecommute|distributed)\b", re.IGNORECASE)


def read(ad: Ad, board: Board) -> Fact | None:
    """A choice between remote and another place is remote; a remote-only board states it for all its ads."""
    for name in FIELDS:
        stated = {place for words in ad.fields.get(name, ()) if (place := _place(words))}
        for place in ("remote", "hybrid", "onsite"):
            if place in stated:
                return Fact(place, f"field:{name}")
    return Fact("remote", "field:board") if board.remote_only else None


def _place(words: str) -> str:
    if ONSITE.search(words):
        return "onsite"
    if HYBRID.search(words):
        return "hybrid"
    return "remote" if REMOTE.search(words) else ""
