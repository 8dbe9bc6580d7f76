"""What the made-up boards show at a given time: which slots, and which ads in them. Also their faults and their log."""

from __future__ import annotations

import struct
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import blake2b
from heapq import nlargest
from typing import Any

from listings.samples import allocation
from listings.samples.lifetimes import Lifetime, lifetime_at, original_slot, to_moment, to_second
from listings.samples.trades import Trade
from listings.samples.vacancies import GENERATIONS, Vacancy, identifier, make_vacancy, trade_of, uuid_of

CATEGORY_FEEDS = {
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
# The feeds over all categories, each with the number of newest ads that it holds.
NEWEST_FEEDS = {"remote-jobs": 100, "remote-programming-jobs": 25}
MAX_PAGES = 60
# One ad in so many of the feeds is an ad of the API as well.
SHARED_WITH_API = 16
LOG_LENGTH = 10_000
# For so many seconds after an ad has ended, its page says so; then its address is unknown.
REMEMBERED = 60 * 86400


@dataclass
class SampleBoards:
    """`ads` slots for the first boards: at most MAX_PAGES with pages of their own, half in the API, the rest in feeds.

    Later boards and employers' hiring systems have slots beyond these: see allocation.py. `speed` is how fast the clock
    runs; `fixed_time` stops it. `faults` maps a host, or "" for all, to the name of its fault.
    """

    ads: int
    seed: int = 1
    speed: float = 1.0
    fixed_time: datetime | None = None
    started: datetime = field(default_factory=lambda: datetime.now(UTC))
    faults: dict[str, str] = field(default_factory=dict)
    # Bounded, since a server may run for weeks.
    log: deque[dict[str, Any]] = field(default_factory=lambda: deque(maxlen=LOG_LENGTH))
    lock: threading.Lock = field(default_factory=threading.Lock)

    def now(self) -> datetime:
        """Aware, in whole seconds."""
        moment = self.fixed_time or self.started + (datetime.now(UTC) - self.started) * self.speed
        return moment.replace(microsecond=0)

    @property
    def page_slots(self) -> range:
        return range(min(MAX_PAGES, self.ads // 20 + 1))

    @property
    def api_slots(self) -> range:
        return range(self.page_slots.stop, self.page_slots.stop + self.ads // 2)

    @property
    def feed_slots(self) -> range:
        return range(self.api_slots.stop, self.ads)

    def board_slots(self, name: str) -> range:
        return allocation.board_slots(name, self.ads)

    def employer_slots(self, number: int) -> range:
        return allocation.employer_slots(number, self.ads, self.seed)

    def shown_slot(self, slot: int) -> int:
        """The slot whose ad this one shows: its own, its neighbour's, or another board's."""
        if slot >= allocation.BOARD_BLOCK:
            return allocation.shown_slot(slot, self.api_slots, self.ads, self.seed)
        place = slot - self.api_slots.stop
        if place >= 0 and place % SHARED_WITH_API == SHARED_WITH_API // 2:
            slot = self.api_slots.start + place
        return original_slot(slot)

    def vacancies(self, slots: Iterable[int], moment: datetime) -> Iterator[Vacancy]:
        second = to_second(moment)
        for slot in slots:
            original = self.shown_slot(slot)
            yield make_vacancy(self.seed, slot, original, lifetime_at(self.seed, original, second))

    def lifetimes(self, slots: Iterable[int], moment: datetime) -> Iterator[Lifetime]:
        second = to_second(moment)
        return (lifetime_at(self.seed, self.shown_slot(slot), second) for slot in slots)

    def fingerprint(self, slots: Sequence[int], moment: datetime) -> tuple[str, datetime]:
        """An ETag that changes exactly when the ads in these slots do, and when they last did; no ad is made for it."""
        # Not hash(), which differs from process to process: clients keep ETags over a restart.
        digest = blake2b(struct.pack("<2q", self.seed, len(slots)), digest_size=12)
        latest = 0
        for slot, lifetime in zip(slots, self.lifetimes(slots, moment), strict=True):
            digest.update(struct.pack("<4q", slot, lifetime.generation, lifetime.published, lifetime.altered))
            latest = max(latest, lifetime.changed)
        return digest.hexdigest(), to_moment(latest)

    def feed(self, slug: str, moment: datetime) -> Sequence[int]:
        """The slots of a category's feed, or of a feed over all categories, newest first."""
        if slug in CATEGORY_FEEDS:
            return [slot for slot in self.feed_slots if self.trade(slot).feed == CATEGORY_FEEDS[slug]]
        slots: Iterable[int] = self.feed_slots
        if slug != "remote-jobs":
            slots = (slot for slot in slots if self.trade(slot).feed.endswith("Programming"))
        second = to_second(moment)
        dated = ((lifetime_at(self.seed, self.shown_slot(slot), second).first, slot) for slot in slots)
        return [slot for _, slot in nlargest(NEWEST_FEEDS[slug], dated)]

    def newest_first(self, slots: range, moment: datetime) -> Sequence[int]:
        return _newest_first(self.seed, self.ads, slots, to_second(moment))

    def trade(self, slot: int) -> Trade:
        return trade_of(self.seed, self.shown_slot(slot))

    def page_vacancy(self, uuid: str, moment: datetime) -> Vacancy | None:
        return next((vacancy for vacancy in self.vacancies(self.page_slots, moment) if vacancy.uuid == uuid), None)

    def ended_vacancy(self, slots: range, ident: int, moment: datetime) -> Vacancy | None:
        """The ad of that id as it was in its last second; None once it is no longer remembered."""
        slot = (ident - 1) // GENERATIONS
        if slot not in slots:
            return None
        original = self.shown_slot(slot)
        for lifetime in self._ended(original, moment):
            if identifier(slot, lifetime.generation) == ident:
                return make_vacancy(self.seed, slot, original, lifetime)
        return None

    def page_end(self, uuid: str, moment: datetime) -> datetime | None:
        """When the ad of a page ended; None where that is not remembered."""
        for slot in self.page_slots:
            original = self.shown_slot(slot)
            end = lifetime_at(self.seed, original, to_second(moment)).first
            for lifetime in self._ended(original, moment):
                if uuid_of(self.seed, identifier(slot, lifetime.generation)) == uuid:
                    return to_moment(end)
                end = lifetime.first
        return None

    def _ended(self, original: int, moment: datetime) -> Iterator[Lifetime]:
        """The slot's ended ads that are remembered, newest first."""
        second = to_second(moment)
        first = lifetime_at(self.seed, original, second).first
        while first > second - REMEMBERED:
            lifetime = lifetime_at(self.seed, original, first - 1)
            yield lifetime
            first = lifetime.first

    def record(self, **request: Any) -> None:
        with self.lock:
            self.log.append(request)


@lru_cache(maxsize=8)
def _newest_first(seed: int, ads: int, slots: range, second: int) -> tuple[int, ...]:
    """Cached, since a client asks for one page after another, mostly within the same second."""
    boards = SampleBoards(ads, seed)
    dated = [(-lifetime_at(seed, boards.shown_slot(slot), second).first, slot) for slot in slots]
    return tuple(slot for _, slot in sorted(dated))
