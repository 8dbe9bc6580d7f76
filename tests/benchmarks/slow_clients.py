"""Pages for readers while clients dawdle: `python -m tests.benchmarks.slow_clients --write` (Linux, 15 minutes).

Clients that drip the headers or the body of a request, that read a response a few bytes at a time, or that say nothing
hold as many connections as they can and open new ones when they lose them. Meanwhile readers ask for pages: how long
they wait is measured, and with nobody dawdling how many pages a second the server gives and how much memory it takes.
`--servers` also measures other servers that are installed, with the same site behind them. Prints a table; `--write`
puts it into docs/reliability.md.
"""

from __future__ import annotations

import argparse
import asyncio
import multiprocessing
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import psutil
import requests

from tests.benchmarks.from_address import session_from
from tests.benchmarks.reliability_page import replace_section
from tests.benchmarks.site import ROOT, running_site
from tests.processes import free_port

COUNTS = (20, 200, 1000)
SECONDS = 8.0
PAGES = ("/", "/jobs/?q=python", "/jobs/?category=engineering", "/guide/", "/jobs/?page=3")
# A file, so that a thousand readers of it are a thousand slow connections and not the making of a thousand pages.
LARGE_FILE = re.compile(r'src="(/static/django_htmx/htmx[^"]+)"')
# The largest file that the site hands out.
LARGEST_FILE = re.compile(r'href="(/static/unfold/css/styles[^"]+)"')
# What a server reads at once.
PACKET_BYTES = 8192
GUNICORN = ("-m", "gunicorn", "jobsite.wsgi", "--preload", "--workers", "2", "--no-control-socket")
SERVERS: dict[str, Sequence[str]] = {
    "gunicorn, gthread": (*GUNICORN, "--worker-class", "gthread", "--threads", "4", "--bind", "127.0.0.1:{port}"),
    "waitress alone": (
        "-m", "waitress", "--listen=127.0.0.1:{port}", "--threads=8", "--connection-limit=2000",
        "--asyncore-use-poll", "jobsite.wsgi:application",
    ),
    "granian": (
        "-m", "granian", "--interface", "wsgi", "--workers", "2", "--blocking-threads", "4", "--host", "127.0.0.1",
        "--port", "{port}", "--http1-header-read-timeout", "20000", "jobsite.wsgi:application",
    ),
    "uvicorn": (
        "-m", "uvicorn", "--interface", "wsgi", "--workers", "2", "--port", "{port}", "--log-level", "warning",
        "jobsite.wsgi:application",
    ),
    "hypercorn": ("-m", "hypercorn", "--workers", "2", "--bind", "127.0.0.1:{port}", "wsgi:jobsite.wsgi:application"),
}  # fmt: skip


async def dawdle(kind: str, port: int, source: str) -> None:
    """One client for ever: what it may not finish it begins anew."""
    while True:
        try:
            client = socket.socket()
            # Small, or the system would take all of a response at once and be the slow client's memory.
            client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
            client.setblocking(False)
            client.bind((source, 0))
            await asyncio.get_running_loop().sock_connect(client, ("127.0.0.1", port))
            reader, writer = await asyncio.open_connection(sock=client, limit=512)
            try:
                await BEHAVIOURS[kind](reader, writer)
            finally:
                writer.close()
        except OSError:
            await asyncio.sleep(0.5)


async def drip_headers(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(b"GET / HTTP/1.1\r\nHost: localhost\r\n")
    await drip(reader, writer, b"X-A: b\r\n")


async def drip_body(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(b"POST /situation/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 20000\r\n")
    writer.write(b"Content-Type: application/x-www-form-urlencoded\r\n\r\n")
    await drip(reader, writer, b"a")


async def drip(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, piece: bytes) -> None:
    while not reader.at_eof():
        writer.write(piece)
        await writer.drain()
        # Also notices that the server has closed the connection.
        with suppress(TimeoutError):
            await asyncio.wait_for(reader.read(100), 1)


async def read_slowly(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    port = writer.get_extra_info("peername")[1]
    writer.write(f"GET {path_in(port, '/jobs/', LARGE_FILE)} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    while await reader.read(10):
        await asyncio.sleep(1)


async def read_nothing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    port = writer.get_extra_info("peername")[1]
    path = path_in(port, "/admin/login/", LARGEST_FILE)
    text = f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()
    writer.write(text * (PACKET_BYTES // len(text)))
    await asyncio.sleep(60)


@cache
def path_in(port: int, page: str, pattern: re.Pattern[str]) -> str:
    """The path of a file that a page names."""
    match = pattern.search(requests.get(f"http://127.0.0.1:{port}{page}", timeout=10).text)
    if match is None:
        raise ValueError(f"{page} names no file like {pattern.pattern}.")
    return match[1]


async def stay_idle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
    while await reader.read(500):
        pass


DAWDLING = {"headers": drip_headers, "body": drip_body, "response": read_slowly, "idle": stay_idle}
# Also those of other measurements.
BEHAVIOURS = {**DAWDLING, "unread": read_nothing}


def run_clients(kind: str, count: int, port: int, *, spread: bool) -> None:
    """`spread`: each from an address of its own."""

    async def all_of_them() -> None:
        sources = [
            f"127.{number // 200 + 1}.0.{number % 200 + 1}" if spread else "127.9.9.9" for number in range(count)
        ]
        await asyncio.gather(*(dawdle(kind, port, source) for source in sources))

    asyncio.run(all_of_them())


@contextmanager
def dawdling_clients(kind: str, count: int, port: int, *, spread: bool) -> Iterator[None]:
    process = multiprocessing.Process(target=run_clients, args=(kind, count, port), kwargs={"spread": spread})
    process.start()
    try:
        # Until all of them are connected.
        time.sleep(3)
        yield
    finally:
        process.kill()
        process.join()
        time.sleep(1)


@dataclass
class Waits:
    """Seconds that readers waited; `failed`: pages that did not come within ten seconds."""

    seconds: list[float]
    failed: int = 0

    def __str__(self) -> str:
        if not self.seconds:
            return "**no page**"
        median, longest = sorted(self.seconds)[len(self.seconds) // 2], max(self.seconds)
        text = f"{median * 1000:.0f} / {longest * 1000:.0f} ms"
        return f"{text}, **{self.failed} lost**" if self.failed else text


def read_pages(port: int, seconds: float = SECONDS) -> Waits:
    waits, end = Waits([]), time.monotonic() + seconds
    while time.monotonic() < end:
        for page in PAGES:
            started = time.monotonic()
            try:
                # A connection for each, as the first page of a visit has.
                requests.get(f"http://127.0.0.1:{port}{page}", timeout=10).raise_for_status()
            except requests.RequestException:
                waits.failed += 1
                continue
            waits.seconds.append(time.monotonic() - started)
        time.sleep(0.05)
    return waits


def pages_per_second(port: int) -> float:
    with multiprocessing.Pool(4) as pool:
        return sum(pool.starmap(count_pages, [(port, f"127.8.0.{number}") for number in range(1, 5)])) / SECONDS


def count_pages(port: int, source: str) -> int:
    count, end = 0, time.monotonic() + SECONDS
    with session_from(source) as session:
        while time.monotonic() < end:
            session.get(f"http://127.0.0.1:{port}{PAGES[count % len(PAGES)]}", timeout=30)
            count += 1
    return count


def memory(process: psutil.Process) -> float:
    """Megabytes of a process and its children; what they share is counted once."""
    return sum(part.memory_full_info().pss for part in (process, *process.children(recursive=True))) / 1e6


def measure(port: int, process: psutil.Process) -> list[str]:
    """The cells of a server's column."""
    # The first pages load code, vocabularies and the index.
    read_pages(port)
    cells = [f"{pages_per_second(port):.0f}", f"{memory(process):.0f} MB"]
    for kind in DAWDLING:
        for count in COUNTS:
            with dawdling_clients(kind, count, port, spread=True):
                cells.append(str(read_pages(port)))
                sys.stderr.write(f"{kind} × {count}: {cells[-1]}, {memory(process):.0f} MB\n")
    with dawdling_clients("headers", COUNTS[-1], port, spread=False):
        cells.append(str(read_pages(port)))
    cells.append(f"{memory(process):.0f} MB")
    return cells


def table(rows: dict[str, list[str]]) -> str:
    titles = ["pages a second", "memory"]
    titles += [f"{count} × {kind}" for kind in DAWDLING for count in COUNTS]
    titles += [f"{COUNTS[-1]} × headers, one address", "memory afterwards"]
    lines = [f"| | {' | '.join(rows)} |", f"|---|{'---|' * len(rows)}"]
    lines += [
        f"| {title} | {' | '.join(cells[number] for cells in rows.values())} |" for number, title in enumerate(titles)
    ]
    return "\n".join(lines)


@contextmanager
def other_server(command: Sequence[str], folder: Path) -> Iterator[tuple[int, psutil.Process]]:
    port = free_port()
    environment = {**os.environ, "DATA_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "jobsite.settings"}
    arguments = [sys.executable, *(part.format(port=port) for part in command)]
    with (folder / "other.log").open("ab") as log:
        process = subprocess.Popen(arguments, cwd=ROOT, env=environment, stdout=log, stderr=log)
    try:
        for _ in range(60):
            with suppress(requests.RequestException):
                requests.get(f"http://127.0.0.1:{port}/healthz", timeout=1)
                break
            time.sleep(0.5)
        yield port, psutil.Process(process.pid)
    finally:
        for child in psutil.Process(process.pid).children(recursive=True):
            child.kill()
        process.kill()
        process.wait()


def web_process(folder: Path) -> psutil.Process:
    """The oldest web process of the site in this folder."""
    matches = [
        process
        for process in psutil.process_iter(["cmdline", "create_time"])
        if "jobsite.serving.config" in " ".join(process.info["cmdline"] or ())
        and process.environ().get("DATA_DIR") == str(folder)
    ]
    return min(matches, key=lambda process: process.info["create_time"])


def measure_servers(port: int, folder: Path, others: Sequence[str]) -> str:
    rows = {"this site": measure(port, web_process(folder))}
    for server in others:
        with other_server(SERVERS[server], folder) as (other_port, process):
            rows[server] = measure(other_port, process)
    return table(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--write", action="store_true", help="put the table into docs/reliability.md")
    parser.add_argument("--servers", nargs="*", default=[], choices=list(SERVERS), help="other servers to measure")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="elsewhere-", dir="/tmp") as name, running_site(Path(name)) as address:
        text = measure_servers(int(address.rpartition(":")[2]), Path(name), arguments.servers)
    sys.stdout.write(f"{text}\n")
    if arguments.write:
        replace_section("Slow clients", text)


if __name__ == "__main__":
    main()
