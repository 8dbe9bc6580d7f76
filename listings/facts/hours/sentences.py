"""The sentences of a text that may mention time zones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from listings.facts.multi_search import Overlaps, SharedFinder, longest
from listings.vocabulary.countries import COUNTRIES
from listings.vocabulary.zones import ABBREVIATIONS, AREAS, CITIES, LOCAL_TIMES, NAMES, REGIONAL_ZONES, REGIONS

# "9am eastern": the trigger begins within the word "am".
US_ZONES = ("eastern", "central", "mountain", "pacific")
AFTER_CLOCK = tuple(f"{clock} {name}" for name in US_ZONES for clock in ("m", "m.", *"0123456789"))
PHRASES = (
    *(
        "utc",
        "gmt",
        "timezone",
        "time zone",
        "time-zone",
        "overlap",
        "in common",
        "east coast",
        "west coast",
        "european time",
    ),
    *(f"{kind} hours" for kind in ("business", "working", "work", "core", "office", "collaboration", "coordination")),
    *(f"{where} {hours}" for where in (*REGIONS, *US_ZONES) for hours in ("hours", "daytime")),
    *(f"{name} {kind}" for name in US_ZONES for kind in ("time", "standard", "daylight")),
    *(f"{city} {suffix}" for city in CITIES for suffix in ("time", "hours")),
    *(
        f"{country.lower()} {time}"
        for country in COUNTRIES.values()
        for time in ("time", "local time", "standard time")
    ),
    *(f"{before} {name}" for name in US_ZONES for before in ("us", "midnight", "noon")),
    *AFTER_CLOCK,
    *(name for name in NAMES if name.endswith(" standard")),
    *LOCAL_TIMES,
    *REGIONAL_ZONES,
    *(
        "zeitzone",
        "fuseau horaire",
        "huso horario",
        "zona horaria",
        "fuso hor",
        "fuso orario",
        "tijdzone",
        "strefa czasowa",
    ),
    *("±", "+/-", "+-", "-/+", "+ / -", "hours of", "hours from", "hrs of", "plus or minus", "give or take"),
    *(f"{area.lower()}/" for area in AREAS),
    *("strefie czasowej", "fuseaux horaires", "zonas horarias", "core time", "kernzeit"),
)
# Searched for as written: in small letters most are parts of words, such as "et" or "ist".
CAPITALS = tuple(name for name in ABBREVIATIONS if name.isalpha() and name not in {"UTC", "GMT"})
IN_CAPITALS = len(PHRASES)
FINDER = SharedFinder(PHRASES, Overlaps.ALL)
CAPITALS_FINDER = SharedFinder(CAPITALS, Overlaps.ALL, is_cased=True)
MAX_SENTENCES = 40
MAX_TRIGGERS = 2000
# A sentence extends at most this far around its trigger, in characters.
BEFORE, AFTER = 160, 160
AFTER_DIGIT = re.compile(r"\d|[mM]\.?\)? ?$|/$")
BEFORE_HOURS = re.compile(r"/[A-Z]|[ -](?:time|hour|work|busi|core|±|\+)|\)? ?[±+]")
# The dots of "a.m." and "U.S." do not end a sentence.
# The set of characters at the beginning is what the regex engine skips to.
SENTENCE_END = re.compile(
    r"[\n!?;.](?:(?<=\n)|(?<=[!?;])(?=\s)|(?<![ap]\.m\.)(?<!\bu\.[sk]\.)(?<!\bee\.)(?<!\buu\.)(?<!\b[ap]\.)(?<!\d[ap]\.)(?=\s)|(?<=[ap]m\.)(?=\s))"
    # Boards that lose line breaks: "based in the Eastern time zone Do you have …"
    r"| (?=(?-i:Do|Are|Have|Would) you\b)",
    re.IGNORECASE,
)
# "CET (± 3 h). Nice to have."
WISH_AFTER = re.compile(
    r"[.;]?\s[\s(–—-]{0,3}(?:nice[- ]to[- ]have|(?:but )?not (?:required|a must)|preferred|optional)\b(?! ?:)"
)
# "… with US hours.⏎Preferred⏎• Experience with …": what the wish heads stands below.
WISH_HEADING = re.compile(r"[.;]?\n\W{0,4}[^\n.]{0,30}\n\W{0,4}\w")
BULLET = re.compile(r"\s{0,4}[-•*·–]\s?")
WISHES = re.compile(
    r"nice[- ]to[- ]have|bonus|prefer|\bplus(?:es)?\b|desir|optional|good to have|would be (?:great|nice)|extra points"
    r"|advantag|wünschenswert|von vorteil|souhait|deseable|desejáve|gradit|mile widzian"
)
# "US business hours (ET preferred)", "European time zones (preferably CET)": what is asked for stands before.
WISH_IN_BRACKETS = re.compile(
    r"\((?:[^(),;]*[A-Z][^(),;]* (?:is |are )?(?:strongly |highly )?(?i:preferred)"
    r"|(?i:(?:a |with |strong |slight ){0,3}preference (?:for|is)|preferably|ideally) [^()]*)\)"
)
MAX_ITEMS, MAX_HEADING = 20, 80


def sentences(text: str, lower: str) -> Iterator[tuple[int, int]]:
    """(start, end) of each sentence with a trigger. `lower` is `text` in lower case with the same offsets."""
    return islice(_sentences(text, lower), MAX_SENTENCES)


def _sentences(text: str, lower: str) -> Iterator[tuple[int, int]]:
    sentence_end = 0
    capitals = ((IN_CAPITALS + index, start, end) for index, start, end in CAPITALS_FINDER.find(text))
    for index, start, end in islice(longest([*FINDER.find(lower), *capitals]), MAX_TRIGGERS):
        if start < sentence_end:
            continue
        if index >= IN_CAPITALS and not _is_abbreviation(text, start, end):
            continue
        if lower[start - 1 : start + 1].isalnum() and not lower.startswith(AFTER_CLOCK, start):
            continue
        sentence_start = max(sentence_end, start - BEFORE)
        for match in SENTENCE_END.finditer(text, sentence_start, start):
            sentence_start = match.end()
        stop = SENTENCE_END.search(text, end, end + AFTER)
        sentence_end = stop.start() if stop else min(len(text), end + AFTER)
        is_wish = WISH_AFTER.match(lower, sentence_end) and not WISH_HEADING.match(lower, sentence_end)
        if not is_wish and not _is_wished(lower, sentence_start):
            yield sentence_start, sentence_end


def without_wishes(sentence: str) -> str:
    """The sentence with blanks for brackets that name a mere preference; its offsets stay."""
    return WISH_IN_BRACKETS.sub(lambda match: " " * len(match[0]), sentence) if "(" in sentence else sentence


def _is_wished(lower: str, start: int) -> bool:
    """Whether a sentence is an item of a list of wishes: of lines with bullets under "Nice to have:"."""
    end = lower.rfind("\n", 0, start + 1)
    if end < 0 or not BULLET.match(lower, end + 1):
        return False
    for _ in range(MAX_ITEMS):
        begin = lower.rfind("\n", 0, end) + 1
        if not BULLET.match(lower, begin):
            return bool(WISHES.search(lower, max(begin, end - MAX_HEADING), end))
        if not begin:
            return False
        end = begin - 1
    return False


def _is_abbreviation(text: str, start: int, end: int) -> bool:
    """Whether a match is written in capitals; two letters ("PT") also need a digit, zone, "time" or "hours" nearby."""
    if not text[start:end].isupper() or text[end : end + 1].isalpha():
        return False
    return end - start > 2 or bool(
        AFTER_DIGIT.search(text[start - 3 : start]) or BEFORE_HOURS.match(text[end : end + 6])
    )
