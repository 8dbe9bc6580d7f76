"""Any RSS or Atom feed: an admin enters its address, and the employer where the feed does not name it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from listings.boards.base import Board, Cursor, Option, Options, Request, Terms
from listings.boards.formats.syndication import feed_page

ADDRESS = r"https?://[^\s/]+(/\S*)?"


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(options["address"], company=options["company"])]


BOARD = Board(
    name="feed",
    title="Any feed (RSS or Atom)",
    home="https://www.rssboard.org/rss-specification",
    expects="xml",
    terms=Terms(
        link_text="the feed's own page",
        min_interval=timedelta(hours=1),
        followed_link=True,
        job_posting_markup=False,
        full_text=True,
        logo=False,
        ask_page=False,
        stated_at="",
        read_on=date(2026, 11, 23),
        note="Terms not verified: each publisher has its own. Read them before you enable a source.",
    ),
    absence="nothing",
    interval=timedelta(hours=3),
    remote_only=False,
    start=start,
    parse=feed_page,
    options={
        "address": Option("address of the feed", pattern=ADDRESS, required=True),
        "company": Option("employer's name, if the feed is one employer's", pattern=r".{1,200}", identifies=False),
        "remote_only": Option("yes, if all its jobs are remote", default="no", pattern="yes|no", identifies=False),
    },
)
