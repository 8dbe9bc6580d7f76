"""Time zones mentioned in a sentence: offsets, abbreviations, names, cities and regions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from listings.facts.base import lower_in_place
from listings.facts.multi_search import LEFTMOST_LONGEST, build_finder
from listings.vocabulary.zones import (
    ABBREVIATIONS,
    AMBIGUOUS,
    CITIES,
    DATABASE_NAME,
    LOCAL_TIMES,
    NAMES,
    REGIONAL_ZONES,
    REGIONS,
    standard_offset,
)


@dataclass(frozen=True, slots=True)
class ZoneMention:
    """A zone or region in characters `start` to `end` of a sentence, `low` to `high` hours from UTC.

    `zone` is an IANA name or "UTC+3", or "" for a region without a main zone. Without `is_certain` the words are a zone
    only next to a clock time or another zone ("Eastern", "PT"). `is_bare`: letters without a word for time beside them,
    which are a zone in a field ("Remote (CET)") and next to such a word only.
    """

    start: int
    end: int
    low: float
    high: float
    zone: str
    is_certain: bool
    is_bare: bool = False


# Kind of name → where such names begin in a sentence.
Names = dict[str, list[int]]


def either(names: Iterable[str]) -> str:
    """A pattern for any of the names."""
    # The longest first: "central european" must not match as "central".
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


ABBREVIATED = tuple(word.lower() for word in ABBREVIATIONS)
# What a name is decides which of the expressions can match.
KINDS: dict[str, str] = {
    **dict.fromkeys(ABBREVIATED, "letters"),
    **dict.fromkeys((*REGIONS, *CITIES), "place"),
    **dict.fromkeys(NAMES, "name"),
    **dict.fromkeys((*LOCAL_TIMES, *REGIONAL_ZONES), "elsewhere"),
}
ZONE_NAMES = list(KINDS)
KIND_OF = list(KINDS.values())
FINDER = build_finder(ZONE_NAMES, LEFTMOST_LONGEST)
SHARED_LETTERS = (
    ("IST", re.compile(r"\b(?:israel\w*|tel aviv|jerusalem|haifa)\b", re.IGNORECASE), "Asia/Jerusalem"),
    ("IST", re.compile(r"\b(?:ireland|irish|dublin|cork|galway|limerick)\b", re.IGNORECASE), "Europe/Dublin"),
    (
        "CST",
        re.compile(r"\b(?:china|chinese|shanghai|beijing|shenzhen|taipei|taiwan)\b", re.IGNORECASE),
        "Asia/Shanghai",
    ),
    ("BST", re.compile(r"\b(?:bangladesh|dhaka)\b", re.IGNORECASE), "Asia/Dhaka"),
)
ADDRESS = re.compile(r"https?://\S+")
SIGN = r"[+\-−–]"
NUMBER = r"\d{1,2}(?:[:.]\d{1,2})?"
SUFFIX = (
    r"(?:[- ]based)?[- ](?:local )?(?:(?:core |normal |regular |standard |typical )?"
    r"(?:business|working|work|office|core|daytime|day|market)[- ]hours?\b|time[- ]?zones?\b|working days?\b"
    r"|workday\b|hours\b|daytime\b|time\b(?! type| off)|tz\b)"
)
OFFSET = re.compile(rf"\b(?:UTC|GMT)\s?({SIGN}\s?{NUMBER})(?![\d:]|\s?[ap]\.?m)")
ABBREVIATION = re.compile(rf"(?<![\w&.])(?:{either(ABBREVIATIONS)})(?![\w&]|\s?{SIGN}?\d)(?i:{SUFFIX})?")
LOCAL = re.compile(rf"\b(?:{either(LOCAL_TIMES)})\b", re.IGNORECASE)
OF_REGION = re.compile(rf"\b({either(REGIONAL_ZONES)})n?\b", re.IGNORECASE)
ZONE_WORD = (
    r"(?:time[- ]?zones?|fuseaux? horaires?|husos? horarios?|zonas? horarias?|fusos? hor[áa]rios?|fus[oi] orari[o]?"
    r"|tijdzones?"
    r"|zeitzonen?|stref(?:a|ie|y) czasow(?:a|ej|e))"
)
PREFIXED = re.compile(
    rf"\b{ZONE_WORD}(?: of| de(?: l[ae])?| di| von| d['’]"
    r"| (?:for|in|of) the (?:continental|contiguous))?"
    rf"[:\s(]{{1,3}}({either([*REGIONS, *CITIES])})(?!\w| time)",
    re.IGNORECASE,
)
HOURS_OF = re.compile(
    rf"\b(?:hours|schedule|shifts?|time ?zone)\s?:\s({either(NAMES)})(?=\s*(?:$|[,.;)/]))", re.IGNORECASE
)
TIME_WORDS = (
    *(
        "time",
        "hour",
        "workday",
        "working day",
        "tz",
        "fuse",
        "huso",
        "zona",
        "fus",
        "tijdz",
        "zeitz",
        "stref",
        "overlap",
    ),
    *("meeting", "kern", "schneid", "lapp", "chevauch", "solap", "coincid", "sobrepo", "sovrapp", "nakłada"),
)
BESIDE = re.compile(
    rf"{ZONE_WORD}|\bhours\b|\btime\b|\bzeit\b|\bheure|\bhoras?\b|\bhoraires?\b|\bhorario|\bhorário|\borario\b|\btijd\b|\bczasu?\b"
    rf"|\buhr\b|\btz\b"
    rf"|\d\s?[ap]\.?m\b|\d:\d\d|(?:utc|gmt)\s?[+-−–]?\s?\d|[±+]",
    re.IGNORECASE,
)
NAMED = re.compile(
    rf"\b({either(NAMES)})(?:[- ](?:standard|daylight|summer))?(?:{SUFFIX}|(?<=standard)|(?<=daylight)|(?<=summer)|\b)",
    re.IGNORECASE,
)
# "Central and South America", "Eastern Europe", "Pacific Northwest": a part of the world, not the zone of that name.
PART_OF_WORLD = re.compile(
    r"(?:\s?(?:,|/|&|-|\band\b|\bor\b)\s?(?:and |or )?(?:(?:north|south|east|west|central|latin|middle)(?:ern)?\b))*"
    r"[\s-](?:america|europe|asia|africa|american|europeans?|asian|african|provinces|northwest|ocean|islands?|rim|view)\b",
    re.IGNORECASE,
)
CITY = re.compile(rf"\b({either(CITIES)})(?:['’]s)?{SUFFIX}", re.IGNORECASE)
# Not \b at the end: there is none after the full stop of "U.S.".
REGION = rf"(?:the )?\b(?:{either([*REGIONS, *CITIES, *NAMES])})(?!\w)"
REGIONAL = re.compile(
    rf"\b({REGION}(?:(?: ?[,/&+] ?| or | and | to |, or |, and | / | - |-"
    rf"| (?=us\b)){REGION}){{0,5}}){SUFFIX}(?<! time)",
    re.IGNORECASE,
)
CHOICE = re.compile(r"\bor\b|/", re.IGNORECASE)
REGION_NAME = re.compile(rf"\b(?:{either([*REGIONS, *CITIES, *NAMES])})(?!\w)", re.IGNORECASE)
BARE = re.compile(rf"\b(?:{either([*CITIES, *NAMES])})(?!\w)", re.IGNORECASE)

# "Work time must overlap with North America"
OVERLAPPED = re.compile(
    rf"\s?(?:with|to|of) (?:the )?({either(REGIONS)})(?:[- ]based)?(?=\s*(?:$|[.,;:()|]))", re.IGNORECASE
)
OF_TIME = re.compile(
    r"\b(?:(?:your|work(?:ing)?|business|office)[ -]?(?:times?|schedules?|days?)|time ?zones?|hours?)\b", re.IGNORECASE
)


def mentions(sentence: str, context: str = "", names: Names | None = None) -> list[ZoneMention]:
    """The mentions from left to right. Of overlapping ones the earliest is kept, then the longest.

    `context`: where the job is, for letters that several zones share. `names`: as `names_in` has found them.
    """
    names = names_in(sentence) if names is None else names
    if not names:
        return []
    # Blanks of the same length keep the offsets.
    if "://" in sentence:
        sentence = ADDRESS.sub(lambda match: " " * len(match[0]), sentence)
    return merge(_candidates(sentence, context, names))


def merge(*groups: Iterable[ZoneMention]) -> list[ZoneMention]:
    """All mentions from left to right. Of overlapping ones the earliest is kept, then the longest."""
    candidates = sorted(chain(*groups), key=lambda mention: (mention.start, -mention.end))
    kept: list[ZoneMention] = []
    for mention in candidates:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def names_in(sentence: str) -> Names:
    """Kind, as in KINDS → where names of it begin: a fast test that spares most sentences the expressions."""
    # A letter that grows, such as "İ", would shift what is behind it.
    lower = lower_in_place(sentence)
    names: Names = {}
    for index, start, end in FINDER.find_matches_as_indexes(lower):
        kind = KIND_OF[index]
        if kind == "letters" and not sentence[start].isupper():
            continue
        after = end + 1 if kind == "elsewhere" and lower[end : end + 1] == "n" else end
        if not lower[start - 1 : start].isalpha() and not lower[after : after + 1].isalpha():
            names.setdefault(kind, []).append(start)
    # A place is a zone beside a word for time only.
    if "place" in names and not any(word in lower for word in TIME_WORDS):
        del names["place"]
    return names


def _candidates(sentence: str, context: str, names: Names) -> Iterator[ZoneMention]:
    if "letters" in names:
        yield from _in_letters(sentence, context, names["letters"])
    if "elsewhere" in names:
        yield from _in_other_languages(sentence)
    if "place" in names or "name" in names:
        yield from _in_words(sentence, names)


def _in_letters(sentence: str, context: str, starts: list[int]) -> Iterator[ZoneMention]:
    for match in OFFSET.finditer(sentence):
        offset = parse_offset(match[1])
        yield ZoneMention(match.start(), match.end(), offset, offset, f"UTC{offset:+g}", True)
    for match in _matches_at(ABBREVIATION, sentence, starts):
        # Without the suffix: "EST business hours" is EST.
        name = re.split(r"[- ](?=[A-Za-z(/])", match[0])[0].strip()
        zone = ABBREVIATIONS.get(name) or ABBREVIATIONS[name.split("/")[0].strip()]
        mention = _zone_mention(match, _meant(name, zone, sentence, context), name)
        beside = sentence[max(0, match.start() - 30) : match.start()] + " " + sentence[match.end() : match.end() + 20]
        yield replace(mention, is_bare=match[0] == name and not BESIDE.search(beside))


def _in_words(sentence: str, names: Names) -> Iterator[ZoneMention]:
    for match in PREFIXED.finditer(sentence):
        # "Time zone: Europe/Warsaw"
        if DATABASE_NAME.match(sentence, match.start(1)):
            continue
        yield ZoneMention(match.start(), match.end(), *band_of(match[1]), True)
    if "name" in names:
        for match in HOURS_OF.finditer(sentence):
            yield _zone_mention(match, NAMES[match[1].lower()], "")
        for match in _matches_at(NAMED, sentence, names["name"]):
            bare_name = match[0] if match[0].lower() == match[1].lower() else ""
            if bare_name and PART_OF_WORLD.match(sentence, match.end()):
                continue
            yield _zone_mention(match, NAMES[match[1].lower()], bare_name)
    places = names.get("place", [])
    for match in _matches_at(CITY, sentence, places):
        # These four are words of other languages too, unless in capitals.
        if match[1].lower() not in {"la", "ny", "sf", "nz"} or match[1].isupper():
            yield _zone_mention(match, CITIES[match[1].lower()], "")
    articles = [start - 4 for start in places if sentence[max(0, start - 4) : start].lower() == "the "]
    for match in _matches_at(REGIONAL, sentence, sorted([*articles, *places, *names.get("name", [])])):
        yield _region_mention(match)


def _matches_at(pattern: re.Pattern[str], sentence: str, starts: list[int]) -> Iterator[re.Match[str]]:
    """The matches that begin at `starts` and do not overlap: faster than a search by a long list of names."""
    last_end = 0
    for start in starts:
        match = pattern.match(sentence, start) if start >= last_end else None
        if match:
            last_end = match.end()
            yield match


def _in_other_languages(sentence: str) -> Iterator[ZoneMention]:
    for match in LOCAL.finditer(sentence):
        yield _zone_mention(match, LOCAL_TIMES[match[0].lower()], "")
    for match in OF_REGION.finditer(sentence):
        band = REGIONS[REGIONAL_ZONES[match[1].lower()]]
        yield ZoneMention(match.start(), match.end(), *band, True)


def _meant(name: str, zone: str, sentence: str, context: str) -> str:
    """The zone that letters shared by several zones stand for, by the places named with them."""
    for letters, places, other in SHARED_LETTERS:
        if name == letters and (places.search(sentence) or places.search(context)):
            return other
    return zone


def _zone_mention(match: re.Match[str], zone: str, bare_name: str) -> ZoneMention:
    """`bare_name`: the name if it stands there without "time", "hours" or the like, which make it certain."""
    offset = standard_offset(zone)
    uncertain = (bare_name in AMBIGUOUS and match[0] == bare_name) or bare_name.islower() or bare_name.istitle()
    return ZoneMention(match.start(), match.end(), offset, offset, zone, not uncertain)


def _region_mention(match: re.Match[str]) -> ZoneMention:
    names = [name.lower() for name in REGION_NAME.findall(match[1])]
    # "Central US hours" is the central zone, not all of the US.
    narrow = [name for name in names if name in NAMES] if not {"us", "u.s.", "usa"}.isdisjoint(names) else []
    bands = [band_of(name) for name in narrow or names]
    low, high = min(band[0] for band in bands), max(band[1] for band in bands)
    # "4 hours overlap with Eastern or Pacific hours": nobody knows with which.
    is_choice = len(set(bands)) > 1 and CHOICE.search(match[1]) is not None
    return ZoneMention(match.start(), match.end(), low, high, "" if is_choice else bands[0][2], True)


def band_of(name: str) -> tuple[float, float, str]:
    """(lowest offset, highest offset, zone) of a region, city or zone by its name."""
    lower = name.lower()
    if lower in REGIONS:
        return REGIONS[lower]
    zone = CITIES.get(lower) or NAMES[lower]
    offset = standard_offset(zone)
    return offset, offset, zone


def bare_region(sentence: str, after: int) -> ZoneMention | None:
    """A region that stands for its zones only here: "hours that overlap with Europe"."""
    match = OVERLAPPED.match(sentence, after)
    return (
        ZoneMention(match.start(1), match.end(1), *band_of(match[1]), True)
        if match and OF_TIME.search(sentence)
        else None
    )


def parse_offset(text: str) -> float:
    """Hours from UTC: "+5:30" is 5.5, "−3" is -3.0."""
    digits = text.lstrip("+-−– ")
    hours, _, part = digits.replace(":", ".").partition(".")
    # "5.30" means minutes as "5:30" does, "5.5" is a decimal.
    in_minutes = ":" in text or part in ("30", "45")
    fraction = int(part) / (60 if in_minutes else 10 ** len(part)) if part else 0
    value = int(hours) + fraction
    return -value if text.strip()[:1] in "-−–" else value
