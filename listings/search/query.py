"""A query string becomes a Search: parsed, validated, canonical. Pages, feeds and alerts all begin here."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from difflib import get_close_matches
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict

from listings.boards import BOARDS
from listings.vocabulary.categories import CATEGORIES

LONGEST_QUERY = 200
PER_PAGE = 20
MOST_PER_PAGE = 100
DEEPEST = 10_000
TRACKING = re.compile(r"utm_\w+|gclid|fbclid|ref")
SLUG = re.compile(r"[a-z0-9_-]+")
LISTS = ("category", "company", "source")
KNOWN = ("q", *LISTS, "page", "per_page")

Params = QueryDict | Mapping[str, Sequence[str]]


class Invalid(ValueError):
    """`parameter` is wrong, `message` says how, `suggestion` is the nearest right name or value, or ""."""

    def __init__(self, parameter: str, message: str, suggestion: str = "") -> None:
        super().__init__(message)
        self.parameter = parameter
        self.message = message
        self.suggestion = suggestion


@dataclass(frozen=True, slots=True)
class Search:
    """What is asked. Values of one list are or-ed, the lists are and-ed. `tidy` is False where the address that
    asked it carried tracking, empty or unordered parameters: its canonical one is `query_string()`.
    """

    q: str = ""
    category: tuple[str, ...] = ()
    company: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    page: int = 1
    per_page: int = PER_PAGE
    tidy: bool = field(default=True, compare=False)

    @classmethod
    def parse(cls, params: Params) -> Search:
        """Raises Invalid for an unknown parameter or value, or a number out of range."""
        given = {name: values for name in params if any(values := _values(params, name))}
        for name in given:
            if name not in KNOWN and not TRACKING.fullmatch(name):
                raise Invalid(name[:50], f"There is no parameter {name[:50]!r}.", _nearest(name, KNOWN))
        search = cls(
            q=_query(_single(given, "q")),
            category=_listed(given, "category", CATEGORIES),
            company=_slugs(given),
            source=_listed(given, "source", BOARDS),
            page=_number(given, "page", 1, DEEPEST),
            per_page=_number(given, "per_page", PER_PAGE, MOST_PER_PAGE),
        )
        if search.page * search.per_page > DEEPEST:
            raise Invalid("page", f"Only the first {DEEPEST:,} results can be paged through; narrow the search.", "1")
        asked = [(name, value) for name in params for value in _values(params, name)]
        return replace(
            search, tidy=urlencode(asked, errors="replace") == search.query_string() or _is_form(asked, search)
        )

    def query_string(self, **changes: Any) -> str:
        """The one address of this search: fixed order, sorted values, defaults left out."""
        search = replace(self, **changes) if changes else self
        pairs: list[tuple[str, object]] = []
        for spec in fields(self):
            value = getattr(search, spec.name)
            if spec.name == "tidy" or value == spec.default:
                continue
            pairs.extend((spec.name, one) for one in (value if isinstance(value, tuple) else (value,)))
        return urlencode(pairs)

    def with_(self, name: str, value: str) -> Search:
        """With one value more, back on the first page."""
        return self._narrowed(name, tuple(sorted({*getattr(self, name), value})))

    def without(self, name: str, value: str) -> Search:
        return self._narrowed(name, tuple(kept for kept in getattr(self, name) if kept != value))

    def _narrowed(self, name: str, values: tuple[str, ...]) -> Search:
        changed: dict[str, Any] = {name: values}
        return replace(self, page=1, **changed)


def _is_form(asked: Sequence[tuple[str, str]], search: Search) -> bool:
    """A plain form sends its fields in its own order, the empty ones too: no reason to send its reader on."""
    sent = sorted((name, " ".join(value.split())) for name, value in asked if value.strip() and name in KNOWN)
    wanted = sorted((name, value) for name in ("q", *LISTS) for value in _as_list(getattr(search, name)))
    numbers = [(name, str(getattr(search, name))) for name in ("page", "per_page") if any(n == name for n, _ in asked)]
    tracked = any(TRACKING.fullmatch(name) for name, _ in asked)
    return not tracked and sent == sorted([*wanted, *numbers])


def _as_list(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (value,) if value else ()


def _values(params: Params, name: str) -> Sequence[str]:
    return params.getlist(name) if isinstance(params, QueryDict) else params[name]


def _single(given: Mapping[str, Sequence[str]], name: str) -> str:
    values = [value for value in given.get(name, ()) if value.strip()]
    if len(values) > 1:
        raise Invalid(name, f"{name} can be given once.", values[0][:LONGEST_QUERY])
    return values[0] if values else ""


def _query(words: str) -> str:
    text = " ".join(words.split())
    if len(text) > LONGEST_QUERY:
        raise Invalid("q", f"The search words are longer than {LONGEST_QUERY} characters.", text[:LONGEST_QUERY])
    if any(ord(sign) < 32 or 0xD800 <= ord(sign) < 0xE000 for sign in text):
        raise Invalid("q", "The search words hold signs that cannot be read.")
    return text


def _listed(given: Mapping[str, Sequence[str]], name: str, known: Mapping[str, object]) -> tuple[str, ...]:
    values = sorted({value.strip() for value in given.get(name, ()) if value.strip()})
    for value in values:
        if value not in known:
            raise Invalid(name, f"{name} {value[:50]!r} is not known.", _nearest(value, known))
    return tuple(values)


def _slugs(given: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Companies come and go: an unknown one finds nothing, a malformed one is a mistake."""
    values = sorted({value.strip() for value in given.get("company", ()) if value.strip()})
    for value in values:
        if not SLUG.fullmatch(value) or len(value) > 100:
            raise Invalid("company", f"company {value[:50]!r} is not the short name of a company.")
    return tuple(values)


def _number(given: Mapping[str, Sequence[str]], name: str, default: int, most: int) -> int:
    text = _single(given, name).strip()
    if not text:
        return default
    if not re.fullmatch(r"[0-9]{1,6}", text) or not 1 <= int(text) <= most:
        raise Invalid(name, f"{name} is a number from 1 to {most:,}.", str(default))
    return int(text)


def _nearest(word: str, known: Mapping[str, object] | Sequence[str]) -> str:
    found = get_close_matches(word.lower()[:50], list(known), n=1, cutoff=0.5)
    return found[0] if found else ""
