"""The level of one role of an ad for several, beside another of the same name that has none: "Junior Net Mender"."""

from __future__ import annotations

from listings.facts.base import Fact, Reading
from listings.facts.seniority.level_of_one import role_name
from listings.facts.seniority.levels_in_text import level_of_one


def read(reading: Reading) -> Fact | None:
    """The name of the role."""
    mention = level_of_one(reading.title, reading.text, reading.lower_text)
    if mention is None:
        return None
    name = role_name(mention, reading.lower_text)
    end = reading.lower_text.index(name, mention.end) + len(name)
    return Fact(None, *reading.quote("text", mention.start, end))
