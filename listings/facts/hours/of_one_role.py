"""Hours in the line of one of several roles: "Director – US (remote), Pacific time zone" says nothing of the others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from listings.facts.hours.hours_phrase import HoursPhrase
from listings.facts.residence.role_items import ROLE

# A line that begins with the name of a role, before a dash.
ITEM = re.compile(rf"^[^\w\n]{{0,4}}(?P<role>(?=[^\n—–]{{0,120}}{ROLE})[^\n.:;—–]{{3,120}}?) [—–-] ", re.MULTILINE)
MIN_ITEMS = 2


def of_one_role(phrases: Sequence[HoursPhrase], lower: str, lower_title: str) -> dict[HoursPhrase, tuple[int, int]]:
    """The phrases that stand in the lines of some of the roles, and from where to where the words with the role go."""
    items = list(ITEM.finditer(lower)) if phrases else []
    if len(items) < MIN_ITEMS:
        return {}
    lines = {item.start(): item for item in items}
    line_of = {phrase: lower.rfind("\n", 0, phrase.start) + 1 for phrase in phrases}
    with_hours = {line for line in line_of.values() if line in lines}
    if len(with_hours) == len(items):
        return {}
    return {
        phrase: (lines[line].start("role"), phrase.end)
        for phrase, line in line_of.items()
        if line in with_hours and lines[line]["role"] != lower_title
    }
