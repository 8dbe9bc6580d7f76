"""Offsets and hours of a team: "three hours a day with your team, from UTC-5 to UTC+2", "most of us work 9 to 5"."""

from __future__ import annotations

import re

from listings.facts.subjects import names_person

# Up to the first offset: whom the hours are shared with.
WITH_OTHERS = re.compile(
    r"\b(?:overlap\w*|in common|shar(?:e|es|ing)\b[^.;]{0,40}\bhours)\b[^.;]{0,30}\bwith(?: (?!you\b)[^\s.;]+){0,10}?"
    r"(?:,? (?:which|who|that|(?:is|are|being)?) ?(?:sits?|lives?|works?|is|are|spread|spans?|based|located"
    r"|distributed)"
    r"(?: \w+){0,3})? ?(?:between|from|in|across)?\s?\(?$",
    re.IGNORECASE,
)

COLLEAGUES = r"(?:teams?|staff|crew|colleagues|people|employees|folks|engineers|developers|designers|founders|managers)"
# Those of another place than the job's, as far as anybody knows.
ELSEWHERE = (
    r"(?:our|the) (?:us|u\.s\.|uk|eu|american|european|british|indian|asian|australian|canadian|german|french|london"
    r"|berlin|new york|other|sales|support) (?:teams?|offices?|side|colleagues|crew|staff)"
)
PART_OF = r"(?:(?:(?:(?:almost|nearly) all|most|many|some|half|part|much)|the (?:majority|bulk|rest|others))(?: of)?)"
# From the beginning of a clause up to the hours in it. What all of the job's team does, the person does too.
TEAM_WORKS = re.compile(
    r"(?:^|[.,;:–—(]|\b(?:and|but|while|as|because|since|although)\b)\W*"
    rf"(?:{ELSEWHERE}|colleagues|co-?workers"
    rf"|{PART_OF} (?:us|(?:(?:our|the|your) (?:[\w-]+ ){{0,2}}?)?{COLLEAGUES}))(?: here)?"
    r" (?:(?:all|[a-z]+ly) )?(?:works?|keeps?|operates?|is|are|sits?|runs?|starts?|lives?)\b[^.;,:]*$",
    re.IGNORECASE,
)


def is_of_team(before: str) -> bool:
    """Whether a span of offsets behind this text is where others sit, to be shared hours with."""
    return bool(WITH_OTHERS.search(before))


def zone_of(low: float, high: float) -> str:
    """The span as `overlap_with` has it: "UTC-5 to UTC+2"."""
    return f"UTC{low:+g} to UTC{high:+g}"


def is_teams_day(sentence: str, start: int) -> bool:
    """Whether others keep the hours at `start`, and the rest of the sentence is not about the person."""
    # "The US team starts at 9 am EST": the verb is a part of the hours.
    end = start + len("starts") if sentence[start : start + 5].lower() == "start" else start
    return TEAM_WORKS.search(sentence[:end]) is not None and not names_person(sentence[start:].lower())
