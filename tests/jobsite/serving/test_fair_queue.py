"""Clients take turns for the threads."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from jobsite.serving import fair_queue
from jobsite.serving.fair_queue import MAX_WAITING_PER_CLIENT, FairQueue
from jobsite.serving.recent_use import HALF_LIFE_SECONDS, HEAVY_SECONDS, MAX_CLIENTS, RecentUse
from listings.search.results.processor_time import map_charged
from tests.processes import until


class Request:
    """Runs until `done` is set."""

    def __init__(self, client: str, done: threading.Event, order: list[str]) -> None:
        self.client, self.done, self.order = client, done, order
        self.outcome = ""

    def service(self) -> None:
        self.order.append(self.client)
        self.outcome = "running"
        self.done.wait(60)
        self.outcome = "served"

    def refuse(self) -> None:
        self.outcome = "refused"

    def cancel(self) -> None:
        self.outcome = "cancelled"


@pytest.fixture
def done() -> Iterator[threading.Event]:
    event = threading.Event()
    yield event
    event.set()


def outcomes(requests: list[Request]) -> list[str]:
    return [request.outcome for request in requests]


def test_one_client_has_half_of_the_threads_and_others_find_one(done: threading.Event) -> None:
    queue, order = FairQueue(4), list[str]()
    greedy = [Request("greedy", done, order) for _ in range(8)]
    for request in greedy:
        queue.add_task(request)
    until(lambda: outcomes(greedy).count("running") == 2)
    reader = Request("reader", done, order)
    queue.add_task(reader)
    until(lambda: reader.outcome == "running")
    assert outcomes(greedy) == ["running"] * 2 + [""] * 6
    assert queue.longest_run() > 0
    done.set()
    until(lambda: not queue.is_busy)
    assert outcomes(greedy) == ["served"] * 8
    assert queue.finished_count == 9
    queue.shutdown()


def test_clients_that_wait_take_turns(done: threading.Event) -> None:
    queue, order = FairQueue(2), list[str]()
    for client in ("a", "b"):
        queue.add_task(Request(client, done, order))
    until(lambda: len(order) == 2)
    order.clear()
    free = threading.Event()
    free.set()
    for client in "ccccdde":
        queue.add_task(Request(client, free, order))
    done.set()
    until(lambda: len(order) == 7)
    # Both threads run at once, so that neighbours may have changed places.
    assert set(order[:3]) == {"c", "d", "e"}
    queue.shutdown()


def test_heavy_clients_together_leave_threads_to_others(done: threading.Event) -> None:
    queue, order = FairQueue(4), list[str]()
    for number in range(8):
        queue.recent_use.add(f"greedy {number}", 2 * HEAVY_SECONDS, time.monotonic())
    greedy = [Request(f"greedy {number}", done, order) for number in range(8)]
    for request in greedy:
        queue.add_task(request)
    until(lambda: outcomes(greedy).count("running") == 2)
    reader = Request("reader", done, order)
    queue.add_task(reader)
    until(lambda: reader.outcome == "running")
    assert outcomes(greedy) == ["running"] * 2 + [""] * 6
    done.set()
    until(lambda: not queue.is_busy)
    assert outcomes(greedy) == ["served"] * 8
    queue.shutdown()


def test_what_was_used_fades_and_few_clients_are_remembered() -> None:
    use = RecentUse()
    use.add("greedy", 2 * HEAVY_SECONDS, 100.0)
    assert use.is_heavy("greedy", 100.0)
    assert not use.is_heavy("greedy", 101.0 + HALF_LIFE_SECONDS)
    assert not use.is_heavy("reader", 100.0)
    for number in range(MAX_CLIENTS):
        use.add(number, 0.01, 100.0)
    assert len(use.used) <= MAX_CLIENTS
    assert use.is_heavy("greedy", 100.0)


def test_too_many_of_one_client_are_refused(done: threading.Event) -> None:
    queue, order = FairQueue(2), list[str]()
    requests = [Request("greedy", done, order) for _ in range(MAX_WAITING_PER_CLIENT + 3)]
    queue.add_task(requests[0])
    until(lambda: requests[0].outcome == "running")
    for request in requests[1:]:
        queue.add_task(request)
    queue.refuse_excess()
    assert outcomes(requests)[-3:] == ["", "refused", "refused"]
    reader = Request("reader", done, order)
    queue.add_task(reader)
    until(lambda: reader.outcome == "running")
    queue.shutdown()
    assert outcomes(requests)[1:3] == ["cancelled"] * 2


def test_what_has_waited_too_long_is_refused(done: threading.Event, monkeypatch: pytest.MonkeyPatch) -> None:
    queue, order = FairQueue(2), list[str]()
    first, late = Request("greedy", done, order), Request("greedy", done, order)
    queue.add_task(first)
    until(lambda: first.outcome == "running")
    queue.add_task(late)
    monkeypatch.setattr(fair_queue, "MAX_WAIT_SECONDS", 0.0)
    done.set()
    until(lambda: late.outcome == "refused")
    queue.shutdown()


def test_a_request_that_breaks_leaves_its_thread(done: threading.Event, caplog: pytest.LogCaptureFixture) -> None:
    class Broken(Request):
        def service(self) -> None:
            raise ValueError("broken")

    queue = FairQueue(2)
    for _ in range(4):
        queue.add_task(Broken("greedy", done, []))
    until(lambda: queue.finished_count == 4)
    assert "A request of greedy failed outside the application." in caplog.text
    queue.shutdown()


class Delegated(Request):
    """Has another thread work for it."""

    def service(self) -> None:
        with ThreadPoolExecutor(1) as helpers:
            list(map_charged(helpers, self.work, [HEAVY_SECONDS]))
        super().service()

    @staticmethod
    def work(seconds: float) -> None:
        started = time.thread_time()
        while time.thread_time() - started < 1.2 * seconds:
            pass


class Forwarded(Request):
    """Of a proxy: once it is answered, nothing tells any longer whom it came from."""

    def service(self) -> None:
        super().service()
        self.client = "proxy"


def test_whoever_asked_through_a_proxy_is_charged(done: threading.Event) -> None:
    queue = FairQueue(2)
    done.set()
    queue.add_task(Forwarded("reader", done, []))
    until(lambda: queue.finished_count == 1)
    assert set(queue.recent_use.used) == {"reader"}
    queue.shutdown()


def test_work_of_other_threads_makes_a_client_heavy(done: threading.Event) -> None:
    queue, order = FairQueue(1), list[str]()
    done.set()
    queue.add_task(Delegated("delegating", done, order))
    queue.add_task(Request("reader", done, order))
    until(lambda: queue.finished_count == 2)
    amount, since = queue.recent_use.used["delegating"]
    assert amount > HEAVY_SECONDS
    assert queue.recent_use.is_heavy("delegating", since)
    assert not queue.recent_use.is_heavy("reader", since)
