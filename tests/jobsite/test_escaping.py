"""No page loses an escape: hostile text in every slot that is filled from outside arrives as text."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client
from lxml import etree
from pytest_django.fixtures import Settings

from jobsite import guide_boards
from jobsite.tasks import write_sitemaps
from listings.models import Listing
from listings.web import cards, context_processors
from tests.jobsite.hostile_rows import (
    ATTACK,
    hostile,
    hostile_listings,
    hostile_pages,
    use_hostile_source,
    write_hostile_chapter,
)
from tests.listings.indexing import Reindex, no_index, reindex

__all__ = ["no_index", "reindex"]
pytestmark = pytest.mark.django_db

ADDRESSES = ("href", "src", "action", "hx-get", "cite")
DATA = "application/ld+json"


@pytest.fixture(autouse=True)
def nothing_remembered() -> Iterator[None]:
    yield
    cards.publisher.cache_clear()
    context_processors.forget()
    guide_boards.forget()


@pytest.fixture
def hostile_rows(
    monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path, reindex: Reindex
) -> list[Listing]:
    settings.GUIDE_CONTENT, settings.CONTACT = tmp_path, hostile("contact")
    write_hostile_chapter(tmp_path)
    use_hostile_source(monkeypatch)
    listings = hostile_listings()
    reindex()
    return listings


def is_suspicious(tag: Tag) -> bool:
    """True of elements that only a lost escape makes."""
    if tag.name == "script" and "src" not in tag.attrs and tag.get("type") != DATA:
        return True
    # What breaks out of its quotes leaves attributes of odd names.
    if any(name.startswith("on") or not re.fullmatch(r"[a-zA-Z][\w:.-]*", name) for name in tag.attrs):
        return True
    return any(re.match(r"\s*javascript:", str(tag.get(name, "")), re.IGNORECASE) for name in ADDRESSES)


def suspicious_elements(html: str) -> list[str]:
    return [str(tag)[:200] for tag in BeautifulSoup(html, "html.parser").find_all(is_suspicious)]


def all_text(html: str) -> str:
    """All that a browser takes as text: that of elements and of attributes."""
    soup = BeautifulSoup(html, "html.parser")
    attributes = [str(value) for tag in soup.find_all(True) for value in tag.attrs.values()]
    return "\n".join([soup.get_text(), *attributes])


@pytest.mark.parametrize(
    "html", [ATTACK, f'<a title="{ATTACK}">x</a>', f"<a title='{ATTACK}'>x</a>", '<a href=" JavaScript:x()">x</a>']
)
def test_a_lost_escape_is_noticed(html: str) -> None:
    assert suspicious_elements(f"<p>{html}</p>")


def test_hostile_text_arrives_as_text(client: Client, hostile_rows: list[Listing]) -> None:
    for page in hostile_pages(hostile_rows):
        response = page.response(client)
        html = response.content.decode()
        assert response.status_code == page.status, page
        assert suspicious_elements(html) == [], page
        visible = all_text(html)
        assert [text for text in page.texts if text not in visible] == [], page


def test_data_for_search_engines_cannot_end_its_script(client: Client, hostile_rows: list[Listing]) -> None:
    soup = BeautifulSoup(client.get(hostile_rows[0].get_absolute_url()).content, "html.parser")
    (script,) = soup.select(f'script[type="{DATA}"]')
    data = json.loads(str(script.string))
    assert (data["title"], data["hiringOrganization"]["name"]) == (hostile("title"), hostile("company"))


@pytest.mark.parametrize("fragment", [False, True])
def test_pages_without_an_index_lose_none(
    client: Client, hostile_rows: list[Listing], no_index: None, fragment: bool
) -> None:
    headers = {"HX-Request": "true"} if fragment else {}
    response = client.get("/jobs/", {"q": hostile("words"), "company": hostile_rows[0].company.slug}, headers=headers)
    html = response.content.decode()
    assert "The search is being rebuilt." in html
    assert suspicious_elements(html) == []
    assert hostile("company") in all_text(html)


def test_feeds_and_sitemaps_lose_none(
    client: Client, hostile_rows: list[Listing], settings: Settings, tmp_path: Path
) -> None:
    channel = etree.fromstring(client.get("/jobs.rss").content).find("channel")
    assert channel is not None
    descriptions = [item.findtext("description") or "" for item in channel.findall("item")]
    items = json.loads(client.get("/jobs.json").content)["items"]
    titles = {f"{hostile(title)}, {hostile('company')}" for title in ("title", "second")}
    assert {item.findtext("title") for item in channel.findall("item")} == {item["title"] for item in items} == titles
    for html in (*descriptions, *(item["content_html"] for item in items)):
        assert suspicious_elements(html) == []
    settings.SITEMAP_DIR = tmp_path / "sitemaps"
    write_sitemaps()
    for address in ("/sitemap.xml", "/sitemap-pages.xml", "/sitemap-jobs-0.xml"):
        response = client.get(address)
        xml = b"".join(response) if response.streaming else response.content
        assert len(etree.fromstring(gzip.decompress(xml) if response.get("Content-Encoding") == "gzip" else xml))
    assert json.loads(client.get("/jobs.json", {"q": hostile("words")}).content)["items"] == []
