"""Key Values: profiles of engineering teams. We know its markup only from descriptions.

The home page lists teams, and profiles with JobPosting markup give ads. The first real fetch confirms that, or names
the difference and stores nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from urllib.parse import urljoin

from listings.boards.base import Board, BrokenShape, Cursor, Options, Page, Request, Response, Terms
from listings.boards.formats.html import parse_html
from listings.boards.formats.job_sites import closed, site_page
from listings.boards.formats.shapes import shape_of

HOME = "https://www.keyvalues.com/"
TEAM_PATH = re.compile(r"/[\w-]+")


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(HOME)]


def parse(response: Response) -> Page:
    if not shape_of(response.body).endswith("HTML page"):
        raise BrokenShape(f"layout differs: {shape_of(response.body)}, not a page")
    # Only requests for profiles have an id.
    if response.request.external_id:
        try:
            return site_page(response)
        except BrokenShape as error:
            raise BrokenShape("layout differs: a profile without JobPosting markup") from error
    paths = [str(link["href"]) for link in parse_html(response).select("a.thumbnail-link[href]")]
    profiles = dict.fromkeys(urljoin(HOME, path) for path in paths if TEAM_PATH.fullmatch(path))
    if not profiles:
        raise BrokenShape("layout differs: a home page without links to teams (a.thumbnail-link)")
    return Page(follow=[Request(url, url) for url in profiles], complete=False)


BOARD = Board(
    name="keyvalues",
    title="Key Values",
    home=HOME,
    expects="html",
    terms=Terms(
        link_text="Key Values",
        min_interval=timedelta(hours=12),
        followed_link=True,
        job_posting_markup=False,
        full_text=False,
        logo=False,
        ask_page=False,
        stated_at="",
        read_on=date(2026, 11, 23),
        note="Terms not verified: link back and name it; no full text, no logo, few requests.",
    ),
    absence="nothing",
    interval=timedelta(hours=24),
    remote_only=False,
    start=start,
    parse=parse,
    closed=closed,
    delay=timedelta(seconds=10),
    details_per_fetch=20,
    status="unverified",
    status_reason="we know its pages from descriptions alone",
    status_on=date(2026, 11, 23),
)
