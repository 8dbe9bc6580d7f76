"""A query string becomes a Search: parsed, validated, canonical. Pages, feeds and alerts all begin here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any
from urllib.parse import quote_plus, urlencode

from django.http import QueryDict

from listings.search.query import parameters
from listings.search.query.comparable_pay import PERIODS
from listings.search.query.filters import FILTERS, NONE
from listings.search.query.parameters import Invalid, nearest, unescaped_name
from listings.search.query.situation import DEFAULT_CURRENCY, DEFAULT_DAY, MOST_PAY, NAMES, Situation
from listings.vocabulary.tracking import is_tracking

__all__ = ["DEEPEST", "DEFAULT_CURRENCY", "DEFAULT_DAY", "Invalid", "Params", "Search", "Situation"]

PER_PAGE = 20
MOST_PER_PAGE = 100
MOST_DAYS = 365
WORKING_DAY = 8
SORTS = ("best", "new", "salary")
USUAL_OVERLAP = 4
DEEPEST = 10_000

Params = QueryDict | Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Search:
    """What is asked. Values of one list are or-ed, the lists are and-ed. `is_canonical` is False where the address that
    asked it carried tracking, empty or unordered parameters: its canonical one is `query_string()`.

    A value with a leading minus is one that is not wanted.

    `country`: only what somebody there may take; `residence` "stated" leaves out what states no residence.
    `tz` with `overlap`: only what has as many hours in common with `day` there, 9 to 17 by default. `salary_min` a
    `period` in `currency`: `salary` says whether the "whole" range passes or its top. "none" in `hours` or `salary`
    keeps what states none. `posted`: in the last so many days. `sort`: "" is the best first where q asks, else the
    newest. `my` is the reader's situation where the address tells it: two searches that differ in it find the same.
    """

    q: str = ""
    category: tuple[str, ...] = ()
    seniority: tuple[str, ...] = ()
    employment: tuple[str, ...] = ()
    workplace: tuple[str, ...] = ()
    skill: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    company: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    country: str = ""
    residence: str = "any"
    tz: str = ""
    overlap: int = 0
    day: str = ""
    hours: tuple[str, ...] = ()
    salary_min: int = 0
    currency: str = ""
    period: str = ""
    salary: tuple[str, ...] = ()
    posted: int = 0
    sort: str = ""
    page: int = 1
    per_page: int = PER_PAGE
    my: Situation = field(default=Situation(), compare=False)
    is_canonical: bool = field(default=True, compare=False)

    @classmethod
    def parse(cls, params: Params) -> Search:
        """Raises Invalid for an unknown parameter or value, a contradiction, or a number out of range."""
        given = _given(params)
        for name in given:
            if name not in KNOWN:
                raise Invalid(name[:50], f"There is no parameter {name[:50]!r}.", nearest(name, KNOWN))
        search = cls(
            q=parameters.query(given),
            **_lists(given),
            **_place(given),
            **_hours(given),
            **_pay(given),
            posted=parameters.number(given, "posted", 0, MOST_DAYS),
            sort=_sort(given),
            page=parameters.number(given, "page", 1, DEEPEST),
            per_page=parameters.number(given, "per_page", PER_PAGE, MOST_PER_PAGE),
            my=Situation.parse(given),
        )
        if search.page * search.per_page > DEEPEST:
            raise Invalid("page", f"Only the first {DEEPEST:,} results can be paged through; narrow the search.", "1")
        asked = [(name, value) for name in params for value in _values(params, name)]
        tracked = any(is_tracking(unescaped_name(name)) for name in params)
        is_address = urlencode(asked, errors="replace") == search.query_string()
        return replace(search, is_canonical=not tracked and (is_address or _is_form(asked, search)))

    def query_string(self, **changes: Any) -> str:
        """The one address of this search: fixed order, sorted values, defaults left out."""
        return urlencode(replace(self, **changes).pairs() if changes else self.pairs())

    def pairs(self) -> list[tuple[str, str]]:
        """Every parameter with its value, but for defaults."""
        pairs: list[tuple[str, str]] = []
        for spec in fields(self):
            value = getattr(self, spec.name)
            if spec.name in UNASKED or value == spec.default:
                continue
            pairs.extend((spec.name, str(one)) for one in (value if isinstance(value, tuple) else (value,)))
        return [*pairs, *self.my.pairs()]

    @property
    def without_reader(self) -> Search:
        """The same for every reader: what feeds and canonical addresses ask."""
        return replace(self, my=Situation())

    def adding(self, name: str, value: str) -> Search:
        """With one value more, back on the first page."""
        return self._narrowed(name, tuple(sorted({*getattr(self, name), value} - {f"{parameters.NOT}{value}"})))

    def query_string_builder(self, name: str) -> Callable[[Iterable[str]], str]:
        """From values of that list to the query string of this search with them instead, on its first page.

        A page of results asks for a hundred such addresses.
        """
        rest = replace(self, page=1).pairs()
        place = KNOWN.index(name)
        before, after = (
            urlencode([pair for pair in rest if KNOWN.index(pair[0]) * side > place * side]) for side in (-1, 1)
        )

        def query(some: Iterable[str]) -> str:
            own = (f"{name}={quote_plus(value)}" for value in sorted(some))
            return "&".join(filter(None, [before, *own, after]))

        return query

    def narrowing(self) -> list[str]:
        """The parameters that narrow it, as `without` takes them."""
        usual = {spec.name: spec.default for spec in fields(self)}
        named = dict.fromkeys(("q", *FILTERS, *TOGETHER))
        return [name for name in named if name != "sort" and getattr(self, name) != usual[name]]

    def without(self, name: str, value: str = "") -> Search:
        """Without that value, or without all of a list; other parameters go with those that belong to them."""
        if name in FILTERS and not value:
            return self._narrowed(name, ())
        if name in FILTERS:
            return self._narrowed(name, tuple(kept for kept in getattr(self, name) if kept != value))
        dropped: dict[str, Any] = {spec.name: spec.default for spec in fields(self) if spec.name in TOGETHER[name]}
        return replace(self, page=1, **dropped)

    @property
    def order(self) -> str:
        """One of SORTS."""
        return self.sort or ("best" if self.q else "new")

    def _narrowed(self, name: str, kept: tuple[str, ...]) -> Search:
        changed: dict[str, Any] = {name: kept}
        return replace(self, page=1, **changed)


UNASKED = ("my", "is_canonical")
KNOWN = (*(spec.name for spec in fields(Search) if spec.name not in UNASKED), *NAMES)
TOGETHER = {
    "country": ("country", "residence"),
    "residence": ("residence",),
    "tz": ("tz", "overlap", "day", "hours"),
    "hours": ("hours",),
    "salary_min": ("salary_min", "currency", "period", "salary"),
    "salary": ("salary",),
    "posted": ("posted",),
    "sort": ("sort",),
    "q": ("q",),
}


def _lists(given: parameters.Given) -> dict[str, Any]:
    return {name: parameters.listed(given, name) for name in FILTERS}


def _place(given: parameters.Given) -> dict[str, Any]:
    country = parameters.country(given)
    residence = parameters.one_of(given, "residence", ("stated", "any"), "any")
    return {"country": country, "residence": residence}


def _hours(given: parameters.Given) -> dict[str, Any]:
    tz, day = parameters.zone(given), parameters.day(given) or DEFAULT_DAY
    overlap = parameters.number(given, "overlap", USUAL_OVERLAP, WORKING_DAY)
    begins, _, ends = day.partition("-")
    longest = min(WORKING_DAY, int(ends) - int(begins))
    if tz and overlap > longest:
        if parameters.single(given, "overlap"):
            raise Invalid(
                "overlap", f"A day of {day} has at most {longest} hours in common with another.", str(longest)
            )
        overlap = longest
    # A plain form sends its hours with an empty zone: nothing is asked then.
    return {
        "tz": tz,
        "overlap": overlap if tz else 0,
        "day": day if tz and day != DEFAULT_DAY else "",
        "hours": parameters.some_of(given, "hours", (NONE,)),
    }


def _sort(given: parameters.Given) -> str:
    sort = parameters.one_of(given, "sort", SORTS)
    # Without words nothing is better than another.
    usual = ("best", "") if parameters.single(given, "q").strip() else ("best", "new", "")
    return "" if sort in usual else sort


def _pay(given: parameters.Given) -> dict[str, Any]:
    least = parameters.number(given, "salary_min", 0, MOST_PAY)
    currency = parameters.currency(given)
    period = parameters.one_of(given, "period", tuple(PERIODS))
    salary = parameters.some_of(given, "salary", ("whole", "top", NONE))
    if {"whole", "top"} <= set(salary):
        raise Invalid("salary", "salary=whole and salary=top contradict each other.", "top")
    if not least:
        # A plain form sends its unit with an empty amount: nothing is asked then.
        return {"salary": tuple(value for value in salary if value == NONE)}
    kept = tuple(value for value in salary if value != "top")
    return {
        "salary_min": least,
        "currency": "" if currency == DEFAULT_CURRENCY else currency,
        "period": "" if period == "year" else period,
        "salary": kept,
    }


def _is_form(asked: Sequence[tuple[str, str]], search: Search) -> bool:
    """A plain form sends its fields in its own order, the empty ones too: no reason to send its reader on."""
    sent = [(name, " ".join(value.split())) for name, value in asked if value.strip()]
    numbers = [(name, str(getattr(search, name))) for name in ("page", "per_page") if any(n == name for n, _ in sent)]
    wanted = [pair for pair in search.pairs() if pair[0] not in ("page", "per_page")]
    return sorted(sent) == sorted([*wanted, *numbers])


def _given(params: Params) -> dict[str, list[str]]:
    """Each parameter with its values; without tracking ones and empty ones."""
    given: dict[str, list[str]] = {}
    for name in params:
        plain_name = unescaped_name(name)
        if any(_values(params, name)) and not is_tracking(plain_name):
            given.setdefault(plain_name, []).extend(_values(params, name))
    return given


def _values(params: Params, name: str) -> Sequence[str]:
    return params.getlist(name) if isinstance(params, QueryDict) else params[name]
