"""Seniority levels that a text names for the job itself, not for colleagues, superiors or a later career."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from listings.facts.multi_search import Overlaps, SharedFinder
from listings.facts.seniority import beginners
from listings.facts.seniority.beginners import GRADUATES, welcomes_graduates
from listings.facts.seniority.level_of_one import has_plain_twin
from listings.facts.seniority.levels import LevelMention, levels_of_title
from listings.facts.seniority.values import LABELS, levels_after_label
from listings.facts.subjects import SentenceSubject, subject_at

# Lower-case phrase → level. The space after "staff" and the like keeps longer words out ("staffing").
TRIGGERS = {
    "senior": "senior",
    "sénior": "senior",
    "sênior": "senior",
    "sr. ": "senior",
    "sr ": "senior",
    "junior": "junior",
    "júnior": "junior",
    "jr ": "junior",
    "jr. ": "junior",
    "entry level": "junior",
    "entry-level": "junior",
    "early-career": "junior",
    "early career": "junior",
    "berufseinsteiger": "junior",
    "graduate ": "junior",
    "trainee": "junior",
    "mid level": "mid",
    "mid-level": "mid",
    "mid ": "mid",
    "mid/": "mid",
    "mid-": "mid",
    "medior": "mid",
    "semi senior": "mid",
    "semi-senior": "mid",
    "pleno": "mid",
    "intermediate": "mid",
    "staff ": "staff",
    "principal ": "staff",
    "intern ": "intern",
    "internship": "intern",
    "manager level": "manager",
    "manager-level": "manager",
    "director level": "director",
    "director-level": "director",
    "vp level": "executive",
    "vp-level": "executive",
    "lead level": "lead",
    "lead-level": "lead",
    "tech lead": "lead",
    "technical lead": "lead",
    "team lead": "lead",
}
LEADS = ("tech lead", "technical lead", "team lead")
TRIGGER_LIST = [*TRIGGERS, *LABELS, *GRADUATES, *beginners.TRIGGERS]
FIRST_GRADUATES = len(TRIGGERS) + len(LABELS)
FIRST_NO_EXPERIENCE = FIRST_GRADUATES + len(GRADUATES)
FINDER = SharedFinder(TRIGGER_LIST, Overlaps.ALL)
# What a sentence with a role and its level may be about instead of this job.
OTHERS = frozenset(
    {
        SentenceSubject.CONDITION,
        SentenceSubject.NOTICE,
        SentenceSubject.BENEFIT,
        SentenceSubject.WISH,
        SentenceSubject.OTHER_OPENING,
    }
)
# Occurrences to try: bounds the time on hostile text.
MAX_OCCURRENCES = 120
NOT_FILLER = "not|isn['’]t|no|never|hardly|to|with|who|by|for|under|support|our|your|from|of|in"
FILLER = rf"(?:(?!(?:{NOT_FILLER}) )[a-z0-9'’,&/-]{{1,30}} ){{0,4}}"
SOUGHT = re.compile(
    r"(?:\b(?:looking|searching|hoping) (?:for|to (?:hire|add|bring on|find|recruit))|\bseek(?:s|ing)?"
    r"|\bhir(?:e|es|ing)|\brecruiting|\bsearch for|\bare after|\bon the lookout for|\bcould use|\bneed(?:s|ed)? for"
    r"|\bin need of|\bwe (?:need|want)|\bbring on"
    r"|\bopen to"
    r"|\bsuchen|\bsucht|\brecherch(?:ons|e)|\bbuscamos|\bprocuramos|\bcontratamos|\bcerchiamo|\bzoeken|\bszukamy"
    r"|\bopportunity for|\bopening for|\b(?:position|role) (?:of|as|for)|\bvacancy for"
    r"|\bjoin (?:us|[\w ]{1,30}) as|\bis designed for)"
    rf":? (?:(?:an?|our|the|one|two|three|[0-9]|next|new|eine?n?|une?|uma?) ){{0,2}}{FILLER}\(?$"
)
OPENINGS = "as an?|the|as our|as the|in this|your role:?|role:|title:|position:|job title:"
BEGINS = re.compile(rf"(?:^|\n|[.!?:] )[- ]*(?:{OPENINGS}) $")
# "The Grants Liaison is a senior, donor-facing role."
IS_A = re.compile(
    r"(?:^|[.!?:] )\W{0,3}(?:the|this|our) [\w /&-]{2,50} (?:is|will be) (?:an?|our) (?:[\w-]{1,20},? ){0,2}$"
)
# "Seniority level", and the value on the next line.
LABEL_ABOVE = re.compile(r"(?:^|\n)\W{0,4}(?:seniority|experience|career|job|position)(?: level)?:?\s{0,2}\n\W{0,4}$")
VALUE_END = re.compile(r"(?:[- ]senior)?(?:[- ]level)?\s{0,2}(?:$|[\n,/|)]|and |or )")
# An item of a line of facts: "Remote, Oslo, full time, entry level".
ITEM_START, ITEM_END = re.compile(r"(?:^|[\n,|•·]) ?$"), re.compile(r"(?:[- ]level)? ?(?:$|[\n,|•·])")
LINE_OF_FACTS = re.compile(r"\b(?:remote|full[- ]time|part[- ]time|contract|permanent|hybrid|on-?site)\b")
IN_BRACKETS = re.compile(r"(?:[- ]level)?(?:\)|, (?:full|part|remote|contract|permanent|freelance|hybrid|on-?site))")
# "As a Rust Tech Lead you will …"
AS_LEAD, YOU = re.compile(r"\nas an? (?:[\w#+./-]{1,20} ){0,3}$"), re.compile(r",? you\b")
# "Hiring engineers from senior to staff"
FROM_LEVEL = re.compile(r"\bhiring (?:[\w-]{1,20} ){0,3}(?:engineers|developers|designers|scientists|swes) from $")
MAX_LINE, MIN_ITEMS = 120, 3
JOINED_NAMES = {
    "senior": "senior",
    "sr": "senior",
    "mid": "mid",
    "principal": "staff",
    "staff": "staff",
    "lead": "lead",
}
JOINED_LEVEL = re.compile(
    rf"(?:[- ]level)?(?:,? and |,? or | to |-to-| ?/ ?|-)({'|'.join(JOINED_NAMES)})(?=[- /]\w|[,.;)]|$)"
)
JOINED_TO_SENIOR = re.compile(r"(?: and | or | to |-to-|[/-]| / )(?:senior|sr)\b")
THIS = re.compile(rf"\bthis (?:(?:is|will be|would be) )?(?:an? )?{FILLER}$")
LABEL = re.compile(
    r"(?<!english )(?<!german )(?<!language )(?<!french )(?<!spanish )\b(?:level|seniority|experience|career stage"
    r"|niveau|nivel"
    r"|karrierestufe|erfahrungsstufe|senioridade)"
    r"(?: of experience| required| expectations?| level)?:\s{0,2}-? ?"
    r"(?:[a-z-]{3,12}(?: level)? ?(?:/|,|or|and|to|-) ?)?$"
)
# Endings of most names of roles: engineer, editor, analyst, accountant, technician, architect …
ROLE_ENDINGS = "er|or|ist|ant|ian|ect|yst|ive|ent"
ROLE_AFTER = re.compile(
    rf"\.?[- /](?:level )?(?:[\w+#./&'-]{{1,30}} ){{0,4}}?(?:\w{{0,30}}(?:{ROLE_ENDINGS})|sre|dev|lead|rep)s?\b"
)
POSITION_AFTER = re.compile(
    r"(?:[- ]level)?,? (?:(?:[\w-]{1,30} ){0,3}(?:role|position|opportunity|job|vacancy)|candidates?|hire)\b"
)
# After a level: people around the job, or a trait, not the job.
NOT_ROLE_AFTER = re.compile(
    r"[- ](?:level )?(?:management|leadership|leaders?|stakeholders?|executives?|members?|team|partners?|officers?|care"
    r"|living|high|degree|student|school|studies|level (?:experience|knowledge|skills|python|sql)|and executive)\b"
)
ROLE = re.compile(
    rf"\b\w{{2,30}}(?:{ROLE_ENDINGS}|ate|ess|ary|ey|sel)\b"
    r"|\b(?:leads?|rep|interns?|head|fellow|nurse|sre|vp|devops)\b"
)
SEVERAL = re.compile(
    r"\b(?:multiple|several|various|many|engineers|developers|roles|positions|designers|scientists)\b|\w\(s\)"
)
LEVEL_WORD = re.compile(r"\b(?:senior|sr|staff|principal|lead|head|director|manager|junior|intern|vp|cto|chief)\b")
CELL_END = re.compile(r"\||https?:|: |(?<!\bsr)(?<!\bjr)\. | [-–—] |\(| \$|…| @ ")
# Words of a sentence: such a cell is not a title.
NOT_TITLE = re.compile(
    r"\b(?:you|your|we|our|is|are|to|who|will|have|has|was|years?|their|they|this|that|if|from|founders?|zu|und|mit"
    r"|im|der"
    r"|die)\b"
)
BULLET = re.compile(r"[\s\-*•·>\[\]()0-9.x]*")
# "Thanks,⏎Ann Quay⏎Principal Consultant": who wrote the ad.
SIGNATURE = re.compile(
    r"\n\W{0,3}(?:many )?(?:thanks|thank you|(?:best|kind|warm) (?:regards|wishes)|regards|sincerely|cheers)[,.!]?\s*\n"
    r"(?:[^\n]{1,60}\n\s*){1,2}$"
)
MAX_SIGNATURE = 200
MAX_CELL, MAX_WORDS = 90, 9


# "Both seasoned engineers and juniors": anybody.
BOTH_OTHERS = re.compile(
    r"\bboth (?!senior|mid|entry|junior|intermediate|lead|staff|principal|graduate)[\w-]+(?: [\w-]+){0,2} and $"
)


def levels_of_text(title: str, text: str, lower: str) -> list[LevelMention]:
    """The levels that the text states: of the roles it lists if the title names none or several, else of the job."""
    if not _names_several(title.lower()):
        return list(_levels_of_job(lower))
    if level_of_one(title, text, lower):
        return []
    of_roles = list(levels_of_listed_roles(text, lower))
    return of_roles or list(_levels_of_job(lower))


def level_of_one(title: str, text: str, lower: str) -> LevelMention | None:
    """The only level of an ad for several roles, if one of these has none."""
    of_roles = list(levels_of_listed_roles(text, lower)) if _names_several(title.lower()) else []
    return of_roles[0] if len(of_roles) == 1 and has_plain_twin(of_roles[0], lower) else None


def word_for_level_of_one(title: str, text: str, lower: str) -> str:
    """In lower case; "" if there is no such level."""
    mention = level_of_one(title, text, lower)
    return lower[mention.start : mention.end] if mention else ""


def _names_several(lower_title: str) -> bool:
    return not ROLE.search(lower_title) or SEVERAL.search(lower_title) is not None


def _levels_of_job(lower: str) -> Iterator[LevelMention]:
    """For each trigger, its first mention that concerns this job."""
    names: set[str] = set()
    for index, start, end in islice(FINDER.find(lower), MAX_OCCURRENCES):
        if BOTH_OTHERS.search(lower, max(0, start - 90), start):
            continue
        name = TRIGGERS[TRIGGER_LIST[index]] if index < len(TRIGGERS) else None
        if name is None:
            for mention in _other_mentions(lower, index, start, end):
                if mention.name not in names:
                    names.add(mention.name)
                    yield mention
            continue
        end = start + len(lower[start:end].rstrip(" /-"))
        if lower[start:end] == "mid" and not JOINED_TO_SENIOR.match(lower, end):
            continue
        if name not in names and _is_of_this_job(lower, start, end) and subject_at(lower, start) not in OTHERS:
            names.add(name)
            yield LevelMention(name, start, end)
            # "Mid to senior level": the second level shares the first one's context.
            if (second := JOINED_LEVEL.match(lower, end)) and (other := JOINED_NAMES[second[1]]) not in names:
                names.add(other)
                yield LevelMention(other, *second.span(1))


def _other_mentions(lower: str, index: int, start: int, end: int) -> Iterator[LevelMention]:
    """The levels by a trigger that is no level's name: a label, graduates, or a lack of experience."""
    if index < FIRST_GRADUATES:
        yield from (LevelMention(*level) for level in levels_after_label(lower, start, end))
    elif index < FIRST_NO_EXPERIENCE:
        if welcomes_graduates(lower, start, end) and subject_at(lower, start) is not SentenceSubject.OTHER_OPENING:
            yield LevelMention("junior", start, end)
    elif span := beginners.find_no_experience(lower, start, end):
        yield LevelMention("junior", *span)


def _is_of_this_job(lower: str, start: int, end: int) -> bool:
    before, after = lower[max(0, start - 90) : start], lower[end : end + 70]
    if before[-1:].isalnum() or before.endswith("upper-") or NOT_ROLE_AFTER.match(after):
        return False
    if LABEL_ABOVE.search(before):
        return bool(VALUE_END.match(after))
    if _is_item(lower, start, end):
        return True
    before = before[max(before.rfind(stop) for stop in (". ", "! ", "? ", "\n")) + 1 :]
    if LABEL.search(before) or (FROM_LEVEL.search(before) and JOINED_LEVEL.match(after)):
        return True
    if lower.startswith(LEADS, start):
        return bool(AS_LEAD.search("\n" + before.lstrip(" -*")) and YOU.match(after))
    if IS_A.search(before):
        return bool(POSITION_AFTER.match(after))
    if SOUGHT.search(before) or THIS.search(before):
        in_brackets = before.endswith("(") and IN_BRACKETS.match(after)
        return bool(in_brackets or ROLE_AFTER.match(after) or POSITION_AFTER.match(after))
    if not before.strip(" -"):
        return bool(re.match(r"[- ](?:level )?(?:position|role|opportunity)\b", after))
    return bool(BEGINS.search("\n" + before.lstrip(" ")) and ROLE_AFTER.match(after))


def _is_item(lower: str, start: int, end: int) -> bool:
    if not ITEM_START.search(lower, max(0, start - 2), start) or not ITEM_END.match(lower, end):
        return False
    line_start = lower.rfind("\n", max(0, start - MAX_LINE), start) + 1
    line = lower[line_start : line_start + MAX_LINE].partition("\n")[0]
    is_short = len(line) < MAX_LINE and len(re.split(r"[,|•·]", line)) >= MIN_ITEMS
    return bool(is_short and LINE_OF_FACTS.search(line) and not NOT_TITLE.search(line))


def levels_of_listed_roles(text: str, lower: str) -> Iterator[LevelMention]:
    """The levels in lines and cells that are titles, as in "… | Staff Engineer | …"; each level once."""
    names = set()
    for word in LEVEL_WORD.finditer(lower):
        # Search back a bounded distance only, or a text without line breaks would take quadratic time.
        line = lower.rfind("\n", max(0, word.start() - MAX_CELL), word.start()) + 1
        bar = lower.rfind("|", max(0, word.start() - MAX_CELL), word.start()) + 1
        start = max(line, bar)
        if start == 0 and word.start() > MAX_CELL:
            continue
        if bullet := BULLET.match(lower, start, start + 12):
            start = bullet.end()
        if SIGNATURE.search(lower, max(0, start - MAX_SIGNATURE), start):
            continue
        cell = lower[start : start + MAX_CELL].partition("\n")[0]
        cell = cell[: stop.start()] if (stop := CELL_END.search(cell)) else cell
        if start + len(cell) < word.end() or len(cell.split()) > MAX_WORDS or NOT_TITLE.search(cell):
            continue
        for level in levels_of_title(text[start : start + len(cell)], cell):
            is_named = ROLE.search(cell) or level.name == "executive" or cell.startswith(("head of", "director"))
            if level.name not in names and is_named:
                names.add(level.name)
                yield LevelMention(level.name, start + level.start, start + level.end)
