"""Offices that the person must live near: "within commuting distance of our Oslo, Norway hub or Lyon, France hub"."""

from __future__ import annotations

import re
from dataclasses import replace

from listings.facts.residence import wordings
from listings.facts.residence.evaluation import Places
from listings.facts.residence.expressions import read_places
from listings.facts.residence.hits import Hit

OUR = re.compile(r"\s*(?:(?:one|any|either) of )?our (?:[a-z]+ office in )?")
OFFICE = re.compile(r"\s*(?:hub|office|headquarter|hq|campus|studio)(?:e?s)?\b")
NEXT = re.compile(r"(?:,? or |,? and |, ?| ?/ ?)(?:our |the )?")


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
