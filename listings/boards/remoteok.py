"""Remote OK's public API: a list of the newest ads after a legal notice, its texts wrongly decoded."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from listings.boards.base import Ad, Board, BrokenShape, Cursor, Options, Page, Request, Response, Terms
from listings.boards.formats.dates import moment
from listings.boards.formats.fields import (
    BadRecord,
    lines,
    optional_address,
    record_id,
    text_of,
    unescaped,
    web_address,
)
from listings.boards.formats.json_api import Envelope, page_from, read_envelope
from listings.boards.formats.pay import pay_text

API = "https://remoteok.com/api"
PAGES = "https://remoteok.com/remote-jobs/"
# The two to four bytes of a character in UTF-8, each decoded as a character of Latin-1.
MISDECODED = re.compile("[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
# "Please mention the word **HARBOUR** when applying …": another word for each ad, and the client's address in base64.
PROOF_OF_READING = re.compile("Please mention the word [^<]{1,200}? when applying[^<]*")
# Between two tags, a line break that was escaped once too often.
ESCAPED_BREAKS = re.compile(r"(?<=>)(?:\\n)+(?=<|$)")
BREAKS = ("<br/>", "<br />", "<br>")


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(API)]


def parse(response: Response) -> Page:
    envelope = read_envelope(response, "jobs", ("id", "position", "slug"), "the API's JSON list")
    if envelope.is_whole:
        raise BrokenShape("a JSON object, not the API's JSON list")
    records = [record for record in envelope.records if not is_notice(record)]
    # Only the newest hundred or so: the others may be open all the same.
    return page_from(Envelope(records, {}, False), read, complete=False)


def is_notice(record: Any) -> bool:
    return isinstance(record, dict) and "legal" in record and "id" not in record


def read(record: Mapping[str, Any]) -> Ad:
    url = address(record)
    published, zoned = moment(record.get("date"))
    apply_url = optional_address(record.get("apply_url"))
    return Ad(
        external_id=record_id(record.get("id")),
        url=url,
        title=unescaped(redecoded(record.get("position")), "position", required=True),
        company=unescaped(redecoded(record.get("company")), "company", required=True),
        html=ESCAPED_BREAKS.sub("\n", without_proof(text_of(redecoded(record.get("description")), "description"))),
        published_at=published,
        published_zoned=zoned,
        location="; ".join(unescaped(redecoded(record.get("location")), "location").split(" | ")),
        # The API never states a unit, and some salaries are hourly.
        salary=pay_text(record.get("salary_min"), record.get("salary_max"), "USD", ""),
        tags=tuple(unescaped(redecoded(tag), "tags") for tag in lines(record.get("tags"), "tags")),
        apply_url=None if apply_url == url else apply_url,
        logo_url=optional_address(record.get("company_logo") or record.get("logo")),
    )


def address(record: Mapping[str, Any]) -> str:
    """The ad's page, by its slug where the address is only that of the board."""
    url = web_address(record.get("url"), "url")
    if url.partition("?")[0].rstrip("/").rpartition("/")[2] not in ("", "remote-jobs"):
        return url
    slug = text_of(record.get("slug"), "slug")
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]{0,300}", slug):
        raise BadRecord("neither url nor slug names an ad")
    return PAGES + slug


def redecoded(value: Any) -> Any:
    """Repairs UTF-8 that was decoded as Latin-1; leaves values that are not text alone."""
    # Character by character: the API cuts some texts within a character, and a decoder would refuse the whole.
    return MISDECODED.sub(redecode_character, value) if isinstance(value, str) else value


def redecode_character(match: re.Match[str]) -> str:
    try:
        return match[0].encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return match[0]


def without_proof(html: str) -> str:
    """Without the sentence by which applicants prove that they have read the ad, and without the breaks before it."""
    before, *parts_after = PROOF_OF_READING.split(html)
    if not parts_after:
        return html
    end = _end_of_text(before, len(before))
    while before.endswith(BREAKS, 0, end):
        end = _end_of_text(before, before.rindex("<", 0, end))
    return " ".join(filter(None, [before[:end], *(part.strip() for part in parts_after)]))


def _end_of_text(text: str, end: int) -> int:
    """Where the white space begins that ends there. In places: to cut a megabyte of breaks one by one takes minutes."""
    while end and text[end - 1].isspace():
        end -= 1
    return end


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
        "or access ends; its logo only with written permission. The permitted number of requests is not stated.",
    ),
    absence="nothing",
    interval=timedelta(hours=2),
    # Since 2026 it carries on-site jobs too.
    remote_only=False,
    mostly_remote=True,
    start=start,
    parse=parse,
)
