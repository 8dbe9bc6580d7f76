"""Any site with schema.org's JobPosting in its pages: an admin enters its sitemap, its list of jobs or one page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from listings.boards.base import Board, Cursor, Option, Options, Request, Terms
from listings.boards.formats.job_sites import closed, site_page

ADDRESS = r"https?://[^\s/]+(/\S*)?"


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(options["address"], company=options["company"])]


BOARD = Board(
    name="jobposting",
    title="A site's own pages (JobPosting)",
    home="https://schema.org/JobPosting",
    expects="html",
    terms=Terms(
        link_text="the site's own page",
        min_interval=timedelta(hours=6),
        followed_link=True,
        job_posting_markup=False,
        full_text=True,
        logo=False,
        ask_page=True,
        stated_at="",
        read_on=date(2026, 11, 23),
        note="Terms not verified: each site has its own. Read them before you enable a source.",
    ),
    absence="nothing",
    interval=timedelta(hours=12),
    remote_only=False,
    start=start,
    parse=site_page,
    closed=closed,
    options={
        "address": Option("address of a sitemap, of a list of jobs or of one job", pattern=ADDRESS, required=True),
        "company": Option("employer's name, if the pages do not state it", pattern=r".{1,200}", identifies=False),
        "remote_only": Option("yes, if all its jobs are remote", default="no", pattern="yes|no", identifies=False),
    },
    delay=timedelta(seconds=5),
)
