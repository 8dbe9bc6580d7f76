"""Sentences that let in everyone outside of a limit: "Remote (US). Non-US candidates welcome"."""

from __future__ import annotations

import re
from dataclasses import replace

from listings.facts.base import Reading
from listings.facts.guarded import GuardedPattern
from listings.facts.other_people import others_of
from listings.facts.residence.expressions import read_places
from listings.facts.residence.precedence import WORLDWIDE, Claim, ClaimSource
from listings.facts.residence.resolving import is_within
from listings.facts.subjects import sentence_bounds

PEOPLE = r"(?:candidates|applicants|applications|people|engineers|developers|designers|residents|folks)"
OTHER_PLACES = r"other (?:locations|countries|places|regions)\b(?! (?:in|within|across|of|where|we)\b)"
OUTSIDE = (
    rf"(?:\bnon[- ](?P<non>[\w.]+(?: [\w.]+)?)[- ](?:based )?{PEOPLE}"
    rf"|\b{PEOPLE} (?:(?:based|located|living|residing|from) )?outside (?:of )?(?P<outside>(?:the )?[\w.]+(?: [\w.]+)?)"
    r")"
)
WELCOME = GuardedPattern(
    rf"{OUTSIDE} (?:(?:are|is|also|just|very|equally|as) ){{0,3}}"
    r"(?:welcome|can (?:also )?apply|may (?:also )?apply|encouraged to apply|eligible|considered)\b"
)
# "We also consider candidates from other countries (such as Peru)": who knows from which.
OTHERS = GuardedPattern(
    rf"\b(?:consider(?:ing)?|accept(?:ing)?|welcome|open to) (?:\w+ )?(?:{PEOPLE} )?"
    rf"(?:from|in|based in|located in) {OTHER_PLACES}"
    rf"|\b{PEOPLE} (?:from|in|based in|located in) {OTHER_PLACES} (?:(?:are|is|also|will|be|just) ){{0,3}}"
    r"(?:welcome|can (?:also )?apply|may (?:also )?apply|encouraged to apply|eligible|considered)\b"
)
# "If you are based outside the US, we share the pay for your country"
PAY_ELSEWHERE = GuardedPattern(
    r"\bif you(?:['’]re| are| live| reside)? (?:not (?:based|located|living|residing)? ?in|(?:based |located |living )?"
    r"outside(?: of)?) (?P<limit>(?:the )?[^.;\n]{2,60}?), [^.;\n]{0,60}"
    r"\b(?:pay|salar(?:y|ies)|compensation|benchmark|range)\b[^.;\n]{0,60}"
    r"\b(?:your|the) (?:(?:local|home|own) )?(?:country|location|market)\b"
)
NEGATED = re.compile(r"\b(?:not|cannot|unable|never|no)\b|n['’]t\b")
NAMED = re.compile(
    r"\bother (?:locations|countries|places|regions) ?[(,–—-] ?(?:including|such as|like|e\.g\.|for example),? ",
    re.IGNORECASE,
)
LIVES_OUTSIDE = re.compile(
    r"\bif you (?:currently )?(?:live|reside|are (?:currently )?(?:based|located|living|residing)) outside (?:of )?"
    r"(?:these|those|the above|the listed) (?:countries|places|locations|regions|states)\b"
)
TURNED_AWAY = re.compile(
    r"\b(?:not|no|never|cannot|unable|unfortunately|ineligible|relocat\w*|move|visas?|sponsor\w*)\b|n['’]t\b"
)
MAX_BEFORE, MAX_QUOTE, MAX_BEHIND, MAX_SPAN = 30, 200, 300, 300
STRONG = (ClaimSource.TITLE, ClaimSource.TEXT, ClaimSource.ANYWHERE_IN)
# Only hours may be asked for: whoever needs a permit, or has to move, does not stay outside.
CONDITION = re.compile(r"\b(?:if|as long as|provided|but|with|who|when|where|unless|only|for|after|must|need)\b")
# Without it the quote would promise more than the ad: "welcome if you can overlap 4+ hours with PST".
CONDITION_AFTER = re.compile(
    r",? (?:if|as long as|so long as|provided(?: that)?|when|who|with|but) [^.;\n]{1,120}(?=[.;\n]|$)"
)
HOURS = re.compile(r"\b(?:hours?|overlap\w*|time ?zones?)\b")
BOUND = re.compile(
    r"\b(?:not|no|never|visas?|permits?|sponsor\w*|relocat\w*|move|authori[sz]\w*|right to work|citizens?\w*|office"
    r"|on-?site|hybrid|entity|payroll|may be|might|could)\b|n['’]t\b"
)


def read_welcome(reading: Reading, limit: Claim) -> Claim | None:
    """The claim that people anywhere are let in, where the text says so of those outside of `limit`."""
    # For work at a place the same words invite people to come.
    if limit.is_anywhere or not _is_of_remote_work(reading, limit):
        return None
    for match in WELCOME.finditer_by_line(reading.lower_text):
        start = match.start("non" if match["non"] else "outside")
        is_of_job = not others_of(reading).cover(match.end() - 1)
        if _covers(reading, start, limit) and is_of_job and _asks_only_hours(reading.lower_text, match):
            condition = CONDITION_AFTER.match(reading.lower_text, match.end())
            end = condition.end() if condition else match.end()
            return Claim(ClaimSource.TEXT, WORLDWIDE, (), *reading.quote("text", match.start(), end))
    return None


def open_beyond(reading: Reading, limit: Claim) -> str | None:
    """The words of the text by which a field, a label or an adjective limits nothing. They name no other places."""
    if limit.source in STRONG or limit.is_anywhere or not _is_of_remote_work(reading, limit):
        return None
    lower = reading.lower_text
    for match in (*OTHERS.finditer_by_line(lower), *PAY_ELSEWHERE.finditer_by_line(lower)):
        is_named = "limit" in match.re.groupindex
        if is_named and not _covers(reading, match.start("limit"), limit):
            continue
        start, end = sentence_bounds(lower, match.start())
        before = lower[max(start, match.start() - MAX_BEFORE) : match.start()]
        is_denied = BOUND.search(lower, match.start(), end) if not is_named else None
        if not is_denied and not NEGATED.search(before) and not others_of(reading).cover(match.end() - 1):
            return reading.quote("text", *whole_sentence(reading, match))[0]
    return None


def with_named_beyond(reading: Reading, limit: Claim, opened: str) -> Claim | None:
    """The limit with the places that the words of `open_beyond` name: "other locations (including Peru, Chile)"."""
    match = NAMED.search(opened)
    places = read_places(opened, match.end()) if match else None
    if match is None or places is None or places.start > match.end() or not places.include or places.exclude:
        return None
    start = reading.text.find(opened)
    evidence, spans = reading.quote("text", start, start + len(opened))
    return replace(limit, include=(*limit.include, *places.include), evidence=evidence, spans=spans)


def words_for_people_outside(reading: Reading, limit: Claim) -> str | None:
    """The words behind a limit to those who live outside of it: "especially if you live outside of these countries"."""
    if not limit.spans or limit.spans[0].field != "text":
        return None
    end = limit.spans[0].end
    match = LIVES_OUTSIDE.search(reading.lower_text, end, end + MAX_BEHIND)
    if match is None:
        return None
    start, stop = sentence_bounds(reading.lower_text, match.start())
    if TURNED_AWAY.search(reading.lower_text, start, stop):
        return None
    begin, _ = sentence_bounds(reading.lower_text, limit.spans[0].start)
    _, stop = whole_sentence(reading, match)
    # With the sentences from the limit on: without what they ask for, the last says little.
    if stop - begin <= MAX_SPAN:
        start = begin + len(reading.text[begin:stop]) - len(reading.text[begin:stop].lstrip(" -•*·–\n"))
        return reading.quote("text", start, stop)[0]
    return reading.quote("text", *whole_sentence(reading, match))[0]


def _is_of_remote_work(reading: Reading, limit: Claim) -> bool:
    texts = (limit.evidence, reading.title, reading.ad.location or "")
    return reading.board.remote_only or any("remote" in text.casefold() for text in texts)


def _covers(reading: Reading, start: int, limit: Claim) -> bool:
    """Whether the places at `start` of the text hold all those of the limit."""
    places = read_places(reading.text, start)
    return places is not None and all(
        code in places.include or is_within((code,), places.include) for code in limit.include
    )


def _asks_only_hours(lower: str, match: re.Match[str]) -> bool:
    """Whether the sentence asks no more than hours of those who are let in."""
    start, end = sentence_bounds(lower, match.start())
    rest = lower[match.end() : end]
    return BOUND.search(lower, start, end) is None and (
        CONDITION.search(rest) is None or HOURS.search(rest) is not None
    )


def whole_sentence(reading: Reading, match: re.Match[str]) -> tuple[int, int]:
    """Where the whole sentence begins and ends, if it is short: with its "although we prefer hours of America"."""
    start, end = sentence_bounds(reading.lower_text, match.start())
    if end - start > MAX_QUOTE:
        return match.start(), match.end()
    text = reading.text[start:end]
    start += len(text) - len(text.lstrip(" -•*·–\n"))
    return start, start + len(reading.text[start:end].rstrip(" ,;"))
