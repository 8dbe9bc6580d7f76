"""What other threads do for a request is charged to it, and to no other."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from listings.search.query.search import Search
from listings.search.results.find import find
from listings.search.results.processor_time import map_charged, used_seconds
from tests.listings.indexing import Reindex
from tests.listings.making import listing_with

SHARE = 0.05


def work(seconds: float) -> float:
    """Takes so much processor time of the thread that runs it."""
    started = time.thread_time()
    while time.thread_time() - started < seconds:
        pass
    return seconds


def test_work_of_helpers_is_charged_to_who_asks() -> None:
    started, own = used_seconds(), time.thread_time()
    with ThreadPoolExecutor(2) as helpers:
        assert list(map_charged(helpers, work, [SHARE, SHARE])) == [SHARE, SHARE]
    charged = used_seconds() - started
    assert charged - (time.thread_time() - own) >= 2 * SHARE


def test_other_threads_are_charged_nothing() -> None:
    charged: list[float] = []

    def other() -> None:
        started, own = used_seconds(), time.thread_time()
        asked.wait()
        charged.append(used_seconds() - started - (time.thread_time() - own))

    asked = threading.Event()
    thread = threading.Thread(target=other)
    thread.start()
    with ThreadPoolExecutor(1) as helpers:
        list(map_charged(helpers, work, [SHARE]))
    asked.set()
    thread.join()
    assert charged[0] < SHARE / 10


@pytest.mark.django_db
def test_a_search_is_charged_what_its_counting_threads_take(reindex: Reindex) -> None:
    # So long a phrase of a text is no matter of count tables.
    text = "We build and mend the old wooden boats that other yards no longer want"
    listing_with(html=f"<p>{text}.</p>")
    reindex()
    started, own = used_seconds(), time.thread_time()
    assert find(Search(q=f'"{text}"')).total == 1
    by_helpers = used_seconds() - started - (time.thread_time() - own)
    assert by_helpers > 0
