"""Choices of remote work or an office in a location: "Oslo or Remote (EU)", "NYC/Remote", "Remote (CET) or Ghent".

What limits the remote part limits who may take the job; the office is only the other choice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from listings.facts.residence import wordings
from listings.facts.residence.evaluation import Places
from listings.facts.residence.expressions import read_places
from listings.facts.residence.hits import Hit

REMOTE = re.compile(r"\b(?<!part[ -])(?<!partially )(?<!partly )(?<!semi-)remote\b", re.IGNORECASE)
DIVIDER = re.compile(r"\s*(?:[;/+&]|\b(?:or|and)\b|(?P<comma>,))\s*", re.IGNORECASE)
# At the beginning of the alternative that is remote.
# In a title: "Editor - Oslo or Remote", "Editor (remote or Oslo, Norway)"
TITLE_CHOICE = re.compile(
    r"(?P<before>(?:[^\W\d][\w.'’]*,? ){1,3})(?:or|/) (?:fully |100% )?remote\b(?! (?:in|within|from|based)\b)(?! ?\()"
    r"|\bremote (?:or|/) (?P<after>[^()|–—:]+)",
    re.IGNORECASE,
)
REMOTE_OR = re.compile(r"\bremote or (?:in )?$")
REMOTE_PART = re.compile(r"\W*(?:(?:fully|100%|completely|full[- ]time) )?\(?remote\b", re.IGNORECASE)
IN_PLACE = re.compile(r"\s*(?:in|within|from|across|only in)\b", re.IGNORECASE)
OF_WORLD = re.compile(r"\bremote ?\((?:the |whole |entire )*world\)", re.IGNORECASE)
# "Full-time (Remote, Oslo, Lyon)"
KIND_OF_WORK = re.compile(r"\W*(?:full|part)[- ]?time\s*\(([^()]+)\)\W*", re.IGNORECASE)
HYBRID = r"(?:hybrid|on-?site|in[- ]office|in[- ]person|part[- ]remote)"
OFFICE_PART = re.compile(rf"\W*{HYBRID}\b", re.IGNORECASE)
# "Remote (Peru) or hybrid in our Lyon office"
OR_HYBRID = re.compile(
    rf"(?: only)?\)?\s*(?:\bor\b|[/+;,])\s*{HYBRID}\s*(?:[(:–—-]\s?|(?:in|at|from) (?:our |the )?)", re.IGNORECASE
)
MAX_PARTS = 20


def remote_part(location: str) -> str:
    """The location without its offices where it offers remote work besides them, else as it is."""
    location = OF_WORLD.sub("Remote (Worldwide)", location)
    if not REMOTE.search(location):
        return location
    if kind := KIND_OF_WORK.fullmatch(location):
        return remote_part(kind[1])
    parts = list(_alternatives(location))
    if len(parts) > MAX_PARTS:
        return location
    remote = [index for index, (part, _) in enumerate(parts) if REMOTE_PART.match(part)]
    if len(remote) != 1:
        return location
    [at] = remote
    offices = [part for index, (part, _) in enumerate(parts) if index != at]
    return parts[at][0] if _is_choice(parts, at) and _are_offices(offices) else location


def is_choice_in_title(title: str) -> bool:
    """Whether a title offers remote work from no named place besides a town's office."""
    for choice in TITLE_CHOICE.finditer(title):
        places = read_places(choice["before"] or choice["after"], strict=False)
        if places is not None and (places.only_towns or places.has_town):
            return True
    return False


def hybrid_places(location: str) -> list[str]:
    """The codes of the offices that a location offers besides remote work: "Remote (US) or hybrid (Lyon)"."""
    remote = read_places(part, strict=False) if (part := remote_part(location)) != location else None
    if remote is None or remote.is_anywhere:
        return []
    offices = [part for part, _ in _alternatives(location) if OFFICE_PART.match(part)]
    read = [places for part in offices if (places := read_places(part, strict=False))]
    return [code for places in read for code in places.include]


def with_hybrid_places(hit: Hit, places: Places) -> Places:
    """The places of remote work with those of the hybrid work that is offered behind them."""
    office = OR_HYBRID.match(hit.text, places.end, hit.sentence_end)
    others = read_places(hit.text, office.end(), end=hit.sentence_end) if office else None
    if office is None or others is None or others.start > office.end() or not others.include or places.is_anywhere:
        return places
    return replace(places, include=tuple(dict.fromkeys((*places.include, *others.include))), end=others.end)


def _alternatives(location: str) -> Iterator[tuple[str, str]]:
    """Each alternative with what stands before it, brackets whole: "Remote (US, UK)", "Lyon, France"."""
    start, before = 0, ""
    for divider in DIVIDER.finditer(location):
        if _is_in_bracket(location, divider.start()):
            continue
        part = location[start : divider.start()]
        # A comma ends the remote part, and begins it; between others it joins a town and its country.
        if divider["comma"] and not (REMOTE_PART.match(part) or REMOTE_PART.match(location, divider.end())):
            continue
        yield part, before
        start, before = divider.end(), divider[0].strip().lower()
    yield location[start:], before


def _is_in_bracket(location: str, position: int) -> bool:
    return location.count("(", 0, position) > location.count(")", 0, position)


def _is_choice(parts: list[tuple[str, str]], at: int) -> bool:
    """Whether the dividers offer alternatives: "Remote, Oslo" names the place of remote work."""
    following = parts[at + 1][1] if at + 1 < len(parts) else ""
    if following != ",":
        return True
    # "Remote, Oslo, Lyon"; "Remote (US), Oslo"
    towns = read_places(parts[at + 1][0], strict=False)
    return parts[at][0].rstrip().endswith(")") or bool(towns and towns.count > 1)


def _are_offices(parts: list[str]) -> bool:
    """Whether every part that names places names towns, and one does."""
    read = [places for part in parts if (places := read_places(part, strict=False)) and places.include]
    return bool(read) and all(_is_town(places) for places in read)


def _is_town(places: Places) -> bool:
    return (places.has_town or set(places.include) <= set(places.of_towns)) and not places.exclude


def is_choice(hit: Hit, places: Places) -> bool:
    """ "Oslo/Remote", "Oslo, Remote", "remote or Oslo-based": an office, or remote work."""
    if hit.phrase not in ("remote", "based") or not (places.has_town or places.only_towns):
        return False
    if hit.phrase == "based":
        return REMOTE_OR.search(hit.lower[hit.sentence_start : places.start]) is not None
    between = hit.lower[places.end : hit.end]
    return "," in between or wordings.CHOICE.search(between) is not None
