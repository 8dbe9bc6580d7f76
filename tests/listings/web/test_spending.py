"""One client may not have pages made without end."""

from __future__ import annotations

import logging
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from pytest_django.fixtures import Settings

from listings.search.results.processor_time import map_charged
from listings.web import spending, unfinished_pages
from listings.web.client_address import salt
from listings.web.spending import DEBTS, UNFINISHED, SpendingMiddleware, charge_unfinished
from tests.listings.indexing import Reindex
from tests.listings.making import listing_with

pytestmark = pytest.mark.django_db

STRANGER = "192.0.2.66"


@pytest.fixture(autouse=True)
def limits(settings: Settings, reindex: Reindex) -> None:
    cache.clear()
    salt.cache_clear()
    DEBTS.retry_at = 0.0
    settings.CLIENT_SHARE, settings.CLIENT_BURST = 10, 20
    listing_with()
    reindex()


def spend(seconds: float, address: str = "127.0.0.1") -> None:
    DEBTS.charge(RequestFactory().get("/", REMOTE_ADDR=address), seconds)


@pytest.mark.parametrize("path", ["/", "/jobs/", "/jobs/?q=python", "/jobs.json", "/jobs.rss", "/share.png", "/about/"])
def test_a_client_in_debt_waits(client: Client, path: str) -> None:
    # The first page of a process costs a second: its templates are compiled.
    client.get(path, REMOTE_ADDR=STRANGER)
    spend(19)
    assert client.get(path).status_code == 200
    spend(11)
    response = client.get(path)
    assert response.status_code == 429
    # Ten seconds too many, paid off with a tenth of a second in each.
    assert 80 <= int(response["Retry-After"]) <= 110
    assert response["Cache-Control"] == "no-store"
    assert "pages than one may" in response.content.decode()
    assert client.get(path, REMOTE_ADDR=STRANGER).status_code == 200


def test_making_pages_is_what_costs(client: Client, settings: Settings) -> None:
    request = RequestFactory().get("/")
    settings.CLIENT_BURST = 0
    for _ in range(3):
        client.get("/jobs/?per_page=100")
    assert DEBTS.seconds_to_wait(request) > 0


def test_debts_are_paid_off(client: Client, settings: Settings) -> None:
    settings.CLIENT_BURST, settings.CLIENT_SHARE = 1, 100
    spend(1.5)
    assert client.get("/about/").status_code == 429
    settings.CLIENT_BURST = 2
    assert client.get("/about/").status_code == 200


def test_what_costs_nothing_is_always_there(client: Client) -> None:
    kept = client.get("/jobs/")
    spend(1000)
    assert client.get("/jobs/", headers={"If-None-Match": "W/old"}).status_code == 429
    assert client.get("/jobs/", headers={"If-None-Match": kept["ETag"]}).status_code == 304
    assert client.get("/healthz").status_code == 200
    assert client.get("/static/css/site.css").status_code == 200


def test_without_valkey_pages_have_no_limit_and_that_is_logged_once(
    client: Client, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    settings.CACHE_URL = "redis://127.0.0.1:1/0"
    with caplog.at_level(logging.WARNING):
        assert [client.get("/about/").status_code for _ in range(5)] == [200] * 5
    assert [record.message for record in caplog.records] == [
        "Clients have no limits until Valkey answers again: ConnectionError."
    ]


def test_a_share_of_nothing_is_no_limit(client: Client, settings: Settings) -> None:
    spend(1000)
    settings.CLIENT_SHARE = 0
    assert client.get("/about/").status_code == 200


def test_what_other_threads_do_for_a_page_costs_as_well(client: Client, settings: Settings) -> None:
    """Beside the thread of the page itself, which does next to nothing here."""
    settings.CLIENT_BURST = 0

    def respond(request: HttpRequest) -> HttpResponse:
        with ThreadPoolExecutor(1) as helpers:
            list(map_charged(helpers, busy_for, [1.0]))
        return HttpResponse()

    request = RequestFactory().get("/")
    SpendingMiddleware(respond)(request)
    # A second of work is paid off with a tenth of a second in each.
    assert 9 <= DEBTS.seconds_to_wait(request) <= 12


def test_a_page_that_another_limit_refuses_costs_what_it_takes(settings: Settings) -> None:
    settings.CLIENT_BURST = 0

    def respond(request: HttpRequest) -> HttpResponse:
        busy_for(0.5)
        return HttpResponse(status=429)

    request = RequestFactory().get("/")
    SpendingMiddleware(respond)(request)
    assert 4 <= DEBTS.seconds_to_wait(request) <= 7


def test_a_refusal_lengthens_no_debt(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spending, "FREE_SECONDS", 0.0)
    spend(1000)
    waits = [int(client.get("/about/")["Retry-After"]) for _ in range(20)]
    assert max(waits) == waits[0]


@pytest.mark.skipif(not unfinished_pages.CAN_MEASURE, reason="this system does not tell what another thread has used")
def test_a_page_that_is_never_finished_is_charged_and_one_that_is_pays_once(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.CLIENT_BURST = 0
    monkeypatch.setattr(unfinished_pages, "LOOK_SECONDS", 0.0)
    request, busy, end = RequestFactory().get("/"), threading.Event(), threading.Event()

    def respond(request: HttpRequest) -> HttpResponse:
        busy_for(1.5)
        busy.set()
        end.wait(60)
        return HttpResponse()

    assert DEBTS.seconds_to_wait(request) == 0
    thread = threading.Thread(target=SpendingMiddleware(respond), args=(request,))
    thread.start()
    busy.wait(60)
    most_used = charge_unfinished()
    while_running = DEBTS.seconds_to_wait(request)
    charge_unfinished()
    end.set()
    thread.join()
    assert 1.5 <= most_used < 3
    # A second of work is paid off with a tenth of a second in each.
    assert while_running > 12
    assert 12 < DEBTS.seconds_to_wait(request) <= while_running + 2
    assert charge_unfinished() == 0
    assert not UNFINISHED.pages


def test_a_page_that_turns_out_to_be_free_gives_back_what_was_charged(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.CLIENT_BURST = 0
    monkeypatch.setattr(unfinished_pages, "LONG_SECONDS", 0.0)
    monkeypatch.setattr(unfinished_pages, "LOOK_SECONDS", 0.0)
    request = RequestFactory().get("/")

    def respond(request: HttpRequest) -> HttpResponse:
        busy_for(0.5)
        charge_unfinished()
        return HttpResponse(status=304)

    SpendingMiddleware(respond)(request)
    assert DEBTS.seconds_to_wait(request) <= 1


def busy_for(seconds: float) -> None:
    started = time.thread_time()
    while time.thread_time() - started < seconds:
        pass
