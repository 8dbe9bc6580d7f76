"""Readers of single parameters: each returns a value, or refuses it by name with the nearest right one.

A reader takes all given parameters and the name of the one to read, because my_country is read as country is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from typing import Any

from listings.search.query import parse_text
from listings.vocabulary.countries import COUNTRIES, SUBDIVISIONS
from listings.vocabulary.skills import SKILLS, canonical
from listings.vocabulary.zones import present_zone, zone_names

MAX_QUERY_LENGTH = 200
MAX_SLUG_LENGTH = 100
# Of one parameter: pages repeat all of them in every link.
MAX_VALUES = 20
MAX_QUOTED = 50
# In front of a value to exclude.
NOT = "-"
# The value of a fact that the ad does not state.
NONE = "none"
ESCAPED_AMPERSAND = "amp;"
HOURS_A_DAY = 24
WORKING_DAY = re.compile(r"(\d{1,2})-(\d{1,2})")
UNSENDABLE = re.compile("[\x00-\x1f\ud800-\udfff\ufffe\uffff]")
SLUG = re.compile(r"[a-z0-9_-]+")
# Only suggested, never accepted: "EN" could just as well mean a language.
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

Given = Mapping[str, Sequence[str]]
ParameterReader = Callable[[Given, str], Any]
# From the name of a parameter and one of its values to the canonical value.
ValueReader = Callable[[str, str], str]


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


def single(given: Given, name: str) -> str:
    values = [value for value in given.get(name, ()) if value.strip()]
    if len(values) > 1:
        raise Invalid(name, f"{name} can be given once.", values[0][:MAX_QUERY_LENGTH])
    return values[0].strip() if values else ""


def search_text(given: Given, name: str) -> str:
    text = " ".join(parse_text.plain_quotes(single(given, name)).split())
    if len(text) > MAX_QUERY_LENGTH:
        message = f"The search text is longer than {MAX_QUERY_LENGTH} characters."
        raise Invalid(name, message, text[:MAX_QUERY_LENGTH])
    # Lone surrogates cannot be encoded again, so that every link of the page would fail. XML, and with it a feed, holds
    # none of the others.
    if UNSENDABLE.search(text):
        raise Invalid(name, "The search text contains unreadable characters.")
    for clause in parse_text.clauses(text):
        for term in clause.terms:
            if term.field == "skill" and canonical(term.text) is None:
                skill = nearest(term.text, list(SKILLS))
                raise Invalid(name, f"skill {quoted(term.text)} is not known.", skill and f"skill:{skill}")
    return text


def listed(given: Given, name: str) -> list[str]:
    """The values of a parameter that may be given several times, before any of them is read."""
    values = [text for value in given.get(name, ()) if (text := value.strip())]
    if len(values) > MAX_VALUES:
        raise Invalid(name, f"{name} takes at most {MAX_VALUES} values, not {len(values)}.")
    return values


def values_of(read_value: ValueReader) -> ParameterReader:
    """Reads a list: values wanted, and with a leading minus those that are not; sorted, each once."""

    def read(given: Given, name: str) -> tuple[str, ...]:
        values = set()
        for text in listed(given, name):
            value = text.removeprefix(NOT)
            sign = NOT if value != text else ""
            values.add(sign + read_value(name, value))
        for value in sorted(values):
            if NOT + value in values:
                raise Invalid(name, f"{name}={value} and {name}={NOT}{value} contradict each other.", value)
        return tuple(sorted(values))

    return read


def labelled(labels: Mapping[str, str]) -> ValueReader:
    """Reads one of these values by its id or by the label that readers see, in any case."""
    names = {**{label: value for value, label in labels.items()}, **{value: value for value in labels}}
    folded_names = {folded(name): value for name, value in names.items()}

    def read(name: str, text: str) -> str:
        if value := folded_names.get(folded(text)):
            return value
        raise Invalid(name, f"{name} {quoted(text)} is not known.", nearest(text, names))

    return read


def skill(labels: Mapping[str, str]) -> ValueReader:
    """Reads a skill in any spelling that the dictionary of skills knows."""
    read_label = labelled(labels)

    def read(name: str, text: str) -> str:
        return canonical(text) or read_label(name, text)

    return read


def company(name: str, text: str) -> str:
    """Companies come and go: an unknown one matches nothing, only a malformed one is a mistake."""
    if not SLUG.fullmatch(text) or len(text) > MAX_SLUG_LENGTH:
        raise Invalid(name, f"{name} {quoted(text)} is not the short name of a company.")
    return text


def one_of(choices: Sequence[str], default: str = "", unchecked: str = "") -> ParameterReader:
    """`unchecked`: the value of a hidden field beside a box, which gives way to that of the box."""

    def read(given: Given, name: str) -> str:
        values = given.get(name, ())
        given_values = [value for value in values if value != unchecked] or values
        return choice(name, single({name: given_values}, name), choices) or default

    return read


def any_of(choices: Sequence[str]) -> ParameterReader:
    """Reads several choices, sorted, each once."""

    def read(given: Given, name: str) -> tuple[str, ...]:
        return tuple(sorted({choice(name, value, choices) for value in listed(given, name)}))

    return read


def choice(name: str, text: str, choices: Sequence[str]) -> str:
    if text and text not in choices:
        raise Invalid(name, f"{name} is one of {', '.join(choices)}.", nearest(text, choices))
    return text


def country(given: Given, name: str) -> str:
    """A country as "DE", or a state of the US or a province of Canada as "US-CA"."""
    text = single(given, name)
    code = text.upper()
    if code and code not in COUNTRIES and not (code in SUBDIVISIONS and code[:3] in ("US-", "CA-")):
        message = f"{name} {quoted(code)} is not known; use a code like DE, or US-CA for a state."
        # Closer than elsewhere: many names of countries are alike.
        raise Invalid(name, message, nearest(text, _codes_by_name(), cutoff=0.75))
    return code


def whole_country(given: Given, name: str) -> str:
    """Reads a country; of a state, as forms send it that have one list for both, its country."""
    return country(given, name)[:2]


def state_in(country_name: str) -> ParameterReader:
    """Reads a state or province, which must lie in the country of the parameter `country_name` if that is given.

    That parameter may hold the state itself.
    """

    def read(given: Given, name: str) -> str:
        code, around = country(given, name), country(given, country_name)
        if code and "-" not in code:
            raise Invalid(name, f"{code} is not a state or province; use a code like US-CA.")
        if code and around not in ("", code, code[:2]):
            raise Invalid(name, f"{name}={code} is not in {country_name}={around}.")
        return code or (around if "-" in around else "")

    return read


@cache
def _codes_by_name() -> Mapping[str, str]:
    states = {name: code for code, name in SUBDIVISIONS.items() if code[:3] in ("US-", "CA-")}
    # In this order: Georgia is a country first.
    return {**states, **{name: code for code, name in COUNTRIES.items()}, **COUNTRY_ALIASES}


def time_zone(given: Given, name: str) -> str:
    """By its present name: addresses that people have kept may hold one that has been replaced."""
    zone = single(given, name)
    if zone and zone not in zone_names():
        raise Invalid(name, f"{name} {quoted(zone)} is not a time zone.", nearest(zone, sorted(zone_names())))
    return present_zone(zone)


def working_day(given: Given, name: str) -> str:
    """Working hours as "9-17", from the hour they begin to the hour they end; "22-6" passes midnight."""
    text = single(given, name)
    match = WORKING_DAY.fullmatch(text)
    if not match and not text:
        return ""
    # Midnight at the end is 24, as "0-24" is a day and "22-0" no other than "22-24".
    start, end = (int(match[1]), int(match[2]) or HOURS_A_DAY) if match else (0, 0)
    if start >= HOURS_A_DAY or end > HOURS_A_DAY or start == end:
        raise Invalid(
            name, f"{name} {text[:20]!r} is not a working day; use two hours like 9-17, or 22-6 for nights.", "9-17"
        )
    return f"{start}-{end}"


def hours_of_day(day: str) -> tuple[int, int]:
    """The two hours of a working day as `working_day` returns it; the end of one that passes midnight is above 24."""
    start, end = map(int, day.split("-"))
    return start, end if end > start else end + HOURS_A_DAY


def integer(
    max_value: int, default: int = 0, suggestion: int | None = None, words: Mapping[str, int] | None = None
) -> ParameterReader:
    """Reads a number from 1 to `max_value`, or one of `words`; `default` where it is absent."""

    def read(given: Given, name: str) -> int:
        text = single(given, name)
        if not text:
            return default
        if words and text in words:
            return words[text]
        # Not int() alone: it reads "٣", "1_0" and thousands of digits too.
        if not re.fullmatch(r"[0-9]{1,9}", text) or not 1 <= int(text) <= max_value:
            raise Invalid(name, f"{name} is a number from 1 to {max_value:,}.", str(suggestion or default or ""))
        return int(text)

    return read


def at_most(max_value: int) -> ParameterReader:
    """Reads a number from 0 to `max_value`, NONE for what states no number, or both; as sorted texts."""

    def read(given: Given, name: str) -> tuple[str, ...]:
        values = set(listed(given, name))
        numbers = values - {NONE}
        for text in sorted(numbers):
            if not re.fullmatch(r"[0-9]{1,3}", text) or int(text) > max_value:
                message = f"{name} is a number from 0 to {max_value}, or {NONE}."
                raise Invalid(name, message, nearest(text, (NONE,)))
        if len(numbers) > 1:
            raise Invalid(name, f"{name} takes one number, and {NONE} beside it.", min(numbers, key=int))
        return tuple(sorted({str(int(text)) for text in numbers} | (values & {NONE})))

    return read


def nearest(text: str, choices: Mapping[str, str] | Sequence[str], cutoff: float = 0.5) -> str:
    """The choice spelt most like `text`, or what it maps to; "" where none is close."""
    values = choices if isinstance(choices, Mapping) else {name: name for name in choices}
    names = {name.lower(): value for name, value in values.items()}
    matches = get_close_matches(text.lower()[:MAX_QUOTED], list(names), n=1, cutoff=cutoff)
    return names[matches[0]] if matches else ""


def folded(name: str) -> str:
    return " ".join(name.casefold().split())


def quoted(text: str) -> str:
    return repr(text[:MAX_QUOTED])
