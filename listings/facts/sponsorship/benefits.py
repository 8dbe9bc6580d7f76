"""Items of a list of what an employer gives."""

from __future__ import annotations

import re

BULLETS = "-*•·"
MAX_ITEMS = 30
# Characters.
MAX_HEADING = 80
HEADING = re.compile(
    r"\b(?:benefits?|perks?|we(?:['’]re| are)? (?:\w+ )?(?:offer|provid|giv)\w*"
    r"|(?:you(?:['’]ll| will)?|to) (?:get|receive|enjoy)"
    r"|in it for you|why (?:work|join)|wir bieten|benefícios|beneficios|avantages)\b"
)
# "Benefits we do not offer", "Benefits team"
NOT_OURS = re.compile(r"\bnot\b|n['’]t\b|\bteams?\b|\bcustomers?\b|\bclients?\b|\bresponsib|\brequire")


def is_benefit(text: str, start: int) -> bool:
    """Whether the line from `start` is an item under such a heading; `text` is in lower case."""
    begin = text.rfind("\n", 0, start + 1) + 1
    for _ in range(MAX_ITEMS):
        if begin == 0 or text[begin] not in BULLETS:
            break
        end, begin = begin - 1, text.rfind("\n", 0, begin - 1) + 1
        line = text[begin:end].strip() if end - begin <= MAX_HEADING else ""
        if line and line[0] not in BULLETS:
            return HEADING.search(line) is not None and not NOT_OURS.search(line)
    return False
