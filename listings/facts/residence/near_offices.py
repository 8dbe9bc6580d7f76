"""Offices that the person must live near, or be in on some days.

"Within commuting distance of our Oslo, Norway hub or Lyon, France hub", "two days a week in our Lyon office"
"""

from __future__ import annotations

import re
from dataclasses import replace

from listings.facts.residence import wordings
from listings.facts.residence.evaluation import Places
from listings.facts.residence.expressions import read_places
from listings.facts.residence.hits import Hit, ResidenceStatement

OUR = re.compile(r"\s*(?:(?:one|any|either) of )?our (?:[a-z]+ office in )?")
OFFICE = re.compile(r"\s*(?:hub|office|headquarter|hq|campus|studio)(?:e?s)?\b")
NOBODY_HAS_TO = re.compile(
    r"\b(?:optional\w*|voluntar\w*|welcome|can|could|may|might|if|unless|some|those|remote(?:ly)?|team|colleagues|prefer\w*"
    r"|founders?|we)\b"
)
NEXT = re.compile(r"(?:,? or |,? and |, ?| ?/ ?)(?:our |the )?")


def read_days(hit: Hit) -> ResidenceStatement | None:
    """ "Hybrid, two days a week in our Lyon office": it is near home, unless nobody has to come."""
    places = read_places(hit.text, hit.end, end=hit.sentence_end)
    if places is None or not places.include or places.start > hit.end + 1 or places.exclude:
        return None
    office = OFFICE.match(hit.lower, places.end, hit.sentence_end)
    if office is None or NOBODY_HAS_TO.search(hit.lower, hit.sentence_start, hit.sentence_end):
        return None
    return ResidenceStatement("office", places.include, (), hit.start, office.end())


def offices_after(hit: Hit) -> Places | None:
    """The places of all offices right after the trigger; None where it names none, or not all can be read."""
    first = OUR.match(hit.lower, hit.end, hit.sentence_end)
    if first is None:
        return None
    start, found = first.end(), list[Places]()
    while True:
        places = read_places(hit.text, start, end=hit.sentence_end)
        if places is None or places.start > start or places.exclude:
            return None
        found.append(places)
        office = OFFICE.match(hit.lower, places.end, hit.sentence_end)
        if office is None:
            return None
        another = NEXT.match(hit.lower, office.end(), hit.sentence_end)
        if another is None or read_places(hit.text, another.end(), end=hit.sentence_end) is None:
            break
        start = another.end()
    # "… or remote", "… preferred"
    if wordings.OR_REMOTE.match(hit.lower, office.end()) or wordings.NOT_AFTER.match(hit.right(office.end())):
        return None
    include = tuple(dict.fromkeys(code for places in found for code in places.include))
    return replace(found[0], include=include, end=office.end())
