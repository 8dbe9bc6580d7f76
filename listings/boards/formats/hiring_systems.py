"""What employers' own hiring systems have in common: one list an employer, a token in its address, pay in fields."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import unquote, urlsplit

from listings.boards.base import Ad, BrokenShape, Option, Page, Response, Terms
from listings.boards.formats.fields import BadRecord, line, read_each, shown
from listings.boards.formats.shapes import json_value, shape_of

IN_PATH = r"[A-Za-z0-9](?:[A-Za-z0-9._-]|%20){0,99}"
IN_HOST = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
EACH = timedelta(hours=6)
PUBLIC = (
    "The vendor documents this interface for showing an employer's jobs elsewhere; it needs no key. Its page states "
    "no further terms, so no markup and no logo is taken as allowed."
)
UNITS = {"year": "yearly", "annual": "yearly", "month": "monthly", "week": "weekly", "day": "daily", "hour": "hourly"}
WORKPLACE = re.compile(r"(?i)\b(remote|hybrid)\b")
UNIT = re.compile(rf"(?:1 |per-)?({'|'.join(UNITS)})(?:ly|ally)?(?:-salary|-wage)?")


@dataclass(frozen=True, slots=True)
class RecordReader:
    """The records of an answer. `whole` False: they were cut out of their envelope, so nobody says they are all."""

    records: list[Any]
    envelope: Mapping[str, Any]
    whole: bool


def token_options(pattern: str, place: str) -> dict[str, Option]:
    """`place`: where an admin finds the token, such as jobs.board.example/TOKEN."""
    return {
        "token": Option(f"employer's token, as in {place}", pattern=pattern, required=True),
        "company": Option("employer's name, where the answers do not state it", pattern=r".{1,200}", identifies=False),
    }


def public_terms(vendor: str, stated_at: str, note: str = PUBLIC) -> Terms:
    """Of an interface that the vendor made for showing an employer's jobs elsewhere; no more than that is assumed."""
    return Terms(
        link_text=vendor,
        min_interval=timedelta(hours=1),
        followed_link=False,
        job_posting_markup=False,
        full_text=True,
        logo=False,
        ask_page=False,
        stated_at=stated_at,
        read_on=date(2026, 11, 23),
        note=note,
    )


def listed(response: Response, key: str, marks: Iterable[str], due: str) -> RecordReader:
    """`key`: the list's name in its envelope. `marks`: what tells a single record, each a name that it must have."""
    value = json_value(response.body, due)
    if isinstance(value, list):
        return RecordReader(value, {}, False)
    if isinstance(value, dict):
        records = value.get(key)
        if isinstance(records, list):
            return RecordReader(records, value, True)
        if key not in value and all(mark in value for mark in marks):
            return RecordReader([value], {}, False)
        raise BrokenShape(f"a JSON object without a list of {key}, not {due}")
    raise BrokenShape(f"{shape_of(response.body)}, not {due}")


def page_of(found: RecordReader, read: Callable[[dict[str, Any]], Ad], *, complete: bool) -> Page:
    def strictly(record: Any) -> Ad:
        if not isinstance(record, dict):
            raise BadRecord(f"the record is {type(record).__name__}, not an object")
        return read(record)

    ads, rejected = read_each(found.records, strictly, lambda one: one.get("id") if isinstance(one, dict) else None)
    return Page(ads=ads, rejected=rejected, complete=complete)


def identity(value: Any, name: str = "id") -> str:
    """A number or a short word, as text."""
    if value in (None, ""):
        raise BadRecord(f"{name} is missing")
    text = shown(value) if type(value) in (int, str) else ""
    if not re.fullmatch(r"[1-9]\d{0,18}|[A-Za-z0-9][A-Za-z0-9-]{2,63}", text):
        raise BadRecord(f"{name} is {text or type(value).__name__!r}, not an id")
    return text


def employer(stated: Any, response: Response, url: str, place: re.Pattern[str]) -> str:
    """The record's own word, else the source's option, else the token in an address, else the host of the ad's page."""
    if named := line(stated, "company") or response.request.company:
        return named
    for address in (response.request.url, url):
        if found := place.search(address):
            return unquote(found[1])
    return (urlsplit(url).hostname or "").removeprefix("www.")


def part(record: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """An object within the record; an empty one where there is none."""
    value = record.get(name)
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise BadRecord(f"{name} is {type(value).__name__}, not an object")
    return value


def parts(record: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    """The objects of a list within the record; a single object stands for a list of one."""
    value = record.get(name)
    if value is None:
        return []
    if isinstance(value, dict):
        return [value]
    if not isinstance(value, list):
        raise BadRecord(f"{name} is {type(value).__name__}, not a list")
    return [one for one in value if isinstance(one, dict)]


def distinct(stated: Iterable[Any], name: str = "text") -> tuple[str, ...]:
    """Each stated text once, in order; nothing for empty ones."""
    return tuple(dict.fromkeys(text for one in stated if (text := line(one, name))))


def naming_workplace(offices: Iterable[str]) -> tuple[str, ...]:
    """Offices that exist in name only: "Remote", "Berlin (Remote)"."""
    return tuple(office for office in offices if WORKPLACE.search(office))


def places(stated: Iterable[Any]) -> str:
    return "; ".join(distinct(stated, "location"))


def place_of(record: Mapping[str, Any], *names: str) -> str:
    return ", ".join(distinct(record.get(name) for name in names))


def stated_fields(**found: Iterable[Any]) -> dict[str, tuple[str, ...]]:
    """For Ad.fields: what is empty is left out."""
    return {name: texts for name, values in found.items() if (texts := distinct(values, name))}


def unit_in(words: str) -> str:
    """The first unit of time that a sentence names."""
    found = re.search(rf"\b({'|'.join(UNITS)})", words.casefold())
    return found[1] if found else ""


def pay(low: Any, high: Any, currency: Any, unit: Any) -> str:
    """ "90000 - 120000 USD yearly"; zero is no pay; a unit that is none of ours stays in the board's word."""
    amounts = span(low, high)
    if not amounts:
        return ""
    word = shown(unit)
    known = UNIT.fullmatch(word.casefold())
    return " ".join(filter(None, [amounts, shown(currency), UNITS[known[1]] if known else word]))


def span(low: Any, high: Any) -> str:
    """ "10 - 20", "10", "from 10", "up to 20", or "" where neither is a number above zero."""
    least, most = _number(low), _number(high)
    if least and most:
        return least if least == most else f"{least} - {most}"
    return f"from {least}" if least else f"up to {most}" if most else ""


def _number(value: Any) -> str:
    """Digits as stated, whole numbers without a fraction."""
    text = "" if isinstance(value, bool) else shown(value)
    if not re.fullmatch(r"\d{1,12}(\.\d{1,9})?", text) or not re.search("[1-9]", text):
        return ""
    return text.rstrip("0").rstrip(".") if "." in text else text
