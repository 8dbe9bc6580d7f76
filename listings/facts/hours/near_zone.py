"""Words that tie where the person lives to a zone, roughly: "Location (within a few hours of Pacific time)".

They state no band; but whoever lives half a day away must not read that the job is open to them.
"""

from __future__ import annotations

import re
from typing import Any

from listings.facts.base import Reading
from listings.facts.hours.based_in_zone import ALTERNATIVE, LIVES_THERE, NOT_ASKED, WISH
from listings.facts.hours.in_words import vague
from listings.facts.hours.sentences import sentences
from listings.facts.hours.vague_distance import BESIDE, FEW_HOURS_FROM, NEAR
from listings.facts.hours.zone_mentions import mentions
from listings.facts.other_people import others_of

# Of a line of its own, or a title: "Location independence (within …)", "Remote (close to US time zones)".
LOCATION = re.compile(
    r"^[^\w(]*(?:(?:your )?location(?: independen\w+)?|(?:fully |100% )?remote|based|located|living)[\s:,(–—-]{1,4}$"
)
REMOTE_PART = re.compile(r"\bremote ?\($")


def read_near_zone(reading: Reading) -> dict[str, Any] | None:
    """{low, high, evidence}: the offsets of the zone, and the words; None if the ad has no such words."""
    others = others_of(reading)
    for start, end in sentences(reading.text, reading.lower_text):
        near = _near(reading.text[start:end])
        if near and not others.cover(start + near["start"]):
            return {"low": near["low"], "high": near["high"], "evidence": near["evidence"]}
    near = _near(reading.title)
    return {"low": near["low"], "high": near["high"], "evidence": near["evidence"]} if near else None


def _near(sentence: str) -> dict[str, Any] | None:
    lower = sentence.lower()
    words = vague(sentence)
    if not words or any(pattern.search(lower) for pattern in (WISH, ALTERNATIVE, NOT_ASKED)):
        return None
    before = lower[: words[0]]
    if not any(pattern.search(before) for pattern in (LOCATION, REMOTE_PART, LIVES_THERE)):
        return None
    zones = [zone for zone in mentions(sentence) if words[0] <= zone.start < words[1]]
    if len(zones) != 1 or not _is_near(sentence, zones[0].start, zones[0].end):
        return None
    return {"low": zones[0].low, "high": zones[0].high, "start": words[0], "evidence": sentence.strip(" -•*·–\n,;")}


def _is_near(sentence: str, start: int, end: int) -> bool:
    before = sentence[:start]
    return bool(FEW_HOURS_FROM.search(before) or NEAR.search(before) or BESIDE.match(sentence, end))
