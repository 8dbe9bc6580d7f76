"""Fetches every kind of source twice and checks the counts: `python -m tests.benchmarks.round`.

The made-up boards are fetched over HTTP, as the real ones would be. No ad may be lost or stored twice, ads of one
vacancy have to be in one listing, and the second round, over the same bytes, must change nothing. Needs no network.
Exits with 1 if any of this fails.
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
from math import comb
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from listings.models import Fetch, Source
    from listings.samples.server import Server

COUNTS = ("new", "changed", "reopened", "same", "repeated", "not_remote", "rejected")
EMPLOYERS_PER_SYSTEM = 2
# Of the pairs of ads of one vacancy, and of the listings without a second vacancy.
MIN_SHARE = 0.98


@dataclass
class RoundReport:
    """What two rounds wrote. `problems`: everything that does not add up, a sentence each.

    `pairs_joined` of the `pairs` of ads that show one vacancy are in one listing; `mixed_listings` hold more than one
    vacancy. `seconds`: of each round.
    """

    first: list[Fetch] = field(default_factory=list)
    second: list[Fetch] = field(default_factory=list)
    seconds: tuple[float, float] = (0.0, 0.0)
    listings: int = 0
    vacancies: int = 0
    pairs: int = 0
    pairs_joined: int = 0
    mixed_listings: int = 0
    problems: list[str] = field(default_factory=list)


def make_sources() -> list[Source]:
    """Every keyless board, some employers of each hiring system, a site and a feed."""
    from listings.models import Source
    from tests.benchmarks.stored import every_source

    return [
        Source.objects.create(name=f"{board}-{place}", board=board, options=options)
        for place, (board, options) in enumerate(every_source(EMPLOYERS_PER_SYSTEM))
    ]


def run_rounds(server: Server) -> RoundReport:
    """Two rounds, with the boards' clock stopped. Needs an empty database, and BOARD_MIRROR set to the server."""
    from listings.lifecycle import recluster
    from listings.models import Change, LastResponse, Source

    server.set_clock(datetime.now(UTC))
    sources, report = make_sources(), RoundReport()
    start = time.perf_counter()
    report.first = [fetch(source) for source in sources]
    recluster.recluster()
    end = time.perf_counter()
    check_counts(report, report.first)
    check_postings(report)
    compare(report, server)
    changes = Change.objects.count()
    # Without validators and cursors, every byte is sent and read again.
    LastResponse.objects.all().delete()
    Source.objects.update(cursor=None)
    second_start = time.perf_counter()
    report.second = [fetch(source) for source in sources]
    report.seconds = (end - start, time.perf_counter() - second_start)
    check_counts(report, report.second)
    for again in report.second:
        if (again.new, again.changed, again.reopened, again.closed) != (0, 0, 0, 0):
            report.problems.append(f"{again.source}: the second round changed ads")
    if Change.objects.count() != changes:
        report.problems.append("the second round wrote Change rows")
    return report


def fetch(source: Source) -> Fetch:
    from listings.fetching import leases, run

    source.refresh_from_db()
    lease = leases.lease_source(source)
    assert lease is not None
    done = run.run(lease)
    assert done is not None
    done.refresh_from_db()
    return done


def check_counts(report: RoundReport, fetches: list[Fetch]) -> None:
    for done in fetches:
        if done.outcome != "ok":
            report.problems.append(f"{done.source}: {done.outcome} {done.error}{done.quarantine_reason}")
        if done.seen != sum(getattr(done, name) for name in COUNTS):
            report.problems.append(f"{done.source}: its counts do not add up to {done.seen} ads seen")


def check_postings(report: RoundReport) -> None:
    from listings.models import Posting

    for done in report.first:
        if Posting.objects.filter(source=done.source).count() != done.new:
            report.problems.append(f"{done.source}: the number of postings is not that of new ads")


def compare(report: RoundReport, server: Server) -> None:
    """Check the listings against the boards' own knowledge of which ads show the same vacancy."""
    from listings.models import Listing, Posting
    from tests.benchmarks.truth import Truth

    truth = Truth(server.boards, server.boards.now())
    listings_by_fingerprint: dict[bytes, set[int]] = defaultdict(set)
    listings_by_vacancy: dict[int, Counter[int]] = defaultdict(Counter)
    vacancies_by_listing: dict[int, set[int]] = defaultdict(set)
    keys: set[tuple[int, str]] = set()
    postings = Posting.objects.filter(closed_at=None).values_list(
        "fingerprint", "listing_id", "source_id", "source__board", "external_id"
    )
    for fingerprint, listing_id, source_id, board, external_id in postings.iterator():
        listings_by_fingerprint[bytes(fingerprint)].add(listing_id)
        if (source_id, external_id) in keys:
            report.problems.append(f"{board} {external_id} is stored twice")
        keys.add((source_id, external_id))
        vacancy = truth.vacancy(board, external_id)
        listings_by_vacancy[vacancy][listing_id] += 1
        vacancies_by_listing[listing_id].add(vacancy)
    if split := sum(len(listing_ids) > 1 for listing_ids in listings_by_fingerprint.values()):
        report.problems.append(f"{split} groups of ads with equal company, title, place and text are in two listings")
    report.listings, report.vacancies = Listing.objects.open().count(), len(listings_by_vacancy)
    if report.listings != len(vacancies_by_listing):
        report.problems.append("there are open listings without an open posting")
    for ads_by_listing in listings_by_vacancy.values():
        report.pairs += comb(ads_by_listing.total(), 2)
        report.pairs_joined += sum(comb(count, 2) for count in ads_by_listing.values())
    report.mixed_listings = sum(len(vacancies) > 1 for vacancies in vacancies_by_listing.values())
    if report.pairs_joined < MIN_SHARE * report.pairs:
        report.problems.append(f"only {report.pairs_joined} of {report.pairs} pairs of ads of one vacancy are joined")
    if report.mixed_listings > (1 - MIN_SHARE) * report.listings:
        report.problems.append(f"{report.mixed_listings} listings hold more than one vacancy")


def table(report: RoundReport) -> Iterator[str]:
    yield "| source | seen | new | same | repeated | not remote | rejected | second round: seen | same |"
    yield "|---|---|---|---|---|---|---|---|---|"
    for first, again in zip(report.first, report.second, strict=True):
        counts = [first.seen, first.new, first.same, first.repeated, first.not_remote, first.rejected]
        row = " | ".join(f"{count:,}" for count in [*counts, again.seen, again.same])
        yield f"| {first.source.name} | {row} |"
    seen, new = (sum(getattr(done, name) for done in report.first) for name in ("seen", "new"))
    yield f"{len(report.first)} sources, {seen:,} ads, {new:,} postings of {report.vacancies:,} vacancies"
    yield (
        f"{report.listings:,} open listings; {report.pairs_joined:,} of {report.pairs:,} pairs of ads of one vacancy "
        f"are in one listing; {report.mixed_listings:,} listings hold more than one vacancy"
    )
    yield f"first round {report.seconds[0]:.0f} s, second {report.seconds[1]:.0f} s"
    yield from (f"WRONG: {problem}" for problem in report.problems)


@contextmanager
def own_database() -> Iterator[None]:
    """A test database, dropped at the end. Sets Django up."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    import django

    django.setup()
    from django.test.utils import setup_databases, teardown_databases

    from jobsite import allinone

    allinone.ensure()
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        yield
    finally:
        teardown_databases(databases, verbosity=0)


def main(ads: int) -> int:
    with own_database():
        from django.conf import settings

        from listings.samples.server import serve

        # At this scale, a single response of one board holds a third of all ads.
        settings.MAX_ANSWER_BYTES = 2**30
        with serve(ads=ads) as server:
            settings.BOARD_MIRROR = server.url
            report = run_rounds(server)
    print("\n".join(table(report)))
    return 1 if report.problems else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ads", type=int, default=36_000, help="Ads of the first three boards; the others add theirs.")
    sys.exit(main(parser.parse_args().ads))
