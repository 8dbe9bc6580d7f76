"""Who comes to the site meanwhile: a reader, whose waits count, and clients that take what they can get."""

from __future__ import annotations

import random
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import quote

import requests

from tests.benchmarks.from_address import session_from
from tests.benchmarks.slow_clients import dawdling_clients

PAGES = ("/", "/jobs/?q=python", "/jobs/?category=engineering&my_country=DE", "/guide/", "/jobs/?page=3", "/jobs.json")
WORDS = ("python", "design", "remote", "senior", "sales", "data", "support", "nurse", "writer", "go", "rust", "legal")
GREEDY = (
    "/jobs/?per_page=100&page={number}",
    "/jobs/?q={word}+{other}&sort=new",
    "/jobs/?q={word}&country=US&salary_min={number}000",
    "/sitemap.xml",
    "/jobs/feed.atom?q={word}",
    "/fit/?my_country=US",
)
SEED_PIECES = ("%00", "%ff", "%F0%9F%92%A9", "<script>", '"', "'", "[]", "=", "&" * 50, "a" * 3000, "²", "-1", "1e999")
NAMES = ("q", "page", "per_page", "country", "salary_min", "sort", "my_tz", "my_country", "skill", "fit", "in", "zzz")
PATHS = (
    "/jobs/",
    "/jobs.json",
    "/jobs/suggest",
    "/fit/",
    "/situation/",
    "/jobs/1/",
    "/admin/login/",
    "/following/news",
)
PAUSE_SECONDS = 1.0
PATIENCE_SECONDS = 20


@dataclass
class Reader:
    """Seconds for each page that came, and what came instead of the others."""

    port: int
    waits: list[float] = field(default_factory=list)
    refused: Counter[str] = field(default_factory=Counter)
    longest_gap: float = 0.0
    """Seconds without a single page."""

    def read(self, stop: threading.Event) -> None:
        last, turn = time.monotonic(), 0
        while not stop.is_set():
            started = time.monotonic()
            outcome = request(f"http://127.0.0.1:{self.port}{PAGES[turn % len(PAGES)]}")
            turn += 1
            if outcome == "200":
                now = time.monotonic()
                self.waits.append(now - started)
                self.longest_gap, last = max(self.longest_gap, now - last), now
            else:
                self.refused[outcome] += 1
            stop.wait(PAUSE_SECONDS)
        self.longest_gap = max(self.longest_gap, time.monotonic() - last)

    def quantile(self, share: float) -> float:
        ordered = sorted(self.waits)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else float("inf")


def request(address: str) -> str:
    """The status, or the kind of failure."""
    try:
        return str(requests.get(address, timeout=PATIENCE_SECONDS).status_code)
    except requests.RequestException as error:
        return type(error).__name__


@dataclass
class Nuisance:
    """A client with an address of its own that asks for `path(rng)` again and again. `statuses` counts the answers."""

    port: int
    source: str
    path: Callable[[random.Random], str]
    statuses: Counter[int] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)
    """Paths that were answered by 500."""

    def pester(self, stop: threading.Event, rng: random.Random, pause: float) -> None:
        with session_from(self.source) as session:
            while not stop.wait(pause):
                path = self.path(rng)
                try:
                    status = session.get(f"http://127.0.0.1:{self.port}{path}", timeout=PATIENCE_SECONDS).status_code
                # The web server may have been killed this second.
                except requests.RequestException:
                    continue
                self.statuses[status] += 1
                if status == 500:
                    self.broken.append(path[:200])


def greedy_path(rng: random.Random) -> str:
    return rng.choice(GREEDY).format(number=rng.randint(1, 50), word=rng.choice(WORDS), other=rng.choice(WORDS))


def noise_path(rng: random.Random) -> str:
    pairs = (f"{rng.choice(NAMES)}={quote(rng.choice(SEED_PIECES), safe='%')}" for _ in range(rng.randint(1, 6)))
    return f"{rng.choice(PATHS)}?{'&'.join(pairs)}"


@contextmanager
def clients(port: int, seed: int) -> Iterator[tuple[Reader, list[Nuisance]]]:
    """One reader; eight greedy clients, two that send noise, 200 that drip headers and 50 that drip bodies."""
    stop, reader = threading.Event(), Reader(port)
    nuisances = [Nuisance(port, f"127.7.0.{number}", greedy_path) for number in range(1, 9)]
    nuisances += [Nuisance(port, f"127.7.1.{number}", noise_path) for number in range(1, 3)]
    threads = [threading.Thread(target=reader.read, args=(stop,))]
    threads += [
        threading.Thread(target=nuisance.pester, args=(stop, random.Random(f"{seed} {number}"), 0.3))
        for number, nuisance in enumerate(nuisances)
    ]
    with (
        dawdling_clients("headers", 200, port, spread=False),
        dawdling_clients("body", 50, port, spread=True),
    ):
        for thread in threads:
            thread.start()
        try:
            yield reader, nuisances
        finally:
            stop.set()
            for thread in threads:
                thread.join()
