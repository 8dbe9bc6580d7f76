"""Words that ask the person to live in a zone: "Please apply only if you are based between UTC-6 and UTC-5".

They state hours and no places; but whoever lives elsewhere must not read that the job is open to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from listings.facts.base import Fact, Reading
from listings.facts.hours.hours_phrase import HoursPhrase
from listings.facts.subjects import sentence_bounds

# Who else lives somewhere, and what else is done in a zone.
OTHERS = (
    r"(?:teams?|members?|colleagues?|co-?workers?|clients?|customers?|users?|partners?|offices?|compan(?:y|ies)|managers?"
    r"|founders?|stakeholders?|employees|staff|headquarter\w*|meetings?|events?|overlap\w*|work(?:s|ing)?|support\w*"
    r"|report\w*|cover\w*|serv\w+|available|availability|online|schedules?|collaborat\w*|communicat\w*|attend\w*)"
)
GAP = rf"(?:(?!\b{OTHERS}\b)[^.;\n])"
LIVING = r"(?:based|located|living|live|lives|resid(?:e|es|ing)|situated)"
PERSON = r"(?:you(?:['’]re)?|candidates?|applicants?|must|should|ha(?:ve|s) to|needs? to|required to)"
BEING = (
    r"(?:are|is|be|must|should|will|need|needs|have|has|to|who|that|currently|physically|only|not|also|already|permanently"
    r"|primarily|you|legally|would|like)"
)
LIVES_THERE = re.compile(rf"\b{PERSON} (?:{BEING} )*{LIVING}\b{GAP}{{0,60}}$")
# At the beginning of a line: "Located between PST and CET".
LINE_LIVES_THERE = re.compile(rf"^[^\w(]*(?:{LIVING}|residence) {GAP}{{0,40}}$")
REMOTE_THERE = re.compile(rf"(?<!\bis )(?<!\bare )\bremote(?:ly)?,? {LIVING} (?:in|within|between) {GAP}{{0,40}}$")
MUST_BE_IN = re.compile(
    r"\b(?:must|should|ha(?:ve|s) to|needs? to|required to) (?:currently )?be (?:physically )?(?:in|within)\b"
    r" ?(?:an? |the )?[^.;,\n]{0,25}$"
)
# Not "looking for someone who can answer calls in Eastern time".
SOUGHT = rf"(?:(?!\b(?:{OTHERS}|to|can|able|our|with|during|experience\w*)\b)[^.;\n])"
HIRING_IN = re.compile(
    rf"\b(?:hiring|hire|recruiting|recruit|accepting|consider(?:ing)?|interested in|looking for|seeking)\b"
    rf"(?:{SOUGHT}{{0,80}}?\b(?:in|within|from|across|between)\b{SOUGHT}{{0,60}}|(?: remotely)?[:,]?(?: but)? )$"
)
ZONE_WHERE_LIVES = re.compile(
    r"\btime ?zone (?:where|(?:that|which) you|in which|you)\b[^.;,\n]{0,30}\b(?:is|be)\b[^.;,\n]*$"
)
HOURS = re.compile(r"\bhours\b")
TIME_ZONE = re.compile(r"\btime ?-?zones?\b")
# "Senior Developer - Remote - EU Time Zone", "Remote (US time zones)"
TITLE = re.compile(r"\bremote\b[^,;]{0,30}\btime ?-?zones?\b|\b(?:based|located|living) [^,;]{0,30}\btime ?-?zones?\b")
WISH = re.compile(
    r"\bprefer\w*|\bideal\w*|\bbonus\b|\ba plus\b|\bnice to have\b|\bpriorit\w+|\bencourag\w+|\bwelcome\b|\bpossibly\b"
    r"|\b(?:any|all) ?time ?zones?\b|\bregardless\b|\bwherever\b|\bwhether\b|\bwould be (?:great|good|nice)\b"
)
# "… or willing to work Eastern hours": who lives elsewhere may do so.
ALTERNATIVE = re.compile(
    r"\bor (?:be |are |you are |candidates |those |people )?(?:who |that )?(?:are |is |can |who )?"
    r"(?:willing|able|happy|open|available|prepared|comfortable|flexible|work\w*|can|overlap\w*|at least|have|elsewhere"
    r"|relocat\w*|move|close|near|similar)\b|\beither\b"
)
NOT_ASKED = re.compile(
    r"(?:\b(?:not|no|never|without)|n['’]t) (?:strictly )?(?:need|have|required?|necessar(?:y|ily)|expect|matter)\w*\b"
    r"|\bno need\b|\bneedn['’]t\b"
)
# "If you live in Eastern time, your day begins …"; not so "only apply if you live …".
CONDITION = re.compile(r"\b(?:if|when|unless)\b")
APPLYING = re.compile(
    r"\b(?:appl(?:y|ications?|ying)|consider\w*|eligible|accept\w*|proceed|hire)\b[^.;\n]{0,40}\b(?:if|unless)\b"
)
# Words that turn others away. "We would like you to be located" there does not, nor does "Located in UTC+1".
STRICT = re.compile(
    r"\b(?:must|need(?:s|ed)?|ha(?:ve|s) to|required?|requires|requirement|mandatory|strictly|confirm|only|cannot"
    r"|unable|do not apply|don['’]t apply|hiring|hire|recruiting|consider(?:ing|ed)?|accept(?:ing|ed)?)\b"
)
SOFTENED = re.compile(
    r"\b(?:would|['’]d) (?:like|love|want)\b|\bshould\b|\bhop(?:e|ing)\b|\busually\b|\bgenerally\b|\bmostly\b"
    r"|\bmainly\b|\bprimarily\b|\btypically\b|\bor (?:near|close|similar|so|thereabouts)\b|\bnot only\b|\bcompatible\b"
    r"|\bflexib\w+|\bexceptions?\b|\bexceptional\w*|\binterested\b|\blooking for\b|\bseeking\b|\bcan be\b|\bmay\b"
    r"|\boutside\b"
)
# What makes it a matter of some weeks, of pay or of other conditions; and what is said of those who live elsewhere.
FOR_SOME = re.compile(
    r"\bunless\b|\bduring\b|\btraining\b|\bonboarding\b|\bfirst\b|\binitial\w*|\bweeks?\b|\bmonths?\b|\bpayroll\b"
)
ELSEWHERE = re.compile(
    r"\b(?:elsewhere|others?|outside|beyond)\b[^.\n]{0,60}\b(?:considered|welcome|contract\w*|may|can|also|apply)\b"
)
# The sentence behind the zone: "We are unable to consider candidates in other time zones."
REFUSES_OTHERS = re.compile(
    r"[.!;\s]{1,3}[^.\n]{0,60}\b(?:unable to|cannot|can not|will not|do not|(?:can|wo|do)n['’]t"
    r"|not(?: be)?(?: able to)?) (?:be )?(?:consider|accept|hir|proceed|process|review|tak)\w*[^.\n]{0,60}"
    r"\b(?:other|different|outside(?: of)?(?: these| this| those| that)?) time ?-?zones?\b"
)
MAX_QUOTE, MAX_AFTER = 240, 200


def with_zone_to_live_in(reading: Reading, fact: Fact | None, in_text: Sequence[HoursPhrase]) -> Fact | None:
    """The hours with the words that ask the person to live in their zones, as the part `based_in_zone`.

    `only_in_zone`: they take nobody else.
    """
    if fact is None or fact.value["utc_min"] is None or fact.value["utc_max"] is None:
        return fact
    words = next(_quotes(reading, fact, in_text), None)
    if not words:
        return fact
    is_strict = _takes_nobody_else(reading, words)
    return replace(fact, value={**fact.value, "based_in_zone": words, **({"only_in_zone": True} if is_strict else {})})


def _takes_nobody_else(reading: Reading, words: str) -> bool:
    lower, start = words.lower(), reading.text.find(words)
    if REFUSES_OTHERS.search(lower):
        return True
    behind = reading.lower_text[start : start + len(words) + MAX_AFTER] if start >= 0 else ""
    return (
        STRICT.search(lower) is not None
        and SOFTENED.search(lower) is None
        and FOR_SOME.search(lower) is None
        and ELSEWHERE.search(behind) is None
    )


def _quotes(reading: Reading, fact: Fact, in_text: Sequence[HoursPhrase]) -> Iterator[str]:
    band = fact.value["utc_min"], fact.value["utc_max"]
    for phrase in in_text:
        if (phrase.low, phrase.high) != band:
            continue
        start, end = sentence_bounds(reading.lower_text, phrase.start)
        end = max(end, phrase.end)
        if asks_to_live_there(reading.lower_text[start:end], phrase.start - start, phrase.end - start):
            yield _quote(reading, start, end, phrase)
        elif refusal := REFUSES_OTHERS.match(reading.lower_text, end):
            yield _quote(reading, start, refusal.end(), phrase)
    is_of_title = any(span.field == "title" for span in fact.spans)
    if is_of_title and TITLE.search(reading.lower_title) and not WISH.search(reading.lower_title):
        yield reading.title


def asks_to_live_there(sentence: str, start: int, end: int) -> bool:
    """Whether a sentence, in lower case, asks the person to live in the zone at `start` to `end`."""
    before = sentence[:start]
    if WISH.search(sentence) or ALTERNATIVE.search(sentence) or NOT_ASKED.search(sentence):
        return False
    if CONDITION.search(before) and not APPLYING.search(before):
        return False
    if any(pattern.search(before) for pattern in (LIVES_THERE, REMOTE_THERE, ZONE_WHERE_LIVES)):
        return True
    if "," not in sentence[end:] and LINE_LIVES_THERE.search(before):
        return True
    if MUST_BE_IN.search(before):
        return TIME_ZONE.search(sentence, max(start - 25, 0), end + 12) is not None
    return HIRING_IN.search(before) is not None and not HOURS.search(sentence, start, end + 6)


def _quote(reading: Reading, start: int, end: int, phrase: HoursPhrase) -> str:
    """The whole sentence if it is short, else its words up to the zone."""
    text = reading.text[start:end]
    if len(text) > MAX_QUOTE:
        text = reading.text[max(start, phrase.end - MAX_QUOTE) : phrase.end].partition(" ")[2]
    return text.strip(" -•*·–\n,;")
