"""How many made-up ads a second are made, and read by the boards: `python -m tests.benchmarks.samples`."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from functools import partial

from listings.samples.state import SampleBoards
from tests.sample_boards import READERS, sample_ads, vacancy_at

MAX_PAGES = 500


def main(ads: int) -> None:
    moment = datetime.now(UTC)
    measure("made", ads, lambda: count(vacancy_at(1, slot, moment) for slot in range(ads)))
    for board in READERS:
        number = min(ads, MAX_PAGES) if board == "remoteco" else ads
        measure(f"made, written and read: {board}", number, partial(read, board, number))
    boards = SampleBoards(ads)
    measure("compared for an ETag", len(boards.api_slots), lambda: boards.fingerprint(boards.api_slots, moment))


def count(values: Iterable[object]) -> int:
    return sum(1 for _ in values)


def read(board: str, ads: int) -> int:
    return count(sample_ads(board, ads))


def measure(label: str, ads: int, work: Callable[[], object]) -> None:
    started = time.perf_counter()
    work()
    print(f"{label:42} {ads / (time.perf_counter() - started):10,.0f} a second")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ads", type=int, default=20_000)
    main(parser.parse_args().ads)
