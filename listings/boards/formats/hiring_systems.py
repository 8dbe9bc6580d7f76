"""What employers' hiring systems have in common: terms, a token in the address, offices and places."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from urllib.parse import unquote, urlsplit

from listings.boards.base import (
    Absence,
    Board,
    Cursor,
    Expects,
    Option,
    Options,
    Page,
    Request,
    Response,
    Terms,
)
from listings.boards.formats.fields import distinct, line

# Patterns of a token in the path of an address, where it may contain an escaped space, and as a subdomain.
PATH_SEGMENT = r"[A-Za-z0-9](?:[A-Za-z0-9._-]|%20){0,99}"
HOST_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
INTERVAL = timedelta(hours=6)
PUBLIC_NOTE = (
    "The vendor documents this interface for showing an employer's jobs on other sites; it needs no key. Its page "
    "states no further terms, so we show no markup and no logo."
)
NOT_READ = "it was read from recordings only: nobody has read its terms and its robots.txt yet"
RECORDED_ON = date(2026, 11, 28)
COUNTRY_FIRST = re.compile(r"(?P<country>USA?)(?:, ?|-)(?:(?P<state>[A-Z]{2})(?:, ?|-))?(?P<place>[^,;|]{1,200})")
WORKPLACE = re.compile(r"(?i)\b(remote|hybrid)\b")


def token_options(pattern: str, example: str) -> dict[str, Option]:
    """`example` shows where an admin finds the token: jobs.board.example/TOKEN."""
    return {
        "token": Option(f"employer's token, as in {example}", pattern=pattern, required=True),
        "company": Option("employer's name, if the responses do not state it", pattern=r".{1,200}", identifies=False),
    }


def public_terms(vendor: str, stated_at: str, note: str = PUBLIC_NOTE) -> Terms:
    """Of an interface made for showing an employer's jobs elsewhere. Nothing beyond that is assumed."""
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


def unread_terms(vendor: str, note: str = "") -> Terms:
    """Of a board whose terms nobody has read: few requests, a link back, and neither logo nor markup."""
    return Terms(
        link_text=vendor,
        min_interval=INTERVAL,
        followed_link=True,
        job_posting_markup=False,
        full_text=True,
        logo=False,
        ask_page=False,
        stated_at="",
        read_on=None,
        note=" ".join(filter(None, ["Terms and robots.txt not verified.", note])),
    )


def recorded_system(
    *,
    name: str,
    title: str,
    home: str,
    expects: Expects,
    start: Callable[[Options, Cursor | None], Sequence[Request]],
    parse: Callable[[Response], Page],
    options: Mapping[str, Option],
    place: re.Pattern[str] | None = None,
    absence: Absence = "closes",
    closed: Callable[[Response], bool] = lambda response: False,
    page_mark: bytes = b"",
) -> Board:
    """A hiring system that was read from recordings alone: its sources wait until somebody has read its terms."""
    return Board(
        name=name,
        title=title,
        home=home,
        expects=expects,
        terms=unread_terms(title),
        absence=absence,
        interval=INTERVAL,
        remote_only=False,
        employers_own=True,
        status="unverified",
        status_reason=NOT_READ,
        status_on=RECORDED_ON,
        place=place,
        page_mark=page_mark,
        start=start,
        parse=parse,
        closed=closed,
        options=options,
    )


def employer_name(name_field: Any, response: Response, url: str, place: re.Pattern[str]) -> str:
    """As the record states it, else the source's option, the token in an address, or the host of the ad's page."""
    if name := line(name_field, "company") or response.request.company:
        return name
    for address in (response.request.url, url):
        if match := place.search(address):
            return unquote(match[1])
    return (urlsplit(url).hostname or "").removeprefix("www.")


def site_of(response: Response, default: str) -> str:
    """Scheme and host of the requested address; `default` for a response that was read from a file."""
    parts = urlsplit(response.request.url)
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else default


def workplaces_in(offices: Iterable[str]) -> tuple[str, ...]:
    """Offices in name only: "Remote", "Berlin (Remote)"."""
    return tuple(office for office in offices if WORKPLACE.search(office))


def in_usual_order(place: str) -> str:
    """ "Santa Clara, CA, US" for "US, CA, Santa Clara" and "US-CA-Santa Clara", where "CA" is no Canada."""
    match = COUNTRY_FIRST.fullmatch(place)
    return ", ".join(filter(None, [match["place"], match["state"], match["country"]])) if match else place


def joined_places(values: Iterable[Any]) -> str:
    return "; ".join(distinct(values, "location"))


def place_name(record: Mapping[str, Any], *names: str) -> str:
    """ "Berlin, Germany" from the record's parts of an address."""
    return ", ".join(distinct(record.get(name) for name in names))


def extra_fields(**values: Iterable[Any]) -> dict[str, tuple[str, ...]]:
    """For Ad.fields, without the empty ones."""
    return {name: texts for name, field_values in values.items() if (texts := distinct(field_values, name))}
