"""Where a sentence names time zones: offsets, abbreviations, names, cities, regions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from listings.facts.multi_search import LONGEST, finder
from listings.vocabulary.zones import ABBREVIATIONS, AMBIGUOUS, CITIES, NAMES, REGIONS, standard_offset


@dataclass(frozen=True, slots=True)
class ZoneMention:
    """Characters `start` to `end` of a sentence; `low` to `high` hours from UTC; `zone`: an IANA name or "UTC+3".

    `sure` is False where the words are a zone only beside a clock time or another zone ("Eastern", "PT").
    """

    start: int
    end: int
    low: float
    high: float
    zone: str
    sure: bool


def either(words: Iterable[str]) -> str:
    """The longest first, so that "central european" is not "central"."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


ZONE_WORDS = [*REGIONS, *CITIES, *NAMES, *(word.lower() for word in ABBREVIATIONS)]
FINDER = finder(ZONE_WORDS, LONGEST)
ADDRESS = re.compile(r"https?://\S+")
SIGN = r"[+\-−–]"
NUMBER = r"\d{1,2}(?:[:.]\d{1,2})?"
SUFFIX = (
    r"(?:[- ]based)?[- ](?:local )?(?:(?:core |normal |regular |standard |typical )?"
    r"(?:business|working|work|office|core|daytime|day|market)[- ]hours?\b|time[- ]?zones?\b|working days?\b"
    r"|workday\b|hours\b|time\b(?! type| off)|tz\b)"
)
OFFSET = re.compile(rf"\b(?:UTC|GMT)\s?({SIGN}\s?{NUMBER})(?![\d:]|\s?[ap]\.?m)")
ABBREVIATION = re.compile(rf"(?<![\w&.])(?:{either(ABBREVIATIONS)})(?![\w&]|\s?{SIGN}?\d)(?:{SUFFIX})?")
PLAIN = re.compile(r"\b(?:UTC|GMT)\b")
NAMED = re.compile(
    rf"\b({either(NAMES)})(?:[- ](?:standard|daylight|summer))?(?:{SUFFIX}|(?<=standard)|(?<=daylight)|(?<=summer)|\b)",
    re.IGNORECASE,
)
CITY = re.compile(rf"\b({either(CITIES)})(?:['’]s)?{SUFFIX}", re.IGNORECASE)
REGION = rf"(?:the )?\b(?:{either([*REGIONS, *CITIES, *NAMES])})\b"
REGIONAL = re.compile(
    rf"\b({REGION}(?:(?: ?[,/&+] ?| or | and | to |, or |, and | / | - |-){REGION}){{0,5}}){SUFFIX}(?<! time)",
    re.IGNORECASE,
)
EACH = re.compile(rf"\b(?:{either([*REGIONS, *CITIES, *NAMES])})\b", re.IGNORECASE)
BARE = re.compile(rf"\b(?:{either([*CITIES, *NAMES])})\b", re.IGNORECASE)


def mentions(sentence: str) -> list[ZoneMention]:
    """In the order in which they stand; where two overlap, the longer."""
    if not _named(sentence.lower()):
        return []
    sentence = ADDRESS.sub(lambda match: " " * len(match[0]), sentence)
    found = sorted(_all(sentence), key=lambda one: (one.start, -one.end))
    kept: list[ZoneMention] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _named(lower: str) -> bool:
    """Most sentences about hours name no zone: the expressions below need not look at them."""
    return any(
        not lower[start - 1 : start].isalpha() and not lower[end : end + 1].isalpha()
        for _, start, end in FINDER.find_matches_as_indexes(lower)
    )


def _all(sentence: str) -> Iterator[ZoneMention]:
    for match in OFFSET.finditer(sentence):
        offset = hours_of(match[1])
        yield ZoneMention(match.start(), match.end(), offset, offset, f"UTC{offset:+g}", True)
    for match in ABBREVIATION.finditer(sentence):
        word = re.split(r"[- ](?=[a-z(/])", match[0])[0].strip()
        yield _zone(match, ABBREVIATIONS.get(word) or ABBREVIATIONS[word.split("/")[0].strip()], word)
    for match in NAMED.finditer(sentence):
        yield _zone(match, NAMES[match[1].lower()], match[0] if match[0].lower() == match[1].lower() else "")
    for match in CITY.finditer(sentence):
        if match[1].lower() not in {"la", "ny", "sf", "nz"} or match[1].isupper():
            yield _zone(match, CITIES[match[1].lower()], "")
    for match in REGIONAL.finditer(sentence):
        yield _region(match)


def _zone(match: re.Match[str], zone: str, alone: str) -> ZoneMention:
    offset = standard_offset(zone)
    unsure = (alone in AMBIGUOUS and match[0] == alone) or alone.islower() or alone.istitle()
    return ZoneMention(match.start(), match.end(), offset, offset, zone, not unsure)


def _region(match: re.Match[str]) -> ZoneMention:
    words = [word.lower() for word in EACH.findall(match[1])]
    # "Central US hours": the narrower word counts.
    narrow = [word for word in words if word in NAMES] if not {"us", "u.s.", "usa"}.isdisjoint(words) else []
    bands = [band_of(word) for word in narrow or words]
    low, high = min(band[0] for band in bands), max(band[1] for band in bands)
    return ZoneMention(match.start(), match.end(), low, high, bands[0][2], True)


def band_of(word: str) -> tuple[float, float, str]:
    """Lowest and highest offset, and the zone, of a region's, city's or zone's name."""
    known = word.lower()
    if known in REGIONS:
        return REGIONS[known]
    zone = CITIES.get(known) or NAMES[known]
    offset = standard_offset(zone)
    return offset, offset, zone


def hours_of(written: str) -> float:
    """ "+5:30" → 5.5, "−3" → -3.0"""
    digits = written.lstrip("+-−– ")
    hours, _, part = digits.replace(":", ".").partition(".")
    fraction = (
        int(part) / (60 if ":" in written or (len(part) == 2 and int(part) in (30, 45)) else 10 ** len(part))
        if part
        else 0
    )
    value = int(hours) + fraction
    return -value if written.strip()[:1] in "-−–" else value
