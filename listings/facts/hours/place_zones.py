"""Zones named by a place beside a tolerance ("Switzerland ± 6 hours"), or as in the database ("Europe/London")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from listings.facts.hours.counts import COUNT, PLUS_MINUS, UNIT, number_of
from listings.facts.hours.zone_mentions import BESIDE, ZoneMention
from listings.vocabulary.country_zones import zone_of_country
from listings.vocabulary.places import folded, names
from listings.vocabulary.zones import CITIES, DATABASE_NAME, REGIONS, standard_offset

NAME = r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}"
PLACE_BEFORE = re.compile(rf"({NAME})[)\s,(]{{0,3}}$")
TOLERANCE = re.compile(
    rf"{PLUS_MINUS}\s?{COUNT}(?:{UNIT}|(?=\s*(?:$|[),;.|/]|time\b|tz\b)))(?!\s?%)|\b(?:give or take) {COUNT}{UNIT}",
    re.IGNORECASE,
)
HOURS_FROM = re.compile(
    rf"(?:\b(?i:within|max(?:imum)?|up to|no more than) |(?={PLUS_MINUS}))({PLUS_MINUS}\s?)?{COUNT}{UNIT} "
    rf"(?i:of|from) ({NAME})"
)
# "9:00 – 18:00 (Thailand time)"
CLOCK_BEFORE = r"(?:\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?\s?m\b\.?)?|noon|midnight)"
TIME_OF_PLACE = re.compile(
    rf"(?<!\w){CLOCK_BEFORE}[\s,(]{{1,3}}(?:in )?({NAME}) (?:local |standard )?[Tt]ime\b(?![ -]?zone)"
)
# "Within three hours of London" by train, and not on the clock.
JOURNEY = re.compile(
    r"\b(?:commut\w*|driv\w*|liv(?:e|es|ing)|resid\w*|travel\w*|train|flights?|fly|airports?|journey|distance|office|hq"
    r"|headquarters|site|hybrid|located|reloc\w*|based|radius|miles|deliver\w*|ship\w*|respon\w+|repl(?:y|ies)"
    r"|arriv\w*)\b",
    re.IGNORECASE,
)
# "You must either live in Europe or in the Eastern time zone": who lives in Europe keeps no such hours.
EITHER_PLACE = re.compile(r"\beither\b[^.;]{0,120}\bor (?:in|within|from) (?:the )?$", re.IGNORECASE)
AND_BEFORE = re.compile(r"([A-Z][\w.]+)\s?(?:[+/&]|\band\b|\bor\b)\s?(?:the )?$")
AND_AFTER = re.compile(r"\s?(?:[+/&]|and\b|or\b)\s?([A-Z][\w.]+)")
# A shorter way is as likely one by car.
LONGER_THAN_A_JOURNEY = 3


def place_zones(sentence: str) -> list[ZoneMention]:
    """The zones, from left to right."""
    if not any(sign in sentence for sign in ("/", "±", "+", "ithin", " time", " Time")):
        return []
    return sorted(_zones(sentence), key=lambda zone: zone.start)


def _zones(sentence: str) -> Iterator[ZoneMention]:
    for match in DATABASE_NAME.finditer(sentence):
        offset = standard_offset(match[0])
        beside = sentence[max(0, match.start() - 30) : match.start()] + " " + sentence[match.end() : match.end() + 20]
        yield ZoneMention(*match.span(), offset, offset, match[0], True, is_bare=not BESIDE.search(beside))
    for match in TOLERANCE.finditer(sentence):
        before = PLACE_BEFORE.search(sentence, max(0, match.start() - 60), match.start())
        if before:
            yield from _place(before[1], before.start(1))
    for match in TIME_OF_PLACE.finditer(sentence):
        # "Georgia" is a state as well.
        codes = [place.codes for place in names().get(folded(match[1]), ())]
        country = codes[0][0] if len(codes) == 1 and codes[0] else ""
        if zone := zone_of_country().get(country):
            offset = standard_offset(zone)
            yield ZoneMention(match.start(1), match.end(), offset, offset, zone, True)
    away = HOURS_FROM.search(sentence)
    if away and not JOURNEY.search(sentence) and (away[1] or number_of(away[2]) >= LONGER_THAN_A_JOURNEY):
        yield from _place(away[3], away.start(3))


def _place(name: str, start: int) -> Iterator[ZoneMention]:
    """The zone of the longest place that ends the capitalised words of `name`."""
    words = name.split(" ")
    for skipped in range(len(words)):
        place = " ".join(words[skipped:])
        if band := _band(place):
            begin = start + len(name) - len(place)
            yield ZoneMention(begin, begin + len(place), *band, False)
            return


def _band(name: str) -> tuple[float, float, str] | None:
    lower = name.lower().rstrip(".,")
    if lower in REGIONS:
        return REGIONS[lower]
    zone = CITIES.get(lower) or next(
        (zone_of_country().get(place.country, "") for place in names().get(folded(name), ())[:1]), ""
    )
    if not zone:
        return None
    offset = standard_offset(zone)
    return offset, offset, zone


def is_place_only(sentence: str, zone: ZoneMention) -> bool:
    """Whether a zone is one of several places to live in: "Europe + US East Coast", "either in Spain or in …"."""
    before, after = sentence[: zone.start], sentence[zone.end :]
    if EITHER_PLACE.search(before):
        return True
    if not sentence[: zone.end].lower().endswith("coast"):
        return False
    beside = (AND_BEFORE.search(before), AND_AFTER.match(after))
    return any(match and names().get(folded(match[1]), ()) for match in beside)
