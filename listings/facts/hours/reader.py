"""When the person must work: offsets from UTC, or hours that overlap with a zone. Standard time throughout."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from listings.facts.base import Fact, Reading, Span
from listings.facts.hours.phrases import HoursPhrase, stated_in
from listings.facts.hours.sentences import sentences
from listings.facts.hours.zone_mentions import hours_of
from listings.vocabulary.zones import standard_offset


def read(reading: Reading) -> Fact | None:
    """What the text asks is the most specific; then title, header and location; then the board's list of zones."""
    return _text(reading) or _short(reading, "title") or _location(reading) or _listed(reading)


def _text(reading: Reading) -> Fact | None:
    found: list[HoursPhrase] = []
    for start, end in sentences(reading.text, reading.lower_text):
        said = stated_in(reading.text[start:end])
        found += (replace(one, start=one.start + start, end=one.end + start) for one in said)
    return _fact(found, lambda first, last: reading.quote("text", first, last))


def _short(reading: Reading, field: str) -> Fact | None:
    return _fact(stated_in(reading.title, brief=True), lambda first, last: reading.quote(field, first, last))


def _location(reading: Reading) -> Fact | None:
    """Its parts are alternatives: only those that speak of time zones state hours."""
    parts = re.split(r"[;,]", reading.ad.location or "")
    found = [one for part in parts for one in stated_in(part, brief=True)]
    return _fact(found, lambda first, last: ("field:location", ()))


def _fact(found: list[HoursPhrase], quote: Callable[[int, int], tuple[str, tuple[Span, ...]]]) -> Fact | None:
    """Those of the best rank together: several shifts or bands are their span."""
    if not found:
        return None
    best = min(one.rank for one in found)
    chosen = [one for one in found if one.rank == best]
    first = chosen[0]
    evidence, spans = quote(first.start, first.end)
    lows, highs = (
        [one.low for one in chosen if one.low is not None],
        [one.high for one in chosen if one.high is not None],
    )
    value = {
        "utc_min": _tidy(min(lows)) if lows else None,
        "utc_max": _tidy(max(highs)) if highs else None,
        "overlap_hours": _tidy(first.overlap) if first.overlap is not None else None,
        "overlap_with": first.zone,
        "evidence": evidence,
    }
    return Fact(value, evidence, spans)


def _listed(reading: Reading) -> Fact | None:
    """The board's list. That of the United States holds +14 for its minor islands: it is no place to work from."""
    offsets = sorted({_listed_offset(words) for words in reading.ad.time_zones or ()})
    if len(offsets) > 1 and offsets[-1] == 14 and offsets[-2] < 12:
        offsets.pop()
    if not offsets or offsets[-1] - offsets[0] > 20:
        return None
    low, high = _tidy(offsets[0]), _tidy(offsets[-1])
    evidence = "field:time_zones"
    value: dict[str, Any] = {"utc_min": low, "utc_max": high, "overlap_hours": None, "overlap_with": None}
    return Fact({**value, "evidence": evidence}, evidence)


def _listed_offset(words: str) -> float:
    return hours_of(words[3:] or "0") if words.startswith(("UTC", "GMT")) else standard_offset(words)


def _tidy(number: float) -> float:
    return int(number) if number == int(number) else number
