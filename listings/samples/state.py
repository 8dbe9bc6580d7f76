"""What the made-up boards show at a moment: which slots, of which ads; and what they were asked and told to do."""

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

from listings.samples import slots
from listings.samples.timing import Showing, moment_of, rooted, seconds, showing
from listings.samples.vacancies import GENERATIONS, Vacancy, identifier, trade_of, uuid_of, written
from listings.samples.words import Trade

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
NEWEST = {"remote-jobs": 100, "remote-programming-jobs": 25}
MOST_PAGES = 60
ELSEWHERE_TOO = 16
"""One in so many ads of the feeds is an ad of the API as well."""
LOGGED = 10_000
REMEMBERED = 60 * 86400
"""For so many seconds an ended ad's page says that it is gone; then it is as unknown as any."""


@dataclass
class Boards:
    """`ads` slots, shared out: at most 60 with pages of their own, half in the API, the others in feeds.

    The younger boards and employers' systems have slots beyond these, as many as `slots` says.
    """

    ads: int
    seed: int = 1
    speed: float = 1.0
    fixed: datetime | None = None
    started: datetime = field(default_factory=lambda: datetime.now(UTC))
    faults: dict[str, str] = field(default_factory=dict)
    log: deque[dict[str, Any]] = field(default_factory=lambda: deque(maxlen=LOGGED))
    lock: threading.Lock = field(default_factory=threading.Lock)

    def now(self) -> datetime:
        """Whole seconds, aware."""
        moment = self.fixed or self.started + (datetime.now(UTC) - self.started) * self.speed
        return moment.replace(microsecond=0)

    @property
    def pages(self) -> range:
        return range(min(MOST_PAGES, self.ads // 20 + 1))

    @property
    def in_api(self) -> range:
        return range(self.pages.stop, self.pages.stop + self.ads // 2)

    @property
    def in_feeds(self) -> range:
        return range(self.in_api.stop, self.ads)

    def of_board(self, name: str) -> range:
        return slots.slots(name, self.ads)

    def of_employer(self, number: int) -> range:
        return slots.employed(number, self.ads, self.seed)

    def root(self, number: int) -> int:
        """The slot whose vacancy this one shows: its own, its neighbour's, or one of another board's."""
        if number >= slots.MILLIONS:
            return slots.also_elsewhere(number, self.in_api, self.ads, self.seed)
        place = number - self.in_api.stop
        if place >= 0 and place % ELSEWHERE_TOO == ELSEWHERE_TOO // 2:
            number = self.in_api.start + place
        return rooted(number)

    def shown(self, numbers: Iterable[int], moment: datetime) -> Iterator[Vacancy]:
        second = seconds(moment)
        for number in numbers:
            root = self.root(number)
            yield written(self.seed, number, root, showing(self.seed, root, second))

    def showings(self, numbers: Iterable[int], moment: datetime) -> Iterator[Showing]:
        second = seconds(moment)
        return (showing(self.seed, self.root(number), second) for number in numbers)

    def fingerprint(self, numbers: Sequence[int], moment: datetime) -> tuple[str, datetime]:
        """A tag that changes exactly when these slots' ads do, without making them; and when they last did."""
        digest = blake2b(struct.pack("<2q", self.seed, len(numbers)), digest_size=12)
        latest = 0
        for number, shown in zip(numbers, self.showings(numbers, moment), strict=True):
            digest.update(struct.pack("<4q", number, shown.generation, shown.published, shown.altered))
            latest = max(latest, shown.since)
        return digest.hexdigest(), moment_of(latest)

    def feed(self, slug: str, moment: datetime) -> Sequence[int]:
        """A category's slots; the aggregates hold the newest of all, newest first."""
        if slug in FEEDS:
            return [number for number in self.in_feeds if self._feed_of(number) == FEEDS[slug]]
        everything: Iterable[int] = self.in_feeds
        if slug != "remote-jobs":
            everything = (number for number in everything if self._feed_of(number).endswith("Programming"))
        second = seconds(moment)
        dated = ((showing(self.seed, self.root(number), second).first, number) for number in everything)
        return [number for _, number in nlargest(NEWEST[slug], dated)]

    def newest_first(self, numbers: range, moment: datetime) -> Sequence[int]:
        return _newest_first(self.seed, self.ads, numbers, seconds(moment))

    def trade(self, number: int) -> Trade:
        return trade_of(self.seed, self.root(number))

    def _feed_of(self, number: int) -> str:
        return self.trade(number).feed

    def page(self, uuid: str, moment: datetime) -> Vacancy | None:
        return next((one for one in self.shown(self.pages, moment) if one.uuid == uuid), None)

    def before(self, numbers: range, ident: int, moment: datetime) -> Vacancy | None:
        """The ad of that id as it was in its last second, for as long as it is remembered."""
        number, second = (ident - 1) // GENERATIONS, seconds(moment)
        if number not in numbers:
            return None
        root = self.root(number)
        first = showing(self.seed, root, second).first
        while first > second - REMEMBERED:
            shown = showing(self.seed, root, first - 1)
            if identifier(number, shown.generation) == ident:
                return written(self.seed, number, root, shown)
            first = shown.first
        return None

    def ended(self, uuid: str, moment: datetime) -> datetime | None:
        """When the ad of a page went away, for as long as that is remembered."""
        second = seconds(moment)
        for number in self.pages:
            first = showing(self.seed, self.root(number), second).first
            while first > second - REMEMBERED:
                before = showing(self.seed, self.root(number), first - 1)
                if uuid_of(self.seed, identifier(number, before.generation)) == uuid:
                    return moment_of(first)
                first = before.first
        return None

    def remember(self, **asked: Any) -> None:
        with self.lock:
            self.log.append(asked)


@lru_cache(maxsize=8)
def _newest_first(seed: int, ads: int, numbers: range, second: int) -> tuple[int, ...]:
    """Kept for the next pages: they are asked one after another, mostly within the second."""
    boards = Boards(ads, seed)
    dated = [(-showing(seed, boards.root(number), second).first, number) for number in numbers]
    return tuple(number for _, number in sorted(dated))
