"""Moonlight: jobs behind a login, and no feed. Reads a public list whose address an admin enters."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from listings.boards.base import Board, Cursor, Option, Options, Request, Terms
from listings.boards.formats.job_sites import closed, site_page


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(options["address"])] if options["address"] else []


BOARD = Board(
    name="moonlight",
    title="Moonlight",
    home="https://www.moonlightwork.com/",
    expects="html",
    terms=Terms(
        link_text="Moonlight",
        min_interval=timedelta(hours=12),
        followed_link=True,
        job_posting_markup=False,
        full_text=False,
        logo=False,
        ask_page=False,
        stated_at="",
        read_on=date(2026, 11, 23),
        note="Terms not verified. Its jobs are behind a login, which we never bypass.",
    ),
    absence="nothing",
    interval=timedelta(hours=24),
    remote_only=True,
    start=start,
    parse=site_page,
    closed=closed,
    options={"address": Option("address of a public list, if there is one", pattern=r"https?://[^\s/]+(/\S*)?")},
    delay=timedelta(seconds=10),
    status="login only",
    status_reason="its jobs are for members only and it publishes no feed",
    status_on=date(2026, 11, 23),
)
