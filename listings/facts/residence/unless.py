"""Refusals of whoever lives elsewhere: "Unless you live in Peru we cannot consider you"."""

from __future__ import annotations

import re

from listings.facts.residence.evaluation import Places
from listings.facts.residence.expressions import read_places

UNLESS_THERE = re.compile(
    r"\bunless (?:you|they|applicants|candidates)(?:['’]re| are)? (?:(?:already|currently|physically|also) )?"
    r"(?:live|living|based|located|reside|residing|resident|(?:an? )?residents?) (?:in|of|within) "
)
REFUSED = re.compile(r"\b(?:not|cannot|unable|no|never)\b|n['’]t\b")
GOES_ON = re.compile(
    r"\b(?:consider\w*|accept\w*|hir\w+|employ\w*|apply\w*|applications?|eligible|go ahead|proceed|continue|go on"
    r"|move forward|take you)\b"
)
MAX_ARTICLE = 4


def places_demanded(text: str, lower: str, start: int, end: int) -> tuple[int, Places] | None:
    """Where the condition begins in the sentence from `start` to `end`, and the places of it."""
    match = UNLESS_THERE.search(lower, start, end)
    places = read_places(text, match.end(), end=end) if match else None
    if match is None or places is None or places.start - match.end() > MAX_ARTICLE:
        return None
    rest = f"{lower[start : match.start()]} {lower[places.end : end]}"
    return (match.start(), places) if REFUSED.search(rest) and GOES_ON.search(rest) else None
