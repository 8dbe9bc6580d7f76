"""Citizenship or a security clearance that an ad asks for: no place to live in, but the job is not open without it."""

from __future__ import annotations

import re

from listings.facts.base import Reading
from listings.facts.guarded import GuardedPattern
from listings.facts.other_people import others_of
from listings.facts.subjects import sentence_bounds

# "U.S.", "European", "Dutch"
NATION = r"(?:u\.s\.(?:a\.)?|us|usa|united states|eu|uk|[a-z]{4,}(?:ish|ese|an)|dutch|swiss|french)"
CITIZEN = rf"(?:citizens? of (?:the )?\w+|{NATION}(?: or {NATION}|/{NATION})? citizens?)"
NEED = (
    r"(?:must (?:currently )?(?:be|have|hold|possess)|ha(?:ve|s) to (?:be|have|hold)|requir\w+"
    r"|needs? to (?:be|have|hold)|should (?:be|hold)|(?:you|applicants|candidates) (?:will )?need)"
)
# The items of a list that name nothing else: "European citizenship", "US citizen or permanent resident".
OTHER_STATUS = (
    r"(?:(?:,| or| and|/|,? and/or) (?:an? )?(?:lawful )?"
    r"(?:permanent residen(?:ts?|cy)|green[ -]card(?: holders?)?|residents?))"
)
ITEM = (
    rf"(?<![^\n])[^\w\n]{{0,4}}(?:(?:must be )?(?:an? )?{CITIZEN}|{NATION} citizenship)"
    rf"{OTHER_STATUS}{{0,2}}(?: only)?\W{{0,3}}(?![^\n])"
)
CITIZENSHIP = GuardedPattern(
    rf"\b{NEED} (?:an? |the )?{CITIZEN}\b"
    rf"|\bonly {CITIZEN}\b"
    rf"|\b{NATION} citizens?{OTHER_STATUS}{{0,2}} (?:only|(?:is |are )?required)\b"
    # "US citizen or green card holder with …", "US citizen: the applicant will …"
    rf"|(?:(?<![^\n])|[:–-] ?)[^\w\n]{{0,4}}{NATION} citizen{OTHER_STATUS}{{1,2}}\b(?! (?:is|may|can|will)\b)"
    rf"|(?<![^\n])[^\w\n]{{0,4}}{NATION} citizen(?:ship)?: ?(?:the )?(?:applicant|candidate|required|must|yes)\b"
    r"[^.;\n]{0,80}\b"
    r"|\bcitizenship(?: status)?(?: is| are|:)? ?\(?(?:required|mandatory|a must|necessary)\b"
    rf"|\b{NEED} (?:proof of )?(?:{NATION} )?citizenship\b"
    rf"|{ITEM}"
)
KIND = r"(?:security|secret|sci|public trust|dod|doe|sc|dv|nato|government|federal)"
CLEARANCE = GuardedPattern(
    rf"\b(?:active|current|valid|existing) (?:[\w/.-]+ ){{0,4}}?(?:{KIND} )?clearance\b"
    rf"|\b(?:{NEED}|obtain|maintain|hold|possess|eligib\w+ for|undergo) (?:[\w/.,-]+ ){{0,6}}?{KIND} clearance\b"
    rf"|\b{KIND} clearance(?: is|:)? ?\(?(?:required|mandatory|a must|necessary)\b"
)
# Of fairness, of wishes, of other citizens, and where none is asked for.
FAIRNESS = re.compile(
    r"\b(?:regardless|irrespective|without regard|discriminat\w*|protected|marital|veterans?|religion|race|harass\w*)\b"
)
WISH = re.compile(
    r"\bprefer\w*|\bbonus\b|\bplus\b|\bnice to have\b|\bdesir\w+|\bideal\w*|\bhelpful\b|\basset\b|\badvantage\w*"
    r"|\b(?:many|most|some|certain|majority) (?:of )?(?:our |the |these )?(?:other )?(?:positions|roles|jobs)\b"
    r"|\b(?:clients?|customers?) (?:that|who|which)\b"
    r"|\bencourag\w+|\bwelcome\b|\bmay (?:be|require|need)\b|\bif (?:required|necessary|needed|applicable|you)\b"
)
DENIED = re.compile(
    r"\b(?:no|not|without|never|neither|nor)\b(?! (?:be )?(?:considered|eligible|able|proceed|sponsor))|n['’]t\b"
)
OTHER_CITIZENS = re.compile(
    r"\b(?:first|second)[ -]class citizens?\b"
    r"|\b(?:customs|border|port|airspace|stock|medical|fda|regulatory|product|inventory|payment|rights) clearance\b"
    r"|\b(?:senior|elderly|corporate|good|global|digital|fellow|every) citizens?\b"
    r"|\bcitizens? (?:of the (?:internet|world|web)|developers?|engagement|services?|scien\w+)\b"
)
DEMAND = re.compile(r"\bmust\b|\brequir\w+|\bneeds? to\b|\bmandatory\b|\bonly\b")
# Of a list: "Requirements", "Nice to have:".
HEADING = re.compile(r"(?:[A-Za-z][^\n:]{2,60}:|[A-Z][\w ’'&/-]{2,40})\s*$")
MAX_QUOTE, MAX_LINES, MAX_LIST = 200, 15, 1_500


def read_legal_status(reading: Reading) -> str | None:
    """The first words of the text, else of the title, that ask the person for citizenship or a clearance."""
    for pattern in (CITIZENSHIP, CLEARANCE):
        for match in pattern.finditer_by_line(reading.lower_text):
            start, end = sentence_bounds(reading.lower_text, match.start())
            start, end = min(start, match.start()), max(end, match.end())
            sentence = reading.lower_text[start:end]
            is_asked = _asks(sentence) and (DEMAND.search(sentence) or not _is_wished(reading.text, start))
            if is_asked and not others_of(reading).cover(match.end() - 1):
                return _quote(reading.text, start, end, match)
        if pattern.search(reading.lower_title) and _asks(reading.lower_title):
            return reading.title
    return None


def _asks(sentence: str) -> bool:
    return not any(pattern.search(sentence) for pattern in (FAIRNESS, WISH, DENIED, OTHER_CITIZENS))


def _is_wished(text: str, start: int) -> bool:
    """Whether it stands in a list under "Nice to have"."""
    lines = text[max(0, start - MAX_LIST) : start].split("\n")[:-1]
    heading = next((line for line in reversed(lines[-MAX_LINES:]) if HEADING.match(line)), "")
    return WISH.search(heading.lower()) is not None


def _quote(text: str, start: int, end: int, match: re.Match[str]) -> str:
    """The whole sentence, if it is short."""
    if end - start > MAX_QUOTE:
        start, end = match.span()
    return text[start:end].strip(" -•*·–—\n,;:(")
