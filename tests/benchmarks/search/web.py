"""Whole pages by HTTP, from gunicorn as `manage.py up` starts it; and what one of its workers holds in memory."""

from __future__ import annotations

import http.client
import socket
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil
from django.conf import settings
from django.db import connections

from jobsite.allinone import up
from tests.benchmarks.search.figures import Figures, spread
from tests.processes import free_port, running, until

WORKERS = 2
CLIENTS = 4
"""Connections that ask at the same time, in the part that looks for the most requests a second."""
LONGEST = 40.0
KEPT, REPEATS = 40, 75
"""So many pages are asked for again, each so many times."""


@dataclass
class Asked:
    times: list[float] = field(default_factory=list)
    statuses: dict[int, int] = field(default_factory=dict)
    tags: list[str] = field(default_factory=list)


def measure(queries: Sequence[str], others: Sequence[str], later: Sequence[str]) -> dict[str, Any]:
    """`others` are asked by several at once, `later` by one: what was asked before is remembered in part."""
    addresses = [f"/jobs/?{query}" for query in queries]
    with _server() as (port, process):
        first = _ask(port, addresses[:8])
        one = _ask(port, addresses)
        before, begun = _processor_seconds(process), time.perf_counter()
        several = _together(port, [f"/jobs/?{query}" for query in others])
        seconds = time.perf_counter() - begun
        rate = len(several.times) / seconds
        used = _used(before, _processor_seconds(process), seconds * (psutil.cpu_count() or 1))
        warm = _ask(port, [f"/jobs/?{query}" for query in later])
        found: dict[str, Any] = {
            "one connection": spread(one.times),
            "one connection, warm": spread(warm.times),
            f"{CLIENTS} connections": {**spread(several.times), "rate": round(rate, 1)},
            "processor": {name: round(1000 * each / len(several.times), 1) for name, each in used.items()},
            "statuses": _counted(first, one, several, warm),
            "memory": memory(process),
        }
        # Names of pages last a minute, so that these are asked anew.
        again = _ask(port, addresses[:KEPT])
        if any(again.tags):
            found["conditional"] = _conditional(port, list(zip(addresses, again.tags, strict=False)))
    return found


@contextmanager
def _server() -> Iterator[tuple[int, psutil.Process]]:
    port = free_port()
    settings.HOST, settings.PORT = "127.0.0.1", port
    own = {"HOST": settings.HOST, "PORT": str(port), "WEB_WORKERS": str(WORKERS), "CLIENT_SHARE": "0"}
    web = next(child for child in up.children() if child.name == "web")
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "web.log"
        with running(*web.command[1:], log=log, INDEX_DIR=str(settings.INDEX_DIR), **own) as process:
            until(up.is_answering, log=log)
            yield port, psutil.Process(process.pid)


def _processor_seconds(web: psutil.Process) -> dict[str, list[float]]:
    """What the processes of each kind have used so far: workers, PostgreSQL's for this database, and this one."""
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT pid FROM pg_stat_activity WHERE datname = current_database() ORDER BY pid")
        serving = [psutil.Process(pid) for (pid,) in cursor.fetchall()]
    of = {"web workers": web.children(), "PostgreSQL": serving, "the clients": [psutil.Process()]}
    return {name: [sum(each.cpu_times()[:2]) for each in processes] for name, processes in of.items()}


def _used(before: dict[str, list[float]], after: dict[str, list[float]], available: float) -> dict[str, float]:
    """The processor seconds between, by kind, what the busiest worker had of them, and what nobody had."""
    used = {name: sum(after[name]) - sum(before[name]) for name in after}
    nobody = max(0.0, available - sum(used.values()))
    busiest = max(late - early for early, late in zip(before["web workers"], after["web workers"], strict=True))
    return {"web workers": used.pop("web workers"), "… the busiest of them": busiest, **used, "nobody": nobody}


def _ask(port: int, addresses: Sequence[str]) -> Asked:
    asked, ends = Asked(), time.monotonic() + LONGEST
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    for address in addresses:
        begun = time.perf_counter()
        connection.request("GET", address)
        answer = connection.getresponse()
        answer.read()
        asked.times.append(time.perf_counter() - begun)
        asked.statuses[answer.status] = asked.statuses.get(answer.status, 0) + 1
        asked.tags.append(answer.headers.get("ETag") or "")
        if time.monotonic() > ends:
            break
    connection.close()
    return asked


def _together(port: int, addresses: Sequence[str]) -> Asked:
    """Every connection asks its share of the addresses."""
    shares: list[Asked] = []

    def ask(number: int) -> None:
        shares.append(_ask(port, addresses[number::CLIENTS]))

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return Asked([second for one in shares for second in one.times], _counted(*shares))


def _counted(*several: Asked) -> dict[int, int]:
    found: dict[int, int] = {}
    for one in several:
        for status, count in one.statuses.items():
            found[status] = found.get(status, 0) + count
    return found


def _conditional(port: int, tagged: Sequence[tuple[str, str]]) -> Figures:
    """What a reader or a feed that comes again asks: has it changed?"""
    kept = [(address, tag) for address, tag in tagged if tag]
    shares = [(kept * REPEATS)[number::CLIENTS] for number in range(CLIENTS)]
    begun = time.perf_counter()
    with ThreadPoolExecutor(CLIENTS) as threads:
        asked = list(threads.map(lambda share: _ask_unchanged(port, share), shares))
    seconds = time.perf_counter() - begun
    times, unchanged = [second for times, _ in asked for second in times], sum(count for _, count in asked)
    return {**spread(times), "rate": round(len(times) / seconds, 1), "unchanged": round(unchanged / len(times), 3)}


def _ask_unchanged(port: int, tagged: Sequence[tuple[str, str]]) -> tuple[list[float], int]:
    """Over bare sockets: Python's client would use more of the two cores than the server. How many were unchanged."""
    times, unchanged = [], 0
    connection = socket.create_connection(("127.0.0.1", port), timeout=30)
    for address, tag in tagged:
        begun = time.perf_counter()
        connection.sendall(f"GET {address} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nIf-None-Match: {tag}\r\n\r\n".encode())
        answer = connection.recv(65_536)
        times.append(time.perf_counter() - begun)
        if answer.startswith(b"HTTP/1.1 304 ") and answer.endswith(b"\r\n\r\n"):
            unchanged += 1
        else:
            # A page, of which this is the beginning.
            connection.close()
            connection = socket.create_connection(("127.0.0.1", port), timeout=30)
    connection.close()
    return times, unchanged


def memory(process: psutil.Process) -> dict[str, float]:
    """Of the worker that holds most, in MiB: all that is mapped; its share; what is its own and not a file's."""
    held = [(child.memory_full_info(), child) for child in process.children()]
    most, child = max(held, key=lambda one: one[0].rss)
    shown = {"rss": most.rss, "own": most.uss}
    if psutil.LINUX:
        # Without pages of the index that no other worker has read yet, which are no less the file's.
        shown["own"] = sum(one.private_dirty for one in child.memory_maps())
    if hasattr(most, "pss"):
        shown["pss"] = most.pss
    if hasattr(most, "shared"):
        shown["anonymous"] = most.rss - most.shared
    return {name: round(size / 2**20, 1) for name, size in shown.items()}
