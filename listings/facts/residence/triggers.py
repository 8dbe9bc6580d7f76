"""Words that lead to a statement of residence, and how each is to be believed."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from enum import Enum
from functools import cache
from importlib import resources
from itertools import product


class Frame(Enum):
    """How the words around a place make it a place of residence.

    HOME: somebody lives there, and the words before must say that it is the person. PEOPLE: candidates of a place.
    HIRING: where the employer hires. ROLE: where the work is done. LABEL: a line such as "Location: Spain".
    LEGAL: where one must have the right to work. ANYWHERE: "anywhere in Spain", which no state in a field narrows.
    AFTER: the place stands before the words: "US only". WORLD: there is no restriction.
    FRAGMENT: a sentence of nothing but places. LIMIT: a word for "only" in another language. BACK: the place stands in
    an earlier clause. OFFICE: an office to be in on some days.
    """

    HOME = "home"
    PEOPLE = "people"
    HIRING = "hiring"
    ROLE = "role"
    LABEL = "label"
    LEGAL = "legal"
    ANYWHERE = "anywhere"
    AFTER = "after"
    WORLD = "world"
    BACK = "back"
    FRAGMENT = "fragment"
    OFFICE = "office"
    LIMIT = "limit"


@cache
def triggers() -> dict[str, Frame]:
    """Phrase in lower case → its frame."""
    data = tomllib.loads(resources.files(__package__).joinpath("triggers.toml").read_text(encoding="utf-8"))
    return {phrase: Frame(frame) for frame, rows in data.items() for row in rows for phrase in _phrases(*row)}


def _phrases(firsts: str, seconds: str) -> Iterator[str]:
    for first, second in product(_alternatives(firsts), _alternatives(seconds)):
        yield (first + (second if second in (":", ",") else f" {second}")).strip()
        if second == ":":
            # As the French write it.
            yield f"{first} :"


def _alternatives(text: str) -> list[str]:
    return [alternative.strip() for alternative in text.split("|")]
