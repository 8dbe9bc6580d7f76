"""A query string becomes a Search: parsed, validated, canonical. Pages, feeds and alerts all begin here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import quote_plus, urlencode

from django.http import QueryDict

from listings.search.query.parameter_names import nearest_name
from listings.search.query.parameters import (
    ANY_FIT,
    DEFAULT_OVERLAP,
    FILTERS,
    FULL_DAY,
    MAX_RESULTS,
    NAMES,
    NO_OVERLAP,
    NONE,
    NOT,
    PARAMETERS,
    PER_PAGE,
    Invalid,
    removed_with,
)
from listings.search.query.situation import DEFAULT_CURRENCY, DEFAULT_DAY, Situation
from listings.search.query.value_readers import hours_of_day, unescaped_name
from listings.vocabulary.tracking import is_tracking

# Read for each of the links of a page.
ATTRIBUTES = tuple((row.attribute, row.name, row.default) for row in PARAMETERS)

Params = QueryDict | Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Search:
    """A question to the index. Values of one list are or-ed, the lists are and-ed; a leading minus excludes a value.

    `scope`: where the words of `q` may stand: "" in names (title, skills, employer, kind of work), "text" anywhere.
    `country`: only jobs open to somebody there; `residence` "stated" leaves out ads that state no residence.
    `fit`: only jobs open to somebody in `fit_place`, or only those that leave it unclear ("unstated").
    `tz` with `overlap`: only jobs that share as many hours with `day` there, 9 to 17 by default. `salary_min` a
    `period` in `currency`: `salary` "whole" compares the bottom of the range, not its top. "none" in `hours` or
    `salary` keeps ads that state none. `experience`: a number of years that the ad asks for at most, "none" for ads
    that state none, or both. `posted`: in the last so many days. `sort`: "" is the best match first if there is a `q`,
    else the newest.

    `my` is the reader's situation if the address holds it: two searches that differ only in it are equal. `fit_place`,
    where the reader lives, is taken from it if `fit` is set; a caller that remembers the reader may set it.
    `is_canonical` is False if the address that was parsed held tracking, empty or unordered parameters, or other names
    of values: the canonical one is `query_string()`.
    """

    q: str = ""
    scope: str = ""
    category: tuple[str, ...] = ()
    seniority: tuple[str, ...] = ()
    employment: tuple[str, ...] = ()
    workplace: tuple[str, ...] = ()
    sponsorship: tuple[str, ...] = ()
    skill: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    company: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    country: str = ""
    residence: str = "any"
    fit: str = ""
    tz: str = ""
    overlap: int = 0
    day: str = ""
    hours: tuple[str, ...] = ()
    salary_min: int = 0
    currency: str = ""
    period: str = ""
    salary: tuple[str, ...] = ()
    experience: tuple[str, ...] = ()
    posted: int = 0
    sort: str = ""
    page: int = 1
    per_page: int = PER_PAGE
    fit_place: str = ""
    my: Situation = field(default=Situation(), compare=False)
    is_canonical: bool = field(default=True, compare=False)

    @classmethod
    def parse(cls, params: Params) -> Search:
        """Raises Invalid for an unknown parameter or value, a contradiction, or a number out of range."""
        given = _given(params)
        for name in given:
            if name not in NAMES:
                raise Invalid(name[:50], f"There is no parameter {name[:50]!r}.", nearest_name(name))
        values: dict[str, Any] = {row.attribute: row.read(given, row.name) for row in PARAMETERS}
        for canonical_form in (_canonical_fit, _canonical_hours, _canonical_pay, _canonical_text):
            values |= canonical_form(values)
        my = Situation.parse(given)
        search = cls(**values, my=my, fit_place=my.place if values["fit"] else "")
        if search.page * search.per_page > MAX_RESULTS:
            raise Invalid("page", f"Only the first {MAX_RESULTS:,} results have pages; narrow the search.", "1")
        return replace(search, is_canonical=_is_canonical(params, search))

    def query_string(self, **changes: Any) -> str:
        """The one address of this search: fixed order, sorted values, no defaults."""
        is_changed = any(getattr(self, name) != value for name, value in changes.items())
        return urlencode(replace(self, **changes).pairs() if is_changed else self.pairs())

    def pairs(self) -> list[tuple[str, str]]:
        """Names and values of the parameters that differ from their default."""
        pairs: list[tuple[str, str]] = []
        for attribute, name, default in ATTRIBUTES:
            value = getattr(self, attribute)
            if value != default:
                values = value if isinstance(value, tuple) else (value,)
                pairs.extend((name, str(single)) for single in values)
        return [*pairs, *self.my.pairs()]

    @property
    def without_reader(self) -> Search:
        """The same for every reader, as feeds and canonical addresses need it: only the place of `fit` is kept."""
        return replace(self, my=Situation.in_place(self.fit_place) if self.fit else Situation())

    @property
    def newest_first(self) -> Search:
        """The same in the order of feeds, which hold no more than a page. Without words that is the order anyway."""
        return replace(self, sort="new" if self.q else "", page=1)

    @property
    def lacks_place(self) -> bool:
        """True if it asks for jobs open to the reader, and nobody knows where that is."""
        return bool(self.fit and not self.fit_place)

    def adding(self, name: str, value: str) -> Search:
        """With one more value of a list, on the first page."""
        return self._with_values(name, {*getattr(self, name), value} - {f"{NOT}{value}"})

    def query_string_builder(self, name: str) -> Callable[[Iterable[str]], str]:
        """A function from values of the list `name` to the address with them, on the first page.

        A page of results needs a hundred such addresses: what they share is written once.
        """
        position = NAMES.index(name)
        pairs = replace(self, page=1).pairs()
        before = urlencode([pair for pair in pairs if NAMES.index(pair[0]) < position])
        after = urlencode([pair for pair in pairs if NAMES.index(pair[0]) > position])

        def query_string(values: Iterable[str]) -> str:
            between = "&".join(f"{name}={quote_plus(value)}" for value in sorted(values))
            return "&".join(part for part in (before, between, after) if part)

        return query_string

    def narrowing(self) -> list[str]:
        """Names of the parameters that narrow this search, as `without` takes them."""
        return [row.name for row in PARAMETERS if row.narrows and getattr(self, row.attribute) != row.default]

    def without(self, name: str, value: str = "") -> Search:
        """Without one value of a list, or without a parameter and those that refine it; on the first page."""
        if name in FILTERS and value:
            return self._with_values(name, set(getattr(self, name)) - {value})
        defaults: dict[str, Any] = {row.attribute: row.default for row in removed_with(name)}
        return replace(self, page=1, **defaults)

    def with_unstated(self) -> dict[str, Search]:
        """By parameter, with the ads too that state nothing on the hours or the pay that this search asks for."""
        names = [name for name, narrows in (("hours", self.tz), ("salary", self.salary_min)) if narrows]
        values = {name: getattr(self, name) for name in names if NONE not in getattr(self, name)}
        return {name: self._with_values(name, {*chosen, NONE}) for name, chosen in values.items()}

    @property
    def max_experience(self) -> int | None:
        """Years; None if any number will do."""
        return next((int(value) for value in self.experience if value != NONE), None)

    @property
    def order(self) -> str:
        """One of SORTS."""
        return self.sort or ("best" if self.q else "new")

    def _with_values(self, name: str, values: Iterable[str]) -> Search:
        changes: dict[str, Any] = {name: tuple(sorted(values))}
        return replace(self, page=1, **changes)


def _canonical_fit(values: Mapping[str, Any]) -> dict[str, Any]:
    return {"fit": "" if values["fit"] == ANY_FIT else values["fit"]}


def _canonical_hours(values: Mapping[str, Any]) -> dict[str, Any]:
    if not values["tz"] or values["overlap"] == NO_OVERLAP:
        # A plain form sends its hours with an empty zone, or a zone without asking for hours.
        return {"tz": "", "overlap": 0, "day": ""}
    day, overlap = values["day"] or DEFAULT_DAY, values["overlap"]
    start, end = hours_of_day(day)
    longest = min(FULL_DAY, end - start)
    if overlap > longest:
        message = f"A day of {day} has at most {longest} hours in common with another."
        raise Invalid("overlap", message, str(longest))
    return {"overlap": overlap or min(DEFAULT_OVERLAP, longest), "day": "" if day == DEFAULT_DAY else day}


def _canonical_pay(values: Mapping[str, Any]) -> dict[str, Any]:
    salary = values["salary"]
    if {"whole", "top"} <= set(salary):
        raise Invalid("salary", "salary=whole and salary=top contradict each other.", "top")
    if not values["salary_min"]:
        # A plain form sends its currency with an empty amount.
        return {"currency": "", "period": "", "salary": tuple(value for value in salary if value == NONE)}
    return {
        "currency": "" if values["currency"] == DEFAULT_CURRENCY else values["currency"],
        "period": "" if values["period"] == "year" else values["period"],
        "salary": tuple(value for value in salary if value != "top"),
    }


def _canonical_text(values: Mapping[str, Any]) -> dict[str, Any]:
    # Without search words nothing is a better match than anything else.
    defaults = ("best",) if values["q"] else ("best", "new")
    sort = "" if values["sort"] in defaults else values["sort"]
    return {"sort": sort, "scope": values["scope"] if values["q"] else ""}


def _given(params: Params) -> dict[str, list[str]]:
    """Each parameter with its values, without tracking and empty ones."""
    given: dict[str, list[str]] = {}
    for name in params:
        plain_name = unescaped_name(name)
        if any(_values(params, name)) and not is_tracking(plain_name):
            given.setdefault(plain_name, []).extend(_values(params, name))
    return given


def _values(params: Params, name: str) -> Sequence[str]:
    # A QueryDict's [] is the last value only.
    return params.getlist(name) if isinstance(params, QueryDict) else params[name]


def _is_canonical(params: Params, search: Search) -> bool:
    if any(is_tracking(unescaped_name(name)) for name in params):
        return False
    sent = [(name, value) for name in params for value in _values(params, name)]
    return urlencode(sent, errors="replace") == search.query_string() or _is_form(sent, search)


def _is_form(sent: Sequence[tuple[str, str]], search: Search) -> bool:
    """True for what a plain form sends: fields in its own order, empty ones too. Its reader needs no redirect."""
    filled = [(name, " ".join(value.split())) for name, value in sent if value.strip()]
    names = {name for name, _ in filled}
    page_numbers = [(name, str(getattr(search, name))) for name in ("page", "per_page") if name in names]
    others = [pair for pair in search.pairs() if pair[0] not in ("page", "per_page")]
    return sorted(filled) == sorted([*others, *page_numbers])
