"""Key Values: engineering teams by their values, each with a profile. Its markup is known at second hand only.

The home page lists teams; a profile that carries JobPosting markup gives ads. The first real fetch confirms this, or
says how the layout differs and keeps nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from urllib.parse import urljoin

from listings.boards.base import Board, BrokenShape, Cursor, Options, Page, Request, Response, Terms
from listings.boards.formats.html import page_of
from listings.boards.formats.job_sites import closed, site_page
from listings.boards.formats.shapes import shape_of

HOME = "https://www.keyvalues.com/"
TEAM = re.compile(r"/[\w-]+")


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(HOME)]


def parse(response: Response) -> Page:
    if not shape_of(response.body).endswith("HTML page"):
        raise BrokenShape(f"layout differs: {shape_of(response.body)}, not a page")
    if response.request.external_id:
        try:
            return site_page(response)
        except BrokenShape as error:
            raise BrokenShape("layout differs: a profile without JobPosting markup") from error
    teams = [str(link["href"]) for link in page_of(response.body).select("a.thumbnail-link[href]")]
    profiles = dict.fromkeys(urljoin(HOME, team) for team in teams if TEAM.fullmatch(team))
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
        note="Terms not verified: link back and name; no full text, no logo, slow.",
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
    status_reason="its markup is known at second hand only; the first fetch confirms it or says how it differs",
    status_on=date(2026, 11, 23),
)
