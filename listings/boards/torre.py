"""Torre's search, which is posted to: pages of twenty, each naming the next. It has one line of each vacancy's text.

Many are copies of employers' own ads, which they link to.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from html import escape
from typing import Any
from urllib.parse import quote

from listings.boards.base import Ad, Board, Cursor, Options, Page, Request, Response
from listings.boards.formats.dates import moment
from listings.boards.formats.fields import BadRecord, line, optional_address, web_address
from listings.boards.formats.hiring_systems import NOT_READ, RECORDED_ON, unread_terms
from listings.boards.formats.json_api import (
    children,
    is_true,
    label,
    labels,
    optional_child,
    page_from,
    plain_id,
    read_envelope,
)
from listings.boards.formats.pay import pay_text

LIST = "https://search.torre.co/opportunities/_search/?size=20"
EVERYTHING = "{}"
PAGE = "https://torre.ai/post/{id}-{slug}"
NEXT = re.compile(r"[A-Za-z0-9+/=_-]{1,1500}")
SLUG = re.compile(r"[\w-]{1,300}")


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(LIST, body=EVERYTHING)]


def parse(response: Response) -> Page:
    envelope = read_envelope(response, "results", ("id", "objective"), "the API's JSON object")
    page = page_from(envelope, read, complete=False)
    token = label_of_next(envelope.values)
    follow = [Request(f"{LIST}&after={quote(token, safe='')}", body=EVERYTHING)] if token and envelope.records else []
    return replace(page, follow=follow)


def label_of_next(values: Mapping[str, Any]) -> str:
    token = optional_child(values, "pagination").get("next")
    return token if isinstance(token, str) and NEXT.fullmatch(token) else ""


def read(record: Mapping[str, Any]) -> Ad:
    if (status := label(record.get("status"))) not in ("", "open"):
        raise BadRecord(f"it is {status}")
    number = plain_id(record.get("id"), "id")
    slug = label(record.get("slug"))
    page = PAGE.format(id=number, slug=slug) if SLUG.fullmatch(slug) else PAGE.partition("-")[0].format(id=number)
    published, zoned = moment(record.get("created"))
    place = optional_child(record, "place")
    areas = labels(record.get("locations"), *(area.get("id") for area in children(place, "location")))
    return Ad(
        external_id=number,
        url=web_address(page, "id"),
        title=line(record.get("objective"), "objective", required=True),
        company=next(iter(labels(record.get("organizations"))), "") or line(None, "organizations", required=True),
        html=escape(label(record.get("tagline")), quote=False),
        published_at=published,
        published_zoned=zoned,
        expires_at=moment(record.get("deadline"))[0],
        location="Anywhere" if is_true(place.get("anywhere")) else "; ".join(areas),
        workplace=("Remote",) if is_true(record.get("remote")) else (),
        employment=labels(record.get("commitment") or record.get("type")),
        salary=pay(record),
        tags=labels(record.get("skills")),
        apply_url=optional_address(record.get("externalApplicationUrl")),
    )


def pay(record: Mapping[str, Any]) -> str:
    """Amounts of zero stand for pay that is to be agreed."""
    compensation = optional_child(record, "compensation")
    data = optional_child(compensation, "data")
    if compensation.get("visible") is False:
        return ""
    return pay_text(*(data.get(name) for name in ("minAmount", "maxAmount", "currency", "periodicity")))


BOARD = Board(
    name="torre",
    title="Torre",
    home="https://torre.ai/",
    expects="json",
    terms=unread_terms("Torre"),
    absence="nothing",
    interval=timedelta(hours=24),
    remote_only=False,
    status="unverified",
    status_reason=NOT_READ,
    status_on=RECORDED_ON,
    start=start,
    parse=parse,
    delay=timedelta(seconds=5),
)
