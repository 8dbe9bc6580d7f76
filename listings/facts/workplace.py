"""Remote, hybrid or on site, as the board's fields state it."""

from __future__ import annotations

import re

from listings.facts.base import Fact, Reading

WORDS = {
    "remote": "remote|100% remote|fully remote|option for remote|remote option|work from home|work from anywhere"
    "|anywhere|telecommute",
    "hybrid": "hybrid|hybrid remote|partially remote",
    "onsite": "no remote|not remote|on site|onsite|in office|office based|office",
}
STATED = {word: place for place, words in WORDS.items() for word in words.split("|")}
CHOICE = re.compile(r"[,/|;]|\bor\b")


def read(reading: Reading) -> Fact | None:
    """A choice between remote and another place is remote; a remote-only board states it for all its ads."""
    stated = {_place(words) for value in reading.ad.workplace or () for words in CHOICE.split(value.casefold())}
    for place in WORDS:
        if place in stated:
            return Fact(place, "field:workplace")
    return Fact("remote", "field:board") if reading.board.remote_only else None


def _place(words: str) -> str:
    """ "" where the words are not known: they state nothing."""
    known = " ".join(words.replace("-", " ").split())
    return STATED.get(known) or STATED.get(known.removesuffix(" work").removesuffix(" job"), "")
