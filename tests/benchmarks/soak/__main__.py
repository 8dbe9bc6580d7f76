"""The whole site under everything at once: `make soak` (`MINUTES=10`, `SEED=1`), written to docs/reliability.md.

Made-up boards whose ads come and go, and some ads that only break things; boards that misbehave, processes that are
killed or frozen, files of the index that lose their end; clients that take all they can get, send noise or drip. A
reader asks for a page each second meanwhile. Then all is left alone, and everything has to be equal: the open ads and
what the boards show, the index and the database. Exits with 1 if anything is not.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import django

from listings.samples.server import serve
from tests.benchmarks.reliability_page import replace_section
from tests.benchmarks.soak import checks
from tests.benchmarks.soak.chaos import Chaos, memory
from tests.benchmarks.soak.clients import Nuisance, Reader, clients
from tests.benchmarks.soak.mirror import mirroring
from tests.jobsite.allinone.site import Site, new_site
from tests.jobsite.allinone.site_database import SiteDatabase
from tests.processes import until

ADS = 1_000
PAUSE_SECONDS = (5, 25)
MAX_MEMORY_GROWTH = 1.5
# Of the requests of the reader, with killed web servers among the causes of failures.
MIN_ANSWERED = 0.9
MAX_GAP_SECONDS = 60


@dataclass
class Outcome:
    events: dict[str, int]
    reader: Reader
    nuisances: list[Nuisance]
    megabytes: tuple[float, float, float]
    """At the start, the most, and at the end."""
    problems: list[str]


@contextmanager
def running(mirror: str) -> Iterator[Site]:
    with new_site(BOARD_MIRROR=mirror, STATIC_HASHED="no", EMBEDDED_DURABLE="yes") as site:
        site.start()
        site.wait_for("Elsewhere is running at")
        yield site


def soak(minutes: float, seed: int) -> Outcome:
    with serve(ads=ADS, seed=seed) as boards, mirroring(boards) as mirror, running(mirror.url) as site:
        database = SiteDatabase(site)
        checks.add_employers(site)
        until(lambda: database.count("SELECT count(*) FROM listings_listing") > ADS // 10, 600, site.log)
        chaos = Chaos(site, mirror, seed)
        sizes = [memory(site)]
        end = time.monotonic() + minutes * 60
        with clients(site.port, seed) as (reader, nuisances):
            while time.monotonic() < end:
                chaos.strike()
                sizes.append(memory(site))
                sys.stderr.write(f"{end - time.monotonic():5.0f} s left, {sizes[-1]:.0f} MB, {dict(chaos.events)}\n")
                time.sleep(chaos.random.uniform(*PAUSE_SECONDS))
        chaos.calm()
        checks.settle(database)
        sizes.append(memory(site))
        found = checks.problems(site, mirror, database)
        outcome = Outcome(dict(chaos.events), reader, nuisances, (sizes[0], max(sizes), sizes[-1]), found)
        outcome.problems += misbehaviour(outcome)
        return outcome


def misbehaviour(outcome: Outcome) -> list[str]:
    """Of the site while it was under everything."""
    reader = outcome.reader
    answered = len(reader.waits) / max(1, len(reader.waits) + reader.refused.total())
    start, _, end = outcome.megabytes
    found = [f"500 for {path}" for nuisance in outcome.nuisances for path in nuisance.broken[:3]]
    if answered < MIN_ANSWERED:
        found.append(f"only {answered:.0%} of the reader's pages came: {dict(reader.refused)}")
    if reader.longest_gap > MAX_GAP_SECONDS:
        found.append(f"no page for {reader.longest_gap:.0f} s")
    if end > start * MAX_MEMORY_GROWTH:
        found.append(f"memory grew from {start:.0f} to {end:.0f} MB")
    return found


def table(minutes: float, seed: int, outcome: Outcome) -> str:
    reader = outcome.reader
    statuses: Counter[int] = sum((nuisance.statuses for nuisance in outcome.nuisances), start=Counter())
    answers = ", ".join(f"{status}: {count}" for status, count in sorted(statuses.items()))
    refused = ", ".join(f"{what}: {count}" for what, count in reader.refused.most_common()) or "none"
    rows = {
        "length": f"{minutes:g} minutes, seed {seed}",
        "what befell it": ", ".join(f"{count} × {event}" for event, count in sorted(outcome.events.items())),
        "pages for the reader": f"{len(reader.waits)}; others: {refused}",
        "their time: median, 95 %, longest": " / ".join(
            f"{reader.quantile(share) * 1000:.0f} ms" for share in (0.5, 0.95, 1)
        ),
        "longest time without a page": f"{reader.longest_gap:.0f} s",
        "answers to greedy and noisy clients": answers,
        "memory at the start, at most, at the end": " / ".join(f"{size:.0f} MB" for size in outcome.megabytes),
        "differences at the end": "; ".join(outcome.problems) or "none",
    }
    return "\n".join(["| | |", "|---|---|", *(f"| {name} | {value} |" for name, value in rows.items())])


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", action="store_true", help="put the table into docs/reliability.md")
    arguments = parser.parse_args()
    # Importing the project has already named its own settings, which are those of a real site.
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    django.setup()
    outcome = soak(arguments.minutes, arguments.seed)
    text = table(arguments.minutes, arguments.seed, outcome)
    sys.stdout.write(f"{text}\n")
    if arguments.write:
        replace_section("Everything at once", text)
    return 1 if outcome.problems else 0


if __name__ == "__main__":
    sys.exit(main())
