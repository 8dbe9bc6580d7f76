"""A request that does not end costs its client, and the worker that it holds."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from django.test import RequestFactory
from pytest_django.fixtures import Settings

from jobsite.serving import worker
from jobsite.serving.fair_queue import FairQueue
from listings.web import spending, unfinished_pages
from listings.web.spending import DEBTS, UNFINISHED
from tests.processes import until


class Page:
    """Keeps its thread busy until `done` is set."""

    client = "192.0.2.9"

    def __init__(self, done: threading.Event) -> None:
        self.done = done
        self.request = RequestFactory().get("/", REMOTE_ADDR=self.client)

    def service(self) -> None:
        with UNFINISHED.making(self.request):
            while not self.done.is_set():
                pass

    def refuse(self) -> None:
        raise AssertionError("it waited too long")

    cancel = refuse


@pytest.fixture
def done() -> Iterator[threading.Event]:
    event = threading.Event()
    yield event
    event.set()


@pytest.mark.skipif(not unfinished_pages.CAN_MEASURE, reason="this system does not tell what another thread has used")
def test_its_client_is_charged_before_the_worker_is_replaced(
    done: threading.Event, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.CLIENT_SHARE, settings.CLIENT_BURST = 1, 0
    monkeypatch.setattr(worker, "MAX_PROCESSOR_SECONDS", 1.5)
    monkeypatch.setattr(unfinished_pages, "LOOK_SECONDS", 0.05)
    monkeypatch.setattr(DEBTS, "retry_at", 0.0)
    queue, page = FairQueue(2), Page(done)
    assert worker.overdue(queue) == ""
    queue.add_task(page)
    until(lambda: worker.overdue(queue) != "")
    assert worker.overdue(queue) == "A request has used more than 2 s of processor time"
    # A second of work is paid off with a hundredth in each, of which some have passed.
    assert DEBTS.seconds_to_wait(page.request) > 60
    done.set()
    until(lambda: not queue.is_busy)
    queue.shutdown()
    until(lambda: spending.charge_unfinished() == 0)


def test_one_that_only_waits_has_a_limit_as_well(done: threading.Event, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "MAX_REQUEST_SECONDS", 0.05)
    queue = FairQueue(2)
    queue.add_task(Page(done))
    until(lambda: queue.longest_run() > 0.05)
    assert "A request has run for more than" in worker.overdue(queue)
    done.set()
    until(lambda: not queue.is_busy)
    queue.shutdown()
