"""Jobspresso's feed, written by WP Job Manager: place, employment and employer in its namespace, no category."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from listings.boards.base import Board, Cursor, Options, Request, Terms
from listings.boards.formats.syndication import feed_page

FEED = "https://jobspresso.co/?feed=job_feed"


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(FEED)]


BOARD = Board(
    name="jobspresso",
    title="Jobspresso",
    home="https://jobspresso.co/",
    expects="xml",
    terms=Terms(
        link_text="Jobspresso",
        min_interval=timedelta(hours=1),
        followed_link=True,
        job_posting_markup=False,
        full_text=True,
        logo=False,
        ask_page=False,
        stated_at="",
        read_on=date(2026, 11, 23),
        note="Terms not verified: link back and name it, no markup, no logo.",
    ),
    absence="nothing",
    interval=timedelta(hours=6),
    remote_only=True,
    start=start,
    parse=feed_page,
)
