from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from listings.boards.base import Board, Cursor, Options, Page, Request, Response, Terms


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return []


def parse(response: Response) -> Page:
    return Page()


BOARD = Board(
    name="weworkremotely",
    title="We Work Remotely",
    home="https://weworkremotely.com/",
    expects="xml",
    terms=Terms(
        link_text="We Work Remotely",
        min_interval=timedelta(hours=1),
        followed_link=True,
        job_posting_markup=False,
        full_text=True,
        logo=False,
        ask_page=False,
        stated_at="https://weworkremotely.com/remote-job-rss-feed",
        read_on=date(2026, 11, 23),
    ),
    absence="nothing",
    interval=timedelta(hours=1),
    remote_only=True,
    start=start,
    parse=parse,
)
