"""Seniority levels that a text names for the job itself, not for colleagues, superiors or a later career."""

from __future__ import annotations

import re
from collections.abc import Iterator

from listings.facts.seniority.levels import LevelMention, levels_of_title

# Lower-case phrase → level. The space after "staff" and the like keeps longer words out ("staffing").
TRIGGERS = {
    "senior": "senior",
    "sr. ": "senior",
    "junior": "junior",
    "entry level": "junior",
    "entry-level": "junior",
    "early-career": "junior",
    "mid level": "mid",
    "mid-level": "mid",
    "intermediate": "mid",
    "staff ": "staff",
    "principal ": "staff",
    "intern ": "intern",
    "internship": "intern",
}
# Occurrences of each trigger to try: bounds the time on hostile text.
MAX_OCCURRENCES = 30
NOT_FILLER = "not|to|with|who|by|for|under|support|our|your|from|of|in"
FILLER = rf"(?:(?!(?:{NOT_FILLER}) )[a-z0-9'’,&/-]{{1,30}} ){{0,4}}"
SOUGHT = re.compile(
    r"(?:\b(?:looking|searching|hoping) (?:for|to (?:hire|add|bring on|find|recruit))|\bseek(?:s|ing)?"
    r"|\bhir(?:e|es|ing)|\brecruiting|\bsearch for|\bneed(?:s|ed)? for|\bin need of|\bwe need|\bbring on"
    r"|\bopportunity for|\bopening for|\b(?:position|role) (?:of|as|for)|\bvacancy for"
    r"|\bjoin (?:us|[\w ]{1,30}) as|\bis designed for)"
    rf" (?:(?:an?|our|the|one|two|three|[0-9]|next|new) ){{0,2}}{FILLER}$"
)
OPENINGS = "as an?|the|as our|as the|in this|your role:?|role:|title:|position:|job title:"
BEGINS = re.compile(rf"(?:^|\n|[.!?:] )[- ]*(?:{OPENINGS}) $")
THIS = re.compile(rf"\bthis (?:(?:is|will be|would be) )?(?:an? )?{FILLER}$")
LABEL = re.compile(
    r"(?<!english )(?<!german )(?<!language )\b(?:level|seniority|experience|career stage)"
    r"(?: of experience| required| expectations?| level)?:\s{0,2}-? ?"
    r"(?:[a-z-]{3,12}(?: level)? ?(?:/|,|or|and|to|-) ?)?$"
)
# Endings of most names of roles: engineer, editor, analyst, accountant, technician, architect …
ROLE_ENDINGS = "er|or|ist|ant|ian|ect|yst|ive|ent"
ROLE_AFTER = re.compile(
    rf"[- ](?:level )?(?:[\w+#./&'-]{{1,30}} ){{0,4}}?(?:\w{{0,30}}(?:{ROLE_ENDINGS})|sre|dev|lead|rep)s?\b"
)
POSITION_AFTER = re.compile(
    r"(?:[- ]level)? (?:(?:[\w-]{1,30} ){0,2}(?:role|position|opportunity|job|vacancy)|candidates?|hire)\b"
)
# After a level: people around the job, or a trait, not the job.
NOT_ROLE_AFTER = re.compile(
    r"[- ](?:level )?(?:management|leadership|leaders?|stakeholders?|executives?|members?|team|partners?|officers?|care"
    r"|living|high)\b"
)
ROLE = re.compile(
    rf"\b\w{{2,30}}(?:{ROLE_ENDINGS}|ate|ess|ary|ey|sel)\b"
    r"|\b(?:leads?|rep|interns?|head|fellow|nurse|sre|vp|devops)\b"
)
SEVERAL = re.compile(r"\b(?:multiple|several|various|many|engineers|developers|roles|positions|designers|scientists)\b")
LEVEL_WORD = re.compile(r"\b(?:senior|sr|staff|principal|lead|head|director|manager|junior|intern|vp|cto)\b")
CELL_END = re.compile(r"\||https?:|: | [-–—] |\(| \$|…| @ ")
# Words of a sentence: such a cell is not a title.
NOT_TITLE = re.compile(
    r"\b(?:you|your|we|our|is|are|to|who|will|have|has|was|years?|their|they|this|that|if|from|founders?|zu|und|mit|im|der"
    r"|die)\b"
)
BULLET = re.compile(r"[\s\-*•·>\[\]()0-9.x]*")
MAX_CELL, MAX_WORDS = 90, 9


def levels_of_text(title: str, text: str, lower: str) -> list[LevelMention]:
    """The levels that the text states: of the roles it lists if the title names none or several, else of the job."""
    lower_title = title.lower()
    has_several_roles = not ROLE.search(lower_title) or SEVERAL.search(lower_title)
    return (list(_levels_of_listed_roles(text, lower)) if has_several_roles else []) or list(_levels_of_job(lower))


def _levels_of_job(lower: str) -> Iterator[LevelMention]:
    """For each trigger, its first mention that concerns this job."""
    for trigger, name in TRIGGERS.items():
        length = len(trigger.rstrip())
        start = lower.find(trigger)
        for _ in range(MAX_OCCURRENCES):
            if start < 0:
                break
            if _is_of_this_job(lower, start, start + length):
                yield LevelMention(name, start, start + length)
                break
            start = lower.find(trigger, start + len(trigger))


def _is_of_this_job(lower: str, start: int, end: int) -> bool:
    before, after = lower[max(0, start - 90) : start], lower[end : end + 70]
    if before[-1:].isalnum() or before.endswith("upper-") or NOT_ROLE_AFTER.match(after):
        return False
    before = before[max(before.rfind(stop) for stop in (". ", "! ", "? ", "\n")) + 1 :]
    if LABEL.search(before):
        return True
    if SOUGHT.search(before) or THIS.search(before):
        return bool(ROLE_AFTER.match(after) or POSITION_AFTER.match(after))
    if not before.strip(" -"):
        return bool(re.match(r"[- ](?:level )?(?:position|role|opportunity)\b", after))
    return bool(BEGINS.search("\n" + before.lstrip(" ")) and ROLE_AFTER.match(after))


def _levels_of_listed_roles(text: str, lower: str) -> Iterator[LevelMention]:
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
        cell = lower[start : start + MAX_CELL].partition("\n")[0]
        cell = cell[: stop.start()] if (stop := CELL_END.search(cell)) else cell
        if start + len(cell) < word.end() or len(cell.split()) > MAX_WORDS or NOT_TITLE.search(cell):
            continue
        for level in levels_of_title(text[start : start + len(cell)], cell):
            if level.name not in names and (ROLE.search(cell) or level.name in ("director", "executive")):
                names.add(level.name)
                yield LevelMention(level.name, start + level.start, start + level.end)
