"""What a made-up board answers to a path and a query: worked out before anything is made, so that 304 costs little."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from listings.samples import formats, jobpages
from listings.samples.employers import slugged
from listings.samples.misbehaving import spoil
from listings.samples.state import FEEDS, NEWEST, Boards
from listings.samples.timing import moment_of
from listings.samples.vacancies import Vacancy

API, SLUGS, PAGES = "remotive.com", "weworkremotely.com", "remote.co"
HOSTS = {
    API: API, "farboard.example": API,
    SLUGS: SLUGS, "openroad.example": SLUGS,
    PAGES: PAGES, "homeport.example": PAGES,
}  # fmt: skip
"""Every host that is served → the board it is another name of."""
ROBOTS = {
    API: "User-agent: *\nAllow: /\nDisallow: /private/\n",
    SLUGS: "User-agent: *\nAllow: /remote-jobs\nAllow: /categories\nDisallow: /account/\n",
    PAGES: "User-agent: *\nDisallow: /ej/api/*\nDisallow: /eb/api/*\nDisallow: *?categories=*\n",
}
FEW = 2000
"""So many ads are answered in one piece, with its length; more are streamed."""


@dataclass(frozen=True, slots=True)
class Answer:
    """`pieces` are made while they are sent; `few` says that they may be joined. `tag` "" means no ETag."""

    status: int
    kind: str
    pieces: Iterator[bytes]
    tag: str = ""
    changed: datetime | None = None
    few: bool = True
    location: str = ""


def plain(status: int, text: str, kind: str = "text/plain; charset=utf-8", location: str = "") -> Answer:
    return Answer(status, kind, iter([text.encode()]), location=location)


def answer(boards: Boards, host: str, path: str, query: Mapping[str, str], fault: str) -> Answer:
    """`fault` is "" or one of SPOILED."""
    board, moment = HOSTS.get(host), boards.now()
    slug = path.removesuffix(".rss").rpartition("/")[2]
    if board == API and path == "/api/remote-jobs":
        return _api(boards, query, fault, moment)
    if board == SLUGS and path.endswith(".rss") and slug in (*FEEDS, *NEWEST):
        numbers = _kept(boards.feed(slug, moment), fault)
        title = f"Openroad, the sample board of feeds: {FEEDS.get(slug, slug)}"
        body = formats.feed_body(title, boards.shown(numbers, moment))
        return _listed(boards, "application/rss+xml; charset=utf-8", numbers, moment, fault, body)
    if board == SLUGS and path.startswith(("/remote-jobs/", "/listings/")):
        # As on the board itself, an ad that is no more is no error: its address leads home.
        return plain(301, "", location=f"https://{host}/")
    if board == PAGES and path == "/latest-jobs-sitemap.xml":
        numbers = _kept(boards.pages, fault)
        times = [moment_of(shown.since) for shown in boards.showings(numbers, moment)]
        body = jobpages.sitemap_body(boards.shown(numbers, moment), times)
        return _listed(boards, "application/xml", numbers, moment, fault, body)
    if board == PAGES and path.startswith("/job-details/"):
        return _page(boards, path[-36:], fault, moment)
    if board and path == "/":
        return plain(200, "<!DOCTYPE html><html><title>A sample board</title></html>", "text/html; charset=utf-8")
    return plain(404, "not here")


def _kept(numbers: Sequence[int], fault: str) -> Sequence[int]:
    return numbers[:0] if fault == "empty" else numbers[::2] if fault == "half" else numbers


def _listed(
    boards: Boards, kind: str, numbers: Sequence[int], moment: datetime, fault: str, body: Iterator[bytes]
) -> Answer:
    tag, changed = boards.fingerprint(numbers, moment)
    return Answer(200, kind, spoil(fault, body), tag + fault, changed, len(numbers) <= FEW)


def _api(boards: Boards, query: Mapping[str, str], fault: str, moment: datetime) -> Answer:
    numbers = _kept(_asked_for(boards, query, moment), fault)
    total = len(numbers)
    first = _whole(query.get("offset"), 0)
    numbers = numbers[first : first + _whole(query.get("limit"), total)]
    answered = _listed(
        boards, "application/json", numbers, moment, fault,
        formats.remotive_body(boards.shown(numbers, moment), len(numbers), total),
    )  # fmt: skip
    return Answer(200, answered.kind, answered.pieces, f"{answered.tag}-{total}", answered.changed, answered.few)


def _asked_for(boards: Boards, query: Mapping[str, str], moment: datetime) -> Sequence[int]:
    category, company = slugged(query.get("category", "")), query.get("company_name", "").lower()
    words = query.get("search", "").lower()
    if not (category or company or words):
        return boards.in_api

    def suits(one: Vacancy) -> bool:
        text = f"{one.title} {one.company} {one.html}".lower()
        return category in ("", slugged(formats.category_of(one))) and company in one.company.lower() and words in text

    kept = zip(boards.in_api, boards.shown(boards.in_api, moment), strict=True)
    return [number for number, one in kept if suits(one)]


def _whole(text: str | None, otherwise: int) -> int:
    """As the API does, what is no number is passed over."""
    return int(text) if text and text.isascii() and text.isdigit() else otherwise


def _page(boards: Boards, uuid: str, fault: str, moment: datetime) -> Answer:
    one = boards.page(uuid, moment)
    if one is not None:
        body = jobpages.job_page(one)
        return Answer(200, "text/html; charset=utf-8", spoil(fault, iter([body])))
    ended = boards.ended(uuid, moment)
    if ended is None:
        return plain(404, "<!DOCTYPE html><html><body>No such page.</body></html>", "text/html; charset=utf-8")
    # One in four says so in words alone.
    if uuid[-1] in "048c":
        return Answer(200, "text/html; charset=utf-8", iter([jobpages.expired_page(ended)]))
    return plain(410, "<!DOCTYPE html><html><body>This job is gone.</body></html>", "text/html; charset=utf-8")
