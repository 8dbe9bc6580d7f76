"""The role that a text names where it introduces the job."""

from __future__ import annotations

import re

from listings.facts.category.part_parser import CategoryMatch
from listings.facts.category.titles import match_trade
from listings.facts.category.work_in_text import OPENING
from listings.facts.subjects import SentenceSubject, frame_of, groups_in, sentence_bounds

MAX_ROLES = 12
INTRODUCTION = re.compile(
    r"\b(?:looking for|(?:looking|want|wants|like|hoping) to (?:hire|add|bring in|bring on|find|recruit)|seeking"
    r"|(?:hiring|recruiting)(?: (?:primarily|mainly|mostly|currently|now))?(?: for(?=:))?"
    r"|searching for|inviting|join (?:us|our team|the team|\w{1,20}) as"
    r"|you will (?:work|join us) as|(?:we|team) needs?|in search of|suchen|sucht|recherchons|recherche|buscamos"
    r"|procuramos|cerchiamo|zoeken|szukamy)"
    r":?(?: (?:for )?|(?<=for:)\n\W{0,3})"
    r"(?:an?|our next|our|the|one|two|a few|several|eine?n?|une?|uma?|het|de|un|zwei)? ?"
    r"|^(?:- )?(?:wanted|role|position|job title|title|job|stelle|poste|puesto|cargo|vaga)s?: ?"
    r"|^(?:- )?as (?:an?|our) (?=[^.\n]{3,60},? you\b)",
    re.MULTILINE | re.IGNORECASE,
)
# Where the name of a role ends.
ROLE_END = re.compile(
    r"(?<!\b[sj]r)\.|[;:!?\n(|]|,? (?:who|that|with|to|and you|you|based|located|for|mit|der|die|das|zur?|qui|que"
    r"|in|at)\b",
    re.IGNORECASE,
)
MAX_ROLE = 80
WORD_BEFORE = re.compile(r"\b(?:an?|our) ([\w-]{2,30})$")
# Of one character each.
CELL_END = re.compile(r"[\n|]")
TITLE_END = re.compile(r"(?<=\w) ?[(:–—]|[.;] ")
# Words of a sentence, which is no title. "US" is a country.
SENTENCE = re.compile(
    r"\b(?:you|your|we|our|(?-i:[Uu]s)|is|are|will|who|have|has|help|they|their|this|that|no|please|any|not|was|were|by)\b",
    re.IGNORECASE,
)
MAX_CELLS, MAX_WORDS = 60, 8
# A name above the cell, and a telephone number soon below it.
SIGNED = re.compile(r"\n(?:[A-ZÀ-Þ][\w.'-]+ ){1,3}[A-ZÀ-Þ][\w'-]+\n$")
PHONE = re.compile(r"\b(?:tel|tél|phone|fon|telefon|téléphone|teléfono|mobile?)\b\.?:? ?[+(0-9]", re.IGNORECASE)
CONTACT = 200


def match_role(text: str) -> CategoryMatch | None:
    """The first trade in a place where the text says whom it looks for."""
    opening = text[:OPENING]
    for count, introduction in enumerate(INTRODUCTION.finditer(opening)):
        if count == MAX_ROLES:
            break
        role = opening[introduction.end() : introduction.end() + MAX_ROLE]
        end = ROLE_END.search(role)
        match = match_trade(role[: end.start()] if end else role)
        # Asked last, as most introductions name no trade.
        if match and not _is_of_others(opening.lower(), introduction.start()):
            return match._replace(start=introduction.end() + match.start, end=introduction.end() + match.end)
    return None


def _is_of_others(lower: str, position: int) -> bool:
    """Whether customers, others of the staff or another opening are what a sentence says a role of."""
    begin, end = sentence_bounds(lower, position)
    sentence, position = lower[begin:end], position - begin
    if frame_of(sentence) is SentenceSubject.OTHER_OPENING:
        return True
    return any(
        group.start <= position < group.end and (group.is_part or group.subject is SentenceSubject.CUSTOMERS)
        for group in groups_in(sentence)
    )


def match_longer_title(title: str, text: str, lower: str) -> CategoryMatch | None:
    """What a title says with the word that the text puts before it: "a Secondary Marketing Analyst" for the analyst.

    `lower`: the text in lower case.
    """
    at = lower.find(f" {title.lower()}", 0, OPENING)
    word = WORD_BEFORE.search(text, max(0, at - MAX_ROLE), at) if at > 0 and " " in title else None
    if word is None:
        return None
    start = word.start(1)
    match = match_trade(text[start : at + 1 + len(title)])
    return match and match._replace(start=start + match.start, end=start + match.end)


def match_listed_role(text: str, company: str) -> CategoryMatch | None:
    """The first line or cell that is a title and names a trade, as in "- Senior Bookkeeper | Lisbon".

    No trade in the name of the `company`, which may be "Coder".
    """
    start = 0
    for count, cell in enumerate(CELL_END.split(text[:OPENING])):
        if count == MAX_CELLS:
            break
        title = TITLE_END.split(cell, maxsplit=1)[0]
        is_title = len(title) <= MAX_ROLE and len(title.split()) <= MAX_WORDS and not SENTENCE.search(title)
        # "The engineers of another team write software" is no title either.
        is_of_others = is_title and next(groups_in(title.lower()), None)
        match = match_trade(title) if is_title and not is_of_others else None
        if match and not _is_in_name(match, title, company) and not _is_aside(match, cell, text, start):
            return match._replace(start=start + match.start, end=start + match.end)
        start += len(cell) + 1
    return None


def _is_aside(match: CategoryMatch, cell: str, text: str, start: int) -> bool:
    """Whether the cell says who signed the ad, or names a field of knowledge: "statistical mechanics"."""
    is_signature = SIGNED.search(text, max(0, start - MAX_ROLE), start) and PHONE.search(text, start, start + CONTACT)
    return bool(is_signature) or (match.category == "other" and cell.strip("-*•· ")[:1].islower())


def _is_in_name(match: CategoryMatch, title: str, company: str) -> bool:
    start = title.find(company) if company else -1
    return start >= 0 and start <= match.start and match.end <= start + len(company)
