"""Rows with a million characters, older than the bounds or written by hand, hurt no page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client

from listings.models import Listing, Posting
from listings.models import listings as models_of_listings
from listings.search.index.documents import text_fields
from listings.search.index.rows import rows_of
from listings.web import sitemaps
from tests.examples import few
from tests.listings.indexing import Reindex, reindex
from tests.listings.making import listing_with

__all__ = ["reindex"]

pytestmark = pytest.mark.django_db
MILLION = 1_000_000
# A feed has the whole text of a job, every line break of it escaped.
MAX_PAGE = 600_000
PATHS: list[Callable[[Listing], str]] = [
    lambda listing: listing.get_absolute_url(),
    lambda listing: f"/jobs/cards/?id={listing.pk}",
    lambda listing: f"/jobs/{listing.pk}/share.png",
    lambda listing: f"/jobs/{listing.pk}/report",
    lambda listing: "/jobs/",
    lambda listing: "/jobs.json",
    lambda listing: "/jobs.rss",
    lambda listing: "/jobs.atom",
    lambda listing: "/",
]


def execute(statement: str, *values: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        assert cursor.rowcount


TEXTS = {"x": "x" * MILLION, "words": "word " * (MILLION // 5), "lines": "ж\n" * (MILLION // 2)}


@pytest.fixture(params=few(TEXTS))
def endless(request: pytest.FixtureRequest) -> Listing:
    listing = listing_with("Baker", facts={}, ad={"location": "Norway", "salary": "some"})
    text = TEXTS[request.param]
    execute("UPDATE listings_listing SET title = %s, places = ARRAY[%s]", text, text)
    execute("UPDATE listings_company SET name = %s", text)
    execute("UPDATE listings_posting SET html = %s", text)
    for name in ("title", "company", "location", "salary", "category"):
        path = "{" + name + "}"
        execute("UPDATE listings_posting SET ad = jsonb_set(ad, %s, to_jsonb(%s::text))", path, text)
    return Listing.objects.with_postings().get(pk=listing.pk)


def test_every_page_is_small(client: Client, endless: Listing, reindex: Reindex) -> None:
    reindex()
    for path_of in PATHS:
        response = client.get(path_of(endless))
        assert response.status_code == 200, path_of(endless)
        assert len(response.getvalue()) < MAX_PAGE, path_of(endless)


def test_the_sitemap_is_small(endless: Listing) -> None:
    section = sitemaps.section_xml(endless.pk // sitemaps.SECTION_SIZE)
    assert endless.get_absolute_url() in str(section)
    assert len(section) < 2000


def test_the_index_takes_no_more(endless: Listing) -> None:
    (row,) = rows_of([endless.pk])
    fields = text_fields(row)
    assert sum(len(term) for name in ("title", "company") for term in fields[name]) < 2000
    assert sum(len(term) for terms in fields.values() for term in terms) < 500_000


def test_of_thousands_of_ads_few_are_read_without_their_texts(monkeypatch: pytest.MonkeyPatch, client: Client) -> None:
    monkeypatch.setattr(models_of_listings, "MAX_READ_POSTINGS", 60)
    listing = listing_with("Baker")
    text = "<p>" + "bread " * 33_000 + "</p>"
    leading = listing.leading
    assert leading is not None
    values = {**Posting.objects.filter(pk=leading.pk).values().get(), "id": None, "html": text}
    Posting.objects.bulk_create(Posting(**{**values, "external_id": f"copy-{number}"}) for number in range(100))
    # Closed and long unseen, the leading ad would come last.
    Posting.objects.filter(pk=leading.pk).update(closed_at=listing.posted_at, last_seen_at=listing.posted_at)
    read = Listing.objects.with_postings().get(pk=listing.pk).postings.all()
    assert len(read) == 60
    assert leading in read
    assert all("html" in posting.get_deferred_fields() for posting in read)
    assert "and 51 more ads of the same job" in client.get(listing.get_absolute_url()).content.decode()


def test_a_job_that_a_board_lists_hundreds_of_times_is_a_page_like_others(client: Client) -> None:
    listing = listing_with("Baker")
    Posting.objects.bulk_create(
        Posting(**{**values, "pk": None, "external_id": f"copy-{number}"})
        for values in Posting.objects.filter(listing=listing).values()
        for number in range(400)
    )
    page = client.get(listing.get_absolute_url())
    assert page.status_code == 200
    assert len(page.content) < 100_000
    assert "and 351 more ads of the same job" in page.content.decode()
    feed = client.get("/jobs.json").json()
    assert len(feed["items"][0]["_listing"]["found_on"]) == 50


def test_listings_that_are_read_together_share_what_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models_of_listings, "MAX_READ_OF_PAGE", 12)
    for name in ("Baker", "Brewer"):
        values = Posting.objects.filter(listing=listing_with(name)).values().get()
        Posting.objects.bulk_create(
            Posting(**{**values, "id": None, "external_id": f"{name}-{number}"}) for number in range(10)
        )
    read = Listing.objects.with_postings(together=2)
    assert [len(listing.postings.all()) for listing in read] == [6, 6]
    assert all(listing.leading in listing.postings.all() for listing in read)
