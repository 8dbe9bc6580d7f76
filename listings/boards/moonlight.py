"""Moonlight: its jobs are behind a login, and it publishes no feed. A public list that an admin names is read."""

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
        note="Terms not verified. Jobs stand behind a login, which is never bypassed.",
    ),
    absence="nothing",
    interval=timedelta(hours=24),
    remote_only=True,
    start=start,
    parse=site_page,
    closed=closed,
    options={"address": Option("address of a public list, where there is one", pattern=r"https?://[^\s/]+(/\S*)?")},
    delay=timedelta(seconds=10),
    status="login only",
    status_reason="its jobs are shown to members alone and it publishes no feed",
    status_on=date(2026, 11, 23),
)
