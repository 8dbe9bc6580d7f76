"""Part-time work that an ad states by its hours a week: "Working hours: 24 a week"."""

from __future__ import annotations

import re
from itertools import islice

from listings.facts.base import Reading, Span
from listings.facts.multi_search import SharedFinder

# From 35 hours on a week is a full one in some country.
MAX_SHORT, MIN_SHORT = 34, 2
UNIT = r"(?:hours?|hrs?\.?|h\.?|std\.?|stunden|heures|horas|ore|uur|uren|godzin|timer)"
WEEK = r"(?:weeks?|wk|woche|semaine|semana|settimana|tydzień|tygodniowo|uge)"
PER = r"\s?(?:/|a|an|per|each|pro|par|por|al|alla|a la|in der|w|na)?\s?"
AMOUNT = (
    r"(?:(?:about|approx\.?|approximately|around|up to|max\.?|ca\.?|circa|env\.?|bis zu|~)\s?)?"
    r"(?P<low>\d{1,2})(?:\s?(?:-|–|to|bis|à|a)\s?(?P<high>\d{1,2}))?\+?"
)
LABEL = (
    r"(?:(?:working|weekly|work|expected|contract) hours|hours(?: (?:per|a) week| of work)?|hours/week"
    r"|arbeitszeit|wochenarbeitszeit|wochenstunden|stundenumfang|umfang|pensum|horaires?|durée du travail"
    r"|jornada|horario|carga horária|orario|uren per week|wymiar)"
)
TRIGGERS = (
    "hours", "hrs", "arbeitszeit", "wochenstunden", "umfang", "pensum", "horaire", "durée du travail", "jornada",
    "horario", "carga horária", "orario", "uren", "wymiar", " fte",
)  # fmt: skip
FINDER = SharedFinder(TRIGGERS)
# Characters around a trigger, and triggers to try.
BEFORE, AFTER, MAX_TRIGGERS = 60, 50, 60
LABELLED = re.compile(
    rf"\b{LABEL}\s?[:–-]\s?{AMOUNT}\s?(?P<unit>{UNIT}?){PER}{WEEK}?\b(?!\s?(?:am|pm|uhr|h\d|:\d|days?|%|\.\d))"
)
OF_ROLE = re.compile(
    rf"\b(?:this|the) (?:role|position|job|engagement|contract) (?:is|requires|will be|averages"
    rf"|takes) {AMOUNT}\s?(?P<unit>{UNIT}){PER}{WEEK}\b"
)
# "We expect between 15-30 hours of work a week"
EXPECTED = re.compile(
    rf"\b(?:we expect|expecting|(?:time )?commitment of) (?:between )?{AMOUNT}\s?(?P<unit>{UNIT})"
    rf"(?: of (?:[\w-]+ ){{0,2}}(?:work|time))?{PER}{WEEK}\b"
)
# "We offer this role on a 0.6 FTE basis"
SHARE = re.compile(
    r"\b(?:role|position|job|contract|post|this is an?)\b(?:(?!team|lead|manag)[^.;\n]){0,30}?"
    r"(?<![\d.,])0?[.,][1-8]\d? ?fte\b(?! of\b)"
)
# A title may have lost its signs: "8 20 hrs week".
IN_TITLE = re.compile(rf"\b(?P<low>\d{{1,2}})(?:\s?[-–]?\s?(?P<high>\d{{1,2}}))?\s?{UNIT}{PER}{WEEK}\b")
# Fewer hours without a week may be a day's.
A_WEEK, MANY = re.compile(r"week|wk|woche|wochen|semaine|semana|settimana|tydzień|tygodniowo|uge"), 13


def find_short_week(reading: Reading) -> Span | None:
    """Where title or text state a week of at most MAX_SHORT hours for this job."""
    if (match := IN_TITLE.search(reading.lower_title[:300])) and _is_short(match):
        return Span("title", *match.span())
    text = reading.lower_text
    for _, start, end in islice(FINDER.find(text), MAX_TRIGGERS):
        if text.startswith(" fte", start) and (share := SHARE.search(text, max(0, start - BEFORE), end)):
            return Span("text", *share.span())
        for pattern in (LABELLED, OF_ROLE, EXPECTED):
            match = pattern.search(text, max(0, start - BEFORE), end + AFTER)
            if (
                match
                and _is_short(match)
                and (A_WEEK.search(match[0]) or (match["unit"] and int(match["low"]) >= MANY))
            ):
                return Span("text", match.start("low"), match.end())
    return None


def _is_short(match: re.Match[str]) -> bool:
    return int(match["low"]) >= MIN_SHORT and int(match["high"] or match["low"]) <= MAX_SHORT
