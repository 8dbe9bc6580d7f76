"""A full round over every kind of source, its books checked: `python -m tests.benchmarks.round`.

The made-up boards are asked over HTTP, as the real ones would be, and what came is counted up: nothing twice, nothing
lost. A second round over the same bytes must change nothing. Needs no network; ends with 1 where something does not
add up.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from listings.models import Fetch, Source
    from listings.samples.server import Server

COUNTED = ("new", "changed", "reopened", "same", "repeated", "not_remote", "rejected")
TOKENS = 2
"""Employers of each system."""
WELL_MERGED = 0.98


@dataclass
class Books:
    """What two rounds wrote, and whatever of it does not add up."""

    first: list[Fetch] = field(default_factory=list)
    second: list[Fetch] = field(default_factory=list)
    seconds: tuple[float, float] = (0.0, 0.0)
    listings: int = 0
    vacancies: int = 0
    together: tuple[int, int] = (0, 0)
    """Pairs of ads of one vacancy: how many are in one listing, how many there are."""
    mistaken: int = 0
    """Listings that hold more than one vacancy."""
    wrong: list[str] = field(default_factory=list)


def make_sources() -> list[Source]:
    """Every keyless board, some employers of each hiring system, a site and a feed."""
    from listings.models import Source
    from tests.benchmarks.stored import every_source

    return [
        Source.objects.create(name=f"{board}-{place}", board=board, options=options)
        for place, (board, options) in enumerate(every_source(TOKENS))
    ]


def keep_books(server: Server) -> Books:
    """Two rounds over the same moment of the boards. Wants an empty database and BOARD_MIRROR."""
    from listings.lifecycle import recluster
    from listings.models import Change, LastResponse, Source

    server.set_clock(datetime.now(UTC))
    sources, books = make_sources(), Books()
    begun = time.perf_counter()
    books.first = [fetch(source) for source in sources]
    recluster.recluster()
    middle = time.perf_counter()
    check_counts(books, books.first)
    compare(books, server)
    changes = Change.objects.count()
    # Nothing is remembered of the first, so that every byte comes and is read again.
    LastResponse.objects.all().delete()
    Source.objects.update(cursor=None)
    rest = time.perf_counter()
    books.second = [fetch(source) for source in sources]
    books.seconds = (middle - begun, time.perf_counter() - rest)
    check_counts(books, books.second)
    for one in books.second:
        if (one.new, one.changed, one.reopened, one.closed) != (0, 0, 0, 0):
            books.wrong.append(f"{one.source}: the second round brought something")
    if Change.objects.count() != changes:
        books.wrong.append("the second round wrote changes")
    return books


def fetch(source: Source) -> Fetch:
    from listings.fetching import leases, run

    source.refresh_from_db()
    lease = leases.lease_source(source)
    assert lease is not None
    done = run.run(lease)
    assert done is not None
    done.refresh_from_db()
    return done


def check_counts(books: Books, fetches: list[Fetch]) -> None:
    from listings.models import Posting

    for one in fetches:
        if one.outcome != "ok":
            books.wrong.append(f"{one.source}: {one.outcome} {one.error}{one.quarantine_reason}")
        if one.seen != sum(getattr(one, name) for name in COUNTED):
            books.wrong.append(f"{one.source}: its counts do not add up to what was seen")
    for one in fetches if fetches is books.first else ():
        if Posting.objects.filter(source=one.source).count() != one.new:
            books.wrong.append(f"{one.source}: not as many postings as were new")


def compare(books: Books, server: Server) -> None:
    """No listing twice, and the boards' own knowledge of what is one vacancy against the listings."""
    from listings.models import Listing, Posting
    from tests.benchmarks.truth import Truth

    truth = Truth(server.boards, server.boards.now())
    alike: dict[bytes, set[int]] = defaultdict(set)
    listing_of: dict[int, Counter[int]] = defaultdict(Counter)
    vacancies_in: dict[int, set[int]] = defaultdict(set)
    names: set[tuple[int, str]] = set()
    kept = Posting.objects.filter(closed_at=None).values_list(
        "fingerprint", "listing_id", "source_id", "source__board", "external_id"
    )
    for fingerprint, listing_id, source_id, board, external_id in kept.iterator():
        alike[bytes(fingerprint)].add(listing_id)
        if (source_id, external_id) in names:
            books.wrong.append(f"{board} {external_id} is there twice")
        names.add((source_id, external_id))
        vacancy = truth.vacancy(board, external_id)
        listing_of[vacancy][listing_id] += 1
        vacancies_in[listing_id].add(vacancy)
    if twice := sum(len(found) > 1 for found in alike.values()):
        books.wrong.append(f"{twice} ads of equal company, title, place and text are in two listings")
    books.listings, books.vacancies = Listing.objects.open().count(), len(listing_of)
    if books.listings != len(vacancies_in):
        books.wrong.append("open listings without an open posting")
    count = [sum(found.values()) for found in listing_of.values()]
    joined = sum(held * (held - 1) // 2 for found in listing_of.values() for held in found.values())
    books.together = joined, sum(held * (held - 1) // 2 for held in count)
    books.mistaken = sum(len(found) > 1 for found in vacancies_in.values())
    if joined < WELL_MERGED * books.together[1]:
        books.wrong.append(f"of {books.together[1]} pairs of ads of one vacancy only {joined} are in one listing")
    if books.mistaken > (1 - WELL_MERGED) * books.listings:
        books.wrong.append(f"{books.mistaken} listings hold more than one vacancy")


def table(books: Books) -> Iterator[str]:
    yield "| source | seen | new | same | repeated | not remote | rejected | second round: seen | same |"
    yield "|---|---|---|---|---|---|---|---|---|"
    for one, again in zip(books.first, books.second, strict=True):
        numbers = [one.seen, one.new, one.same, one.repeated, one.not_remote, one.rejected, again.seen, again.same]
        yield f"| {one.source.name} | " + " | ".join(f"{number:,}" for number in numbers) + " |"
    seen, new = (sum(getattr(one, name) for one in books.first) for name in ("seen", "new"))
    yield f"{len(books.first)} sources, {seen:,} ads, {new:,} postings of {books.vacancies:,} vacancies"
    yield (
        f"{books.listings:,} open listings; {books.together[0]:,} of {books.together[1]:,} pairs of ads of one vacancy "
        f"are in one listing; {books.mistaken:,} listings hold more than one"
    )
    yield f"first round {books.seconds[0]:.0f} s, second {books.seconds[1]:.0f} s"
    yield from (f"WRONG: {line}" for line in books.wrong)


@contextmanager
def own_database() -> Iterator[None]:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    import django

    django.setup()
    from django.test.utils import setup_databases, teardown_databases

    from jobsite import allinone

    allinone.ensure()
    made = setup_databases(verbosity=0, interactive=False)
    try:
        yield
    finally:
        teardown_databases(made, verbosity=0)


def main(ads: int) -> int:
    with own_database():
        from django.conf import settings

        from listings.samples.server import serve

        # An answer of one board alone holds a third of all ads here.
        settings.MAX_ANSWER_BYTES = 2**30
        with serve(ads=ads) as server:
            settings.BOARD_MIRROR = server.url
            books = keep_books(server)
    print("\n".join(table(books)))
    return 1 if books.wrong else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ads", type=int, default=36_000, help="Ads of the first three boards; the others add theirs.")
    sys.exit(main(parser.parse_args().ads))
