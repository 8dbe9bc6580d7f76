"""What one sentence says of working hours and time zones."""

from __future__ import annotations

import re
from dataclasses import dataclass

from listings.facts.hours.zone_mentions import BARE, NUMBER, SIGN, ZoneMention, band_of, hours_of, mentions

CLOCK = r"\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?\s?m\b\.?)?"
CLOCKS = re.compile(
    rf"(?<![\d$€£.,])({CLOCK})\s?(?:-|–|—|to|until|till|and|through)\s?({CLOCK})(?![\d%])", re.IGNORECASE
)
STARTS = re.compile(rf"\bstart\w*(?: at| from| time:?| by| around)?\s{CLOCK}\s?\(?$", re.IGNORECASE)
PLUS_MINUS = r"(?:±|\+\s?/\s?[-–−]|\+-|-\s?/\s?\+|plus or minus|plus/minus|plus-minus)"
COUNT = r"(\d{1,2}(?:[.,]5)?|one|two|three|four|five|six|eight)"
UNIT = r"[\s-]*(?:h\b|hrs?\b|hours?\b)"
AWAY_BEFORE = re.compile(
    rf"(?:{PLUS_MINUS}\s?{COUNT}(?:{UNIT})?|\b(?:within|no more than|at most|max(?:imum)?|up to)(?: an?| about"
    rf"| of)?\s{COUNT}{UNIT}"
    r"(?= (?:time |timezones? )?(?:of|from|difference|to|either)))[^.;\d]{0,45}$",
    re.IGNORECASE,
)
AWAY_AFTER = re.compile(rf"[)\s,]{{0,3}}(?:time ?zones?|time)?[\s,(]{{0,2}}{PLUS_MINUS}\s?{COUNT}", re.IGNORECASE)
SPANS = (
    re.compile(
        rf"\b(?:UTC|GMT)\s?({SIGN}?\s?{NUMBER})\s?(?:to|and|through|until|thru|or|[-–—/])\s?(?:(?:UTC|GMT)\s?)({SIGN}?\s?{NUMBER})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:UTC|GMT)\s?({SIGN}?\s?{NUMBER})\s?(?:to|and|through|until|thru|[-–—/])\s?({SIGN}\s?{NUMBER}|0\b)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"({SIGN}\s?{NUMBER})\s?(?:to|and|through|until|[-–—/])\s?({SIGN}?\s?{NUMBER})\s?\(?(?:UTC|GMT)\b",
        re.IGNORECASE,
    ),
)
OVERLAP = re.compile(
    r"overlap|(?:core|coordination|collaboration|common) (?:\w+ )?hours|meetings? (?:\w+ ){0,3}between", re.IGNORECASE
)
AMOUNT = re.compile(
    rf"\b{COUNT}(?:\s?(?:-|–|to)\s?\d{{1,2}}(?:[.,]5)?)?\+?(?: or more| \(or more\))?{UNIT}", re.IGNORECASE
)
DIGITS = re.compile(r"\d")
WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8}
WHOLE_DAY = 7

# Not the hours of this work: a date, somebody else's hours, a wish.
EVENTS = re.compile(
    r"\b(?:webinar|deadline|apply by|appl(?:y|ications?) (?:close|due|must|before|until)|clos(?:es|ing) (?:date|on"
    r"|at)|conference|meetup"
    r"|call us|contact us|phone|posted|expires?|updated|published|office closes|interviews?|info(?:rmation)? session"
    r"|hotline"
    r"|prefer\w*|ideally|nice[- ]to[- ]have|bonus|a plus\b|desirable|advantage\w*|internal candidates"
    r"|applications will|toll[- ]free|service center|representative|any time ?zone"
    r"|we are available|reply within|(?:don.t|do not|not) (?:need|have|require)\w*|help ?desk|applicants? support"
    r"|earliest start|no later than)\b|\d{3}[-. ]\d{3,4}[-. ]?\d{4}",
    re.IGNORECASE,
)
OTHERS = re.compile(
    r"\b(?:across|spread|spann\w+|spans|multiple|various|different|distributed|several|regardless|coordinat\w+"
    r"|any time ?zone"
    r"|(?:team(?:mates| members)?|clients?|customers?|colleagues|stakeholders|partners|engineers|offices?|people"
    r"|companies|investors)"
    r" (?:\w+ )?(?:is|are|in|from|located|based|living)|headquarter\w*|outside(?: of)?|no matter|support team"
    r"|our users)\b",
    re.IGNORECASE,
)
ASKED = re.compile(
    r"\b(?:work\w*|hours|availab\w+|ability|based|live|living|resid\w+|located|candidates?|applicants?|must"
    r"|requir\w+|schedule|shift"
    r"|align\w*|remote|location|willing|able|comfortable|operat\w+|overlap|need to|role|position|full[- ]time"
    r"|within|keep)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class HoursPhrase:
    """Best `rank` first: what a sentence says, and where in it."""

    rank: int
    start: int
    end: int
    low: float | None = None
    high: float | None = None
    overlap: float | None = None
    zone: str | None = None


def stated_in(sentence: str, *, brief: bool = False) -> list[HoursPhrase]:
    """What one sentence asks; `brief`: a title's or field's words, which need no verb."""
    if EVENTS.search(sentence):
        return []
    for pattern in SPANS:
        match = pattern.search(sentence)
        if match and not OTHERS.search(_clause(sentence, match.start())):
            ends = sorted((hours_of(match[1]), hours_of(match[2])))
            if -12 <= ends[0] < ends[1] <= 14:
                return [HoursPhrase(0, match.start(), match.end(), ends[0], ends[1])]
    zones = mentions(sentence)
    return (
        _away(sentence, zones)
        or _overlap(sentence, zones)
        or _shifts(sentence, zones)
        or _lived(sentence, zones, brief=brief)
    )


def _away(sentence: str, zones: list[ZoneMention]) -> list[HoursPhrase]:
    """ "CET ± 2 hours", "within 3 hours of Eastern Time"."""
    for zone in zones:
        before, after = AWAY_BEFORE.search(sentence[: zone.start]), AWAY_AFTER.match(sentence, zone.end)
        match = before or after
        if match:
            by = _number(next(group for group in match.groups() if group))
            start, end = (match.start(), zone.end) if before else (zone.start, match.end())
            return [HoursPhrase(1, start, end, zone.low - by, zone.high + by)]
    return []


def _overlap(sentence: str, zones: list[ZoneMention]) -> list[HoursPhrase]:
    match = OVERLAP.search(sentence)
    if not match:
        return []
    zone = (
        next((one for one in zones if one.start > match.start()), None)
        or next(iter(zones), None)
        or _bare(sentence, match.end())
    )
    if zone is None or not zone.zone:
        return []
    amount, clocks = AMOUNT.search(sentence), _clocks(sentence)
    hours = _number(amount[1]) if amount else clocks and clocks[1]
    if hours is not None and hours >= WHOLE_DAY:
        hours = None
    core = match[0].lower() != "overlap"
    if hours is None and (core or zone.low != zone.high):
        return []
    places = [
        (match.start(), match.end()),
        (zone.start, zone.end),
        *([amount.span()] if amount else [clocks[0]] if clocks and hours else []),
    ]
    return [
        HoursPhrase(2, min(start for start, _ in places), max(end for _, end in places), overlap=hours, zone=zone.zone)
    ]


def _bare(sentence: str, after: int) -> ZoneMention | None:
    """ "overlap with New York" """
    match = BARE.search(sentence, after, after + 60)
    return ZoneMention(match.start(), match.end(), *band_of(match[0]), True) if match else None


def _clocks(sentence: str) -> tuple[tuple[int, int], float] | None:
    match = CLOCKS.search(sentence)
    if not match:
        return None
    begin, end = _hour(match[1], match[2]), _hour(match[2], "")
    return match.span(), (end - begin) % 24 if end != begin else 24


def _hour(written: str, other: str) -> float:
    """ "2" in "2–5 pm" is 2 pm; noon and midnight are 12 pm and 12 am."""
    digits = re.match(r"(\d{1,2})(?:[:.](\d\d))?", written)
    half = re.search(r"[ap]", (written if re.search("[ap]", written, re.IGNORECASE) else other).lower())
    if not digits:
        return 0
    hour = int(digits[1]) + int(digits[2] or 0) / 60
    return hour if not half else hour % 12 + (12 if half[0] == "p" else 0)


def _shifts(sentence: str, zones: list[ZoneMention]) -> list[HoursPhrase]:
    """ "9 am – 5 pm Pacific", "11:00-16:00 Kyiv time", "starting at 8 AM CST"."""
    found = []
    for match in CLOCKS.finditer(sentence):
        beside = _after(sentence, zones, match.end()) or _before(sentence, zones, match.start())
        if beside:
            start, end = min(match.start(), beside[0].start), max(match.end(), beside[-1].end)
            found.append(_span(3, start, end, beside))
    for zone in zones:
        started = STARTS.search(sentence, max(0, zone.start - 30), zone.start)
        if started:
            found.append(_span(3, started.start(), zone.end, [zone]))
    return found


def _after(sentence: str, zones: list[ZoneMention], end: int) -> list[ZoneMention]:
    """The zone behind a clock time, and those chained to it: "MT/PT"."""
    chain: list[ZoneMention] = []
    for zone in zones:
        if (
            zone.start >= end
            and not DIGITS.search(gap := sentence[end : zone.start])
            and len(gap) <= (4 if chain else 12)
        ):
            chain.append(zone)
            end = zone.end
    return chain


def _before(sentence: str, zones: list[ZoneMention], start: int) -> list[ZoneMention]:
    near = [zone for zone in zones if zone.end <= start <= zone.end + 12]
    return [zone for zone in near[-1:] if not DIGITS.search(sentence[zone.end : start])]


def _span(rank: int, start: int, end: int, zones: list[ZoneMention]) -> HoursPhrase:
    return HoursPhrase(rank, start, end, min(zone.low for zone in zones), max(zone.high for zone in zones))


def _lived(sentence: str, zones: list[ZoneMention], *, brief: bool) -> list[HoursPhrase]:
    """ "candidates in the Central time zone", "US business hours"; zones in one list are one span."""
    sure = [zone for zone in zones if zone.sure]
    if (
        not sure
        or OTHERS.search(_clause(sentence, sure[0].start))
        or OVERLAP.search(sentence)
        or not (brief or ASKED.search(sentence))
    ):
        return []
    near = [
        zone
        for zone in zones
        if zone.sure or (zone.zone and abs(zone.end - sure[0].start) < 25) or abs(zone.start - sure[-1].end) < 8
    ]
    if all(zone.zone == "UTC" for zone in near) and not brief:
        return []
    return [_span(4, near[0].start, near[-1].end, near)]


def _clause(sentence: str, end: int) -> str:
    """What stands before a zone, from the last comma on; a few words alone tell too little."""
    before = sentence[max(0, end - 90) : end]
    clause = before.rpartition(", ")[2]
    return clause if len(clause) > 14 else before


def _number(written: str) -> float:
    return WORDS.get(written.lower()) or float(written.replace(",", "."))
