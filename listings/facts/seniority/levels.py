"""Levels of seniority as titles name them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from listings.vocabulary.seniority import FUNCTIONS, TWO_WORD_FUNCTIONS


@dataclass(frozen=True, slots=True)
class Level:
    name: str
    start: int
    end: int


NO_LEADS = (
    "gen|generation|generator|nurtur\\w+|conversion|qualif\\w+|development|management|acquisition|setter|sourcing|response"
    "|intake|routing|time|specialist|researcher|capture|scoring"
)
NO_STAFF_OF_RANK = (
    "accountant|nurse|writer|attorney|pharmacist|reporter|augmentation|training|auditor|psycholog\\w+|physician|rn|therapist"
    "|assistant|support|scheduler|meeting|development|and"
)
NO_SENIORS = (
    "living|care|homes?|housing|services?|cent(?:er|re)s?|citizens?|communit\\w+|adults?|market|placement|health(?:care)?"
    "|insurance|high|companion"
)
NO_GRADUATES = "school|program advis|admission|studies|medical|degree|student|enrol|education|course|research"
WORDS = {
    "executive": r"[se]?vp|avp|vice[- ]pr[eé]sident\w*|(?<!vice )(?<!vice-)president|chief (?:[\w&]+ ){1,4}officer"
    r"|c[efotmpi]o|ciso|chro|cro|cdo|geschäftsführer\w*",
    "director": r"directors?|directrice|directeur|heads? of|global head|head(?=$| ?[,(–-]| [a-z]+$)|bereichsleit\w+",
    "manager": r"managers?|mgr",
    "lead": rf"team ?lead(?:er)?|teamleit\w+|leads?(?! ?-?(?:{NO_LEADS})\b)",
    "staff": rf"principal(?! (?:residence|investigator))|distinguished|staff(?! (?:{NO_STAFF_OF_RANK})\b)",
    "senior": rf"(?:senior|sénior|sr|snr)(?![- ](?:{NO_SENIORS})\b)",
    "mid": r"mid(?=[ /-]*(?:level|senior|sr\b|weight)|/| to senior)(?:[ /-]*(?:level|weight))?|midlevel|midweight"
    r"|intermediate|medior|semi[- ]?senior|ssr|middle(?= [a-z])",
    "junior": r"juniors?|jr|entry[- ]?level|new[- ]grad(?:uate)?s?"
    rf"|(?:fresh |recent )?graduates?(?! (?:{NO_GRADUATES})\w*)|freshers?|early[- ]career|trainees?|apprentices?"
    r"|berufseinsteiger\w*",
    "intern": r"interns?|internships?|praktik\w+|werkstudent\w*|working student|stagiaire|becario|pasante",
}
LEVEL = re.compile(r"(?<![\w@.])(?:" + "|".join(f"(?P<{name}>{words})" for name, words in WORDS.items()) + r")(?!\w)")
SECOND = re.compile(r"(?<=[a-z] )II(?![\w/-]*I)(?!\w)")
NO_SECOND = re.compile(
    r"\b(?:tier|level|phase|type|class|grade|part|category|stage|title|schedule|band|world war) $", re.IGNORECASE
)
# "Assistant to the CEO", "reporting to the Director": another's level.
ANOTHERS = re.compile(
    r"\b(?:assistant|associate|reporting|reports|aide|advisor|support|secretary|deputy) (?:to|for) |\boffice of the "
    r"|\bfor the "
)
NO_STAFF = re.compile(r"(?:\bof|\btechnical|\bmedical|\bsupport|\boffice|\bacademic|\bnursing) $")
NO_GRADUATE = re.compile(r"(?:\bunder|\bpost)[- ]?$")
NO_LEAD = re.compile(r"(?:\bto|\bsales|\bqualified|\binbound|\bnew) $")
APART = re.compile(r"[/+|;,]| or ")
LAST_WORDS = re.compile(r"([\w&]+)[ -]+([\w&]+)[ -]*$|([\w&]+)[ -]*$")
LONGEST_TITLE = 400


def levels_of_title(title: str, lower: str) -> list[Level]:
    """In the order of the title; a level that belongs to a higher one ("Senior Manager") is not named apart."""
    title, lower = title[:LONGEST_TITLE], lower[:LONGEST_TITLE]
    another = ANOTHERS.search(lower)
    end = another.start() if another else len(lower)
    found = [
        Level(str(match.lastgroup), *match.span())
        for match in LEVEL.finditer(lower, 0, end)
        if _names_a_level(str(match.lastgroup), lower, match)
    ]
    found = [level for level in found if not _belongs_to_a_higher(level, found, lower)]
    second = None if found else SECOND.search(title, 0, end)
    if second and not NO_SECOND.search(lower[: second.start()]):
        return [Level("mid", *second.span())]
    return found


def _names_a_level(name: str, lower: str, match: re.Match[str]) -> bool:
    before = lower[max(0, match.start() - 40) : match.start()]
    if name == "manager":
        return not _is_trade(before)
    if name == "staff" and match[0] == "staff":
        return not NO_STAFF.search(before)
    if name == "junior" and "graduate" in match[0]:
        return not NO_GRADUATE.search(before)
    return name != "lead" or not NO_LEAD.search(before)


def _is_trade(before: str) -> bool:
    """Is a "manager" behind these words the name of a trade?"""
    last = LAST_WORDS.search(before)
    if last is None:
        return False
    word = last[2] or last[3] or ""
    return word in FUNCTIONS or f"{last[1]} {word}" in TWO_WORD_FUNCTIONS


def _belongs_to_a_higher(level: Level, found: list[Level], lower: str) -> bool:
    """ "Senior Engineering Manager", "Senior Staff Engineer", "Graduate Intern": the rank is the second word's."""
    if level.name == "junior" and "graduate" in lower[level.start : level.end]:
        return any(one.name == "intern" for one in found)
    if level.name != "senior":
        return False
    higher = (
        one for one in found if one.start > level.start and one.name in ("staff", "manager", "director", "executive")
    )
    return any(not APART.search(lower[level.end : one.start]) for one in higher)
