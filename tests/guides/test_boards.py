"""The live part: how many open listings of a board the site holds."""

from __future__ import annotations

import logging
import time

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import Settings

from guides.boards import HeldBoards, OpenCounts, held_boards
from jobsite import guide_boards
from listings.models import Listing
from tests.guides.conftest import Write
from tests.listings.making import listing_with, posting_with

pytestmark = pytest.mark.django_db

CHAPTER = "/guide/where-to-find-remote-jobs/"
BODY = "## One\n\n::: board remotive https://remotive.com/\n### Remotive\n\nJobs of many kinds.\n:::\n"


def said(client: Client, board: str, address: str = CHAPTER) -> tuple[str, list[str]]:
    """The words below a board's text, and where they lead on this site."""
    page = BeautifulSoup(client.get(address).content, "lxml")
    box = next(found for found in page.select("section.board") if found.h3 and found.h3.text == board)
    links = box.select_one(".board-links")
    assert links is not None
    return " ".join(links.text.split()), [str(link["href"]) for link in links.select("a[href^='/']")]


def test_counts_are_live(client: Client) -> None:
    assert said(client, "Remotive") == ("Go to Remotive We hold no open listing from Remotive at the moment.", [])
    listing_with()
    guide_boards.forget()
    assert said(client, "Remotive") == (
        "Go to Remotive 1 open listing from Remotive here",
        ["/jobs/?source=remotive"],
    )
    both = listing_with("Designer")
    posting_with(both, "remoteco")
    posting_with(both, "remotive")
    guide_boards.forget()
    assert said(client, "Remotive")[0] == "Go to Remotive 2 open listings from Remotive here"
    assert said(client, "Remote.co") == (
        "Go to Remote.co 1 open listing from Remote.co here",
        ["/jobs/?source=remoteco"],
    )


def test_counts_are_kept_a_minute(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    assert guide_boards.REMEMBERED_SECONDS == 60
    monkeypatch.setattr(guide_boards, "REMEMBERED_SECONDS", 0.5)
    assert "no open listing" in said(client, "Remotive")[0]
    listing_with()
    assert "no open listing" in said(client, "Remotive")[0]
    time.sleep(0.6)
    assert "1 open listing" in said(client, "Remotive")[0]


def test_closed_hidden_and_merged_listings_do_not_count() -> None:
    kept = listing_with("Kept")
    listing_with("Closed", closed_at=timezone.now(), closed_reason=Listing.Closed.GONE)
    listing_with("Hidden", hidden_at=timezone.now())
    listing_with("Merged", merged_into=kept)
    listing_with("Made up", is_sample=True)
    assert guide_boards.open_counts() == OpenCounts({"remotive": 1})


def test_made_up_listings_are_called_so_and_shown_only_alone(client: Client) -> None:
    listing_with("Made up", is_sample=True)
    listing_with("Made up too", is_sample=True)
    assert said(client, "Remotive")[0] == "Go to Remotive 2 made-up sample listings in the place of Remotive"
    listing_with("Real")
    guide_boards.forget()
    assert said(client, "Remotive")[0] == "Go to Remotive 1 open listing from Remotive here"


def test_large_numbers_are_readable(client: Client, write: Write, address: str, settings: Settings) -> None:
    write(BODY)
    settings.GUIDE_BOARDS = f"{__name__}.MANY"
    assert said(client, "Remotive", address)[0] == "Go to Remotive 12,345 open listings from Remotive here"


def test_boards_with_closed_doors_say_how_they_stand_and_since_when(client: Client) -> None:
    for board, standing in (("Moonlight", "Login only: its jobs"), ("Key Values", "Unverified: its markup")):
        assert said(client, board)[0] == f"Go to {board} We hold no open listing from {board} at the moment."
        page = BeautifulSoup(client.get(CHAPTER).content, "lxml")
        assert any(
            standing in one.text and "As of 23 November 2026." in one.text for one in page.select(".board-standing")
        )


def test_a_chapter_is_read_even_where_nobody_can_count(
    client: Client, write: Write, address: str, settings: Settings
) -> None:
    write(BODY)
    settings.GUIDE_BOARDS = f"{__name__}.UNKNOWN"
    assert said(client, "Remotive", address) == (
        "Go to Remotive Our listings from Remotive (they cannot be counted just now)",
        ["/jobs/?source=remotive"],
    )


def test_a_failing_database_is_no_count_and_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE listings_listing RENAME TO listings_elsewhere")
    with caplog.at_level(logging.WARNING):
        assert guide_boards.open_counts() is None
    assert "cannot be counted" in caplog.text


def test_a_chapter_without_boards_counts_nothing(
    client: Client, write: Write, address: str, settings: Settings
) -> None:
    write()
    settings.GUIDE_BOARDS = f"{__name__}.FAILING"
    assert client.get(address).status_code == 200


def test_a_setting_that_names_something_else_is_refused(settings: Settings) -> None:
    settings.GUIDE_BOARDS = "datetime.timedelta"
    with pytest.raises(TypeError, match=r"GUIDE_BOARDS: datetime\.timedelta is no HeldBoards"):
        held_boards()


def failing() -> OpenCounts:
    raise AssertionError("nobody was to be asked")


MANY = HeldBoards(frozenset({"remotive"}), lambda: OpenCounts({"remotive": 12_345}))
UNKNOWN = HeldBoards(frozenset({"remotive"}), lambda: None)
FAILING = HeldBoards(frozenset(), failing)
