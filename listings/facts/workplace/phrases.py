"""Statements in a text about where this very job is done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from itertools import islice

from listings.facts.other_people import OtherPeople
from listings.facts.subjects import StatementKind, answer_of_yes, is_denied_question, is_doubtful
from listings.facts.workplace import choices, remote, transitions
from listings.facts.workplace.labels import TRADES
from listings.facts.workplace.news import is_news
from listings.facts.workplace.place_phrases import offers_hybrid, office_joined, phrase_elsewhere, place_phrase
from listings.facts.workplace.premises import PREMISES, premises_of_work
from listings.facts.workplace.presence import days_in
from listings.facts.workplace.triggers import (
    ENGLISH_PLACES,
    ENGLISH_WORDS,
    FIELDS,
    FINDER,
    HOME_WORDS,
    OF_TRADES,
    OFFICES,
    OTHER_HOME_WORDS,
    TRIGGERS,
)
from listings.facts.workplace.words import PARTLY

MAX_MATCHES = 300
MAX_SENTENCES = 80
# How far a sentence is read before its first trigger and after it, in characters.
BEFORE, AFTER = 160, 240
# A lone "Onsite" on a line is the workplace near the beginning, and a step of the interview process further down.
OPENING = 600
# It begins with a set of characters, which the regex engine can skip to. A quotation mark may follow the full stop, and
# "*" begins an item, but not an answer: "Work remotely:* No".
SENTENCE = re.compile(
    r"[\n|•·.!?;*](?:(?<=[\n|•·])|(?<!\*)(?=\s)|(?<=[^*]\*)(?=\s(?!(?:yes|no|temporarily)\b))|(?<=[.!?;])(?=['\"’”]{1,2}[,\s]))"
)
LABEL_END = re.compile(
    r"\n(?<=[:?]\n)(?=(?:yes|no|ja|nein|oui|non|sí|sim|true|false|temporarily|remote|hybrid|on-?site|in person)\b)"
)
ASKS_REMOTE = re.compile(
    r"\W*(?:q[:.] ?)?(?:is|are|can|could|may|do you (?:offer|allow)|does|remote|home ?office|work(?:ing)? from home"
    r"|wfh)\b"
)
# An answer that grants less than was asked for.
LIMITED = re.compile(
    r"\d|\b(?:days?|weeks?|tage?n?|jours?|d[ií]as|giorni|dagen|dni|but|aber|mais|pero|mas|ma|maar|ale|if)\b"
)
FIELD_WORK = re.compile(
    r"\bfield[- ]based\b(?! (?:on|in) (?:the )?(?:data|research|evidence))|\b(?:in-home|home) visits?\b|\bfield ?work\b"
    r"|\bthis is an? (?:\w+ )?field(?: sales| service)? (?:role|position)\b|\bas an in-home [a-z]+"
    r"|\b(?:provid|conduct|perform|complet)\w* in-home (?:[\w-]+ ){0,2}(?:evaluations?|assessments?|exams?"
    r"|appointments?)\b"
    r"|\bworkplace (?:is|will be) the (?:private )?(?:residences?|homes?) of\b|\byou (?:will )?visit (?:patients"
    r"|clients|customers"
    r"|families)[\w ]{0,20} (?:at|in) (?:their )?homes?\b"
)
REST_OF_WORD = re.compile(r"\w*")
NOT_FIELD = re.compile(r"\b(?:virtual|coordinate|schedule|caregivers)\b")
# "You will conduct telehealth visits only": then the ad's home visits are those of others.
FROM_AFAR_ONLY = re.compile(
    r"\b(?:video|virtual|online|phone) visits?\b[^.;\n]{0,40}\bonly\b|\b(?:telehealth"
    r"|telemedicine)\b[^.;\n]{0,30}\bonly\b"
    r"|\b(?:only|exclusively|solely)\b[^.;\n]{0,30}\b(?:(?:video|virtual|online|phone) visits?|telehealth"
    r"|telemedicine)\b"
)


class Strength(IntEnum):
    """How a statement weighs against others.

    FIELD and POSSIBLE only soften a general statement: visits soften "remote", a mere possibility "on site".

    TEMPORARY: remote only until an office opens again. OFFICE: the place that the person joins, said in passing.
    INVITED: "open to remote candidates", whatever office the job belongs to.
    """

    OFFICE = 0
    FIELD = 1
    POSSIBLE = 2
    TEMPORARY = 3
    SAID = 4
    INVITED = 5
    DAYS = 6
    CHOICE = 7


@dataclass(frozen=True, slots=True)
class WorkplaceStatement:
    """Characters `start` to `end` of the text say `place`."""

    place: str
    strength: Strength
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in lower case without the names of trades, and its triggers with their offsets in it."""

    text: str
    triggers: list[tuple[str, int]]
    in_opening: bool
    words: frozenset[str]

    @property
    def has_home(self) -> bool:
        return not self.words.isdisjoint(HOME_WORDS)


def statements(
    text: str, begin: int, general: str | None = None, *, seeks_remote: bool = True
) -> Iterator[WorkplaceStatement]:
    """The statements of `text`, in lower case, from `begin` on, that can correct the `general` workplace.

    Without `seeks_remote` those that say "remote" are left out: they take the longest to read.
    """
    # A label's value may stand on the next line: "Work remotely:⏎No". The offsets stay.
    if ":\n" in text or "?\n" in text:
        text = LABEL_END.sub(" ", text)
    for start, end, triggers in islice(_sentences(text, begin), MAX_SENTENCES):
        sentence = _prepare(text[start:end], [(word, at - start) for word, at in triggers], start < OPENING)
        if is_denied_question(text, end):
            # "Is remote work possible? No." denies it, "Must I come to an office? No." says nothing more.
            if sentence.has_home and ASKS_REMOTE.match(sentence.text):
                yield WorkplaceStatement("onsite", Strength.SAID, start, end)
            continue
        if sentence.has_home and _is_affirmed(sentence, text, end):
            yield WorkplaceStatement("remote", Strength.SAID, start, end)
            continue
        for item in _read(sentence, general, seeks_remote=seeks_remote):
            yield WorkplaceStatement(item.place, item.strength, start + item.start, start + item.end)


def invites_beside_hybrid(text: str, begin: int, others: OtherPeople) -> bool:
    """Whether `text` calls the job hybrid, and invites those who work remotely: "Remote candidates may apply"."""
    if "hybrid" not in text or "remote" not in text:
        return False
    items = [item for item in statements(text, begin) if not others.cover(item.end - 1)]
    is_hybrid = any(item.place == "hybrid" and item.strength in (Strength.SAID, Strength.DAYS) for item in items)
    return is_hybrid and any(item.strength == Strength.INVITED for item in items)


def _is_affirmed(sentence: Sentence, text: str, end: int) -> bool:
    """ "Can I work from home? Yes." But "Yes, two days a week" says no more than that."""
    answer = answer_of_yes(text, end)
    if answer is None or not ASKS_REMOTE.match(sentence.text):
        return False
    return not (LIMITED.search(answer) or re.search(PARTLY, answer))


def _prepare(text: str, triggers: list[tuple[str, int]], in_opening: bool) -> Sentence:
    words = frozenset(word for word, _ in triggers)
    if not words.isdisjoint(OF_TRADES):
        text = TRADES.sub(lambda match: " " * len(match[0]), text)
        triggers = [(word, at) for word, at in triggers if text.startswith(word, at)]
    return Sentence(text, triggers, in_opening, words)


def _sentences(text: str, begin: int) -> Iterator[tuple[int, int, list[tuple[str, int]]]]:
    """(start, end, triggers with their offsets) of each sentence with a trigger."""
    current: tuple[int, int, list[tuple[str, int]]] | None = None
    for index, start, end in islice(FINDER.find(text), MAX_MATCHES):
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


def _read(sentence: Sentence, general: str | None, *, seeks_remote: bool) -> Iterator[WorkplaceStatement]:
    """What one sentence says; positions count in the sentence."""
    text = sentence.text
    if not sentence.triggers:
        return
    # Most sentences have an office in them and nothing else: they are spared the searches for remote work.
    is_english = sentence.words.isdisjoint(OTHER_HOME_WORDS)
    homes = remote.away_words(text, is_english=is_english) if sentence.has_home else []
    if homes and (remote.lists_all_kinds(text) or (is_news(text) and not days_in(text))):
        return
    if whole := _of_whole(sentence, homes):
        yield whole
        return
    if general == "hybrid":
        return
    for word, at in sentence.triggers:
        if word in ENGLISH_PLACES:
            place = place_phrase(word, text[:at], text[at + len(word) :], in_opening=sentence.in_opening)
            if place:
                strength = Strength.FIELD if word.startswith("field") else Strength.SAID
                yield WorkplaceStatement(place, strength, at, at + len(word))
    if homes or remote.WITHOUT_AWAY.search(text):
        yield from _away(sentence, homes, seeks_remote=seeks_remote)
    if general is None and not OFFICES.isdisjoint(sentence.words) and (office := office_joined(text)):
        yield WorkplaceStatement("onsite", Strength.OFFICE, *office)
    yield from _softening(sentence, general)


def _softening(sentence: Sentence, general: str | None) -> Iterator[WorkplaceStatement]:
    """What makes a general statement hybrid: visits, and hybrid work that is only offered."""
    text = sentence.text
    if general == "onsite" and "hybrid" in sentence.words and (offer := offers_hybrid(text)):
        yield WorkplaceStatement("hybrid", Strength.POSSIBLE, *offer)
    visits = None if FIELDS.isdisjoint(sentence.words) else FIELD_WORK.search(text)
    if visits and not (NOT_FIELD.search(text) or is_doubtful(StatementKind.FIELD_WORK, text)):
        yield WorkplaceStatement("hybrid", Strength.FIELD, *visits.span())


def _of_whole(sentence: Sentence, homes: list[re.Match[str]]) -> WorkplaceStatement | None:
    """What the words of a sentence say together, so that none of them counts by itself."""
    text, triggers = sentence.text, sentence.triggers
    # A trigger may be the stem of a word, which the quote shows whole.
    first, last = triggers[0][1], _end_of_word(text, triggers[-1][1] + len(triggers[-1][0]))
    if homes and (later := transitions.place_after_remote(text)):
        return WorkplaceStatement(later, Strength.DAYS, first, last)
    if (homes and remote.is_temporary(text)) or ("virtual" in sentence.words and remote.is_virtual_for_now(text)):
        # "Work remotely: temporarily" answers the question, whatever else the ad calls remote.
        strength = Strength.DAYS if transitions.ANSWERED_TEMPORARILY.match(text) else Strength.TEMPORARY
        return WorkplaceStatement("onsite", strength, first, last)
    days = days_in(text)
    if days and not remote.is_of_others(text, first):
        return WorkplaceStatement(days, Strength.DAYS, first, last)
    if homes and (choice := choices.choice(text)):
        return WorkplaceStatement("remote", Strength.CHOICE, *choice)
    if homes and (invited := remote.invitation(text)):
        return WorkplaceStatement("remote", Strength.INVITED, *invited)
    if homes and "hybrid" in sentence.words and (both := remote.hybrid_remote(text)):
        return WorkplaceStatement("hybrid", Strength.SAID, *both)
    if not sentence.words.isdisjoint(PREMISES) and (premises := premises_of_work(text)):
        return WorkplaceStatement("onsite", Strength.SAID, *premises)
    elsewhere = None if sentence.words <= ENGLISH_WORDS else phrase_elsewhere(text)
    return WorkplaceStatement(elsewhere[0], Strength.SAID, *elsewhere[1:]) if elsewhere else None


def _end_of_word(text: str, position: int) -> int:
    match = REST_OF_WORD.match(text, position)
    return match.end() if match else position


def _away(sentence: Sentence, homes: list[re.Match[str]], *, seeks_remote: bool) -> Iterator[WorkplaceStatement]:
    """ "You will work remotely", "Homeoffice ist nicht möglich", "Option auf Homeoffice"."""
    text = sentence.text
    for match in homes:
        if remote.is_denied(text, *match.span()):
            if remote.NOT_FULLY.search(text):
                yield WorkplaceStatement("hybrid", Strength.POSSIBLE, *match.span())
            elif not remote.is_of_others(text, match.start()):
                yield WorkplaceStatement("onsite", Strength.SAID, *match.span())
            return
    partly = remote.partly_remote(text)
    if not (partly or seeks_remote):
        return
    strong = remote.strong_phrase(text) or (remote.heading(text) if sentence.in_opening else None)
    if strong and not remote.is_of_others(text, strong[0]) and not remote.is_partial(text, *strong):
        yield WorkplaceStatement("remote", Strength.SAID, *strong)
    elif partly:
        yield WorkplaceStatement("hybrid", Strength.SAID, *partly)
    elif homes and re.search(PARTLY, text):
        yield WorkplaceStatement("hybrid", Strength.POSSIBLE, *homes[0].span())
