"""The sitemap is written by a task and handed out as files."""

from __future__ import annotations

import gzip
import re
from datetime import timedelta
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from celery import Celery
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from kombu import Connection
from pytest_django.asserts import assertNumQueries
from pytest_django.fixtures import Settings

from jobsite.celery import app
from jobsite.tasks import write_sitemaps
from listings.models import Listing
from listings.web import sitemap_files, sitemaps
from tests.listings.making import listing_with

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.SITEMAP_DIR = tmp_path / "sitemaps"
    return tmp_path / "sitemaps"


def places(client: Client, address: str) -> list[tuple[str, str]]:
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/xml; charset=utf-8"
    soup = BeautifulSoup(response.content, "xml")
    return [
        (re.sub("^http://localhost:8000", "", place.loc.text), place.lastmod.text if place.lastmod else "")
        for place in soup.select("url, sitemap")
        if place.loc
    ]


def test_it_holds_open_real_listings_with_true_times(client: Client) -> None:
    changed = timezone.now() - timedelta(days=3)
    listing = listing_with(changed_at=changed)
    listing_with("Closed", closed_at=timezone.now(), closed_reason=Listing.Closed.GONE)
    listing_with("Hidden", hidden_at=timezone.now())
    listing_with("Merged", merged_into=listing)
    listing_with("Made up", is_sample=True)
    assert write_sitemaps() == 1
    section = f"/sitemap-jobs-{listing.pk // 10_000}.xml"
    stated = changed.isoformat()
    assert places(client, "/sitemap.xml") == [("/sitemap-pages.xml", ""), (section, stated)]
    assert places(client, section) == [(listing.get_absolute_url(), stated)]


def test_its_sections_are_bounded_and_go_with_their_listings(client: Client, folder: Path) -> None:
    for pk in (9_999, 10_000, 19_999):
        listing_with(pk=pk)
    write_sitemaps()
    assert [address for address, _ in places(client, "/sitemap.xml")[1:]] == [
        "/sitemap-jobs-0.xml",
        "/sitemap-jobs-1.xml",
    ]
    assert len(places(client, "/sitemap-jobs-1.xml")) == 2
    assert client.get("/sitemap-jobs-2.xml").status_code == 404
    Listing.objects.filter(pk=9_999).update(closed_at=timezone.now(), closed_reason=Listing.Closed.GONE)
    write_sitemaps()
    assert client.get("/sitemap-jobs-0.xml").status_code == 404
    assert sorted(path.name for path in folder.iterdir()) == ["lock", "sitemap-jobs-1.xml.gz", "sitemap.xml.gz"]


def test_files_are_handed_out_compressed_and_without_a_query(client: Client) -> None:
    section = listing_with().pk // 10_000
    write_sitemaps()
    with assertNumQueries(0):
        response = client.get(f"/sitemap-jobs-{section}.xml", headers={"Accept-Encoding": "gzip"})
        plain = client.get(f"/sitemap-jobs-{section}.xml")
    assert response["Content-Encoding"] == "gzip"
    assert gzip.decompress(response.content) == plain.content
    assert "Accept-Encoding" in plain["Vary"]
    unchanged = client.get(f"/sitemap-jobs-{section}.xml", headers={"If-Modified-Since": response["Last-Modified"]})
    assert unchanged.status_code == 304


def test_the_first_reader_has_them_written_once(client: Client, folder: Path) -> None:
    cache.clear()
    listing_with()
    with Connection(app.conf.broker_url) as broker:
        queue = broker.SimpleQueue("celery")
        queue.clear()
        responses = [client.get(path) for path in ("/sitemap.xml", "/sitemap-jobs-0.xml", "/sitemap.xml")]
        assert [response.status_code for response in responses] == [503] * 3
        assert {response["Retry-After"] for response in responses} == {str(sitemaps.RETRY_SECONDS)}
        assert queue.qsize() == 1
        assert queue.get(timeout=300).headers["task"] == write_sitemaps.name
        queue.clear()
        queue.close()


def test_a_broker_that_is_gone_is_no_error(client: Client, settings: Settings) -> None:
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://127.0.0.1:1/0"}
    }
    assert client.get("/sitemap.xml").status_code == 503


@pytest.mark.parametrize("digits", [10, 300, 4000, 5000])
def test_a_section_that_no_site_has_is_no_page(client: Client, digits: int) -> None:
    assert client.get(f"/sitemap-jobs-{'9' * digits}.xml").status_code == 404


def test_one_writes_at_a_time() -> None:
    with sitemap_files.writing() as may_write:
        assert may_write
        assert write_sitemaps() == 0


def test_it_is_written_every_hour() -> None:
    assert isinstance(app, Celery)
    entry = app.conf.beat_schedule[write_sitemaps.name]
    assert (entry["task"], entry["schedule"]) == (write_sitemaps.name, timedelta(hours=1))
