"""What the made-up boards show at a moment, and how they misbehave when asked to."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any

from listings.samples.vacancies import Vacancy, vacancy

FEEDS = {
    "remote-full-stack-programming-jobs": "Full-Stack Programming",
    "remote-back-end-programming-jobs": "Back-End Programming",
    "remote-front-end-programming-jobs": "Front-End Programming",
    "remote-devops-sysadmin-jobs": "DevOps and Sysadmin",
    "remote-design-jobs": "Design",
    "remote-product-jobs": "Product",
    "remote-management-and-finance-jobs": "Management and Finance",
    "remote-sales-and-marketing-jobs": "Sales and Marketing",
    "remote-customer-support-jobs": "Customer Support",
    "all-other-remote-jobs": "All Other Remote",
}
NEWEST = 100
AGGREGATE = 25
MOST_PAGES = 60
CACHED_UP_TO = 20_000
LOGGED = 10_000


@dataclass
class Boards:
    """`ads` slots, shared out: at most 60 with pages of their own, half of the rest in the API, half in feeds."""

    ads: int
    seed: int = 1
    speed: float = 1.0
    fixed: datetime | None = None
    started: datetime = field(default_factory=lambda: datetime.now(UTC))
    faults: dict[str, str] = field(default_factory=dict)
    log: deque[dict[str, Any]] = field(default_factory=lambda: deque(maxlen=LOGGED))
    lock: threading.Lock = field(default_factory=threading.Lock)

    def now(self) -> datetime:
        """To the minute, so that answers stay the same for as long."""
        moment = self.fixed or self.started + (datetime.now(UTC) - self.started) * self.speed
        return moment.replace(second=0, microsecond=0) if self.speed <= 1 else moment.replace(microsecond=0)

    @property
    def pages(self) -> range:
        return range(min(MOST_PAGES, self.ads // 10))

    @property
    def in_api(self) -> range:
        return range(self.pages.stop, self.pages.stop + (self.ads - self.pages.stop + 1) // 2)

    @property
    def in_feeds(self) -> range:
        return range(self.in_api.stop, self.ads)

    def shown(self, slots: range, moment: datetime) -> Iterator[Vacancy] | tuple[Vacancy, ...]:
        if len(slots) <= CACHED_UP_TO:
            return _kept(self.seed, slots.start, slots.stop, moment)
        return (vacancy(self.seed, number, moment) for number in slots)

    def feed(self, slug: str, moment: datetime) -> Iterator[Vacancy]:
        """A category's ads; the aggregates show the newest of all."""
        everything = self.shown(self.in_feeds, moment)
        if slug in FEEDS:
            yield from (one for one in everything if one.trade.feed == FEEDS[slug])
            return
        most = NEWEST if slug == "remote-jobs" else AGGREGATE
        wanted = everything if slug == "remote-jobs" else (one for one in everything if "Programming" in one.trade.feed)
        yield from sorted(wanted, key=lambda one: one.published, reverse=True)[:most]

    def page(self, uuid: str, moment: datetime) -> Vacancy | None:
        return next((one for one in self.shown(self.pages, moment) if one.uuid == uuid), None)

    def gone(self, uuid: str, moment: datetime) -> bool:
        """It was shown within the last sixty days."""
        days = (moment - timedelta(days=back) for back in range(1, 60))
        return any(one.uuid == uuid for day in days for one in self.shown(self.pages, day))

    def remember(self, **asked: Any) -> None:
        with self.lock:
            self.log.append({"at": time.time(), **asked})


@lru_cache(maxsize=70)
def _kept(seed: int, start: int, stop: int, moment: datetime) -> tuple[Vacancy, ...]:
    return tuple(vacancy(seed, number, moment) for number in range(start, stop))
