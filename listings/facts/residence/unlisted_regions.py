"""Titles that name a region without a code beside the board's places: "Support Lead (SE Asia or LatAm)"."""

from __future__ import annotations

import re

from listings.facts.base import Reading
from listings.facts.residence.expressions import read_places
from listings.facts.residence.precedence import Claim

# Regions whose members nobody agrees on, or that no list of ours has.
REGION = (
    r"(?:(?:s\.?|south)[- ]?(?:e\.?|east)(?:ern)? asia|asean|(?:east|south|central)(?:ern)? asia|indochina"
    r"|(?:west|east|southern|northern|sub-?saharan|central)(?:ern)? africa)"
)
OR = r" ?(?:,|/|\||&|\bor\b|\band\b) ?"
BEFORE = re.compile(rf"\b{REGION}\b{OR}")
AFTER = re.compile(rf"{OR}{REGION}\b")
WORD = re.compile(r"\b\w+")


def names_more(reading: Reading, limit: Claim) -> bool:
    """Whether the title names places of `limit` as a choice with a region that has no code."""
    title = reading.title
    if match := BEFORE.search(reading.lower_title):
        places = read_places(title, match.end())
        if places and places.start == match.end() and _are_those_of(limit, places.include):
            return True
    if match := AFTER.search(reading.lower_title):
        left = title[: match.start()]
        for word in WORD.finditer(left):
            places = read_places(left, word.start())
            if places and places.end == len(left) and _are_those_of(limit, places.include):
                return True
    return False


def _are_those_of(limit: Claim, include: tuple[str, ...]) -> bool:
    return bool(include) and set(include) <= {*limit.include, *limit.members}
