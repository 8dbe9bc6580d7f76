"""Jobspresso's feed, written by WP Job Manager: place, employment and employer in its namespace."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from listings.boards.base import Ad, Board, Cursor, Options, Page, Request, Response, Terms
from listings.boards.formats.syndication import feed_page

EMPLOYMENT = re.compile(r"(?i)\b(?:(?:full|part)[ -]?time|contract|freelance|intern(?:ship)?|temporary|permanent)\b")
FEED = "https://jobspresso.co/?feed=job_feed"


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(FEED)]


def parse(response: Response) -> Page:
    page = feed_page(response)
    return replace(page, ads=[unswapped(ad) for ad in page.ads])


def unswapped(ad: Ad) -> Ad:
    """The board fills the plugin's job_type with the category, and job_category with the employment."""
    kinds = " ".join(ad.employment or ())
    if ad.category and EMPLOYMENT.search(ad.category) and not EMPLOYMENT.search(kinds):
        return replace(ad, category=kinds or None, employment=(ad.category,))
    return ad


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
    parse=parse,
)
