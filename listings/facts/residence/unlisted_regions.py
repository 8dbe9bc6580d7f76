"""Regions without a code beside other places: "Europe/Southeast Asia", "Support Lead (SE Asia or LatAm)".

The other places are stated, with the words that name more, so that nobody elsewhere is told that they are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from listings.facts.base import Reading
from listings.facts.residence.compass import region_parts
from listings.facts.residence.expressions import read_places
from listings.facts.residence.headers import header_location
from listings.facts.residence.precedence import Claim, ClaimSource
from listings.vocabulary.doubt_scopes import SCOPES
from listings.vocabulary.places import UNNAMED_PART
from listings.vocabulary.regions import MEMBERS

# Regions whose members nobody agrees on, or that no list of ours has.
REGION = (
    r"(?:(?:s\.?|south)[- ]?(?:e\.?|east)(?:ern)? asia|asean|(?:east|south|central)(?:ern)? asia|indochina"
    r"|(?:west|east|southern|northern|sub-?saharan|central)(?:ern)? africa)"
)
OR = r" ?(?:,|/|\||&|\bor\b|\band\b) ?"
BEFORE = re.compile(rf"\b{REGION}\b{OR}")
AFTER = re.compile(rf"{OR}{REGION}\b")
NAMED = re.compile(rf"\b{REGION}\b", re.IGNORECASE)
SCOPE_OF = {"asia": "asia_pacific", "apac": "asia_pacific", "africa": "africa"}
WORD = re.compile(r"\b\w+")


def names_more(reading: Reading, limit: Claim) -> bool:
    """Whether the title names places of `limit` as a choice with a region that has no code."""
    title = reading.title
    if match := BEFORE.search(reading.lower_title):
        places = read_places(title, match.end())
        if places and places.start == match.end() and are_those_of(limit, places.include):
            return True
    if match := AFTER.search(reading.lower_title):
        left = title[: match.start()]
        for word in WORD.finditer(left):
            places = read_places(left, word.start())
            if places and places.end == len(left) and are_those_of(limit, places.include):
                return True
    return False


def scopes_of_regions(claim: Claim, words: str) -> list[str]:
    """In which of SCOPES the regions lie that `words` or `claim` name without a code; [] if that is not known."""
    parents = {code.removesuffix(UNNAMED_PART) for code in region_parts(claim.include)}
    if not parents <= SCOPE_OF.keys():
        return []
    names = NAMED.findall(words)
    scopes = {SCOPE_OF[code] for code in parents}
    scopes |= {"africa" if name.lower().endswith("africa") else "asia_pacific" for name in names}
    known = claim.members.union(*(SCOPES[scope] for scope in scopes))
    return sorted(scopes) if all(_members(code) <= known for code in _places_in(words)) else []


def _places_in(words: str) -> Iterator[str]:
    """Codes of all that words name but for the regions without one."""
    words = NAMED.sub(lambda match: "-" * len(match[0]), words)
    end = 0
    while word := WORD.search(words, end):
        places = read_places(words, word.start())
        yield from places.include if places else ()
        end = max(word.end(), places.end) if places else word.end()


def _members(code: str) -> frozenset[str]:
    region = code.removesuffix(UNNAMED_PART)
    return MEMBERS.get(region, frozenset((region,)))


def unlisted_words(reading: Reading, claim: Claim, field: Claim | None) -> str | None:
    """The words that name a region without a code beside the places of `claim`.

    They are the claim's own, or the board's if `claim` is a mere line of the text.
    """
    if _names_unlisted(claim):
        return claim.evidence if claim.spans else _location(reading)
    is_line = claim.source is ClaimSource.LABEL and field is not None and _names_unlisted(field)
    return _location(reading) if is_line else None


def _names_unlisted(claim: Claim) -> bool:
    regions = [code.removesuffix(UNNAMED_PART) for code in region_parts(claim.include)]
    return any(region not in claim.include for region in regions)


def _location(reading: Reading) -> str:
    return reading.ad.location or header_location(reading.text)


def are_those_of(limit: Claim, include: tuple[str, ...]) -> bool:
    return bool(include) and set(include) <= {*limit.include, *limit.members}
