"""Offsets of a team to share hours with: "three hours a day with your team, between UTC-5 and UTC+2"."""

from __future__ import annotations

import re

# Up to the first offset: whom the hours are shared with.
WITH_OTHERS = re.compile(
    r"\b(?:overlap\w*|in common|shar(?:e|es|ing)\b[^.;]{0,40}\bhours)\b[^.;]{0,30}\bwith(?: (?!you\b)[^\s.;]+){0,10}?"
    r"(?:,? (?:which|who|that|(?:is|are|being)?) ?(?:sits?|lives?|works?|is|are|spread|spans?|based|located"
    r"|distributed)"
    r"(?: \w+){0,3})? ?(?:between|from|in|across)?\s?\(?$",
    re.IGNORECASE,
)


def is_of_team(before: str) -> bool:
    """Whether a span of offsets behind this text is where others sit, to be shared hours with."""
    return bool(WITH_OTHERS.search(before))


def zone_of(low: float, high: float) -> str:
    """The span as `overlap_with` has it: "UTC-5 to UTC+2"."""
    return f"UTC{low:+g} to UTC{high:+g}"
