"""Sentences of work that is remote at first and done at a place or hybrid later: such a job is not remote."""

from __future__ import annotations

import re

from listings.facts.workplace.remote import AFTER_TEMPORARY
from listings.facts.workplace.words import AWAY, ENGLISH_AWAY, PLACE

REMOTE = re.compile(rf"\b(?:{ENGLISH_AWAY}|{AWAY})")
FIRST = re.compile(
    r"\b(?:initially|initial(?= remote)|at first|first(?= remote)|to (?:start|begin)(?: with)?"
    r"|(?:for|during) (?:the|your) (?:first|initial)\b"
    r"|start(?:s|ing)?|begin(?:s|ning)?|during (?:the |your )?(?:\w+ )?(?:training|onboarding|probation\w*|pandemic"
    r"|covid\S*|winter"
    r"|summer)|training (?:is|will be)|remote (?:training|onboarding|period|phase)|temporar\w+|currently|for now"
    r"|for the (?:time being|moment)|right now|until|zunächst|anfangs|vorerst|die ersten|in den ersten"
    r"|d['’]abord|dans un premier temps|initialement|au début|(?:les|pendant les) (?:\w+ )?premiers?|al principio"
    r"|inicialmente|(?:los|nos|os|i) (?:\w+ )?prim\w+|no início|all['’]inizio|inizialmente|in het begin|eerst|de eerste"
    r"|początkowo|najpierw|przez pierwsz\w+)\b"
)
MOVES = (
    r"(?:then|later(?: on)?|afterwards?|thereafter|subsequently|eventually|after (?:that|which|this|some ?time|a while)"
    r"|(?:move|moves|moving|transition\w*|return\w*|switch\w*|join(?:s|ing)?|relocat\w+|come|coming|going)"
    r"(?: (?:back|us|over|you|our team|the team)){0,2} (?:to|in|into|at|from)|will be(?:come)?|to be back"
    r"|in the office from|you work (?:in|from|at)|from (?:january|february|march|april|may|june|july"
    r"|august|september|october|november|december)"
    r"|später|danach|anschließend|dann|puis|ensuite|luego|después|posteriormente|más adelante|depois|poi"
    r"|successivamente|in seguito|daarna|vervolgens|later|potem|później|następnie)"
)
KIND = (
    rf"(?:{PLACE}|\b(?:report\w* to|work(?:ing)? (?:at|from)|based at) (?:our|the) "
    rf"(?:[\w.-]+ ){{0,2}}(?:site|facility|branch|location)\b"
    r"|\bhybrid\w*|\bhíbrid\w*|\bibrid\w*|\bhybryd\w*)"
)
LATER = re.compile(rf"\b{MOVES}\b[^.;!?]{{0,60}}?{KIND}")
# "… in our office from April"
PLACE_FROM = re.compile(
    rf"{KIND}[^.;!?]{{0,25}}? (?:from|as of|starting|ab|à partir|a partir|vanaf|od) (?:\w+ )?"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|fall|winter|next|20\d\d|de)"
    rf"|\b{KIND} (?:later|afterwards|thereafter|after (?:that|some ?time|a while))\b"
)
HYBRID = re.compile(r"h[yíi]bri?[dy]|ibrid")
NOT_THEN = re.compile(
    r"\b(?:if|optional\w*|can|may|could|visits?|visit(?:ing)?|retreats?|meet\w*|never|not"
    r"|no (?:office|need|plan)|or)\b|n['’]t\b"
)
# The answer of a form: "Work remotely: temporarily due to COVID-19".
ANSWERED_TEMPORARILY = re.compile(
    r"\W*(?:work(?:ing)? remotely|remote(?: work)?|work from home|teleworking|home ?office)\s?[:?]\s*"
    r"(?:temporar\w+|vorübergehend|temporairement|temporalmente|temporariamente)"
)
# A fast test before the expressions.
PLACES: tuple[str, ...] = ("office", "on-site", "onsite", "on site", "person", "hybrid", "híbrid", "ibrid", "hybryd")
PLACES += (
    "hq",
    "headq",
    "studio",
    "lab",
    "campus",
    "hub",
    "workshop",
    "ort",
    "site",
    "place",
    "büro",
    "präsenz",
    "bureau",
)
PLACES += (
    "présent",
    "oficina",
    "presencial",
    "escritório",
    "ufficio",
    "sede",
    "presenza",
    "kantoor",
    "locatie",
    "biur",
)
PLACES += ("stacjon", "facility", "branch", "location")


def place_after_remote(sentence: str) -> str | None:
    """ "onsite" or "hybrid" where the sentence says that remote work gives way to it; in lower case."""
    if not any(word in sentence for word in PLACES):
        return None
    remote = REMOTE.search(sentence)
    first = FIRST.search(sentence) if remote else None
    if remote is None or first is None or AFTER_TEMPORARY.search(sentence):
        return None
    begin = max(remote.end(), first.end())
    later = LATER.search(sentence, begin) or PLACE_FROM.search(sentence, begin)
    if later is None or NOT_THEN.search(sentence, remote.end(), later.end()):
        return None
    # "First two weeks in the office, then remote"
    if REMOTE.search(sentence, later.end()):
        return None
    return "hybrid" if HYBRID.search(later[0]) else "onsite"
