"""The first line of a text as forums write it: "Lantern | Engineer | Lyon, France | ONSITE"."""

from __future__ import annotations

import re

from listings.facts.residence.evaluation import Places
from listings.facts.residence.expressions import read_places
from listings.facts.residence.negations import is_denied
from listings.facts.residence.wishes import without_wish

MIN_PARTS, MAX_HEADER = 4, 400
# What may stand beside the places of a part.
REMARK = re.compile(
    r"\b(?:remote|hybrid|on-?site|in|only|based|hq|office|in-person|the|or|and|candidates|applicants|residents)\b|[\W\d_]+",
    re.IGNORECASE,
)
# "San Francisco Bay Area (office in Lyon)": where in the area.
WHERE_IN_AREA = re.compile(r"\((?:(?:our |main |the )?office|next to|near|close to|by) [^()]*\)", re.IGNORECASE)
# Some begin the second line with a bar.
LINE = re.compile(r"[^\n]*(?:\n ?\|[^\n]*)?")
# "London (HQ)", for work on site, is where the work is.
HEADQUARTERS = re.compile(r"\(HQ\)", re.IGNORECASE)
REMOTE = re.compile(r"\bremote\b", re.IGNORECASE)
# A town that the vocabulary does not know, before one that it does.
TOWN_BEFORE = re.compile(r"\s*[A-Z]\w+(?: [A-Z]\w+)?,\s*")


def header_location(text: str) -> str:
    """The part of the header that consists of places, or "".

    Towns beside remote work are none: that is a choice.
    """
    line = _first_line(text)
    parts = [part.strip() for part in line.split(" | ")] if len(line) <= MAX_HEADER else []
    if len(parts) < MIN_PARTS:
        return ""
    # The first part names the firm.
    for part in map(without_wish, parts[1:]):
        places = _places_of(part)
        # "Oslo or remote | EU"
        if places is not None and not ((places.has_town or places.only_towns) and REMOTE.search(line)):
            return HEADQUARTERS.sub("", part)
    return ""


def with_other_parts(location: str, text: str) -> str:
    """The location with the other parts of the header that consist of places: "Lyon" of "Lantern | Lyon | Oslo"."""
    line = _first_line(text)
    parts = [part.strip() for part in line.split("|")] if len(line) <= MAX_HEADER else []
    if len(parts) < MIN_PARTS or location not in parts[1:]:
        return location
    others = [part for part in parts[1:] if part != location and _places_of(part, known=True) is not None]
    return "; ".join([location, *others])


def _first_line(text: str) -> str:
    line = LINE.match(text)
    return line[0].replace("\n", " ") if line else ""


def _places_of(part: str, *, known: bool = False) -> Places | None:
    """The places that a part consists of. `known`: all are in the vocabulary, as "Engineer, Peru" looks like a town."""
    part = WHERE_IN_AREA.sub("", part)
    places = read_places(part)
    if places is None or not places.include or places.is_anywhere or is_denied(part, places):
        return None
    before = part[: places.start]
    is_town = not known and TOWN_BEFORE.fullmatch(before)
    rest = ("" if is_town else before) + part[places.end :]
    return None if REMARK.sub("", rest) else places
