"""Seniority levels named in a title."""

from __future__ import annotations

import re
from dataclasses import dataclass

from listings.vocabulary.seniority import FUNCTIONS, TWO_WORD_FUNCTIONS


@dataclass(frozen=True, slots=True)
class LevelMention:
    """A level of SENIORITIES, named by characters `start` to `end`."""

    name: str
    start: int
    end: int


# After "lead", "staff", "senior" and "graduate": the phrase is not a rank ("lead generation", "senior living").
AFTER_NON_LEAD = (
    "gen|generation|generator|nurtur\\w+|conversion|qualif\\w+|development|management|acquisition|setter|sourcing|response"
    "|intake|routing|time|specialist|researcher|capture|scoring"
)
AFTER_NON_STAFF = (
    "accountant|nurse|writer|attorney|pharmacist|reporter|augmentation|training|auditor|psycholog\\w+|physician|rn|therapist"
    "|assistant|support|scheduler|meeting|development|and"
)
AFTER_NON_SENIOR = (
    "living|care|homes?|housing|services?|cent(?:er|re)s?|citizens?|communit\\w+|adults?|market|placement|health(?:care)?"
    "|insurance|high|companion"
)
AFTER_NON_GRADUATE = "school|program advis|admission|studies|medical|degree|student|enrol|education|course|research"
# Level → pattern. The order matters: the first alternative that matches wins.
PATTERNS = {
    "executive": r"[se]?vp|avp|vice[- ]pr[eé]sident\w*|(?<!vice )(?<!vice-)president|chief (?:[\w&]+ ){1,4}officer"
    r"|c[efotmpi]o|ciso|chro|cro|cdo|geschäftsführer\w*",
    "director": r"directors?|directrice|directeur|heads? of|global head|head(?=$| ?[,(–-]| [a-z]+$)|bereichsleit\w+",
    "manager": r"managers?|mgr",
    "lead": rf"team ?lead(?:er)?|teamleit\w+|leads?(?! ?-?(?:{AFTER_NON_LEAD})\b)",
    "staff": rf"principal(?! (?:residence|investigator))|distinguished|staff(?! (?:{AFTER_NON_STAFF})\b)",
    "senior": rf"(?:senior|sénior|sr|snr)(?![- ](?:{AFTER_NON_SENIOR})\b)",
    "mid": r"mid(?=[ /-]*(?:level|senior|sr\b|weight)|/| to senior)(?:[ /-]*(?:level|weight))?|midlevel|midweight"
    r"|intermediate|medior|semi[- ]?senior|ssr|middle(?= [a-z])",
    "junior": r"juniors?|jr|entry[- ]?level|new[- ]grad(?:uate)?s?"
    rf"|(?:fresh |recent )?graduates?(?! (?:{AFTER_NON_GRADUATE})\w*)|freshers?|early[- ]career|trainees?|apprentices?"
    r"|berufseinsteiger\w*",
    "intern": r"interns?|internships?|praktik\w+|werkstudent\w*|working student|stagiaire|becario|pasante",
}
LEVEL = re.compile(
    r"(?<![\w@.])(?:" + "|".join(f"(?P<{name}>{pattern})" for name, pattern in PATTERNS.items()) + r")(?!\w)"
)
# "Engineer II" is mid level, but "Tier II Support" is a kind of work.
GRADE_TWO = re.compile(r"(?<=[a-z] )II(?![\w/-]*I)(?!\w)")
BEFORE_NON_GRADE = re.compile(
    r"\b(?:tier|level|phase|type|class|grade|part|category|stage|title|schedule|band|world war) $", re.IGNORECASE
)
# "Assistant to the CEO", "reporting to the Director": from here on, levels are somebody else's.
OF_OTHERS = re.compile(
    r"\b(?:assistant|associate|reporting|reports|aide|advisor|support|secretary|deputy) (?:to|for) |\boffice of the "
    r"|\bfor the "
)
BEFORE_NON_STAFF = re.compile(r"(?:\bof|\btechnical|\bmedical|\bsupport|\boffice|\bacademic|\bnursing) $")
BEFORE_NON_GRADUATE = re.compile(r"(?:\bunder|\bpost)[- ]?$")
BEFORE_NON_LEAD = re.compile(r"(?:\bto|\bsales|\bqualified|\binbound|\bnew) $")
SEPARATOR = re.compile(r"[/+|;,]| or ")
LAST_WORDS = re.compile(r"([\w&]+)[ -]+([\w&]+)[ -]*$|([\w&]+)[ -]*$")
MAX_TITLE = 400


def levels_of_title(title: str, lower: str) -> list[LevelMention]:
    """The levels in a title, left to right, without those that only modify a higher one ("Senior Manager").

    `lower` is `title` in lower case with the same offsets.
    """
    title, lower = title[:MAX_TITLE], lower[:MAX_TITLE]
    other = OF_OTHERS.search(lower)
    end = other.start() if other else len(lower)
    levels = [
        LevelMention(str(match.lastgroup), *match.span())
        for match in LEVEL.finditer(lower, 0, end)
        if _is_rank(str(match.lastgroup), lower, match)
    ]
    levels = [level for level in levels if not _modifies_higher(level, levels, lower)]
    # Read from `title`, not `lower`: "ii" may be anything.
    grade_two = None if levels else GRADE_TWO.search(title, 0, end)
    if grade_two and not BEFORE_NON_GRADE.search(lower[: grade_two.start()]):
        return [LevelMention("mid", *grade_two.span())]
    return levels


def _is_rank(name: str, lower: str, match: re.Match[str]) -> bool:
    """Whether the words before a match leave it a rank: "product manager" and "under-graduate" are not."""
    before = lower[max(0, match.start() - 40) : match.start()]
    if name == "manager":
        return not _is_function(before)
    if name == "staff" and match[0] == "staff":
        return not BEFORE_NON_STAFF.search(before)
    if name == "junior" and "graduate" in match[0]:
        return not BEFORE_NON_GRADUATE.search(before)
    return name != "lead" or not BEFORE_NON_LEAD.search(before)


def _is_function(before: str) -> bool:
    """Whether "manager" after these words is a function, as in "product manager", not a rank."""
    last = LAST_WORDS.search(before)
    if last is None:
        return False
    word = last[2] or last[3] or ""
    return word in FUNCTIONS or f"{last[1]} {word}" in TWO_WORD_FUNCTIONS


def _modifies_higher(level: LevelMention, levels: list[LevelMention], lower: str) -> bool:
    """ "Senior Engineering Manager", "Senior Staff Engineer", "Graduate Intern": the second level is the rank."""
    if level.name == "junior" and "graduate" in lower[level.start : level.end]:
        return any(other.name == "intern" for other in levels)
    if level.name != "senior":
        return False
    higher = (
        other
        for other in levels
        if other.start > level.start and other.name in ("staff", "manager", "director", "executive")
    )
    # "Senior / Staff Engineer" is either of the two, so a separator keeps both.
    return any(not SEPARATOR.search(lower[level.end : other.start]) for other in higher)
