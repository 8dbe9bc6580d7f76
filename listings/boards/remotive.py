from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from listings.boards.base import Board, Cursor, Options, Page, Request, Response, Terms


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return []


def parse(response: Response) -> Page:
    return Page()


BOARD = Board(
    name="remotive",
    title="Remotive",
    home="https://remotive.com/",
    expects="json",
    terms=Terms(
        link_text="Remotive",
        min_interval=timedelta(hours=6),
        followed_link=True,
        job_posting_markup=False,
        full_text=True,
        logo=False,
        ask_page=False,
        stated_at="https://remotive.com/api-documentation",
        read_on=date(2026, 11, 23),
    ),
    absence="nothing",
    interval=timedelta(hours=6),
    remote_only=True,
    start=start,
    parse=parse,
)
