"""A page that a reader already has is not made again."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.http import HttpResponseBase
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertNumQueries

from listings.models import Listing
from tests.listings.indexing import Reindex
from tests.listings.making import listing_with

pytestmark = pytest.mark.django_db

PAGES = ["/", "/jobs/", "/jobs/?q=developer&category=none&page=1", "/jobs.json?q=developer", "/jobs.rss"]


def again(client: Client, address: str, first: HttpResponseBase, **headers: str) -> int:
    return client.get(address, headers={"If-None-Match": first["ETag"], **headers}).status_code


@pytest.mark.parametrize("address", PAGES)
def test_it_is_told_unchanged_without_a_query(client: Client, reindex: Reindex, address: str) -> None:
    listing_with()
    reindex()
    now = timezone.now()
    with time_machine.travel(now, tick=False):
        first = client.get(address, follow=True)
        assert first["Cache-Control"] == "no-cache"
        with assertNumQueries(0):
            assert again(client, first.request["PATH_INFO"] + "?" + first.request["QUERY_STRING"], first) == 304
    with time_machine.travel(now + timedelta(minutes=1), tick=False):
        assert again(client, address, first) in (200, 302)


@pytest.mark.parametrize("address", ["/jobs/", "/jobs/suggest?q=dev"])
def test_an_unchanged_page_may_be_kept_as_long_as_the_page(client: Client, reindex: Reindex, address: str) -> None:
    listing_with()
    reindex()
    with time_machine.travel(timezone.now(), tick=False):
        first = client.get(address)
        for method in (client.get, client.head):
            unchanged = method(address, headers={"If-None-Match": first["ETag"]})
            assert unchanged.status_code == 304
            assert [unchanged[name] for name in ("ETag", "Cache-Control")] == [first["ETag"], first["Cache-Control"]]


def test_forms_and_unknown_addresses_are_never_unchanged(client: Client, reindex: Reindex) -> None:
    reindex()
    with time_machine.travel(timezone.now(), tick=False):
        name = {"If-None-Match": client.get("/jobs/")["ETag"]}
        assert client.get("/jobs/nowhere/", headers=name).status_code == 404
        assert client.post("/jobs/", headers=name).status_code != 304


def test_what_changes_is_told_at_once(client: Client, reindex: Reindex) -> None:
    listing = listing_with()
    reindex()
    with time_machine.travel(timezone.now(), tick=False):
        first = client.get("/jobs/")
        assert b"1 open job" in first.content
        Listing.objects.filter(pk=listing.pk).update(hidden_at=timezone.now())
        reindex()
        assert again(client, "/jobs/", first) == 200


def test_other_answers_of_an_address_have_other_names(client: Client, reindex: Reindex) -> None:
    listing_with()
    reindex()
    with time_machine.travel(timezone.now(), tick=False):
        page = client.get("/jobs/")
        assert again(client, "/jobs/?q=developer", page) == 200
        assert again(client, "/jobs/", page, **{"HX-Request": "true"}) == 200
        assert again(client, "/jobs/", page) == 304


def test_mistakes_and_pages_without_an_index_have_no_name(client: Client, reindex: Reindex, no_index: None) -> None:
    for address, status in (("/jobs/?colour=red", 400), ("/jobs/?utm_source=x", 302), ("/jobs/", 200)):
        answer = client.get(address)
        assert answer.status_code == status
        assert not answer.has_header("ETag")


def test_a_mistake_is_not_told_unchanged(client: Client, reindex: Reindex) -> None:
    reindex()
    with time_machine.travel(timezone.now(), tick=False):
        assert not client.get("/jobs/?colour=red").has_header("ETag")
