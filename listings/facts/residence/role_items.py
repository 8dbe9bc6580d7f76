"""Places in the bracket behind one of several roles: "- Account Manager (Peru only)" says nothing of the others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from listings.facts.base import Reading
from listings.facts.residence.hits import ResidenceStatement

SEVERAL = "several roles"
ROLE = (
    r"\b(?:engineers?|developers?|managers?|designers?|scientists?|analysts?|architects?|directors?|writers?|executives?"
    r"|specialists?|consultants?|researchers?|recruiters?|marketers?|sres?|leads?|officers?|nurses?)\b"
)
# From the beginning of a line up to the places.
BEFORE = re.compile(rf"[^()\n]{{0,60}}{ROLE}[^().:\n]{{0,40}}\([^()\n]{{0,40}}$")
ITEM = re.compile(rf"^ *[-*•–] *[^()\n]{{0,60}}{ROLE}", re.MULTILINE)
MAX_LINE = 200


def without_single_roles(reading: Reading, statements: list[ResidenceStatement]) -> list[ResidenceStatement]:
    """The statements that concern all roles of an ad; where each role has places of its own, all of those."""
    of_roles = [each for each in statements if each.include and is_behind_role(reading.lower_text, each.start)]
    lines = {reading.lower_text.rfind("\n", 0, each.start) for each in of_roles}
    names_several = reading.lower_title.startswith(SEVERAL)
    if not of_roles or not (names_several or len(lines) > 1):
        return statements
    others = [each for each in statements if each not in of_roles]
    if any(each.include and each.rank not in ("world", "legal") for each in others):
        return others
    if names_several and sum(1 for _ in ITEM.finditer(reading.lower_text)) > len(lines):
        return others
    return [*others, _joined(of_roles)]


def is_behind_role(lower: str, position: int) -> bool:
    """Whether a bracket behind a role at the beginning of its line holds `position`."""
    line = lower.rfind("\n", 0, position) + 1
    return position - line <= MAX_LINE and BEFORE.fullmatch(lower, line, position) is not None


def _joined(statements: Sequence[ResidenceStatement]) -> ResidenceStatement:
    include = tuple(dict.fromkeys(code for each in statements for code in each.include))
    return replace(statements[0], include=include)
