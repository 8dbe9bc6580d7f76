"""Sentences that let the person live anywhere, in an ad whose board names places: "Americas Only" beside it.

The board's places remain the residence, as the more specific statement, but readers are shown both. So only plain words
count: of the person or the role, without a limit of their own, and in a text that nowhere else limits where to live.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from listings.facts.base import Reading
from listings.facts.other_people import others_of
from listings.facts.residence.dispute_wordings import (
    AMOUNT,
    BASED,
    BULLET,
    BUT_NEXT,
    DENIED,
    ENTITIES,
    IN,
    INTERNET,
    LEFT_BOUND,
    LIMIT,
    NARROWED,
    OF_SALES,
    OF_TIME,
    ONLY,
    OPEN,
    PREFERRED,
    TIMES,
)
from listings.facts.residence.evaluation import Places
from listings.facts.residence.expressions import read_places
from listings.facts.residence.hits import NOT_THE_PERSON, ResidenceStatement
from listings.facts.residence.precedence import WORLDWIDE, Claim, ClaimSource
from listings.facts.residence.titles import read_title
from listings.facts.residence.unlisted_regions import WORD, are_those_of, names_more
from listings.facts.residence.welcomes import BOUND, CONDITION, whole_sentence
from listings.facts.residence.world_items import FOR_A_TIME
from listings.facts.residence.world_wordings import SOMETIMES
from listings.facts.subjects import governor, sentence_bounds
from listings.facts.workplace.reader import read as read_workplace

MAX_GAP, MAX_AFTER = 4, 300


def find_dispute(
    reading: Reading, limit: Claim, statements: Sequence[ResidenceStatement], *, has_refusals: bool
) -> str | None:
    """The words of the text that let the person live anywhere although the board's field, `limit`, names places.

    `statements` and `has_refusals`: what the text says besides. None if it limits the residence itself in any way.
    """
    if limit.source is not ClaimSource.FIELD or not reading.ad.location or limit.exclude or has_refusals:
        return None
    if names_more(reading, limit):
        return reading.title
    if any(one.rank not in ("world", "free") or one.exclude for one in statements):
        return None
    match = next(_open_sentences(reading), None)
    if match is None or _is_limited(reading) or _agrees(reading, limit) or _is_at_a_place(reading):
        return None
    if not all(claim.is_anywhere for claim in read_title(reading)):
        return None
    return reading.quote("text", *whole_sentence(reading, match))[0]


def _open_sentences(reading: Reading) -> Iterator[re.Match[str]]:
    lower = reading.lower_text
    for match in OPEN.finditer_by_line(lower):
        start, end = sentence_bounds(lower, match.start())
        left, end = lower[start : match.start()], max(end, match.end())
        is_of_others = governor(left) in NOT_THE_PERSON or others_of(reading).cover(match.end() - 1)
        is_plain = not LEFT_BOUND.search(left) and not BOUND.search(left) and not _is_for_a_time(left)
        if (
            is_plain
            and not is_of_others
            and _asks_only_hours(reading, match.end(), end)
            and not _is_taken_back(lower, end)
        ):
            yield match


def _is_for_a_time(lower: str) -> bool:
    return SOMETIMES.search(lower) is not None or FOR_A_TIME.search(lower) is not None


def _asks_only_hours(reading: Reading, begin: int, end: int) -> bool:
    """Whether the rest of the sentence asks for no more than hours or a connection."""
    rest = reading.lower_text[begin:end]
    if NARROWED.match(rest) or BOUND.search(rest) or _is_for_a_time(rest):
        return False
    for match in IN.finditer(rest):
        places = _places_at(reading, begin + match.end())
        if places and not OF_TIME.match(reading.lower_text, places.end):
            return False
    return CONDITION.search(rest) is None or TIMES.search(rest) is not None or INTERNET.search(rest) is not None


def _places_at(reading: Reading, position: int) -> Places | None:
    """The places that begin there, but for the world."""
    places = read_places(reading.text, position)
    is_near = places is not None and places.start - position <= MAX_GAP
    return places if places and is_near and places.include not in ((), WORLDWIDE) else None


def _is_taken_back(lower: str, end: int) -> bool:
    """Whether what follows makes it a perk of some weeks, or begins with "However" and asks for more than hours."""
    rest, _, next_line = lower[end : end + MAX_AFTER].partition("\n")
    rest = rest.lstrip(" .!;")
    if not rest and BULLET.match(next_line) is None:
        rest = next_line.partition("\n")[0]
        if _is_for_a_time(rest):
            return True
    following = rest[: sentence_bounds(rest, 0)[1]]
    is_limit = BUT_NEXT.match(following) and not TIMES.search(following) and not PREFERRED.search(following)
    return bool(is_limit) or AMOUNT.search(rest) is not None


def _is_limited(reading: Reading) -> bool:
    """Whether the text binds the person to a place, in words however weak."""
    lower = reading.lower_text
    if ENTITIES.search(lower):
        return True
    for match in LIMIT.finditer_by_line(lower):
        if _places_at(reading, match.end()):
            start, end = sentence_bounds(lower, match.start())
            is_of_others = governor(lower[start : match.start()]) in NOT_THE_PERSON
            if not is_of_others and not PREFERRED.search(lower, start, end):
                return True
    return False


def _agrees(reading: Reading, limit: Claim) -> bool:
    """Whether the text names the board's places as a limit of its own, be it the firm's: "Acme is U.S. only"."""
    lower = reading.lower_text
    for match in (*ONLY.finditer_by_line(lower), *BASED.finditer_by_line(lower)):
        start, _ = sentence_bounds(lower, match.start())
        is_denied = DENIED.search(lower, start, match.end())
        if (
            is_denied
            or governor(lower[start : match.start()]) in NOT_THE_PERSON
            or OF_SALES.search(lower, start, match.start())
        ):
            continue
        for word in WORD.finditer(reading.text, match.start("place"), match.end("place")):
            places = read_places(reading.text, word.start(), end=match.end("place"))
            is_whole = places is not None and places.end == match.end("place")
            if places and is_whole and are_those_of(limit, places.include):
                return True
    return False


def _is_at_a_place(reading: Reading) -> bool:
    workplace = read_workplace(reading)
    return workplace is not None and workplace.value in ("hybrid", "onsite")
