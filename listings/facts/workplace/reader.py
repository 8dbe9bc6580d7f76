"""Remote, hybrid or on site: by field, title, header line and location, and by what the text says of this role."""

from __future__ import annotations

import re

from listings.facts.base import Fact, Reading
from listings.facts.workplace.labels import required_days, workplace_of
from listings.facts.workplace.phrases import statements

HEADER = 400
WORD = re.compile(r"\bhybride?\b|\b(?:100 ?% )?remote\b|\bon[- ]?site\b|\bin[- ](?:office|person)\b|\bfield[- ]based\b")


def read(reading: Reading) -> Fact | None:
    """Field, header, title, location, or the kind of board, unless the text says otherwise of this very role."""
    general = _field(reading) or _header(reading) or _title(reading) or _location(reading)
    if general is None and reading.board.remote_only:
        general = Fact("remote", "field:board")
    if general is not None and general.value == "hybrid":
        return general
    return _text(reading, general) or general


def _field(reading: Reading) -> Fact | None:
    """The title may say that a board's remote job is hybrid."""
    named = {workplace_of(words): words.casefold() for words in reading.ad.workplace or ()}
    title = _title(reading)
    stated = next((place for place in ("remote", "hybrid", "onsite") if place in named), None)
    if "hybrid" in named and required_days(named["hybrid"]):
        stated = "hybrid"
    if title and title.value != "remote" and (stated == "remote" or (not stated and reading.board.remote_only)):
        return title
    return Fact(stated, "field:workplace") if stated else None


def _title(reading: Reading) -> Fact | None:
    place = workplace_of(reading.title)
    if place is None:
        return None
    word = WORD.search(reading.lower_title)
    start, end = word.span() if word else (0, len(reading.title))
    return Fact(place, *reading.quote("title", start, end))


def _header(reading: Reading) -> Fact | None:
    """A first line of parts between bars: "Company | Role | Place | REMOTE"."""
    line = reading.text[: _header_end(reading)]
    facts, start = [], 0
    for part in line.split("|"):
        facts.append(_part(reading, start, part))
        start += len(part) + 1
    found = {fact.value: fact for fact in reversed(facts) if fact}
    if "remote" in found and "hybrid" in found and required_days(found["hybrid"].evidence.casefold()):
        return found["hybrid"]
    return next((found[place] for place in ("remote", "hybrid", "onsite") if place in found), None)


def _header_end(reading: Reading) -> int:
    line = reading.text[:HEADER].partition("\n")[0]
    return len(line) if line.count("|") >= 2 else 0


def _part(reading: Reading, start: int, words: str) -> Fact | None:
    place = workplace_of(words)
    if place is None:
        return None
    start += len(words) - len(words.lstrip())
    return Fact(place, *reading.quote("text", start, start + len(words.strip())))


def _location(reading: Reading) -> Fact | None:
    named = {workplace_of(words) for words in (reading.ad.location or "").split(";")}
    place = next((place for place in ("remote", "hybrid", "onsite") if place in named), None)
    return Fact(place, "field:location") if place else None


def _text(reading: Reading, general: Fact | None) -> Fact | None:
    """Required days first, wherever they stand; then the first statement that differs."""
    told: Fact | None = None
    remote = general is not None and general.value == "remote"
    for place, sure, start, end in statements(reading.lower_text, _header_end(reading), bound=remote):
        if general is not None and place == general.value:
            continue
        fact = Fact(place, *reading.quote("text", start, end))
        if sure:
            return fact
        told = told or fact
    return told if general is None or remote else None
