"""How many made-up ads a second are made, and read by the boards: `python -m tests.benchmarks.samples`."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from functools import partial

from listings.samples.ads import READERS, sample_ads
from listings.samples.state import Boards
from listings.samples.vacancies import vacancy

PAGES = 500


def main(ads: int) -> None:
    moment = datetime.now(UTC)
    timed("made", ads, lambda: count(vacancy(1, number, moment) for number in range(ads)))
    for name in READERS:
        most = PAGES if name == "remoteco" else ads
        timed(f"made, written and read: {name}", most, partial(read, name, most))
    boards = Boards(ads)
    timed("looked at for a tag", len(boards.in_api), lambda: len(boards.fingerprint(boards.in_api, moment)))


def count(things: Iterable[object]) -> int:
    return sum(1 for _ in things)


def read(board: str, ads: int) -> int:
    return count(sample_ads(board, ads))


def timed(what: str, ads: int, work: Callable[[], int]) -> None:
    started = time.perf_counter()
    work()
    print(f"{what:42} {ads / (time.perf_counter() - started):10,.0f} a second")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ads", type=int, default=20_000)
    main(parser.parse_args().ads)
