"""Whom a statement is about: the person who takes the job, or somebody or something else.

Places, zones, pay, levels and workplaces appear all over an ad. Only those said of the person or of this role are
facts of the job, so every reader asks here before it believes a sentence.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache


class Subject(StrEnum):
    """Who or what a statement is about. PERSON: the person who takes the job, or this role. UNKNOWN: nothing says."""

    PERSON = "person"
    UNKNOWN = "unknown"
    CONDITION = "condition"
    NOTICE = "notice"
    BENEFIT = "benefit"
    WISH = "wish"
    OTHER_OPENING = "other opening"
    CUSTOMERS = "customers"
    TEAM = "team"
    COMPANY = "company"
    TRAVEL = "travel"
    TASK = "task"

    @property
    def is_of_job(self) -> bool:
        return self in (Subject.PERSON, Subject.UNKNOWN)


PEOPLE = r"(?:candidates?|applicants?|residents|employees|individuals|people|persons?|those|anyone|hires|workers|staff)"
DUTIES = (
    r"(?:be (?:expected|required|asked|offered|eligible|entitled|paid|subject|given|invited)|see|receive"
    r"|get|earn|need|ask)"
)
# From the start of a sentence, or of a clause, to the statement.
RULES: tuple[tuple[Subject, str], ...] = (
    (
        Subject.CONDITION,
        r"^\W*(?:if|when|where|unless|should you|in case|depending on|for (?:those|candidates|applicants"
        r"|hires|employees"
        r"|residents|people|positions|roles)\b(?! only))\b"
        rf"|\b{PEOPLE}(?: who (?:are|live|reside|work|is))? (?:based|located|residing|living|working|hired|live|reside)"
        rf" (?:in|near|within|from|outside)\b[^.]*\b(?:will|may|can|should|must|are|would) (?:also )?{DUTIES}\b"
        rf"|\b{PEOPLE}[^.]{{0,60}}\b(?:are|is) (?:welcome to|subject to|entitled to)\b",
    ),
    (
        Subject.NOTICE,
        r"\b(?:ccpa|gdpr|privacy|equal opportunit\w*|fair chance|transparency (?:act|law|rules?)|pursuant to"
        r"|in (?:accordance|compliance) with|ordinance|arrest|conviction|criminal|accommodations?|osha|e-?verify"
        r"|disabilit\w+|scams?|fraud\w*|retain|data (?:protection|subject)|legally required|required by law)\b",
    ),
    (
        Subject.BENEFIT,
        r"\b(?:insurance|401\W?\(?k|pto|parental leave|stipend|discounts?|perks?|pension|paid leave|sabbatical"
        r"|(?:weeks?|days?|months?) (?:a|per|each|every) year|(?:for|up to) (?:up to )?(?:a|an|one|two|three|four|five"
        r"|six|eight|\d+) (?:weeks?|months?|days?))\b",
    ),
    (
        Subject.WISH,
        r"\b(?:prefer\w*|preferably|ideally|nice[- ]to[- ]have|a plus|bonus points|desirable|advantageous"
        r"|priority (?:is |will be )?given)\b",
    ),
    (
        Subject.OTHER_OPENING,
        r"\b(?:(?:our )?other (?:open )?(?:roles?|openings?|positions?|vacanc\w+|jobs)|also (?:hiring|looking"
        r"|recruiting)"
        r"|similar (?:jobs|roles)|more (?:jobs|roles|openings))\b",
    ),
    (
        Subject.CUSTOMERS,
        r"\b(?:our|their|its|of|for|with|to|serves?|serving|help\w*|support\w*"
        r"|by) (?:[\w-]+ ){0,3}(?:customers?|clients?"
        r"|users?|patients|students|readers|brands|merchants|companies|businesses|schools|hospitals|suppliers?|vendors?"
        r"|partners?|investors?)\b",
    ),
    (
        Subject.TEAM,
        r"\b(?:our|the|a|global|remote|distributed|growing|whole) (?:[\w-]+ ){0,3}(?:team|teams|staff|crew|colleagues"
        r"|employees|engineers|developers|people|founders?|ceo|cto|managers?|leads?)"
        r"(?: members?)?(?: (?:is|are|sits?|lives?|works?|comes?|spans?|spread|distributed|based|located)"
        r"| across| in)\b"
        r"|\b(?:colleagues|teammates|team ?members|people) (?:in|across|from|based)\b"
        r"|\bwe(?:['’]re| are) (?:an? )?(?:[\w-]+ ){0,4}(?:team|spread|distributed|people|nationalities)\b",
    ),
    (
        Subject.COMPANY,
        r"\bwe(?:['’]re| are) (?:proudly |currently )?(?:based|located|headquartered|registered|incorporated)\b"
        r"|\b(?:headquarter\w*|founded|incorporated|registered|data ?cent\w+|servers?|warehouses?|factor(?:y|ies)"
        r"|backups?|offices?|ship|mission|vision|subsidiar\w+|acquired|market leader)\b",
    ),
    (Subject.TRAVEL, r"\b(?:travel\w*|visits?|visiting|retreats?|off-?sites?|conferences?|meet-?ups?|relocat\w+)\b"),
    (
        Subject.TASK,
        r"\byou(?:['’]ll| will)? (?:help|support|serve|manage|recruit|hire|coach|sell|report|work with|teach"
        r"|advise|lead"
        r"|cover|visit|onboard|train)\b",
    ),
    (
        Subject.PERSON,
        r"\b(?:you|your|candidates?|applicants?|this (?:role|position|job|opportunity|opening)|the (?:role"
        r"|position|job)"
        r"|we(?:['’]re| are)? (?:only |currently )?(?:hir\w+|accept\w*|consider\w*|looking for|seek\w*|employ\w*"
        r"|recruit\w*)|must|apply|someone|somebody|anyone|residents?|citizens?|authori[sz]ed)\b",
    ),
)
CLASSIFIER = tuple((subject, re.compile(pattern)) for subject, pattern in RULES)
SENTENCE_END = re.compile(r"\n|[!?](?=\s)|(?<!\b[a-z])(?<!\bu\.s)(?<!\be\.g)(?<!\bi\.e)(?<!\binc)\.(?=\s)|[;•|](?=\s)")
MAX_SENTENCE = 400


def sentence_bounds(lower: str, position: int) -> tuple[int, int]:
    """Start and end of the sentence or line around `position`, at most MAX_SENTENCE characters to either side."""
    left = max(0, position - MAX_SENTENCE)
    # A line's beginning is a sentence's too, and found faster than by the pattern.
    start = left = max(left, lower.rfind("\n", left, position) + 1)
    for match in SENTENCE_END.finditer(lower, left, position):
        start = match.end()
    end = SENTENCE_END.search(lower, position, position + MAX_SENTENCE)
    return start, end.start() if end else min(len(lower), position + MAX_SENTENCE)


@lru_cache(maxsize=512)
def subject_of(sentence: str) -> Subject:
    """Whom a sentence in lower case is about."""
    for subject, pattern in CLASSIFIER:
        if pattern.search(sentence):
            return subject
    return Subject.UNKNOWN


def subject_at(lower: str, position: int) -> Subject:
    """Whom the sentence around `position` of a text in lower case is about."""
    start, end = sentence_bounds(lower, position)
    return subject_of(lower[start:end])
