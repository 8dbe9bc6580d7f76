"""The level of one role, beside another of the same name that has none: "Junior Net Mender", "Net Mender"."""

from __future__ import annotations

import re

from listings.facts.seniority.levels import LevelMention

MAX_NAME, MIN_NAME = 60, 6
NAME_END = re.compile(r"[\n|(,:;/]| [-–—] ")
# The beginning of a line or of a cell.
BEGINNING, ENDING = r"(?:^|\n|\|)[\s*•·>+–—-]{0,6}", r"(?= ?(?:[\n|(,:;]| ?[-–—] |$))"


def role_name(mention: LevelMention, lower: str) -> str:
    """What stands behind the level."""
    return NAME_END.split(lower[mention.end : mention.end + MAX_NAME], maxsplit=1)[0].strip(" .")


def has_plain_twin(mention: LevelMention, lower: str) -> bool:
    """Whether a line or cell of the text is the name of its role without the level."""
    name = role_name(mention, lower)
    if len(name) < MIN_NAME or name not in lower[: mention.start] + "\n" + lower[mention.end + len(name) :]:
        return False
    return re.search(f"{BEGINNING}{re.escape(name)}{ENDING}", lower) is not None
