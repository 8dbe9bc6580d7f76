"""When "manager" is a rank: most managers manage things, not people, and their title is the name of a trade."""

from __future__ import annotations

import re

from listings.facts.skills.sections import NICE_TO_HAVE, sections_of
from listings.facts.subjects import sentence_bounds
from listings.vocabulary.seniority import FUNCTIONS, TWO_WORD_FUNCTIONS

PART_START = re.compile(r"[,;:|/(\[•·]| [-–—] |@")
# "Manager, Payroll", "Senior Manager of Tides": nothing but levels before it in its part of the title.
LEVELS_ALONE = re.compile(
    r"\W*(?:(?:senior|sr|snr|junior|jr|associate|assistant|deputy|general|regional|global|remote|interim|acting|lead"
    r"|group|staff"
    r"|the|an?|hiring|principal|copy of|area|district|country|wanted|tech)\W+)*"
)
NEXT_TO_RANK = re.compile(r"\b(?:senior|sr|snr|associate|assistant|asst|deputy|general)\.? ?$")
# They lead engineers, or people.
LEADS_PEOPLE = re.compile(
    r"\b(?:engineering|software development|software|data science|team|people|department|division|regional|area"
    r"|district|branch"
    r"|store|shift|plant|nurse|nursing|clinic|practice|restaurant|chw|architecture) $"
)
# "Assistant Pricing Manager": the manager's deputy, unless the trade has beginners ("assistant product manager").
ASSISTANT = re.compile(r"(?:^|\W)(?:assistant|asst\.?) ([\w&]+) $")
LAST_WORDS = re.compile(r"([\w&]+)[ -]+([\w&]+)[ -]*$|([\w&]+)[ -]*$")
# After it: a trainee, or a manager's helper.
NOT_RANK_AFTER = re.compile(r"(?:[’']s)? (?:in training|trainee|assistant|self.?service)\b")
MANAGES_PEOPLE = re.compile(
    r"\b(?:direct reports?\b|line.manag(?:e|es|ing|ement)\b|people.manag(?:er|ement)\b"
    r"|(?:manage|managing|supervise|supervising|lead and manage|build and manage) (?:and \w+ )?(?:an? |your "
    r"|our )(?:[\w-]+ ){0,3}team\b"
    r"|(?<!we )(?:manage|managing|supervise|supervising) (?:(?:multiple|several|large|small|two) )?"
    r"teams of [a-z]+)"
)
NOT_THIS_MANAGER = re.compile(
    r"\b(?:experience|experienced|proven|prior|previous|years?|background|ability|able to|skills|no|not|without|your"
    r"|line manager"
    r"|will be managed|may|might|could|grow into|as the company|future|plus|prefer\w*)\b"
)
MAX_MENTIONS = 20


def is_manager(before: str, after: str) -> bool:
    """Whether "manager" between these parts of a title in lower case names a rank by itself."""
    if NOT_RANK_AFTER.match(after):
        return False
    starts = [match.end() for match in PART_START.finditer(before)]
    part = before[starts[-1] if starts else 0 :]
    if LEVELS_ALONE.fullmatch(part) or NEXT_TO_RANK.search(part):
        return True
    if LEADS_PEOPLE.search(part):
        return True
    assistant = ASSISTANT.search(part)
    return bool(assistant) and not names_function(part)


def names_function(before: str) -> bool:
    """Whether "manager" after these words is the name of a trade that never tells of people: "product manager"."""
    last = LAST_WORDS.search(before)
    if last is None:
        return False
    word = last[2] or last[3] or ""
    return word in FUNCTIONS or f"{last[1]} {word}" in TWO_WORD_FUNCTIONS


def find_reports(lower: str) -> tuple[int, int] | None:
    """Where a text says that the person will manage people."""
    for count, match in enumerate(MANAGES_PEOPLE.finditer(lower)):
        if count == MAX_MENTIONS:
            break
        start, end = sentence_bounds(lower, match.start())
        if sections_of(lower).kind_at(match.start()) == NICE_TO_HAVE:
            continue
        if not NOT_THIS_MANAGER.search(lower[start : match.start()]) and not NOT_THIS_MANAGER.search(
            lower[match.end() : min(end, match.end() + 20)]
        ):
            return match.span()
    return None
