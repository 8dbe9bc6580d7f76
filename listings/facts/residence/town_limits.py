"""Towns that an ad limits itself to: "apenas São Paulo", "Lyon only". Of their countries a part is open."""

from __future__ import annotations

import re

from listings.facts.residence.expressions import read_places

ONLY = re.compile(
    r"(?<!not )(?<!nicht )(?<!no )(?<!pas )(?<!non )(?<!não )(?<!niet )(?<!nie )"
    r"\b(?:only|exclusively|nur|ausschließlich|lediglich|uniquement|seulement|exclusivement|solo|sólo|únicamente"
    r"|solamente|exclusivamente|apenas|somente|só|soltanto|esclusivamente|unicamente|alleen|uitsluitend|enkel|tylko"
    r"|wyłącznie|jedynie)\b",
    re.IGNORECASE,
)
# The words beside the places, in their sentence.
BEFORE, AFTER = re.compile(r"[^.;|\n]{0,30}$"), re.compile(r"[^.;|\n]{0,20}")
MAX_BEFORE = 30


def countries_of_only_towns(text: str, start: int, end: int) -> tuple[str, ...]:
    """The countries of towns in characters `start` to `end`, if a word for "only" stands beside them."""
    before, after = BEFORE.search(text, max(0, start - MAX_BEFORE), start), AFTER.match(text, end)
    near = text[before.start() if before else start : after.end() if after else end]
    if not ONLY.search(near):
        return ()
    places = read_places(text, start, strict=False, end=end)
    return tuple(code for code in places.of_towns if "-" not in code) if places else ()
