"""When each made-up ad appears, changes, is republished and goes: integer arithmetic, fast for a million ads."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from listings.samples.rng import Rng

EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
HOUR, DAY = 3600, 86400
# Most boards keep an ad for thirty days.
LIFE_DAYS = (14, 21, 25, 30, 30, 30, 35, 45)
LONG_LIFE, REPUBLISHED_EVERY = 300 * DAY, 30 * DAY
# One ad in so many: stays for months under ever newer dates, goes before it expires, changes after some hours.
LONG_RUNNING, WITHDRAWN, ALTERED = 24, 7, 6
# One slot in so many repeats its neighbour's ad, as employers do who post twice.
TWINS = 40


class Lifetime(NamedTuple):
    """An ad of a slot, whose ads follow one another for ever, each a `generation`. Times are seconds since EPOCH.

    `first` is when it appeared, `published` the date that it carries, `changed` when it last changed in any way.
    """

    generation: int
    first: int
    published: int
    expires: int
    altered: bool
    changed: int


def to_second(moment: datetime) -> int:
    # Floor division also before EPOCH, where int() alone would round up.
    return int((moment - EPOCH).total_seconds() // 1)


def to_moment(second: int) -> datetime:
    return EPOCH + timedelta(seconds=second)


def original_slot(slot: int) -> int:
    """The slot whose ad `slot` shows under an id of its own: its neighbour for a twin, else itself."""
    return slot - 1 if slot % TWINS == TWINS - 1 else slot


def lifetime_at(seed: int, original: int, second: int) -> Lifetime:
    """The ad that slot `original` shows at `second`."""
    rng = Rng(seed, original)
    is_long_running = rng.one_in(LONG_RUNNING)
    life = LONG_LIFE if is_long_running else LIFE_DAYS[rng.randrange(8)] * DAY + rng.randrange(DAY)
    # A random phase: without it, slots with equally long lives would change their ads in the same second.
    generation, age = divmod(second + rng.randrange(life), life)
    first = published = second - age
    # A generator for each generation, or all ads of a slot would be withdrawn and altered alike.
    rng = Rng(seed, original, generation)
    if is_long_running:
        published += age // REPUBLISHED_EVERY * REPUBLISHED_EVERY
        return Lifetime(generation, first, published, published + REPUBLISHED_EVERY + 5 * DAY, False, published)
    expires = first + life + (10 * DAY if rng.one_in(WITHDRAWN) else 0)
    delay = (6 + rng.randrange(42)) * HOUR
    altered = rng.one_in(ALTERED) and age >= delay
    return Lifetime(generation, first, first, expires, altered, first + delay if altered else first)
