"""How many ads a second go from stored bytes to searchable, on one core: `python -m tests.benchmarks.gathering`.

Made-up ads in the API's format are parsed, read for facts, written and indexed in a database of their own, which is
dropped at the end; then the same bytes come again, unchanged. Needs no network; prints a table.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

PAGE = 2000


def main(ads: int) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    import django

    django.setup()
    from django.conf import settings
    from django.test.utils import setup_databases, teardown_databases

    from jobsite import embedded

    embedded.ensure()
    made = setup_databases(verbosity=0, interactive=False)
    try:
        with tempfile.TemporaryDirectory() as folder:
            settings.INDEX_DIR = Path(folder) / "index"
            measure(ads, settings.INDEX_DIR)
    finally:
        teardown_databases(made, verbosity=0)


def measure(ads: int, folder: Path) -> None:
    from django.utils import timezone

    from listings.boards import BOARDS
    from listings.boards.base import Request, Response
    from listings.gather.ingest import Ingest
    from listings.models import Fetch, Source
    from listings.samples.formats import remotive_body
    from listings.samples.vacancies import vacancy
    from listings.search.indexer import Indexer

    moment = datetime.now(UTC)
    bodies = [
        b"".join(remotive_body((vacancy(1, n, moment) for n in range(start, start + PAGE)), PAGE, PAGE))
        for start in range(0, ads, PAGE)
    ]
    source = Source.objects.create(name="benchmark", board="remotive")

    def round_() -> Fetch:
        fetch = Fetch.objects.create(source=source, started_at=timezone.now())
        ingest = Ingest(source, fetch, fetch.started_at)
        for body in bodies:
            page = BOARDS["remotive"].parse(Response(Request("-"), body))
            ingest.page(page.ads, page.rejected)
        return fetch

    with Indexer(folder) as indexer:
        indexer.step()

        def to_searchable() -> None:
            round_()
            while indexer.step():
                continue

        print(f"{ads:,} ads, {sum(map(len, bodies)) / 2**20:.0f} MiB")
        timed("new: stored bytes to searchable", ads, to_searchable)
        timed("unchanged: the same bytes again", ads, round_)


def timed(what: str, ads: int, work: Callable[[], object]) -> None:
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    seconds, busy = time.perf_counter() - wall, time.process_time() - cpu
    print(f"{what:36} {seconds:6.1f} s {ads / seconds:8,.0f} a second (this process's own core: {busy:.1f} s)")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ads", type=int, default=10_000)
    main(parser.parse_args().ads)
