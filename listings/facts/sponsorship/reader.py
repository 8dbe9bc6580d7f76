"""Whether the employer sponsors a visa or a work permit for the person who takes the job."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from listings.facts.base import Fact, Reading, Span
from listings.facts.multi_search import SharedFinder
from listings.facts.other_people import others_of
from listings.facts.sponsorship import phrases
from listings.facts.sponsorship.benefits import is_benefit
from listings.facts.subjects import SentenceSubject, sentence_bounds, subject_of
from listings.vocabulary.sponsorship import NOT_OFFERED, OFFERED

TRIGGERS = ("sponsor", "visa", "visum", "visto", " wiz", "h-1b", "h1b", "h1-b", "patroc", "parrain", "work permit")
FINDER = SharedFinder(TRIGGERS)
MAX_SENTENCES = 60
NEIGHBOUR = 200
NEXT_CLAUSE = re.compile(r", (?:and|but|so) (?=we\b)")
# "We do not sponsor visas, and our model excludes what employees typically get": the hedge is not of the visas.
CLAUSE_AFTER = re.compile(r", (?:and|but) (?=(?:we|our|the|this|it|they|you|your)\b)")
OTHERS = (SentenceSubject.TASK, SentenceSubject.CUSTOMERS, SentenceSubject.OTHER_OPENING)


def read(reading: Reading) -> Fact | None:
    """What all sentences say that speak of it; None if they contradict each other."""
    others = others_of(reading)
    statements = [
        (value, Span(field, start, end))
        for field, text in (("title", reading.lower_title), ("text", reading.lower_text))
        for value, start, end in _statements(text)
        if field == "title" or not others.cover(start)
    ]
    if len({value for value, _ in statements}) != 1:
        return None
    value, span = statements[0]
    evidence, _ = reading.quote(span.field, span.start, span.end)
    return Fact(value, evidence, (span,))


def _statements(text: str) -> Iterator[tuple[str, int, int]]:
    """(value, start, end) of each sentence that offers or refuses sponsorship."""
    for start, end in islice(_sentences(text), MAX_SENTENCES):
        sentence = text[start:end]
        is_label = text[end : end + 1] == "\n" and phrases.LABEL.fullmatch(sentence)
        if text[end : end + 1] == "?" or is_label:
            if phrases.ASKS_EMPLOYER.search(sentence) and (answer := phrases.ANSWER.match(text, end + 1)):
                yield (OFFERED if answer["yes"] else NOT_OFFERED), start, answer.end()
            elif (
                is_label
                and (_is_said(text, start, end) or is_benefit(text, start))
                and (span := _offer(sentence, is_item=True)) is not None
            ):
                yield OFFERED, start + span[0], start + span[1]
        elif (span := _refusal(sentence, text, start, end)) is not None:
            yield NOT_OFFERED, start + span[0], start + span[1]
        elif (span := _offer(sentence, is_item=_is_item(text, start, end))) is not None:
            yield OFFERED, start + span[0], start + span[1]


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence or line with a trigger, once."""
    last = -1
    for _, position, _ in FINDER.find(text):
        if position < last or text[position - 1 : position].isalpha():
            continue
        start, last = sentence_bounds(text, position)
        yield start, last


def _refusal(sentence: str, text: str, start: int, end: int) -> tuple[int, int] | None:
    found = next((match for _, match in phrases.REFUSALS.matches(sentence)), None)
    if found is None:
        return None
    clause = CLAUSE_AFTER.search(sentence, found.end())
    is_hedged = phrases.NO_REFUSAL.search(sentence[: clause.start()] if clause else sentence)
    if is_hedged or "?" in sentence[found.end() : found.end() + 3]:
        return None
    if phrases.IMMIGRATION.search(sentence) or phrases.OF_PERSON.search(sentence):
        return found.span()
    # "Authorised to work in the US. No sponsorship.": the sentence before or after says what kind of sponsoring.
    near = phrases.IMMIGRATION.search(text, max(0, start - NEIGHBOUR), min(len(text), end + NEIGHBOUR))
    return found.span() if near else None


def _is_item(text: str, start: int, end: int) -> bool:
    """Whether a sentence is a field of a heading with bars, or an item of a list."""
    return text[start - 1 : start] in ("|", "•") or text[end : end + 1] == "|" or text.startswith(("- ", "* "), start)


def _is_said(text: str, start: int, end: int) -> bool:
    """Whether what looks like a label says it all: "Visa sponsorship available", "Oslo | Visa sponsorship"."""
    return text.endswith("available", start, end) or text[:start].rstrip(" ").endswith("|")


def _offer(sentence: str, *, is_item: bool) -> tuple[int, int] | None:
    if phrases.NO_OFFER.search(sentence):
        return None
    if is_item and phrases.BARE.fullmatch(sentence):
        return len(sentence) - len(sentence.lstrip(" -*")), len(sentence.rstrip())
    if is_item and (last := phrases.LAST_WORD.search(sentence)):
        return last.span(1)
    found = next((match for _, match in phrases.OFFERS.matches(sentence)), None)
    if found is None:
        return None
    # "Our investors live in Oslo, and we offer …": a clause of its own.
    clauses = [clause.end() for clause in NEXT_CLAUSE.finditer(sentence) if clause.end() <= found.start()]
    clause = sentence[clauses[-1] if clauses else 0 :]
    return None if subject_of(clause.strip()) in OTHERS else found.span()
