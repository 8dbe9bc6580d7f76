"""What every board is made of: requests out, bytes in, ads back. Pure values without network or Django."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, Literal

from listings.boards.bounds import MAX_REASON, MAX_RECORD, apply_bounds, shortened

Absence = Literal["closes", "nothing"]
Expects = Literal["json", "xml", "html"]
Status = Literal["live", "unverified", "login only", "parser only", "retired"]


class BrokenShape(ValueError):
    """The response as a whole is not what this board serves, so the fetch fails. The message names its shape."""


class BadOptions(ValueError):
    """A source's options do not fit its board. The message is for admins."""


@dataclass(frozen=True, slots=True)
class Request:
    """An address to fetch. For an ad's own page, `external_id` and `lastmod` (aware, UTC) where a list gave them.

    `body`: JSON text to POST, for lists that are searches; one list may have many pages at one address.
    `company` is the employer's name from the source's options, for boards whose responses do not state it.
    `until_known`: a page of a list with the newest ads first, fetched only while the page before had new ones.
    """

    url: str
    external_id: str = ""
    lastmod: datetime | None = None
    company: str = ""
    until_known: bool = False
    body: str = ""

    def __post_init__(self) -> None:
        if self.body and self.external_id:
            raise ValueError(f"{self.url}: only lists are posted to")

    @property
    def key(self) -> tuple[str, str]:
        """What makes two requests the same."""
        return self.url, self.body


@dataclass(frozen=True, slots=True)
class Response:
    """`url` is the address after all redirects; `body` is decompressed."""

    request: Request
    body: bytes
    url: str = ""
    status: int = 200
    content_type: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ad:
    """A board's statements about one vacancy, in its own words; nothing is inferred. bounds.py says how much of them.

    None: this feed has no such field, so that a value from another feed stays. "": the field is empty.
    Times are aware and in UTC; `published_zoned` is False where the board gives no time zone (shown as dates).
    `html` is the description as served, unescaped to HTML once; it is sanitised before it is stored.
    `workplace`, `employment`, `seniority`: the board's terms ("100% Remote Work", "full_time", "Mid-Level").
    `time_zones`: where applicants may live, as offsets or zones ("UTC-5", "America/New_York").
    `location`: places joined by "; ". `salary`: numbers with currency and unit ("76 - 80 USD hourly").
    `fields`: the board's other fields by the board's names (`region`, `jobLocations` …).
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

    def __post_init__(self) -> None:
        apply_bounds(self)

    def as_json(self) -> dict[str, Any]:
        """JSON values only; `from_json` makes an equal ad of them."""
        values: dict[str, Any] = {}
        for spec in fields(self):
            value = getattr(self, spec.name)
            if isinstance(value, datetime):
                value = value.isoformat()
            elif isinstance(value, tuple):
                value = list(value)
            elif isinstance(value, Mapping):
                value = {name: list(texts) for name, texts in value.items()}
            values[spec.name] = value
        return values

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Ad:
        values = dict(stored)
        for name in ("published_at", "expires_at"):
            if values.get(name):
                values[name] = datetime.fromisoformat(values[name])
        for name in ("workplace", "employment", "seniority", "time_zones", "tags"):
            if values.get(name) is not None:
                values[name] = tuple(values[name])
        values["fields"] = {name: tuple(texts) for name, texts in values.get("fields", {}).items()}
        return cls(**values)


@dataclass(frozen=True, slots=True)
class Rejected:
    """A bad record, by its id, title or position, and the reason in words for admins."""

    record: str
    reason: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "record", shortened(self.record, MAX_RECORD))
        object.__setattr__(self, "reason", shortened(self.reason, MAX_REASON))


@dataclass(frozen=True, slots=True)
class Page:
    """The contents of one response.

    `present`: external ids that the response proves to exist without describing them. `follow`: further requests;
    those whose external id is known and whose lastmod is not newer are skipped. `cursor`: where the next fetch starts
    (None: no change); the requests of such a page and those `until_known` count towards `details_per_fetch`.
    `complete`: False where the response shows only some of the ads. `unread`: how many of its records are beyond the
    limit; such a page is not complete.
    """

    ads: Sequence[Ad] = ()
    present: Sequence[str] = ()
    rejected: Sequence[Rejected] = ()
    follow: Sequence[Request] = ()
    cursor: Mapping[str, Any] | None = None
    complete: bool = True
    unread: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What the publisher asks for, the page that says so, and when we read it. Every output obeys it."""

    # Text of the link back, e.g. "Remotive".
    link_text: str
    # No source of this board is fetched more often, not even by an admin.
    min_interval: timedelta
    # Whether the link back must do without rel=nofollow.
    followed_link: bool
    # Whether our page of the ad may have schema.org JobPosting markup.
    job_posting_markup: bool
    full_text: bool
    logo: bool
    # Whether the ad's own page may be fetched, slowly, to see if the ad is still open.
    ask_page: bool
    # Address of the page with the terms; "" where none is known.
    stated_at: str
    # None where nobody has read them yet.
    read_on: date | None
    # For admins: contradictions, and what is not verified.
    note: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """An option of a source, which admins see as `label`; the whole value must match `pattern`.

    `identifies` False: sources that differ only in this option have the same ads.
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
    """A kind of site that we can read. `start` gives the first requests, `parse` reads each response.

    `parse` raises BrokenShape for a response of another shape, and rejects single bad records.
    `closed` reads an ad's own page: True only where the page says explicitly that the ad is closed.
    """

    name: str
    title: str
    home: str
    # What the first requests must return; with anything else the fetch is quarantined.
    expects: Expects
    terms: Terms
    absence: Absence
    interval: timedelta
    remote_only: bool
    start: Callable[[Options, Cursor | None], Sequence[Request]]
    parse: Callable[[Response], Page]
    closed: Callable[[Response], bool] = lambda response: False
    # Carries on-site jobs too, but few: an ad that is silent on its workplace is kept, as "not stated".
    mostly_remote: bool = False
    # The board's categories in lower case → ids of our vocabulary, where it does not know them.
    categories: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[str, Option] = field(default_factory=dict)
    # Pause between two requests to the same host.
    delay: timedelta = timedelta(seconds=2)
    details_per_fetch: int = 40
    # Finds an employer's token in an address of this board: its groups, joined by "/".
    place: re.Pattern[str] | None = None
    # What every page of it contains, for pages at an employer's own address.
    page_mark: bytes = b""
    # The employer's own hiring system: of several postings of a vacancy, this one leads.
    employers_own: bool = False
    status: Status = "live"
    status_reason: str = ""
    status_on: date | None = None

    def __post_init__(self) -> None:
        # On import, so that no board can be registered against its own terms.
        if self.interval < self.terms.min_interval:
            raise ValueError(f"{self.name}: the default interval is shorter than the terms allow")

    @property
    def is_fetched(self) -> bool:
        """Boards of any other status are listed with their reason and never fetched."""
        return self.status in ("live", "unverified")

    @property
    def is_hiring_system(self) -> bool:
        """Whether each source of it is one employer, named by a token."""
        return self.employers_own and "token" in self.options

    def configured(self, options: Mapping[str, Any]) -> Board:
        """The board as a source with these options sees it.

        An admin may know that all its ads are remote, or the address of a public list of a board behind a login.
        """
        changes: dict[str, Any] = {}
        if "remote_only" in self.options and options.get("remote_only") == "yes":
            changes["remote_only"] = True
        if self.status == "login only" and options.get("address"):
            changes["status"] = "unverified"
        return replace(self, **changes) if changes else self

    @property
    def never_fetched_because(self) -> str:
        """A sentence for admins; "" for a board that is fetched."""
        if self.is_fetched:
            return ""
        since = f" since {self.status_on:%Y-%m-%d}" if self.status_on else ""
        return f"{self.title} is never fetched: {self.status}{since} ({self.status_reason})."

    def identifying(self, options: Mapping[str, Any]) -> dict[str, str]:
        """The options that decide which ads a source has: two sources with equal ones would have every ad twice."""
        deciding = {name: option for name, option in self.options.items() if option.identifies}
        return {name: str(options.get(name, option.default)) for name, option in deciding.items()}

    def checked_options(self, given: Mapping[str, Any]) -> dict[str, str]:
        """Options with defaults filled in. Raises BadOptions for what is unknown, missing or malformed."""
        unknown = sorted(set(given) - set(self.options))
        if unknown:
            known = ", ".join(sorted(self.options)) or "none"
            raise BadOptions(f"{self.title} has no option {unknown[0]!r}; its options: {known}")
        checked = {}
        for name, option in self.options.items():
            # In TOML and JSON an option may be a number.
            value = str(given.get(name, option.default)).strip()
            if option.required and not value:
                raise BadOptions(f"{self.title} needs the option {name!r} ({option.label})")
            if value and not re.fullmatch(option.pattern, value):
                raise BadOptions(f"{name}: {value!r} is not a valid {option.label}")
            checked[name] = value
        return checked


def utc(moment: datetime) -> datetime:
    """In UTC and aware; a time without a zone counts as UTC."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
