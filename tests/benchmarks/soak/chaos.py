"""What befalls the site: processes killed or frozen, boards that misbehave, damage to the index, time that passes."""

from __future__ import annotations

import os
import random
import signal
import time
from collections import Counter
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psutil

from listings.samples.faults import NAMES
from listings.samples.hosts import HOSTS
from tests.benchmarks.soak.mirror import Mirror
from tests.jobsite.allinone.site import PARTS, Site

FROZEN_SECONDS = 20
# Of the boards' clock, between two events: ads come and go.
STEP = timedelta(hours=2)
# These send gigabytes, which is another test's business and would take a whole core of this one.
LEFT_OUT = {"huge"}


class Chaos:
    """`events` counts what was done."""

    def __init__(self, site: Site, mirror: Mirror, seed: int) -> None:
        self.site, self.mirror, self.random = site, mirror, random.Random(seed)
        self.events: Counter[str] = Counter()
        self.moment = datetime.now(UTC)
        mirror.boards.set_clock(self.moment)

    def strike(self) -> None:
        """One event, chosen at random; the boards' clock moves on."""
        self.moment += STEP
        self.mirror.boards.set_clock(self.moment)
        events = (self.kill, self.misbehave, self.damage, self.freeze)
        (event,) = self.random.choices(events, weights=(4, 4, 1, 1))
        self.events[event()] += 1

    def calm(self) -> None:
        """All boards behave again, and nothing hostile is in their lists."""
        self.mirror.boards.boards.faults = {}
        self.mirror.poisoned = False

    def kill(self) -> str:
        part = self.random.choice(sorted(PARTS))
        pids = self.site.pids(part)
        # A parent that was killed a moment ago may not be there yet.
        with suppress(ProcessLookupError):
            if pids:
                os.kill(self.random.choice(pids) if part in ("web", "worker") else pids[0], signal.SIGKILL)
        return f"{part} killed"

    def freeze(self) -> str:
        """A worker in the middle of whatever it does."""
        pids = self.site.pids("worker")
        with suppress(psutil.NoSuchProcess):
            if pids:
                worker = psutil.Process(self.random.choice(pids))
                worker.suspend()
                time.sleep(FROZEN_SECONDS)
                worker.resume()
        return "worker frozen"

    def misbehave(self) -> str:
        host = self.random.choice(sorted({host.board for host in HOSTS.values()}))
        self.mirror.boards.misbehave(self.random.choice(sorted(set(NAMES) - LEFT_OUT)), host)
        return "board misbehaved"

    def damage(self) -> str:
        """A file of the index loses its second half."""
        files = sorted(path for path in (self.site.folder / "index").rglob("*") if path.is_file() and is_data(path))
        # The indexer may have merged it away meanwhile.
        with suppress(OSError):
            if files:
                path = self.random.choice(files)
                os.truncate(path, path.stat().st_size // 2)
        return "index damaged"


def is_data(path: Path) -> bool:
    return "lock" not in path.name and path.stat().st_size > 0


def memory(site: Site) -> float:
    """Megabytes of the site's processes; what they share is counted once."""
    total = 0.0
    for part in PARTS:
        for pid in site.pids(part):
            # It may have ended since.
            with suppress(psutil.Error):
                total += psutil.Process(pid).memory_full_info().pss / 1e6
    return total
