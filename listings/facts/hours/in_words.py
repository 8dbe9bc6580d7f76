"""What an ad says of hours without an exact zone: "within a few hours of Pacific", "US time zones preferred".

No band of offsets can be stated for it, but readers are shown the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from listings.facts.base import Fact, Reading
from listings.facts.hours.of_one_role import of_one_role
from listings.facts.hours.phrases import NOT_A_ZONE, OVERLAP, alternatives, bare_city
from listings.facts.hours.reader import phrases_of_text
from listings.facts.hours.sentences import SENTENCE_END, WISHES, sentences
from listings.facts.hours.team_spans import is_teams_day
from listings.facts.hours.vague_distance import BESIDE, FEW_HOURS_FROM, NEAR, NEAR_PLACE
from listings.facts.hours.zone_mentions import SUFFIX, ZoneMention, either, mentions
from listings.facts.other_people import others_of
from listings.facts.subjects import SentenceSubject, frame_of, is_denied_question, is_of_service
from listings.vocabulary.zones import REGIONS

# "US time", which is no zone elsewhere: "US time to market".
REGION_TIME = re.compile(
    rf"\b(?:{either(REGIONS)}) time\b(?![- ]?zones?\b| (?:off|to|and|series|period|frame)\b)", re.IGNORECASE
)
NAMES_TIME = re.compile(rf"(?:{SUFFIX}|\btime(?:zones?)?)$|\btime ?zones?\b", re.IGNORECASE)
TIME_ZONE_BEFORE = re.compile(r"\b(?:time ?zones?|hours)\b[^.;,]{0,40}$", re.IGNORECASE)
# Behind letters or a name alone, so that no other noun is meant: "a few hours of PST training".
ENDED = re.compile(r"\W*$|\s*[,.;:)(/|–]|\s(?:or|and|so|to|for|in|with|is|are|but|who|as|at|if|because)\b")
AT_NIGHT = re.compile(
    r"\b(?:(?<!travel )(?<!traveling )"
    r"overnight(?! (?:to|travel\w*|stays?|trips?|visits?|shipping|delivery|success\w*)\b)"
    r"|graveyard shift|night(?:time)?[ -](?:shifts?|hours|work))\b(?:[^.;\n]|(?<=\b[ap])\.|(?<=\b[ap]\.m)\.){0,40}$",
    re.IGNORECASE,
)
# Without a zone: the person works at night, wherever that is.
YOU_AT_NIGHT = re.compile(
    r"\byou(?:['’]ll| will| may| might| must| should)?(?: [\w-]+){0,3} work(?:ing)?(?: [\w-]+){0,2}"
    r" (?:night|overnight|graveyard) shifts?\b(?: ?\([^()\n]{1,40}\))?",
    re.IGNORECASE,
)
NIGHT = re.compile(r"\b(?:overnight|graveyard|night(?:time)?)\b", re.IGNORECASE)
# Not what somebody should know: "experience with UTC time zones preferred".
KNOWN = r"(?:experience|knowledge|understanding|familiar\w*|skills?|database\w*|certifi\w+)"
UNKNOWN = rf"(?:(?!\b{KNOWN}\b)[^.;\n])"
PREFERRED_BEFORE = re.compile(rf"\b(?:prefer(?:red|ably|ence)?|ideally|priorit\w+)\b{UNKNOWN}{{0,60}}$", re.IGNORECASE)
PREFERRED_AFTER = re.compile(
    rf"(?:(?!\b{KNOWN}\b)[^.;,\n()]){{0,24}}?\b(?:(?:is |are |would be |strongly |highly |will be |a ){{0,3}}"
    r"(?:preferred|ideal|prioriti[sz]ed|preference|(?<=overlap )helps"
    r"|(?<=overlap is )helpful|(?<=overlap would be )helpful))\b",
    re.IGNORECASE,
)
# Letters that stand for nothing but a zone, at the beginning of a part: "Remote (EST preferred)".
LETTERS = re.compile(r"(?:EST|EDT|CEST|CET|PST|PDT|GMT|UTC)")
PART_BEFORE = re.compile(r"(?:^|[(,–—:-]\s?)$")
KNOWN_BEFORE = re.compile(rf"\b{KNOWN}\b[^.;,\n]*$", re.IGNORECASE)
WE_MOSTLY_WORK = re.compile(
    r"\bwe (?:all )?(?:primarily|mostly|mainly|usually|typically|generally|largely|tend to) work(?: (?:in|on|to))?"
    r"(?: the)?\s$",
    re.IGNORECASE,
)
DENIED = re.compile(
    r"\b(?:no(?! more than)|not(?! more than)|never|nor|without|regardless|irrespective)\b|n['’]t\b", re.IGNORECASE
)
DEADLINE = re.compile(r"\b(?:deadlines?|clos(?:es?|ing) (?:on|date)|apply by)\b", re.IGNORECASE)
# From one zone to the next: "US or GMT-adjacent", "in Eastern time or willing to work EST".
JOINED = re.compile(r"(?:,? (?:or|and)\b|,|/)[^.;\n]{0,20}")
JOINED_BEFORE = re.compile(r"(?:\b[A-Z][\w.]*(?: time| hours)?(?:,? or |/|, | and ))+$")
COUNT_BEFORE = re.compile(r"(?:\bat least )?\b[\w–-]+\+? hours?(?: of)?\s$", re.IGNORECASE)
MAX_QUOTE = 160
# Of words for night in a text, and how far around each is read.
MAX_NIGHTS, AROUND = 40, 160

Place = tuple[int, int]
"""Where words begin and end."""


def read(reading: Reading) -> Fact | None:
    """The first words of the text, else of the title, else of the location."""
    others = others_of(reading)
    location = reading.ad.location or ""
    for start, end in _sentences(reading):
        words = vague(reading.text[start:end], location)
        if words and not others.cover(start + words[0]) and not is_denied_question(reading.lower_text, end):
            return Fact(None, *reading.quote("text", start + words[0], start + words[1]))
    if words := vague(reading.title):
        return Fact(None, *reading.quote("title", *words))
    if words := vague(location):
        return Fact(None, location[slice(*words)])
    quotes = of_one_role(phrases_of_text(reading), reading.lower_text, reading.lower_title).values()
    words = next((quote for quote in quotes if quote[1] - quote[0] <= MAX_QUOTE), None)
    return Fact(None, *reading.quote("text", *words)) if words else None


def _sentences(reading: Reading) -> Iterator[Place]:
    """Those that may name a zone, and those of work at night."""
    yield from sentences(reading.text, reading.lower_text)
    if "night" not in reading.lower_text and "graveyard" not in reading.lower_text:
        return
    for night in islice(NIGHT.finditer(reading.text), MAX_NIGHTS):
        start = max(0, night.start() - AROUND)
        for match in SENTENCE_END.finditer(reading.text, start, night.start()):
            start = match.end()
        stop = SENTENCE_END.search(reading.text, night.end(), night.end() + AROUND)
        yield start, stop.start() if stop else min(len(reading.text), night.end() + AROUND)


def vague(sentence: str, context: str = "") -> Place | None:
    """The words that say roughly when somebody works; None if there are none or they are denied."""
    lower = sentence.lower()
    if NOT_A_ZONE.search(lower) or DEADLINE.search(lower) or frame_of(lower) is SentenceSubject.RECRUITMENT:
        return None
    if is_of_service(lower):
        return None
    zones = [(zone.start, zone.end) for zone in mentions(sentence, context) if _is_zone(sentence, zone)]
    zones = sorted([*zones, *(match.span() for match in REGION_TIME.finditer(sentence))])
    places = [place for zone in zones if (place := _around(sentence, *zone))]
    places += [match.span() for pattern in (NEAR_PLACE, YOU_AT_NIGHT) for match in pattern.finditer(sentence)]
    places += _choice_of_cities(sentence)
    for start, end in places:
        if _is_denied(sentence, start, end) or is_teams_day(sentence, start):
            continue
        start, end = _widened(sentence, start, end, zones)
        # A wish that the words leave out would read as a demand.
        if end - start <= MAX_QUOTE and not WISHES.search(lower, lower.rfind(" but ", 0, start) + 1, start):
            return start, end
    return None


def _is_zone(sentence: str, zone: ZoneMention) -> bool:
    return zone.is_certain or bool(zone.zone and FEW_HOURS_FROM.search(sentence[: zone.start]))


def _is_denied(sentence: str, start: int, end: int) -> bool:
    """Whether the clause says the opposite; "location does not matter, but …" is another."""
    comma = max(sentence.rfind(", ", 0, start), sentence.rfind(" but ", 0, start))
    return DENIED.search(sentence, max(comma, 0), end) is not None


def _around(sentence: str, start: int, end: int) -> Place | None:
    """The zone at `start` to `end` with what makes it vague."""
    before, zone = sentence[:start], sentence[start:end]
    is_of_time = NAMES_TIME.search(zone) is not None or TIME_ZONE_BEFORE.search(before) is not None
    if (match := FEW_HOURS_FROM.search(before)) and (NAMES_TIME.search(zone) or ENDED.match(sentence, end)):
        return match.start(), end
    if match := WE_MOSTLY_WORK.search(before) or AT_NIGHT.search(before):
        return match.start(), end
    if match := BESIDE.match(sentence, end):
        return start, match.end()
    if is_of_time and (match := NEAR.search(before)):
        zones = TIME_ZONE_BEFORE.search(before)
        return min(match.start(), zones.start() if zones else start), end
    if is_of_time and (match := PREFERRED_BEFORE.search(before)):
        return match.start(), end
    is_alone = LETTERS.fullmatch(zone) is not None and PART_BEFORE.search(before) is not None
    match = PREFERRED_AFTER.match(sentence, end) if is_of_time or is_alone else None
    if match and not KNOWN_BEFORE.search(before):
        return start, match.end()
    return _overlap(before, end)


def _overlap(before: str, end: int) -> Place | None:
    """A zone to overlap with, where its reading is in doubt: "4 hours overlap with Eastern or Pacific"."""
    overlap = OVERLAP.search(before)
    if not overlap or overlap[0].lower() != "overlap":
        return None
    count = COUNT_BEFORE.search(before, 0, overlap.start())
    return count.start() if count else overlap.start(), end


def _choice_of_cities(sentence: str) -> list[Place]:
    """Cities to overlap with, any of which will do: "share 4 hours with London or New York"."""
    overlap = OVERLAP.search(sentence)
    city = bare_city(sentence, overlap.end()) if overlap else None
    if overlap is None or city is None:
        return []
    choice = alternatives(sentence, [], city, overlap.end())
    count = COUNT_BEFORE.search(sentence, 0, overlap.start())
    return [(count.start() if count else overlap.start(), choice[-1].end)] if len(choice) > 1 else []


def _widened(sentence: str, start: int, end: int, zones: Sequence[Place]) -> Place:
    """With the other zones that "or" joins to it, and with the words that make all of them a wish."""
    for zone in zones:
        if zone[0] >= end and JOINED.fullmatch(sentence, end, zone[0]):
            end = zone[1]
    if match := PREFERRED_AFTER.match(sentence, end):
        end = match.end()
    match = PREFERRED_BEFORE.search(sentence, 0, start) or JOINED_BEFORE.search(sentence, 0, start)
    return match.start() if match else start, end
