"""The figures on the admin's first page."""

from __future__ import annotations

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup, Tag
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import Settings

from listings.admin.bar_chart import HEIGHT, Column, bar_chart
from listings.admin.moments import moment, spoken
from listings.models import Change, Fetch, Source
from listings.monitoring import figures
from tests.listings.admin.conftest import Staff, fetch_of
from tests.listings.making import listing_with, source_with

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_counted() -> None:
    cache.delete(figures.KEY)


def tiles(client: Client) -> dict[str, tuple[str, str, str]]:
    """Label → value, note, level."""
    soup = BeautifulSoup(client.get("/admin/").content, "lxml")

    def text(tile: Tag, selector: str) -> str:
        part = tile.select_one(selector)
        assert part is not None
        return " ".join(part.text.split())

    return {
        text(tile, "h2"): (text(tile, ".tile-value"), text(tile, ".tile-note"), str(tile["class"][-1]))
        for tile in soup.select(".tile")
    }


def test_an_empty_site(chief: Client) -> None:
    shown = tiles(chief)
    assert shown["Open jobs"][:2] == ("0", "0 new and 0 closed today")
    assert shown["Newest job"][0] == "none"
    assert shown["Search index"][2] in ("tile-good", "tile-bad")
    # The tests run no worker.
    assert shown["Queue"][1:] == ("0 workers answer", "tile-bad")


def test_figures(chief: Client) -> None:
    listing_with("Tide Engineer", posted=timezone.now() - timedelta(hours=2))
    listing_with("Dock Planner", posted=timezone.now() - timedelta(days=2))
    Change.objects.create(listing_id=1, kind=Change.Kind.NEW)
    fetch_of(outcome=Fetch.Outcome.FAILED, started_at=timezone.now())
    shown = tiles(chief)
    assert shown["Open jobs"][:2] == ("2", "1 new and 0 closed today")
    assert shown["Newest job"] == ("2 hours ago", "when it was published", "tile-good")
    assert shown["Fetches this hour"][0] == "1"
    assert shown["Fetches this hour"][1].startswith("1 failed, 0 set aside;")
    assert shown["Fetches this hour"][2] == "tile-warn"
    page = " ".join(chief.get("/admin/").content.decode().split())
    assert "New and closed jobs, last 14 days" in page
    assert "workplace</span>" in page
    assert "0 of 2 ads have a" in page


def test_a_broker_that_is_away(chief: Client, settings: Settings) -> None:
    settings.CELERY_BROKER_URL = "redis://127.0.0.1:1/0"
    assert tiles(chief)["Queue"] == ("no answer", "The broker cannot be reached: nothing is fetched", "tile-bad")


def test_rights(staff: Staff) -> None:
    assert tiles(staff("view_company")) == {}
    assert "Open jobs" in tiles(staff("view_listing"))


def test_what_is_wrong_has_the_button_that_helps(chief: Client, staff: Staff) -> None:
    source = source_with("remoteco", failures=3, last_error_at=timezone.now())
    button = f'formaction="/admin/listings/source/{source.pk}/press/fetch_now/"'
    assert button in chief.get("/admin/").content.decode()
    assert button not in staff("view_source").get("/admin/").content.decode()
    response = chief.post(f"/admin/listings/source/{source.pk}/press/pause/", {"back": "/admin/"})
    assert response["Location"] == "/admin/"
    assert not Source.objects.get(pk=source.pk).enabled


def test_a_chart_is_drawn_and_said() -> None:
    columns = [Column("Nov 1", [("new", 100), ("closed", 300)]), Column("Nov 2", [("new", 1), ("closed", 0)])]
    soup = BeautifulSoup(bar_chart([*columns, Column("Nov 3", [("new", 0)])], "By day"), "lxml")
    heights = [float(str(bar["height"])) for bar in soup.select("rect")]
    assert heights == [HEIGHT / 400 * 100, HEIGHT * 3 / 4, 2]
    svg = soup.select_one("svg")
    assert svg is not None
    assert svg["aria-label"] == "By day. Nov 1: 100 new, 300 closed. Nov 2: 1 new. Nov 3: none. "
    assert BeautifulSoup(bar_chart([], "Nothing"), "lxml").select("rect") == []


@pytest.mark.parametrize(
    ("age", "text"),
    [
        (timedelta(seconds=20), "just now"),
        (timedelta(minutes=5, seconds=20), "5 minutes ago"),
        (timedelta(hours=26), "1 day ago"),
        (-timedelta(seconds=30), "in a moment"),
        (-timedelta(hours=3, minutes=1), "in 3 hours"),
    ],
)
def test_moments(age: timedelta, text: str) -> None:
    assert spoken(timezone.now() - age) == text


def test_a_moment_has_its_full_time() -> None:
    value = timezone.now() - timedelta(minutes=90)
    assert f'title="{value:%Y-%m-%d %H:%M} UTC">1 hour ago</time>' in moment(value)
    assert moment(None) == "never"
