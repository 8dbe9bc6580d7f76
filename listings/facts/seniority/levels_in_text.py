"""Levels of seniority that an ad's text names for the job itself: not for colleagues, superiors or a later career."""

from __future__ import annotations

import re
from collections.abc import Iterator

from listings.facts.seniority.levels import Level, levels_of_title

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
MOST = 30
NO_FILLER = "not|to|with|who|by|for|under|support|our|your|from|of|in"
FILLER = rf"(?:(?!(?:{NO_FILLER}) )[a-z0-9'’,&/-]{{1,30}} ){{0,4}}"
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
ENDS = "er|or|ist|ant|ian|ect|yst|ive|ent"
"""How names of trades end: engineer, editor, analyst, accountant, technician, architect …"""
ROLE_BEHIND = re.compile(
    rf"[- ](?:level )?(?:[\w+#./&'-]{{1,30}} ){{0,4}}?(?:\w{{0,30}}(?:{ENDS})|sre|dev|lead|rep)s?\b"
)
LEVEL_BEHIND = re.compile(
    r"(?:[- ]level)? (?:(?:[\w-]{1,30} ){0,2}(?:role|position|opportunity|job|vacancy)|candidates?|hire)\b"
)
NO_ROLE = re.compile(
    r"[- ](?:level )?(?:management|leadership|leaders?|stakeholders?|executives?|members?|team|partners?|officers?|care"
    r"|living|high)\b"
)
ROLE = re.compile(
    rf"\b\w{{2,30}}(?:{ENDS}|ate|ess|ary|ey|sel)\b|\b(?:leads?|rep|interns?|head|fellow|nurse|sre|vp|devops)\b"
)
SEVERAL = re.compile(r"\b(?:multiple|several|various|many|engineers|developers|roles|positions|designers|scientists)\b")
LEVEL_WORD = re.compile(r"\b(?:senior|sr|staff|principal|lead|head|director|manager|junior|intern|vp|cto)\b")
CELL_END = re.compile(r"\||https?:|: | [-–—] |\(| \$|…| @ ")
NO_TITLE = re.compile(
    r"\b(?:you|your|we|our|is|are|to|who|will|have|has|was|years?|their|they|this|that|if|from|founders?|zu|und|mit|im|der"
    r"|die)\b"
)
BULLET = re.compile(r"[\s\-*•·>\[\]()0-9.x]*")
LONGEST_CELL, MOST_WORDS = 90, 9


def levels_of_text(title: str, text: str, lower: str) -> list[Level]:
    plain_title = title.lower()
    many = not ROLE.search(plain_title) or SEVERAL.search(plain_title)
    return (list(_listed(text, lower)) if many else []) or list(_stated(lower))


def _stated(lower: str) -> Iterator[Level]:
    """Of the first sentence that names the level of this job; "Intermediate or Senior" names two."""
    for trigger, name in TRIGGERS.items():
        at = lower.find(trigger)
        for _ in range(MOST):
            if at < 0:
                break
            if _is_of_this_job(lower, at, at + len(trigger.rstrip())):
                yield Level(name, at, at + len(trigger.rstrip()))
                break
            at = lower.find(trigger, at + len(trigger))


def _is_of_this_job(lower: str, start: int, end: int) -> bool:
    before, behind = lower[max(0, start - 90) : start], lower[end : end + 70]
    if before[-1:].isalnum() or before.endswith("upper-") or NO_ROLE.match(behind):
        return False
    before = before[max(before.rfind(stop) for stop in (". ", "! ", "? ", "\n")) + 1 :]
    if LABEL.search(before):
        return True
    if SOUGHT.search(before) or THIS.search(before):
        return bool(ROLE_BEHIND.match(behind) or LEVEL_BEHIND.match(behind))
    if not before.strip(" -"):
        return bool(re.match(r"[- ](?:level )?(?:position|role|opportunity)\b", behind))
    return bool(BEGINS.search("\n" + before.lstrip(" ")) and ROLE_BEHIND.match(behind))


def _listed(text: str, lower: str) -> Iterator[Level]:
    """Of an ad that lists its roles: lines and cells ("… | Staff Engineer | …") that are titles."""
    names = set()
    for word in LEVEL_WORD.finditer(lower):
        line = lower.rfind("\n", max(0, word.start() - LONGEST_CELL), word.start()) + 1
        bar = lower.rfind("|", max(0, word.start() - LONGEST_CELL), word.start()) + 1
        start = max(line, bar)
        if start == 0 and word.start() > LONGEST_CELL:
            continue
        if bullet := BULLET.match(lower, start, start + 12):
            start = bullet.end()
        cell = lower[start : start + LONGEST_CELL].partition("\n")[0]
        cell = cell[: stop.start()] if (stop := CELL_END.search(cell)) else cell
        if start + len(cell) < word.end() or len(cell.split()) > MOST_WORDS or NO_TITLE.search(cell):
            continue
        for level in levels_of_title(text[start : start + len(cell)], cell):
            if level.name not in names and (ROLE.search(cell) or level.name in ("director", "executive")):
                names.add(level.name)
                yield Level(level.name, start + level.start, start + level.end)
