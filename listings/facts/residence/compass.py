"""Parts of countries without a name: "southern Germany", "the US East Coast", "el norte de España", "select US states".

No code stands for such a part. While an ad is read it has one of its own, such as "DE-*", so that it narrows its
country as any part does. A residence states the country then, as one that is open in a part of it only. Of a region's
part nobody knows the countries: a residence states what is named beside it, and that elsewhere it is unclear. Of what
is left out nobody knows what remains: such a residence is not stated.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from listings.facts.guarded import GuardedPattern
from listings.facts.residence.names import PlaceMention, name_at
from listings.facts.residence.tokens import AMBIGUOUS, DIRECTIONS, PlaceToken
from listings.vocabulary.countries import COUNTRIES
from listings.vocabulary.places import UNNAMED_PART, Place

# Directions that are other words as well ("basé sur Paris"): only before a word for "of".
UNSURE = frozenset(("est", "este", "oeste", "sur", "sul"))
JOINS_OF = frozenset(("of", "de", "du", "del", "della", "dell", "di", "do", "da", "dos", "d", "von", "van"))
BETWEEN = JOINS_OF | frozenset(
    ("the", "la", "le", "l", "il", "lo", "het", "der", "part", "parts", "half", "states", "provinces")
)
AREA = frozenset(("-", "–", "—", "raum", "region", "area"))
AFTER_NAME = AREA | frozenset((":", ",", "("))
REST_OF_PART = AREA | frozenset(("&", "and", "or", "coast", "half", "part", "states", "seaboard"))
TIME = frozenset(
    ("time", "timezone", "timezones", "tz", "tzs", "hour", "hours", "zone", "zones", "standard", "daylight")
)
TIME |= frozenset(("est", "et", "cst", "ct", "mst", "mt", "pst", "pt"))
TIME_ZONE = frozenset(("time", "timezone", "timezones", "zone", "zones", "-"))
OF_TIME = frozenset(("pacific", "mountain", "or", "and", "/", "&", ",", "-", "("))
MAX_BETWEEN, MAX_AFTER, MAX_TO_TIME = 4, 3, 8
# "Select U.S. states", "certain cities in Germany": which, the ad does not say there.
SELECTED = frozenset(("select", "selected", "certain", "some"))
PARTS = frozenset(("states", "locations", "cities", "provinces", "regions", "areas", "metros"))
# "We are not eligible to employ in every state."
NOT_EVERY_STATE = GuardedPattern(
    r"\b(?:not|cannot|unable|(?:ca|do)n['’]t)\b[^.;\n]{0,50}\b(?:employ|hire|hiring|employing|operate)\b[^.;\n]{0,30}"
    r"\b(?:every|all) (?:(?:u\.?s\.?|50|fifty|of the|united) )*states?\b"
)
# "Residing in states where Lantern has a physical presence"
STATES_OF_FIRM = re.compile(
    r"\b(?:resid\w+|liv(?:e|es|ing)|located|based|hir(?:e|ing)|employ(?:ing)?|candidates|applicants)\b[^.;:\n]{0,40}"
    r"\bstates? (?:where|in which) (?!you\b|they\b)[^.;:\n]{1,90}\b(?:presence|registered|entit(?:y|ies)|nexus|licensed"
    r"|payroll|operations?|operates?|offices?|does business|do business|established)\b"
)
LISTS = frozenset((":", "-", "–", "—", "(", ","))


def part_of(mention: PlaceMention) -> PlaceMention:
    """The mention of a country or region as one of an unnamed part of it; a part that has a code stays."""
    place = mention.places[0]
    if place.kind not in ("country", "region") or not place.codes:
        return mention
    part = Place("subdivision", (place.codes[0] + UNNAMED_PART,))
    return PlaceMention((part,), mention.start, mention.end)


def has_unnamed_part(codes: Iterable[str]) -> bool:
    return any(code.endswith(UNNAMED_PART) for code in codes)


def countries_in_part(include: Iterable[str]) -> frozenset[str]:
    """The countries of which unnamed parts are included ("US East Coast")."""
    return (
        frozenset(code.removesuffix(UNNAMED_PART) for code in include if code.endswith(UNNAMED_PART)) & COUNTRIES.keys()
    )


def region_parts(include: Iterable[str]) -> tuple[str, ...]:
    """The codes of unnamed parts of regions: "asia-*" of Southeast Asia."""
    parts = (code for code in include if code.endswith(UNNAMED_PART))
    return tuple(code for code in parts if code.removesuffix(UNNAMED_PART) not in COUNTRIES)


def has_selected_parts(tokens: Sequence[PlaceToken], mention: PlaceMention, following: int) -> bool:
    """Whether parts of a country are meant that the words around its mention do not name."""
    begin = next(index for index in range(following - 1, -1, -1) if tokens[index].start <= mention.start)
    words = [token.folded or token.text for token in tokens[max(0, begin - MAX_BETWEEN) : following + 1]]
    index = next((at for at, word in enumerate(words) if word in SELECTED), len(words))
    # "Select locations: US, UK" is a list of them.
    return mention.kind == "country" and not PARTS.isdisjoint(words[index:]) and LISTS.isdisjoint(words[index:-1])


def named_after_direction(tokens: Sequence[PlaceToken], index: int) -> int:
    """Where the state or country begins that a direction at `index` belongs to, or 0.

    "Northern Virginia", "the north-east of the US", but not "North Macedonia".
    """
    if tokens[index].folded not in DIRECTIONS:
        return 0
    name = _after_direction(tokens, index)
    if not name or tokens[name].folded in AMBIGUOUS:
        return 0
    whole, named = name_at(tokens, index, strict=True), name_at(tokens, name, strict=True)
    if named is None or named[0].kind not in ("subdivision", "country", "region") or not named[0].places[0].codes:
        return 0
    # "West Virginia" is a state of its own, "Upstate New York" no other than New York.
    is_same = whole is not None and whole[0].kind == "subdivision" and set(whole[0].places) <= set(named[0].places)
    return name if whole is None or is_same else 0


def _after_direction(tokens: Sequence[PlaceToken], start: int) -> int:
    index = start
    while index < len(tokens) and (tokens[index].folded in DIRECTIONS or (index > start and tokens[index].text == "-")):
        index += 1
    # "Northeast, US", but not "Ohio North, Peru".
    is_alone = not start or not tokens[start - 1].is_capitalised
    name = index + 1 if is_alone and index < len(tokens) and index > start and tokens[index].text == "," else index
    if name > index:
        return name if name < len(tokens) else 0
    # "In the Eastern time zone in the US"
    zone = index
    while zone < len(tokens) and zone - index < MAX_BETWEEN and tokens[zone].folded in TIME_ZONE:
        zone += 1
    name = zone
    joins = JOINS_OF | {"in"} if zone > index else JOINS_OF
    while name < len(tokens) and name - zone < MAX_BETWEEN and tokens[name].folded in BETWEEN | joins:
        name += 1
    is_joined = any(token.folded in joins for token in tokens[zone:name])
    if name >= len(tokens) or (not is_joined and (name > index or tokens[start].folded in UNSURE)):
        return 0
    return name


def end_of_part(tokens: Sequence[PlaceToken], index: int) -> int:
    """The index after a direction behind a country's name at `index`, or 0: "US East", "Germany (South)"."""
    start = index
    while start < len(tokens) and start - index < MAX_AFTER and {tokens[start].text, tokens[start].folded} & AFTER_NAME:
        start += 1
    if start >= len(tokens) or tokens[start].folded not in DIRECTIONS - UNSURE:
        return 0
    end = start
    while end < len(tokens) and (
        tokens[end].folded in DIRECTIONS or {tokens[end].text, tokens[end].folded} & REST_OF_PART
    ):
        end += 1
    # "US, South Korea", "US (Eastern or Pacific time)"
    is_name = any(name_at(tokens, at, strict=True) for at in range(start, min(end + 1, len(tokens))))
    return 0 if is_name or _names_time(tokens, end) else end


def end_before_list(tokens: Sequence[PlaceToken], start: int) -> int:
    """The index of the bracket with the states of a direction at `start`, or 0: "the Northwest region (WA, OR)"."""
    end = start
    while end < len(tokens) and tokens[end].folded in DIRECTIONS - UNSURE | REST_OF_PART:
        end += 1
    return end if start < end < len(tokens) and tokens[start].folded in DIRECTIONS and tokens[end].text == "(" else 0


def _names_time(tokens: Sequence[PlaceToken], start: int) -> bool:
    """Whether the directions before `start` are time zones."""
    for token in tokens[start : start + MAX_TO_TIME]:
        if token.folded in TIME:
            return True
        if not {token.text, token.folded} & OF_TIME and token.folded not in DIRECTIONS:
            return False
    return False


def lacks_states(text: str) -> re.Match[str] | None:
    """The words of a text in lower case that say that the employer has nobody in some states, without naming them."""
    return (NOT_EVERY_STATE.search(text) or STATES_OF_FIRM.search(text)) if " state" in text else None
