"""Pages for a reader while others take all they get: `python -m tests.benchmarks.greedy_clients --write` (Linux).

Eight clients ask without a pause for what costs most: pages of a hundred jobs deep in the results, searches that nobody
has made before, share pictures, sections of the sitemap. Meanwhile a reader asks for a page now and then, and how long
it takes is measured. The clients come from one address, then from eight; with the limit of what a client may cost, and
without it. Prints a table; `--write` puts it into docs/reliability.md.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.queues import Queue
from pathlib import Path

import requests

from tests.benchmarks.from_address import session_from
from tests.benchmarks.reliability_page import replace_section
from tests.benchmarks.site import running_site
from tests.benchmarks.slow_clients import read_pages

CLIENTS = 8
# The first seconds are those in which a client may spend what it has saved.
PERIODS = (("at once", 12.0), ("after a minute", 12.0))
PAUSE = 35.0
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def costly_path(chance: random.Random) -> str:
    return chance.choice(
        [
            f"/jobs/?per_page=100&page={chance.randint(2, 8)}&salary_min={chance.randint(1, 30_000)}",
            f"/jobs/?q={''.join(chance.choices(LETTERS, k=3))}+{''.join(chance.choices(LETTERS, k=4))}",
            f"/jobs/?q=engineer&salary_min={chance.randint(1, 90_000)}&sort=salary&per_page=100",
            f"/jobs/{chance.randint(1, 900)}/share.png",
            "/sitemap-jobs-0.xml",
        ]
    )


def take(number: int, address: str, source: str, statuses: Queue[int]) -> None:
    """For ever."""
    chance = random.Random(number)
    session = session_from(source)
    while True:
        try:
            response = session.get(f"{address}{costly_path(chance)}", timeout=60)
            statuses.put(response.status_code)
        except requests.RequestException:
            statuses.put(0)


@contextmanager
def greedy_clients(address: str, *, spread: bool) -> Iterator[Queue[int]]:
    statuses: Queue[int] = multiprocessing.Queue()
    processes = [
        multiprocessing.Process(
            target=take, args=(number, address, f"127.7.{int(spread) * number}.1", statuses), daemon=True
        )
        for number in range(CLIENTS)
    ]
    for process in processes:
        process.start()
    try:
        yield statuses
    finally:
        for process in processes:
            process.kill()
            process.join()


def taken(statuses: Queue[int]) -> str:
    """How many answers the clients got since the last call: pages and refusals."""
    counts: Counter[str] = Counter()
    while not statuses.empty():
        counts["refused" if statuses.get() in (429, 503) else "answered"] += 1
    return f"{counts['answered']} answered, {counts['refused']} refused"


def measure(port: int, *, limited: bool) -> list[list[str]]:
    address = f"http://127.0.0.1:{port}"
    limit = "limit" if limited else "no limit"
    rows = [[f"nobody, {limit}", "", str(read_pages(port, PERIODS[0][1])), ""]]
    for spread in (False, True):
        with greedy_clients(address, spread=spread) as statuses:
            for title, seconds in PERIODS if limited else PERIODS[:1]:
                waits = read_pages(port, seconds)
                rows.append([f"{CLIENTS} from {CLIENTS if spread else 1}, {limit}", title, str(waits), taken(statuses)])
                sys.stderr.write(f"{rows[-1]}\n")
                time.sleep(PAUSE * limited * (title == PERIODS[0][0]))
                taken(statuses)
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--write", action="store_true", help="put the table into docs/reliability.md")
    arguments = parser.parse_args()
    rows = []
    for share in ("0", "10"):
        with (
            tempfile.TemporaryDirectory(prefix="elsewhere-", dir="/tmp") as name,
            running_site(Path(name), CLIENT_SHARE=share) as address,
        ):
            rows += measure(int(address.rpartition(":")[2]), limited=share != "0")
    lines = ["| greedy clients, addresses | when | a reader waits: median / longest | they get |", "|---|---|---|---|"]
    text = "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)])
    sys.stdout.write(f"{text}\n")
    if arguments.write:
        replace_section("Greedy clients", text)


if __name__ == "__main__":
    main()
