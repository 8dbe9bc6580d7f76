"""Made-up employers of three hiring systems, served over HTTP as they are at a simulated time.

An employer shows thirty ads, of which one in seven is remote. Whenever its period passes, the oldest gives way to a new
one. Some lists are gone, some fail, and the rest answer 304 to whoever has seen them.
"""

from __future__ import annotations

import json
import multiprocessing
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.connection import Connection
from multiprocessing.sharedctypes import Synchronized
from typing import Any
from uuid import UUID

from tests.listings.fetching.stub_server import API, vacancy
from tests.sample_boards import sample_ads

FORKED = multiprocessing.get_context("fork")
ADS, REMOTE_PERCENT = 30, 15
TEXTS = 300
HOUR = 3600
# In percent of the employers: one in so many hours changes. None: never.
PERIODS = ((10, 4), (25, 24), (40, 7 * 24), (25, None))
GONE_PERCENT, FAILING_PERCENT = 3, 1
# The share of each hiring system, in percent.
SYSTEMS = {"greenhouse": 50, "ashby": 30, "lever": 20}
REMOTE_WORDS = "remote|home|anywhere|worldwide|hybrid|office|distributed|timezone|time zone"
REMOTE = re.compile(rf"(?i)\b(?:{REMOTE_WORDS})\w*")
REMOTE_PART = re.compile(rf"(?is)<(p|li)>(?:(?!</\1>).)*\b(?:{REMOTE_WORDS})(?:(?!</\1>).)*</\1>")
# A board beside the employers, which must not wait for them.
BOARD = json.dumps({"jobs": [vacancy(number) for number in range(20)]}).encode()
TOKEN = re.compile(r"\b[a-z]{4}-(\d+)\b")
# Where an employer's own words go into a text that others have as well: no two employers have their ads in common.
SLOT = "\ue000"
EVERY_THIRD_WORD = re.compile(r"((?:[^\s<>]+\s+){3})(?![^<>]*>)")


@dataclass(frozen=True, slots=True)
class MadeUpEmployer:
    number: int

    @property
    def name(self) -> str:
        """Four letters of its own: what begins alike is compared as if it might be one employer."""
        rest, letters = self.number * 7919 % 26**4, ""
        for _ in range(4):
            rest, letter = divmod(rest, 26)
            letters += chr(ord("a") + letter)
        return letters

    @property
    def token(self) -> str:
        return f"{self.name}-{self.number}"

    @property
    def state(self) -> str:
        """ "well", "gone" or "failing"."""
        place = self.number * 37 % 100
        return "gone" if place < GONE_PERCENT else "failing" if place < GONE_PERCENT + FAILING_PERCENT else "well"

    @property
    def period(self) -> int | None:
        """Seconds between two changes."""
        place = self.number * 61 % 100
        for percent, hours in PERIODS:
            if place < percent:
                return None if hours is None else hours * HOUR
            place -= percent
        return None

    def version(self, moment: float) -> int:
        # Not all at midnight.
        return int((moment + self.number * 977) // self.period) if self.period else 0

    def shown(self, moment: float) -> range:
        first = self.version(moment)
        return range(first, first + ADS)

    def remote(self, moment: float) -> set[str]:
        """External ids of its remote ads."""
        return {self.external_id(ad) for ad in self.shown(moment) if self.is_remote(ad)}

    def is_remote(self, ad: int) -> bool:
        return (self.number * 13 + ad * 29) % 100 < REMOTE_PERCENT

    def external_id(self, ad: int) -> str:
        return str(UUID(int=(self.number << 40) + ad))


def system_of(number: int) -> str:
    place = number % 100
    for system, percent in SYSTEMS.items():
        if place < percent:
            return system
        place -= percent
    raise ValueError("the shares of the systems are not 100 percent")


def _greenhouse(employer: MadeUpEmployer, ad: int, title: str, html: str) -> dict[str, Any]:
    return {
        "id": employer.external_id(ad),
        "title": title,
        "absolute_url": f"https://job-boards.greenhouse.io/{employer.token}/jobs/{ad}",
        "location": {"name": "Remote, Germany" if employer.is_remote(ad) else "Berlin"},
        "content": html,
        "first_published": "2026-11-01T09:00:00-05:00",
        "company_name": f"{employer.name.title()} {employer.number}",
    }


def _ashby(employer: MadeUpEmployer, ad: int, title: str, html: str) -> dict[str, Any]:
    identity = employer.external_id(ad)
    return {
        "id": identity,
        "title": title,
        "jobUrl": f"https://jobs.ashbyhq.com/{employer.token}/{identity}",
        "isRemote": employer.is_remote(ad),
        "workplaceType": "Remote" if employer.is_remote(ad) else "OnSite",
        "location": "Germany" if employer.is_remote(ad) else "Berlin",
        "descriptionHtml": html,
        "publishedAt": "2026-11-01T09:00:00.000+00:00",
        "isListed": True,
    }


def _lever(employer: MadeUpEmployer, ad: int, title: str, html: str) -> dict[str, Any]:
    identity = employer.external_id(ad)
    return {
        "id": identity,
        "text": title,
        "hostedUrl": f"https://jobs.lever.co/{employer.token}/{identity}",
        "workplaceType": "remote" if employer.is_remote(ad) else "on-site",
        "categories": {"location": "Germany" if employer.is_remote(ad) else "Berlin"},
        "description": html,
        "createdAt": 1_793_500_000_000,
    }


RECORDS: dict[str, Callable[[MadeUpEmployer, int, str, str], dict[str, Any]]] = {
    "greenhouse": _greenhouse,
    "ashby": _ashby,
    "lever": _lever,
}


def body_of(employer: MadeUpEmployer, moment: float, texts: Sequence[tuple[str, str]]) -> bytes:
    system = system_of(employer.number)
    records = []
    for ad in employer.shown(moment):
        title, html = texts[(employer.number * 31 + ad) % len(texts)]
        records.append(RECORDS[system](employer, ad, title, html.replace(SLOT, f"{employer.name} ")))
    return json.dumps(records if system == "lever" else {"jobs": records}).encode()


@contextmanager
def serving() -> Iterator[tuple[str, Synchronized[float]]]:
    """Its address and its clock, in a process of its own."""
    clock = FORKED.Value("d", 0.0)
    # What these boards' ads say of remote work would make all of ours remote.
    texts = [
        (REMOTE.sub("", ad.title), EVERY_THIRD_WORD.sub(rf"\1{SLOT}", REMOTE_PART.sub("", ad.html)))
        for ad in sample_ads("remotive", TEXTS)
    ]
    ours, theirs = FORKED.Pipe()
    process = FORKED.Process(target=_serve, args=(theirs, clock, texts), daemon=True)
    process.start()
    try:
        yield f"http://127.0.0.1:{ours.recv()}", clock
    finally:
        process.terminate()
        process.join()


def _serve(port: Connection, clock: Synchronized[float], texts: Sequence[tuple[str, str]]) -> None:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def log_message(self, *args: object) -> None: ...

        def do_GET(self) -> None:
            match = TOKEN.search(self.path)
            employer = MadeUpEmployer(int(match[1])) if match else None
            tag = f'"{employer.version(clock.value)}"' if employer else '"0"'
            status, body = 200, b""
            if employer is None or employer.state == "gone":
                # No host has a robots.txt.
                status = 404
            elif employer.state == "failing":
                status = 500
            elif self.headers.get("If-None-Match") == tag:
                status = 304
            else:
                body = body_of(employer, clock.value, texts)
            if self.path.startswith(API):
                status, body = 200, BOARD
            self.send_response(status)
            self.send_header("ETag", tag)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    port.send(server.server_port)
    server.serve_forever()
