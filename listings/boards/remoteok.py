"""Remote OK's public API: a list of the newest ads behind a legal notice, its text decoded once too often."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from listings.boards.base import Ad, Board, BrokenShape, Cursor, Options, Page, Request, Response, Terms
from listings.boards.formats import hiring_systems
from listings.boards.formats.fields import BadRecord, iso_moment, lines, optional_address, unescaped, web_address, words

API = "https://remoteok.com/api"
PAGES = "https://remoteok.com/remote-jobs/"
# What becomes of a letter's two to four bytes of UTF-8 when each is taken for a letter of Latin-1.
TWICE_DECODED = re.compile("[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
# It names the address of whoever asked the API, in base64, and another word for each ad.
PROOF_OF_READING = re.compile("Please mention the word [^<]{1,200}? when applying[^<]*")
BREAKS = ("<br/>", "<br />", "<br>")


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(API)]


def parse(response: Response) -> Page:
    found = hiring_systems.listed(response, "jobs", ("id", "position", "slug"), "the API's JSON list")
    if found.whole:
        raise BrokenShape("a JSON object, not the API's JSON list")
    records = [one for one in found.records if not (isinstance(one, dict) and "legal" in one and "id" not in one)]
    # The newest hundred or so: what is missing may be open all the same.
    return hiring_systems.page_of(hiring_systems.RecordReader(records, {}, False), read, complete=False)


def read(record: Mapping[str, Any]) -> Ad:
    url = address(record)
    published, zoned = iso_moment(record.get("date"), "date")
    apply_url = optional_address(record.get("apply_url"))
    return Ad(
        external_id=hiring_systems.identity(record.get("id")),
        url=url,
        title=unescaped(repaired(record.get("position")), "position", required=True),
        company=unescaped(repaired(record.get("company")), "company", required=True),
        html=without_proof(words(repaired(record.get("description")), "description")),
        published_at=published,
        published_zoned=zoned,
        location="; ".join(unescaped(repaired(record.get("location")), "location").split(" | ")),
        # The unit is never stated: some are by the hour.
        salary=hiring_systems.pay(record.get("salary_min"), record.get("salary_max"), "USD", ""),
        tags=tuple(unescaped(repaired(tag), "tags") for tag in lines(record.get("tags"), "tags")),
        apply_url=None if apply_url == url else apply_url,
        logo_url=optional_address(record.get("company_logo") or record.get("logo")),
    )


def address(record: Mapping[str, Any]) -> str:
    """The ad's own page; made of its slug where the address names none."""
    url = web_address(record.get("url"), "url")
    if url.partition("?")[0].rstrip("/").rpartition("/")[2] not in ("", "remote-jobs"):
        return url
    slug = words(record.get("slug"), "slug")
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]{0,300}", slug):
        raise BadRecord("url names no ad, and slug is none either")
    return PAGES + slug


def repaired(value: Any) -> Any:
    """UTF-8 that was read as Latin-1, sequence by sequence: a text cut within a letter is mended up to there."""
    if not isinstance(value, str):
        return value
    return TWICE_DECODED.sub(mended, value)


def mended(found: re.Match[str]) -> str:
    try:
        return found[0].encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return found[0]


def without_proof(html: str) -> str:
    """Without the sentence by which applicants prove that they read the ad, and the breaks before it."""
    before, *after = PROOF_OF_READING.split(html)
    if not after:
        return html
    before = before.rstrip()
    while before.endswith(BREAKS):
        before = before[: before.rindex("<")].rstrip()
    return " ".join(filter(None, [before, *(rest.strip() for rest in after)]))


BOARD = Board(
    name="remoteok",
    title="Remote OK",
    home="https://remoteok.com/",
    expects="json",
    terms=Terms(
        link_text="Remote OK",
        min_interval=timedelta(hours=1),
        followed_link=True,
        job_posting_markup=False,
        full_text=True,
        logo=False,
        ask_page=False,
        stated_at=API,
        read_on=date(2026, 11, 23),
        note="The API's first element: link to the ad on Remote OK without nofollow and name Remote OK as the source, "
        "else access ends; its logo only with written permission. How often it may be asked is not stated.",
    ),
    absence="nothing",
    interval=timedelta(hours=2),
    remote_only=True,
    start=start,
    parse=parse,
)
