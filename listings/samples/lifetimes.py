"""When each made-up ad is published, changed, published again and gone: whole numbers only, so a million is quick."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from listings.samples.dice import Dice

EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
HOUR, DAY = 3600, 86400
LIVES = (14, 21, 25, 30, 30, 30, 35, 45)
LONG_LIFE, PUBLISHED_AGAIN = 300 * DAY, 30 * DAY
LONG_RUNNING, VANISHING, ALTERED = 24, 7, 6
"""One in so many: up for months under ever newer dates; gone before it expires; changed after some hours."""
TWINS = 40


class Showing(NamedTuple):
    """What a slot shows: its ads follow one another for ever, each a generation. Times are seconds since EPOCH.

    `first` is when it came up, `published` the date that it bears, `since` when it last changed in any way.
    """

    generation: int
    first: int
    published: int
    expires: int
    altered: bool
    since: int


def seconds(moment: datetime) -> int:
    return int((moment - EPOCH).total_seconds() // 1)


def moment_of(second: int) -> datetime:
    return EPOCH + timedelta(seconds=second)


def rooted(number: int) -> int:
    """The slot whose ad a slot repeats under an id of its own: one in TWINS, as employers do that post twice."""
    return number - 1 if number % TWINS == TWINS - 1 else number


def showing(seed: int, root: int, second: int) -> Showing:
    dice = Dice(seed, root)
    long_running = dice.one_in(LONG_RUNNING)
    life = LONG_LIFE if long_running else LIVES[dice.roll(8)] * DAY + dice.roll(DAY)
    generation, age = divmod(second + dice.roll(life), life)
    first = published = second - age
    own = Dice(seed, root, generation)
    if long_running:
        published += age // PUBLISHED_AGAIN * PUBLISHED_AGAIN
        return Showing(generation, first, published, published + PUBLISHED_AGAIN + 5 * DAY, False, published)
    expires = first + life + (10 * DAY if own.one_in(VANISHING) else 0)
    after = (6 + own.roll(42)) * HOUR
    altered = own.one_in(ALTERED) and age >= after
    return Showing(generation, first, first, expires, altered, first + after if altered else first)
