"""The live part of a chapter: how many open jobs of a board the site has."""

from __future__ import annotations

import logging
import time

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import Settings

from guides.boards import BoardCatalogue, OpenCounts, board_catalogue
from jobsite import guide_boards
from listings.models import Listing
from tests.guides.conftest import Write
from tests.listings.making import listing_with, posting_with

pytestmark = pytest.mark.django_db

CHAPTER = "/guide/where-to-find-remote-jobs/"
BODY = "## One\n\n::: board remotive https://remotive.com/\n### Remotive\n\nJobs of many kinds.\n:::\n"


def board_links(client: Client, board: str, address: str = CHAPTER) -> tuple[str, list[str]]:
    """The line below a board's text, and the links in it that lead to this site."""
    page = BeautifulSoup(client.get(address).content, "lxml")
    box = next(found for found in page.select("section.board") if found.h3 and found.h3.text == board)
    links = box.select_one(".board-links")
    assert links is not None
    return " ".join(links.text.split()), [str(link["href"]) for link in links.select("a[href^='/']")]


def test_counts_are_live(client: Client) -> None:
    assert board_links(client, "Remotive") == ("Go to Remotive We have no open jobs from Remotive at the moment.", [])
    listing_with()
    guide_boards.forget()
    assert board_links(client, "Remotive") == (
        "Go to Remotive 1 open job from Remotive on this site",
        ["/jobs/?source=remotive"],
    )
    both = listing_with("Designer")
    posting_with(both, "remoteco")
    posting_with(both, "remotive")
    guide_boards.forget()
    assert board_links(client, "Remotive")[0] == "Go to Remotive 2 open jobs from Remotive on this site"
    assert board_links(client, "Remote.co") == (
        "Go to Remote.co 1 open job from Remote.co on this site",
        ["/jobs/?source=remoteco"],
    )


def test_counts_are_cached_for_a_minute(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    now = time.monotonic()
    monkeypatch.setattr(guide_boards, "clock", lambda: now)
    assert "no open jobs" in board_links(client, "Remotive")[0]
    listing_with()
    now += 59
    assert "no open jobs" in board_links(client, "Remotive")[0]
    now += 2
    assert "1 open job" in board_links(client, "Remotive")[0]


def test_closed_hidden_and_merged_listings_do_not_count() -> None:
    kept = listing_with("Kept")
    listing_with("Closed", closed_at=timezone.now(), closed_reason=Listing.Closed.GONE)
    listing_with("Hidden", hidden_at=timezone.now())
    listing_with("Merged", merged_into=kept)
    listing_with("Made up", is_sample=True)
    assert guide_boards.open_counts() == OpenCounts({"remotive": 1})


def test_samples_are_called_so_and_count_only_without_real_listings(client: Client) -> None:
    listing_with("Made up", is_sample=True)
    listing_with("Made up too", is_sample=True)
    assert board_links(client, "Remotive")[0] == "Go to Remotive 2 made-up sample jobs in place of those from Remotive"
    listing_with("Real")
    guide_boards.forget()
    assert board_links(client, "Remotive")[0] == "Go to Remotive 1 open job from Remotive on this site"


def test_large_numbers_are_readable(client: Client, write: Write, address: str, settings: Settings) -> None:
    write(BODY)
    settings.GUIDE_BOARDS = f"{__name__}.MANY"
    assert board_links(client, "Remotive", address)[0] == "Go to Remotive 12,345 open jobs from Remotive on this site"


def test_a_board_that_is_not_simply_read_shows_its_status_and_since_when(client: Client) -> None:
    for board, note in (("Moonlight", "Login only: its jobs"), ("Key Values", "Unverified: we know its pages")):
        assert board_links(client, board)[0] == f"Go to {board} We have no open jobs from {board} at the moment."
        page = BeautifulSoup(client.get(CHAPTER).content, "lxml")
        assert any(note in box.text and "As of 23 November 2026." in box.text for box in page.select(".board-standing"))


def test_a_chapter_can_be_read_while_nobody_can_count(
    client: Client, write: Write, address: str, settings: Settings
) -> None:
    write(BODY)
    settings.GUIDE_BOARDS = f"{__name__}.UNKNOWN"
    assert board_links(client, "Remotive", address) == (
        "Go to Remotive Jobs from Remotive on this site (how many is unknown at the moment)",
        ["/jobs/?source=remotive"],
    )


def test_a_failing_database_is_no_count_and_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE listings_listing RENAME TO listings_elsewhere")
    with caplog.at_level(logging.WARNING):
        assert guide_boards.open_counts() is None
    assert "cannot count" in caplog.text


def test_a_chapter_without_boards_counts_nothing(
    client: Client, write: Write, address: str, settings: Settings
) -> None:
    write()
    settings.GUIDE_BOARDS = f"{__name__}.FAILING"
    assert client.get(address).status_code == 200


def test_a_setting_that_names_something_else_is_refused(settings: Settings) -> None:
    settings.GUIDE_BOARDS = "datetime.timedelta"
    with pytest.raises(TypeError, match=r"GUIDE_BOARDS: datetime\.timedelta is not a BoardCatalogue"):
        board_catalogue()


def failing() -> OpenCounts:
    raise AssertionError("nothing was to be counted")


MANY = BoardCatalogue(frozenset({"remotive"}), lambda: OpenCounts({"remotive": 12_345}))
UNKNOWN = BoardCatalogue(frozenset({"remotive"}), lambda: None)
FAILING = BoardCatalogue(frozenset(), failing)
