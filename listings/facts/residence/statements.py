"""Statements of residence in the sentences of a text: "must be based in Spain", "Location: Peru", "US only"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from listings.facts.multi_search import Overlaps, SharedFinder
from listings.facts.residence import demands, labels, limits, lines, near_offices, references, wordings, worlds
from listings.facts.residence.hits import NEAR, Hit, ResidenceStatement
from listings.facts.residence.negations import is_denied
from listings.facts.residence.refusals import REFUSED_AFTER
from listings.facts.residence.triggers import Frame, triggers
from listings.facts.subjects import is_denied_question, sentence_bounds

# A text with more triggers than this is no ad: real ones have at most 24 in 8,000 characters.
MAX_READ = 75
READERS: Mapping[Frame, Callable[[Hit], ResidenceStatement | None]] = {
    Frame.HOME: demands.read_home,
    Frame.PEOPLE: demands.read_people,
    Frame.HIRING: demands.read_hiring,
    Frame.ROLE: demands.read_role,
    Frame.LEGAL: demands.read_legal,
    Frame.LABEL: labels.read_label,
    Frame.AFTER: lines.read_after,
    Frame.BACK: references.read_reference,
    Frame.FRAGMENT: lines.read_fragment,
    Frame.LIMIT: limits.read_limit,
    Frame.OFFICE: near_offices.read_days,
    Frame.ANYWHERE: worlds.read_anywhere,
    Frame.WORLD: worlds.read_world,
}


# "Reno is preferred, however we are open to people in the US".
CONTRAST = re.compile(r"[,;] however,? (?=(?:we|my|our|the|this|you)\b)")
FINDER = SharedFinder(triggers(), Overlaps.LONGEST)


def _bounds(lower: str, position: int) -> tuple[int, int]:
    """The sentence around `position`, with the beginning of a bracket that a semicolon divides: "(Peru; Chile)"."""
    start, end = sentence_bounds(lower, position)
    closing = lower.find(")", start, end)
    if start > 1 and lower[start - 1] == ";" and closing >= 0 and lower.find("(", start, closing) < 0:
        start = sentence_bounds(lower, start - 1)[0]
    return start, end


def _clause_start(lower: str, begin: int, position: int) -> int:
    """Behind a "however" that takes back what the sentence says before it."""
    clauses = CONTRAST.finditer(lower, begin, position)
    return max((match.end() for match in clauses), default=begin)


def _whole_phrase(lower: str, start: int, phrase: str) -> str | None:
    """The phrase at `start` if it consists of whole words, else without its last word, if that is a trigger."""
    if start and lower[start - 1].isalnum() and phrase[0].isalnum():
        return None
    end = start + len(phrase)
    if end < len(lower) and lower[end].isalnum() and phrase[-1].isalnum():
        # "tylko Wrocław" begins with "tylko w".
        phrase = phrase.rpartition(" ")[0]
        return phrase if phrase in triggers() else None
    return phrase


def find_statements(text: str, lower: str) -> Iterator[ResidenceStatement]:
    """Every statement in the text, from left to right. `lower` is `text` in lower case with the same offsets."""
    bounds = (0, 0)
    budget = MAX_READ
    last = ResidenceStatement("world", (), (), -1, -1)
    for index, start, _ in FINDER.find(lower):
        phrase = _whole_phrase(lower, start, FINDER.phrases[index])
        if phrase is None:
            continue
        end = start + len(phrase)
        if not bounds[0] <= start < bounds[1]:
            bounds = _bounds(lower, start)
        hit = Hit(text, lower, phrase, start, end, _clause_start(lower, bounds[0], start), bounds[1])
        if is_denied_question(lower, bounds[1]):
            continue
        budget -= 1
        if not budget:
            return
        statement = READERS[triggers()[phrase]](hit)
        # What stands within a statement says no more than it: "Remote, US, remote, Canada".
        if statement is None or (statement.start >= last.start and statement.end <= last.end):
            continue
        if _is_taken_back(statement, text, lower):
            continue
        if not wordings.NEGATED.search(hit.left[-NEAR:]):
            last = statement
            yield statement


def _is_taken_back(statement: ResidenceStatement, text: str, lower: str) -> bool:
    """Whether the words around it deny it, or let others in who may be allowed to work there."""
    if statement.rank == "legal" and wordings.OR_AUTHORISED.match(lower, statement.end):
        return True
    if wordings.OPEN_TO_OTHERS.match(lower, statement.end):
        return True
    # "Applications from the Bay Area will be turned down"
    if wordings.PREDICATE.match(lower, statement.end) and REFUSED_AFTER.match(lower, statement.end):
        return True
    return bool(statement.include) and not statement.exclude and is_denied(text, statement)
