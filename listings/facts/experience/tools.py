"""Whether years of experience are those with one tool: "5 years of Python", "Python (5+ years)"."""

from __future__ import annotations

import re

from listings.facts.experience import phrases
from listings.facts.skills.mentions import mentions

# How far after the years a tool is looked for.
AFTER = 110
# From the years to the tool that they are about: "5 years of Python", "3 years' experience with React".
TOOL_AFTER = re.compile(
    r"\W{0,3}(?:of |in |with |using |on )?(?:[\w-]+ ){0,3}?(?:(?:experience|expertise|exp|erfahrung|experiencia"
    r"|experiência"
    r"|expérience|esperienza|ervaring|programming|coding|working|developing|building|developer|development)[ ,]?"
    r"(?:in |with |using |of |on |mit |en |com |con |avec |met |programming |working |developing |coding |writing )*)?$"
)


def is_of_tool(original: str, text: str, start: int, end: int) -> bool:
    """Whether the first skill after the years is what they are about."""
    end = min(end, start + AFTER)
    if start >= end:
        return False
    tools = [mention for mention in mentions(original[start:end], text[start:end]) if not mention.spelling.practice]
    return bool(tools) and TOOL_AFTER.fullmatch(text, start, start + tools[0].start) is not None


def tool_before(original: str, text: str, start: int, amount: re.Match[str]) -> int | None:
    """Where the last skill begins that stands before the years: "Python: 5 years", "Python (5 years"."""
    end = amount.start()
    if not {":", "("} & set(text[max(start, end - 14) : end]):
        return None
    item = phrases.ITEM_OF_SKILL.fullmatch(text, start, end)
    if item and phrases.SKILL_LEVEL_END.match(text, amount.end()):
        return item.start("skill")
    tools = mentions(original[start:end], text[start:end])
    is_before = tools and phrases.TOOL_YEARS_BEGIN.fullmatch(text, start + tools[-1].end, end)
    return start + tools[-1].start if is_before else None
