"""What every board speaks: requests out, bytes in, ads back. Pure values, no network, no Django."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, Literal

Absence = Literal["closes", "nothing"]
Expects = Literal["json", "xml", "html"]
Status = Literal["live", "unverified", "login only", "parser only", "retired"]


class BrokenShape(ValueError):
    """The answer is not what this board serves: the whole fetch fails. The message names the shape."""


class BadOptions(ValueError):
    """A source's options do not suit its board. The message is for the admin."""


@dataclass(frozen=True, slots=True)
class Request:
    """An address to ask. `external_id` and `lastmod` (aware, UTC) say whose page it is, where a feed told so.

    `company` is the employer's name as the source's options give it: for boards whose answers do not state it.
    `until_known`: the next page of a list that begins with the newest; asked only while the last one showed new ads.
    """

    url: str
    external_id: str = ""
    lastmod: datetime | None = None
    company: str = ""
    until_known: bool = False


@dataclass(frozen=True, slots=True)
class Response:
    """What came back. `url` is where the last redirect led; `body` is decompressed."""

    request: Request
    body: bytes
    url: str = ""
    status: int = 200
    content_type: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ad:
    """What a board states about one vacancy, in its own words; nothing is inferred.

    None means that this feed has no such field (it never erases what is known); "" that it states nothing.
    Times are aware and UTC; `published_zoned` is False where the board named no zone (shown as dates).
    `html` is the description as served, unescaped to HTML once; gather sanitises it before it is kept.
    `workplace`, `employment`, `seniority`: the board's words ("100% Remote Work", "full_time", "Mid-Level").
    `time_zones`: where the person may live, as offsets or zones ("UTC-5", "America/New_York").
    `location`: several places are joined by "; ". `salary`: numbers come with currency and unit ("76 - 80 USD hourly").
    `fields` holds the board's further statements by the board's own names (`region`, `jobLocations` …).
    """

    external_id: str
    url: str
    title: str
    company: str
    html: str = ""
    published_at: datetime | None = None
    published_zoned: bool = True
    expires_at: datetime | None = None
    location: str | None = None
    category: str | None = None
    workplace: tuple[str, ...] | None = None
    employment: tuple[str, ...] | None = None
    seniority: tuple[str, ...] | None = None
    time_zones: tuple[str, ...] | None = None
    salary: str | None = None
    tags: tuple[str, ...] | None = None
    apply_url: str | None = None
    company_url: str | None = None
    logo_url: str | None = None
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """JSON values only; `from_json` brings back an equal ad."""
        out: dict[str, Any] = {}
        for spec in fields(self):
            value = getattr(self, spec.name)
            if isinstance(value, datetime):
                value = value.isoformat()
            elif isinstance(value, tuple):
                value = list(value)
            elif isinstance(value, Mapping):
                value = {name: list(words) for name, words in value.items()}
            out[spec.name] = value
        return out

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Ad:
        values = dict(stored)
        for name in ("published_at", "expires_at"):
            if values.get(name):
                values[name] = datetime.fromisoformat(values[name])
        for name in ("workplace", "employment", "seniority", "time_zones", "tags"):
            if values.get(name) is not None:
                values[name] = tuple(values[name])
        values["fields"] = {name: tuple(words) for name, words in values.get("fields", {}).items()}
        return cls(**values)


@dataclass(frozen=True, slots=True)
class Rejected:
    """One bad record: which one (id, title or position), and why in words that an admin understands."""

    record: str
    reason: str


@dataclass(frozen=True, slots=True)
class Page:
    """What one answer held.

    `present`: external ids proved to be there without being read. `follow`: further requests; gather skips those whose
    external id is known and whose lastmod is not newer. `cursor`: where the next fetch goes on (None: no change); what
    such a page leads on to counts among a fetch's `details_per_fetch`, and so do requests `until_known`.
    `complete`: False where the answer itself says that it shows only a part.
    """

    ads: Sequence[Ad] = ()
    present: Sequence[str] = ()
    rejected: Sequence[Rejected] = ()
    follow: Sequence[Request] = ()
    cursor: Mapping[str, Any] | None = None
    complete: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What the publisher asks, where it says so, and when that was read. Every output obeys it."""

    link_text: str
    """Words of the link back, e.g. "Remotive"."""
    min_interval: timedelta
    """No source of this board is fetched more often, whoever asks."""
    followed_link: bool
    """True: the link back must not carry rel=nofollow."""
    job_posting_markup: bool
    """May our page of it carry schema.org JobPosting markup?"""
    full_text: bool
    logo: bool
    ask_page: bool
    """May the ad's own page be asked, slowly, whether the ad is still open?"""
    stated_at: str
    """Address of the page that states the terms ("" where none is known)."""
    read_on: date
    note: str = ""
    """For admins: contradictions, what is not verified."""


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a source: shown in admin as `label`, must match `pattern` wholly.

    `identifies` False: sources that differ in this option alone ask for the same ads.
    """

    label: str
    default: str = ""
    pattern: str = r".+"
    required: bool = False
    identifies: bool = True


Options = Mapping[str, str]
Cursor = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """A kind of site we can read. `start` says where to begin, `parse` reads what comes back.

    `parse` raises BrokenShape where the answer as a whole is not this board's, and rejects single bad records.
    `closed` reads the ad's own page: True only where it says so explicitly.
    """

    name: str
    title: str
    home: str
    expects: Expects
    """What the start requests must answer; anything else is an odd fetch."""
    terms: Terms
    absence: Absence
    interval: timedelta
    remote_only: bool
    start: Callable[[Options, Cursor | None], Sequence[Request]]
    parse: Callable[[Response], Page]
    closed: Callable[[Response], bool] = lambda response: False
    categories: Mapping[str, str] = field(default_factory=dict)
    """The board's category words, lower case → an id of our vocabulary."""
    options: Mapping[str, Option] = field(default_factory=dict)
    delay: timedelta = timedelta(seconds=2)
    """Pause between two requests to one host."""
    details_per_fetch: int = 40
    place: re.Pattern[str] | None = None
    """Finds an employer's token, its first group, in an address of this board."""
    employers_own: bool = False
    """The ads come from the employer's own hiring system: of several postings of a vacancy, this one speaks for it."""
    status: Status = "live"
    status_reason: str = ""
    status_on: date | None = None

    def __post_init__(self) -> None:
        if self.interval < self.terms.min_interval:
            raise ValueError(f"{self.name}: the default interval is shorter than the terms allow")

    @property
    def is_fetched(self) -> bool:
        """A board of another status is known, shown with its reason, and never asked."""
        return self.status in ("live", "unverified")

    def configured(self, options: Mapping[str, Any]) -> Board:
        """As a source with these options asks it: an admin may say that all its ads are remote, or where its public
        list is, though the rest is behind a login."""
        changed: dict[str, Any] = {}
        if "remote_only" in self.options and options.get("remote_only") == "yes":
            changed["remote_only"] = True
        if self.status == "login only" and options.get("address"):
            changed["status"] = "unverified"
        return replace(self, **changed) if changed else self

    @property
    def never_fetched_because(self) -> str:
        """In words for admins; "" for a board that is fetched."""
        if self.is_fetched:
            return ""
        since = f", {self.status_on:%Y-%m-%d}" if self.status_on else ""
        return f"{self.title} is never fetched: {self.status}{since} ({self.status_reason})."

    def identifying(self, options: Mapping[str, Any]) -> dict[str, str]:
        """What tells which ads a source asks for: two sources with equal ones would bring every ad twice."""
        named = {name: option for name, option in self.options.items() if option.identifies}
        return {name: str(options.get(name, option.default)) for name, option in named.items()}

    def checked_options(self, given: Mapping[str, Any]) -> dict[str, str]:
        """Options with defaults filled in; BadOptions names what is unknown, missing or malformed."""
        unknown = sorted(set(given) - set(self.options))
        if unknown:
            known = ", ".join(sorted(self.options)) or "none"
            raise BadOptions(f"{self.title} has no option {unknown[0]!r}; its options: {known}")
        checked = {}
        for name, option in self.options.items():
            value = str(given.get(name, option.default)).strip()
            if option.required and not value:
                raise BadOptions(f"{self.title} needs the option {name!r} ({option.label})")
            if value and not re.fullmatch(option.pattern, value):
                raise BadOptions(f"{name}: {value!r} is not a valid {option.label}")
            checked[name] = value
        return checked


def utc(moment: datetime) -> datetime:
    """Aware and UTC; a time without a zone is read as UTC."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
