"""Single parameters of a query string: each is read, or refused by name with the nearest right value."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from itertools import chain
from zoneinfo import available_timezones

from listings.search.query import parse_text
from listings.search.query.comparable_pay import currencies
from listings.search.query.filters import FILTERS
from listings.vocabulary.countries import COUNTRIES, SUBDIVISIONS
from listings.vocabulary.skills import canonical

LONGEST_QUERY = 200
NOT = "-"
ESCAPED_AMPERSAND = "amp;"
DAY = re.compile(r"(\d{1,2})-(\d{1,2})")
COUNTRY_ALIASES = {
    "UK": "GB",
    "EN": "GB",
    "England": "GB",
    "Scotland": "GB",
    "Wales": "GB",
    "Britain": "GB",
    "Great Britain": "GB",
    "USA": "US",
    "America": "US",
    "UAE": "AE",
    "Korea": "KR",
    "Holland": "NL",
    "Deutschland": "DE",
}
"""Names that are no codes, each with the code to suggest."""
SLUG = re.compile(r"[a-z0-9_-]+")

Given = Mapping[str, Sequence[str]]


class Invalid(ValueError):
    """`parameter` is wrong, `message` says how, `suggestion` is the nearest right name or value, or ""."""

    def __init__(self, parameter: str, message: str, suggestion: str = "") -> None:
        super().__init__(message)
        self.parameter = parameter
        self.message = message
        self.suggestion = suggestion


def unescaped_name(name: str) -> str:
    """ "amp;page" → "page": a link copied from the source of a page keeps half of its &amp;."""
    while name.startswith(ESCAPED_AMPERSAND):
        name = name.removeprefix(ESCAPED_AMPERSAND)
    return name


def query(given: Given) -> str:
    text = " ".join(parse_text.plain_quotes(single(given, "q")).split())
    if len(text) > LONGEST_QUERY:
        raise Invalid("q", f"The search words are longer than {LONGEST_QUERY} characters.", text[:LONGEST_QUERY])
    if any(ord(sign) < 32 or 0xD800 <= ord(sign) < 0xE000 for sign in text):
        raise Invalid("q", "The search words hold signs that cannot be read.")
    for part in chain.from_iterable(clause.parts for clause in parse_text.clauses(text)):
        if part.field == "skill" and canonical(part.words) is None:
            near = nearest(part.words, FILTERS["skill"].named)
            raise Invalid("q", f"skill {part.words[:50]!r} is not known.", near and f"skill:{near}")
    return text


def single(given: Given, name: str) -> str:
    values = [value for value in given.get(name, ()) if value.strip()]
    if len(values) > 1:
        raise Invalid(name, f"{name} can be given once.", values[0][:LONGEST_QUERY])
    return values[0] if values else ""


def listed(given: Given, name: str) -> tuple[str, ...]:
    """Wanted values, and with a leading minus those that are not; sorted, each once."""
    read = READERS.get(name, known)
    found = set()
    for value in filter(None, map(str.strip, given.get(name, ()))):
        wanted = value.removeprefix(NOT)
        found.add((NOT if wanted != value else "") + read(name, wanted))
    for value in sorted(found):
        if NOT + value in found:
            raise Invalid(name, f"{name}={value} and {name}={NOT}{value} contradict each other.", value)
    return tuple(sorted(found))


def known(name: str, value: str) -> str:
    found = FILTERS[name].value_of(value)
    if found is None:
        raise Invalid(name, f"{name} {value[:50]!r} is not known.", nearest(value, FILTERS[name].named))
    return found


def skill(name: str, value: str) -> str:
    """Under the dictionary's own name, however it is spelt."""
    found = canonical(value) or FILTERS["skill"].value_of(value)
    if found is None:
        raise Invalid(name, f"{name} {value[:50]!r} is not known.", nearest(value, FILTERS["skill"].named))
    return found


def company(name: str, value: str) -> str:
    """Companies come and go: an unknown one finds nothing, a malformed one is a mistake."""
    if not SLUG.fullmatch(value) or len(value) > 100:
        raise Invalid(name, f"{name} {value[:50]!r} is not the short name of a company.")
    return value


READERS: Mapping[str, Callable[[str, str], str]] = {"skill": skill, "company": company}


def one_of(given: Given, name: str, values: Sequence[str], default: str = "") -> str:
    value = single(given, name).strip()
    if value and value not in values:
        raise Invalid(name, f"{name} is one of {', '.join(values)}.", nearest(value, values))
    return value or default


def some_of(given: Given, name: str, values: Sequence[str]) -> tuple[str, ...]:
    """Several of them, each once."""
    return tuple(sorted({one_of({name: [value]}, name, values) for value in given.get(name, ()) if value.strip()}))


def country(given: Given) -> str:
    """A country, or a state of the US or a province of Canada as "US-CA"."""
    value = single(given, "country").strip().upper()
    if value and value not in COUNTRIES and not (value in SUBDIVISIONS and value[:3] in ("US-", "CA-")):
        raise Invalid(
            "country",
            f"country {value[:50]!r} is not known; it is a code as DE, or US-CA for a state.",
            nearest(value, _country_names(), cutoff=0.75),
        )
    return value


@cache
def _country_names() -> Mapping[str, str]:
    states = {name: code for code, name in SUBDIVISIONS.items() if code[:3] in ("US-", "CA-")}
    return {**states, **{name: code for code, name in COUNTRIES.items()}, **COUNTRY_ALIASES}


def zone(given: Given) -> str:
    value = single(given, "tz").strip()
    if value and value not in available_timezones():
        raise Invalid("tz", f"tz {value[:50]!r} is no time zone.", nearest(value, sorted(available_timezones())))
    return value


def day(given: Given) -> str:
    """Working hours as "9-17", from the hour that they begin to the hour that they end, of one day."""
    value = single(given, "day").strip()
    found = DAY.fullmatch(value)
    if value and (found is None or not 0 <= int(found[1]) < int(found[2]) <= 24):
        raise Invalid("day", f"day {value[:20]!r} is no working day; it is two hours as 9-17.", "9-17")
    return f"{int(found[1])}-{int(found[2])}" if found else ""


def currency(given: Given) -> str:
    value, rated = single(given, "currency").strip().upper(), sorted(currencies())
    if value and value not in rated:
        raise Invalid("currency", f"There is no rate for the currency {value[:50]!r}.", nearest(value, rated))
    return value


def number(given: Given, name: str, default: int, most: int) -> int:
    text = single(given, name).strip()
    if not text:
        return default
    if not re.fullmatch(r"[0-9]{1,9}", text) or not 1 <= int(text) <= most:
        raise Invalid(name, f"{name} is a number from 1 to {most:,}.", str(default) if default else "")
    return int(text)


def nearest(word: str, choices: Mapping[str, str] | Sequence[str], cutoff: float = 0.5) -> str:
    """The choice written most like the word, or what it maps to; "" where none is close."""
    values = choices if isinstance(choices, Mapping) else {name: name for name in choices}
    names = {name.lower(): value for name, value in values.items()}
    found = get_close_matches(word.lower()[:50], list(names), n=1, cutoff=cutoff)
    return names[found[0]] if found else ""
