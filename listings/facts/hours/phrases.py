"""Phrases in a sentence that set working hours or time zones."""

from __future__ import annotations

import re

from listings.facts.hours.amounts import AMOUNT, UNCOUNTED, amount_near, amount_of_day
from listings.facts.hours.clock_zones import with_one_zone
from listings.facts.hours.clocks import CLOCKS, first_clocks
from listings.facts.hours.counts import COUNT, PLUS_MINUS, UNIT, number_of
from listings.facts.hours.hours_phrase import WHOLE_DAY, HoursPhrase, range_of
from listings.facts.hours.night_work import is_occasional, is_of_night
from listings.facts.hours.place_zones import is_place_only, place_zones
from listings.facts.hours.sentences import without_wishes
from listings.facts.hours.shifts import shifts
from listings.facts.hours.team_spans import is_of_team, is_teams_day, zone_of
from listings.facts.hours.vague_distance import is_vague
from listings.facts.hours.zone_mentions import (
    BARE,
    NUMBER,
    PART_OF_WORLD,
    SIGN,
    ZoneMention,
    band_of,
    bare_region,
    mentions,
    merge,
    names_in,
    parse_offset,
)
from listings.facts.subjects import SentenceSubject, StatementKind, frame_of, is_doubtful, is_of_service
from listings.vocabulary.zones import AMBIGUOUS

# "Within 2/3 hours", "2-3 hours": the larger counts.
LOW_COUNT = r"(?:\d\s?[/–-]\s?)?"
AWAY_BEFORE = re.compile(
    rf"(?:{PLUS_MINUS}\s?{LOW_COUNT}{COUNT}(?:{UNIT})?|\b(?:within|no more than|at most|max(?:imum|imal|imaal)?"
    r"|up to|höchstens|au plus"
    r"|como máximo|no máximo|al massimo|maksymalnie)(?: an?| about"
    rf"| of)?\s{LOW_COUNT}{COUNT}{UNIT}"
    r"(?= (?:time |timezones? |away |off |apart )?(?:of|from|difference|to|either|von|de|di|van|od|da)))[^.;\d]{0,45}$",
    re.IGNORECASE,
)
AWAY_AFTER = re.compile(
    rf"[)\s,]{{0,3}}(?:time ?zones?|time)?[\s,(]{{0,2}}(?:{PLUS_MINUS}|give or take)"
    rf"\s?(?:{COUNT}|(an(?= hour)))",
    re.IGNORECASE,
)
SPANS = (
    re.compile(
        rf"\b(?:UTC|GMT)\s?({SIGN}?\s?{NUMBER})\s?(?:to|through|until|thru|bis|à|a|al|e|y|und|et|tot|do|and"
        rf"|[-–—/])\s?(?:(?:UTC|GMT)\s?)({SIGN}?\s?{NUMBER})",
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
    # "GMT to GMT+2", "UTC-3 to UTC"
    re.compile(rf"\b(?:UTC|GMT)()\s(?:to|and|through|until|bis|à|a)\s(?:UTC|GMT)\s?({SIGN}\s?{NUMBER})", re.IGNORECASE),
    re.compile(
        rf"\b(?:UTC|GMT)\s?({SIGN}\s?{NUMBER})\s(?:to|and|through|until|bis|à|a)\s(?:UTC|GMT)()\b(?!\s?{SIGN}?\s?\d)",
        re.IGNORECASE,
    ),
)
OVERLAP = re.compile(
    r"overlap|(?<=hours )(?:[\w-]+ ){0,3}in common\b"
    r"|(?:core|coordination|collaboration|common|team|shared|anchor) (?:\w+ )?hours|core time|kernzeit\w*|kernstunden"
    r"|meetings? (?:\w+ ){0,3}between"
    rf"|\bshar(?:e|es|ing) (?=(?:at least |a minimum of )?{COUNT}\+? (?:or more )?(?:\w+ )?hours)"
    r"|\b(?:stunden|heures|horas|ore|uren|uur|godzin\w?) (?:\w+ ){0,2}?(?:gemeinsam\w*|en commun|en común|em comum"
    r"|in comune|wspóln\w+)"
    r"|überschneid\w+|überlapp\w+|chevauch\w+|solap\w+|coincid\w+|sobrepos\w+|sobrepon\w+|sovrappos\w+|nakłada\w+",
    re.IGNORECASE,
)
# No zone, or one of several names of the same hour.
NOT_A_ZONE = re.compile(
    r"\blocal time \(|\((?:negotiable|optional)|\bgst (?:return|filing|invoice)|\b\d{3}[-. ]\d{3,4}[-. ]?\d{4}"
)
LIST_OF_OFFSETS = re.compile(r"(?:,|/|\bor\b)\s?(?:(?:UTC|GMT)\s?)?$|(?:UTC|GMT)\s?[+−–-]?\s?[\d:.]+,", re.IGNORECASE)
BETWEEN = re.compile(r"\b(?:between|from|range|zwischen|von|entre|de|fra|da|tussen|van|od|między)\b", re.IGNORECASE)
# Between zones any of which will do.
OR = re.compile(r"(?: time| hours)?\s?(?:,? (?:or|and) |/|, )(?=\S)", re.IGNORECASE)
MAX_OR = 24
# Of a place that is no zone by itself: "overlap with UK or CET".
OR_FIRST = re.compile(r"\bwith (?:the |our |either )?[A-Z][\w.]*(?: [A-Z][\w.]*)? or (?:the )?$")
# "We work in CET, EST and PST" is said of colleagues.
WE_WORK_IN = re.compile(r"\bwe work in (?:the )?$", re.IGNORECASE)
# As wide as North America: several regions leave too much open.
ONE_REGION = 4
# A sentence that sets hours has one of these words.
REQUIREMENT = re.compile(
    r"\btime ?zones?\s?:|^\W*in (?:one|any) of the\b"
    r"|\b(?:only|zeitzone\w*|fuseaux?|husos?|zonas?|fus[oi]s?|tijdzones?|stref\w+|zeit|arbeit\w*"
    r"|heures?|hora\w*|work\w*|hours|availab\w+|ability|based|live|living|resid\w+|located|candidates?|applicants?"
    r"|must"
    r"|requir\w+|schedule|shifts?"
    r"|align\w*|looking for|seeking|hiring|hor[áa]rio\w*"
    r"|remote|location|willing|able|comfortable|operat\w+|overlap|need to|role|position|full[- ]time"
    r"|within|keep)\b",
    re.IGNORECASE,
)


def find_phrases(sentence: str, *, brief: bool = False, context: str = "") -> list[HoursPhrase]:
    """The phrases of the most reliable form in a sentence. `brief`: a title or field, which needs no verb.

    `context`: where the job is, for letters that several zones share.
    """
    sentence = without_wishes(sentence)
    names = names_in(sentence)
    places = place_zones(sentence)
    # A pair of offsets may be in small letters.
    if not names and not places and "utc" not in sentence and "gmt" not in sentence:
        return []
    lower = sentence.lower()
    if (
        NOT_A_ZONE.search(lower)
        or is_doubtful(StatementKind.HOURS, lower)
        or frame_of(lower) is SentenceSubject.RECRUITMENT
    ):
        return []
    if not brief and is_of_service(lower):
        return []
    zones = merge(mentions(sentence, context, names), places) if places else mentions(sentence, context, names)
    sentence, zones = with_one_zone(sentence, zones)
    if span := _span(sentence):
        return [span]
    if phrases := _tolerances(sentence, zones) or _overlaps(sentence, zones):
        return phrases
    if phrases := [part for zone in zones if (part := _part_of_day(sentence, zone))]:
        return phrases
    phrases = (shifts(sentence, zones) if zones else []) or _bare_zones(sentence, zones, brief=brief)
    return [phrase for phrase in phrases if not is_teams_day(sentence, phrase.start)]


def _span(sentence: str) -> HoursPhrase | None:
    """ "between UTC-9 and UTC-3"; not a pair within a list of offsets."""
    for pattern in SPANS:
        match = pattern.search(sentence)
        if not match:
            continue
        ends = sorted((parse_offset(match[1] or "0"), parse_offset(match[2] or "0")))
        # Offsets in use range from -12 to +14. Anything else is not a pair of offsets.
        if not -12 <= ends[0] < ends[1] <= 14:
            continue
        before = sentence[: match.start()]
        if (amount := AMOUNT.search(before)) and is_of_team(before):
            return HoursPhrase(2, amount.start(), match.end(), overlap=number_of(amount[1]), zone=zone_of(*ends))
        if is_doubtful(StatementKind.TIME_ZONE, _clause(sentence, match.start())):
            continue
        if not LIST_OF_OFFSETS.search(before) or BETWEEN.search(before):
            return HoursPhrase(0, match.start(), match.end(), low=ends[0], high=ends[1])
    return None


def _tolerances(sentence: str, zones: list[ZoneMention]) -> list[HoursPhrase]:
    """ "CET ± 2 hours", "within 3 hours of Eastern Time"."""
    for zone in zones:
        before, after = AWAY_BEFORE.search(sentence[: zone.start]), AWAY_AFTER.match(sentence, zone.end)
        match = before or after
        if match:
            by = number_of(next(group for group in match.groups() if group))
            start, end = (match.start(), zone.end) if before else (zone.start, match.end())
            return [HoursPhrase(1, start, end, zone.low - by, zone.high + by)]
    return []


def _overlaps(sentence: str, zones: list[ZoneMention]) -> list[HoursPhrase]:
    """ "4 hours overlap with CET", "core hours 10 am to 2 pm Eastern"."""
    match = OVERLAP.search(sentence)
    if not match:
        return []
    zone = _zone_to_overlap(sentence, zones, match)
    if zone is None or OR_FIRST.search(sentence, match.end(), zone.start):
        return []
    if len(choice := alternatives(sentence, zones, zone, match.end())) > 1:
        return _any_of(sentence, choice, match)
    amount, clocks = amount_near(sentence, match.start()), first_clocks(sentence)
    window = clocks[1] if clocks else None
    hours = number_of(amount[1]) if amount else window and window[1] - window[0]
    if hours is not None and hours >= WHOLE_DAY:
        hours = None
    if window and (hours is None or window[1] - window[0] < hours):
        window = None
    core = match[0].lower() != "overlap"
    if hours is None and core:
        return []
    # "Overlap with US hours": the hours themselves.
    if hours is None and zone.low != zone.high and not UNCOUNTED.search(sentence):
        if sum(mention.low != mention.high for mention in zones) > 1 or zone.high - zone.low > ONE_REGION:
            return []
        return [HoursPhrase(2, min(match.start(), zone.start), max(match.end(), zone.end), zone.low, zone.high)]
    if not zone.zone:
        return []
    places = [
        (match.start(), match.end()),
        (zone.start, zone.end),
        *([amount.span()] if amount else [clocks[0]] if clocks and hours else []),
    ]
    return [
        HoursPhrase(
            2,
            min(start for start, _ in places),
            max(end for _, end in places),
            overlap=hours,
            zone=zone.zone,
            window=window,
        )
    ]


def _zone_to_overlap(sentence: str, zones: list[ZoneMention], overlap: re.Match[str]) -> ZoneMention | None:
    """The first behind the words for it, or right before them; else a bare place; else any."""
    near = (zone for zone in zones if zone.start > overlap.start() or zone.end + 1 == overlap.start())
    return (
        next(near, None)
        or bare_city(sentence, overlap.end())
        or bare_region(sentence, overlap.end())
        or next(iter(zones), None)
    )


def alternatives(sentence: str, zones: list[ZoneMention], zone: ZoneMention, after: int) -> list[ZoneMention]:
    """The zone with those that "or" joins to it: "overlap with Eastern or Pacific", "with London or New York"."""
    chain = [zone]
    while OR.match(sentence, chain[-1].end):
        start = chain[-1].end
        following = next((other for other in zones if start < other.start <= start + MAX_OR), None) or bare_city(
            sentence, start, MAX_OR
        )
        if following is None or following.start < after:
            break
        chain.append(following)
    return chain if len({(one.low, one.high) for one in chain}) > 1 else [zone]


def _any_of(sentence: str, zones: list[ZoneMention], match: re.Match[str]) -> list[HoursPhrase]:
    """An overlap with any of several zones: their span if it is narrow, and nothing where hours are counted."""
    phrase = range_of(2, match.start(), zones[-1].end, zones)
    is_counted = AMOUNT.search(sentence) or first_clocks(sentence)
    is_narrow = phrase.low is not None and phrase.high is not None and phrase.high - phrase.low <= ONE_REGION
    return [phrase] if is_narrow and not is_counted else []


def bare_city(sentence: str, after: int, within: int = 60) -> ZoneMention | None:
    """A city or country that stands for its zone only here: "overlap with New York"."""
    matches = BARE.finditer(sentence, after, after + within)
    match = next((match for match in matches if not PART_OF_WORLD.match(sentence, match.end())), None)
    return ZoneMention(match.start(), match.end(), *band_of(match[0]), True) if match else None


def _part_of_day(sentence: str, zone: ZoneMention) -> HoursPhrase | None:
    """ "four hours of the New York working day": so many of the hours, as an overlap with that zone."""
    amount = amount_of_day(sentence, zone.start, zone.end) if zone.zone else None
    hours = number_of(amount[1]) if amount else WHOLE_DAY
    return (
        HoursPhrase(2, amount.start(), zone.end, overlap=hours, zone=zone.zone)
        if amount and hours < WHOLE_DAY
        else None
    )


def _bare_zones(sentence: str, zones: list[ZoneMention], *, brief: bool) -> list[HoursPhrase]:
    """ "candidates in the Central time zone", "US business hours"; a list of zones is one range."""
    certain = [zone for zone in zones if zone.is_certain and (brief or not zone.is_bare)]
    if (
        not certain
        or is_doubtful(StatementKind.TIME_ZONE, _clause(sentence, certain[0].start))
        or OVERLAP.search(sentence)
        or is_of_night(sentence)
        or any(is_vague(sentence, zone.start, zone.end) for zone in certain)
        or any(is_occasional(sentence, *clocks.span()) for clocks in CLOCKS.finditer(sentence))
        or (len(zones) == 1 and is_place_only(sentence, zones[0]))
        or not (brief or REQUIREMENT.search(_without(sentence, certain[0])))
    ):
        return []
    # Uncertain names ("PT", "Central") count next to certain ones.
    near = [
        zone
        for zone in zones
        if zone.is_certain
        or (zone.zone and abs(zone.end - certain[0].start) < 25)
        or abs(zone.start - certain[-1].end) < 8
    ]
    if WE_WORK_IN.search(sentence[: near[0].start]) and len({(zone.low, zone.high) for zone in near}) > 1:
        return []
    # A lone "UTC" is the clock that other times are given in, not where anybody works.
    if all(zone.zone == "UTC" for zone in near) and not brief:
        return []
    return [range_of(4, near[0].start, near[-1].end, _without_explained(sentence, near))]


def _without_explained(sentence: str, zones: list[ZoneMention]) -> list[ZoneMention]:
    """The zones without a region that a single zone in brackets explains: "US hours (Pacific Time)"."""
    if len(zones) != 2:
        return zones
    region, zone = zones
    is_in_brackets = sentence[region.end : zone.start] == " (" and sentence[zone.end : zone.end + 1] == ")"
    return [zone] if is_in_brackets and region.low <= zone.low and zone.high <= region.high else zones


def _without(sentence: str, zone: ZoneMention) -> str:
    """The sentence without letters that may be no zone: "GST hours" is no requirement of its own."""
    may_be_none = sentence[zone.start : zone.start + 3].rstrip() in AMBIGUOUS
    return sentence[: zone.start] + sentence[zone.end :] if may_be_none else sentence


def _clause(sentence: str, end: int) -> str:
    """The text before a zone back to the last comma, or a fixed distance if that leaves a few words; in lower case."""
    before = sentence[max(0, end - 90) : end].lower()
    clause = before.rpartition(", ")[2]
    return clause if len(clause) > 14 else before
