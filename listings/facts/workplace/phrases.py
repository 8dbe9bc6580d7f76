"""Statements in a text about where this very job is done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from itertools import islice

from listings.facts.multi_search import LEFTMOST_LONGEST, build_finder
from listings.facts.workplace import remote
from listings.facts.workplace.labels import TRADES
from listings.facts.workplace.place_phrases import office_joined, phrase_elsewhere, place_phrase
from listings.facts.workplace.presence import days_in
from listings.facts.workplace.words import PARTLY

# A sentence with none of these says nothing of the workplace.
PLACES: tuple[str, ...] = ("hybrid", "office", "on-site", "onsite", "on site", "in-person", "in person", "field-based")
PLACES += ("field based", "not remote", "not a remote", "not a fully remote", "no remote", "vor ort", "présentiel")
PLACES += ("presencial", "híbrid", "ibrid", "hybryd", "büro", "bureau", "oficina", "escritório", "ufficio", "kantoor")
PLACES += (
    "biur",
    "in presenza",
    "in sede",
    "op locatie",
    "stacjonarn",
    "studio",
    "hq",
    "headquarters",
    "come in",
    "commut",
)
PLACES += (
    "home visit",
    "in-home",
    "field work",
    "fieldwork",
    "field role",
    "präsenz",
    "the lab",
    "our lab",
    "their home",
)
# Those that `place_phrase` reads.
ENGLISH_PLACES = frozenset(PLACES[:13])
HOME: tuple[str, ...] = (
    "remot",
    "from home",
    "from-home",
    "from your home",
    "from anywhere",
    "telecommut",
)
HOME += ("telework", "homeoffice", "home office", "home-office", "home-based", "home based", "télétravail", "wfh")
HOME += (
    "à distance",
    "a distancia",
    "à distância",
    "distanciel",
    "teletrab",
    "telelavoro",
    "desde casa",
    "desde cualquier",
)
HOME += (
    "de casa",
    "de qualquer lugar",
    "da casa",
    "smart working",
    "smartworking",
    "zuhause",
    "zu hause",
    "ortsunabhängig",
)
HOME += (
    "thuis",
    "op afstand",
    "zdaln",
    "z domu",
    "удален",
    "удалён",
    "リモート",
    "在宅",
    "远程",
    "distributed",
    "chez vous",
)
HOME += ("von überall", "depuis chez", "vanuit huis", "virtual", "anywhere", "wherever", "where you want")
TRIGGERS = PLACES + HOME
FINDER = build_finder(TRIGGERS, LEFTMOST_LONGEST)
MAX_MATCHES = 300
MAX_SENTENCES = 80
# How far a sentence is read before its first trigger and after it, in characters.
BEFORE, AFTER = 160, 240
# A lone "Onsite" on a line is the workplace near the beginning, and a step of the interview process further down.
OPENING = 600
SENTENCE = re.compile(r"[\n|•·]|[.!?;](?=\s)")
LABEL_END = re.compile(
    r"(?<=[:?])\n(?=(?:yes|no|ja|nein|oui|non|sí|sim|true|false|temporarily|remote|hybrid|on-?site|in person)\b)"
)
FIELD_WORK = re.compile(
    r"\bfield[- ]based\b(?! (?:on|in) (?:the )?(?:data|research|evidence))|\b(?:in-home|home) visits?\b|\bfield ?work\b"
    r"|\bthis is a field (?:role|position)\b|\byou (?:will )?visit (?:patients|clients|customers"
    r"|families)[\w ]{0,20} (?:at|in) (?:their )?homes?\b"
)
NOT_FIELD = re.compile(
    r"\b(?:experience|no|not|never|without|virtual|support\w*|coordinate|schedule|caregivers|teams?)\b"
)


class Strength(IntEnum):
    """FIELD and POSSIBLE only soften a general statement: visits soften "remote", a mere possibility "on site".

    TEMPORARY: remote only until an office opens again. OFFICE: the place that the person joins, said in passing.
    """

    OFFICE = 0
    FIELD = 1
    POSSIBLE = 2
    TEMPORARY = 3
    SAID = 4
    DAYS = 5
    CHOICE = 6


@dataclass(frozen=True, slots=True)
class Statement:
    """Characters `start` to `end` of the text say `place`."""

    place: str
    strength: Strength
    start: int
    end: int


def statements(text: str, begin: int) -> Iterator[Statement]:
    """The statements of `text`, in lower case, from `begin` on."""
    # A label's value may stand on the next line: "Work remotely:⏎No". The offsets stay.
    text = LABEL_END.sub(" ", text)
    for start, end, triggers in islice(_sentences(text, begin), MAX_SENTENCES):
        sentence = TRADES.sub(lambda match: " " * len(match[0]), text[start:end])
        for found in _read(sentence, [(word, at - start) for word, at in triggers], in_opening=start < OPENING):
            yield Statement(found.place, found.strength, start + found.start, start + found.end)


def _sentences(text: str, begin: int) -> Iterator[tuple[int, int, list[tuple[str, int]]]]:
    """(start, end, triggers with their offsets) of each sentence with a trigger."""
    current: tuple[int, int, list[tuple[str, int]]] | None = None
    for index, start, end in islice(FINDER.find_matches_as_indexes(text), MAX_MATCHES):
        word = TRIGGERS[index]
        if start < begin or (text[start - 1 : start].isalpha() and word[0].isascii()):
            continue
        if current and start < current[1]:
            current[2].append((word, start))
            continue
        if current:
            yield current
        left = max(begin, start - BEFORE, current[1] if current else 0)
        for match in SENTENCE.finditer(text, left, start):
            left = match.end()
        stop = SENTENCE.search(text, end, end + AFTER)
        current = left, stop.start() if stop else min(len(text), end + AFTER), [(word, start)]
    if current:
        yield current


def _read(sentence: str, triggers: list[tuple[str, int]], *, in_opening: bool) -> Iterator[Statement]:
    """What one sentence says; positions count in the sentence."""
    homes = [match for match in remote.IS_AWAY.finditer(sentence) if not remote.TRAP_AFTER.match(sentence, match.end())]
    if remote.lists_all_kinds(sentence):
        return
    if whole := _of_whole(sentence, triggers, homes):
        yield whole
        return
    for word, at in triggers:
        if word in ENGLISH_PLACES:
            place = place_phrase(word, sentence[:at], sentence[at + len(word) :], in_opening=in_opening)
            if place:
                strength = Strength.FIELD if word.startswith("field") else Strength.SAID
                yield Statement(place, strength, at, at + len(word))
    yield from _away(sentence, homes, in_opening=in_opening)
    if office := office_joined(sentence):
        yield Statement("onsite", Strength.OFFICE, *office)
    visits = FIELD_WORK.search(sentence)
    if visits and not NOT_FIELD.search(sentence):
        yield Statement("hybrid", Strength.FIELD, *visits.span())


def _of_whole(sentence: str, triggers: list[tuple[str, int]], homes: list[re.Match[str]]) -> Statement | None:
    """What the words of a sentence say together, so that none of them counts by itself."""
    first, last = triggers[0][1], triggers[-1][1] + len(triggers[-1][0])
    if homes and remote.is_temporary(sentence):
        return Statement("onsite", Strength.TEMPORARY, first, last)
    days = days_in(sentence)
    if days and not remote.is_of_others(sentence, first):
        return Statement(days, Strength.DAYS, first, last)
    if choice := remote.choice(sentence):
        return Statement("remote", Strength.CHOICE, *choice)
    elsewhere = phrase_elsewhere(sentence)
    return Statement(elsewhere[0], Strength.SAID, *elsewhere[1:]) if elsewhere else None


def _away(sentence: str, homes: list[re.Match[str]], *, in_opening: bool) -> Iterator[Statement]:
    """ "You will work remotely", "Homeoffice ist nicht möglich", "Option auf Homeoffice"."""
    strong = remote.strong_phrase(sentence) or (remote.heading(sentence) if in_opening else None)
    for match in homes:
        if remote.is_denied(sentence, *match.span()):
            if remote.NOT_FULLY.search(sentence):
                yield Statement("hybrid", Strength.POSSIBLE, *match.span())
            elif not remote.is_of_others(sentence, match.start()):
                yield Statement("onsite", Strength.SAID, *match.span())
            return
    if strong and not remote.is_of_others(sentence, strong[0]) and not remote.is_partial(sentence, *strong):
        yield Statement("remote", Strength.SAID, *strong)
        return
    if partly := remote.PARTLY_REMOTE.search(sentence):
        yield Statement("hybrid", Strength.SAID, *partly.span())
    elif homes and re.search(PARTLY, sentence):
        yield Statement("hybrid", Strength.POSSIBLE, *homes[0].span())
