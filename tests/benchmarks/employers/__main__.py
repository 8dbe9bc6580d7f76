"""A day of looks at thousands of made-up employers: `python -m tests.benchmarks.employers --write`.

20,000 employers of three hiring systems with 600,000 ads, 15 % of them remote, are looked at for a simulated day by two
workers over HTTP, as the schedule says; workers are killed in the middle of looks. `--employers 500 --hours 6` tries it
small. Needs no network. Prints a table; `--write` puts it into docs/performance.md. Exits with 1 if anything was lost,
came twice or was starved.
"""

from __future__ import annotations

import argparse
import platform
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import quantiles

from tests.benchmarks.employers.day import WORKERS, Day, make_sources, most_in_a_minute, problems, simulate, spread
from tests.benchmarks.employers.mirror import ADS, REMOTE_PERCENT, SYSTEMS, serving
from tests.benchmarks.reliability_page import replace_section
from tests.benchmarks.round import own_database

MEMORY_AIM = 300 * 2**20
PAGE = Path(__file__).resolve().parents[3] / "docs" / "performance.md"
MiB = 2**20


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.employers", description=__doc__)
    parser.add_argument("--employers", type=int, default=20_000)
    parser.add_argument("--hours", type=int, default=24)
    parser.add_argument("--kills", type=int, default=12)
    parser.add_argument("--write", action="store_true", help="put the table into docs/performance.md")
    arguments = parser.parse_args()
    with own_database(), serving() as (address, clock):
        from django.conf import settings

        settings.BOARD_MIRROR = address
        began = time.perf_counter()
        start = datetime.now(UTC).replace(second=0, microsecond=0)
        make_sources(arguments.employers)
        before = database_figures()
        kills = [place * arguments.employers // (arguments.kills + 1) for place in range(1, arguments.kills + 1)]
        day = simulate(start, arguments.hours * 60, clock, kills)
        after = database_figures()
        faults = [
            *problems(arguments.employers),
            *([f"only {day.killed} workers were killed"] if day.killed < arguments.kills else []),
            *([f"a worker took {day.peak_bytes / MiB:,.0f} MiB"] if day.peak_bytes > MEMORY_AIM else []),
        ]
        rows = [*table(arguments, day, before, after)]
        rows.append(("ads lost, ads twice, employers without a look", f"{len(faults)} faults" if faults else "none"))
        rows.append(("it took, minutes", f"{(time.perf_counter() - began) / 60:.0f}"))
    text = "\n".join(["| | |", "|---|--:|", *(f"| {name} | {value} |" for name, value in rows)])
    sys.stdout.write(f"{text}\n")
    for fault in faults[:20]:
        sys.stderr.write(f"{fault}\n")
    if arguments.write and not faults:
        replace_section("employers", text, PAGE)
    return 1 if faults else 0


def table(
    arguments: argparse.Namespace, day: Day, before: dict[str, int], after: dict[str, int]
) -> Iterator[tuple[str, str]]:
    from django.db.models import Count

    from listings.models import Employer, Fetch, Posting, Snapshot

    hours = spread(day, arguments.hours * 60)
    late = quantiles(day.late, n=100) if len(day.late) > 1 else [0.0] * 99
    change = {name: after[name] - before[name] for name in after}
    looked_at = max(1, Employer.objects.exclude(last_ok_at=None).count())
    yield "employers, ads", f"{arguments.employers:,}, {arguments.employers * ADS:,}"
    yield "remote", f"{REMOTE_PERCENT} %"
    yield f"looks in {arguments.hours} hours, by {WORKERS} workers", f"{day.looks:,}"
    yield "… by outcome", ", ".join(f"{name} {number:,}" for name, number in day.outcomes.most_common())
    yield "requests an hour, each hour in turn", ", ".join(f"{number:,}" for number in hours)
    most = most_in_a_minute(day)
    yield "most requests of a system in a minute (30 allowed)", ", ".join(f"{name} {most[name]}" for name in SYSTEMS)
    yield (
        "employers, from due to leased: median, p99, longest, minutes",
        (f"{late[49]:.1f}, {late[98]:.1f}, {max(day.late, default=0):.1f}"),
    )
    yield "boards, from due to leased: longest, minutes", f"{max(day.boards_late, default=0):.1f}"
    yield "workers killed in the middle of a look", f"{day.killed}"
    yield "memory of a worker: peak, MiB (300 allowed)", f"{day.peak_bytes / MiB:,.0f}"
    yield "queries a look", f"{day.queries / max(1, day.looks):.0f}"
    yield (
        "rows inserted, updated, deleted",
        ", ".join(f"{change[name]:,}" for name in ("tup_inserted", "tup_updated", "tup_deleted")),
    )
    yield "written to the log, MiB", f"{change['wal'] / MiB:,.0f}"
    yield "database at the end, MiB", f"{after['size'] / MiB:,.0f}"
    yield "… an employer, KiB", f"{change['size'] / 1024 / looked_at:,.0f}"
    yield (
        "rows at the end: postings, fetches, snapshots",
        ", ".join(f"{model.objects.aggregate(rows=Count('pk'))['rows']:,}" for model in (Posting, Fetch, Snapshot)),
    )
    yield "measured on", f"{datetime.now(UTC):%Y-%m-%d}, {platform.system()}, Python {platform.python_version()}"


def database_figures() -> dict[str, int]:
    from django.db import connection

    with connection.cursor() as cursor:
        # Counts of a session that is still connected come late by themselves.
        cursor.execute("SELECT pg_stat_clear_snapshot(), pg_stat_force_next_flush()")
        cursor.execute(
            "SELECT tup_inserted, tup_updated, tup_deleted, pg_database_size(datname), "
            "pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint "
            "FROM pg_stat_database WHERE datname = current_database()"
        )
        return dict(zip(("tup_inserted", "tup_updated", "tup_deleted", "size", "wal"), cursor.fetchone(), strict=True))


if __name__ == "__main__":
    sys.exit(main())
