"""How fast the index is built and asked: `python -m tests.benchmarks.search`.

Made-up listings of 300 words each, words as unevenly common as in a language, in a database of their own, which is
dropped at the end. Needs no network; prints a table. `find` is the whole search: hits, counts, rows for the cards.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import tempfile
import time
from pathlib import Path

CHUNK = 2000
ROUNDS = 30


def main(listings: int) -> None:
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
            fill(listings)
            measure(settings.INDEX_DIR)
    finally:
        teardown_databases(made, verbosity=0)


def fill(listings: int) -> None:
    from datetime import timedelta

    from django.utils import timezone

    from listings.models import Company, Listing, Posting, Source
    from listings.vocabulary.categories import CATEGORIES

    chance = random.Random(1)
    words = [f"w{number}" for number in range(30_000)]
    weights = [1 / (rank + 10) for rank in range(len(words))]
    sources = [Source.objects.create(name=board, board=board) for board in ("remotive", "weworkremotely", "remoteco")]
    companies = Company.objects.bulk_create(
        Company(key=f"c{n}", name=f"Employer {n}", slug=f"employer-{n}") for n in range(500)
    )
    now = timezone.now()
    for start in range(0, listings, CHUNK):
        rows = []
        for number in range(start, min(start + CHUNK, listings)):
            at = now - timedelta(minutes=number)
            title = " ".join(chance.choices(words, weights, k=4))
            category = chance.choice(list(CATEGORIES))
            rows.append(
                Listing(company=chance.choice(companies), title=title, slug="x", category=category, workplace="remote",
                        employment=["FULL_TIME"], posted_at=at, first_seen_at=at, changed_at=at)
            )  # fmt: skip
        postings = []
        for listing in Listing.objects.bulk_create(rows):
            digest = listing.pk.to_bytes(32, "big")
            html = f"<p>{' '.join(chance.choices(words, weights, k=300))}</p>"
            postings.append(
                Posting(source=chance.choice(sources), external_id=str(listing.pk), listing=listing, url="-", ad={},
                        html=html, content_hash=digest, fingerprint=digest, first_seen_at=now, last_seen_at=now)
            )  # fmt: skip
        for posting in Posting.objects.bulk_create(postings):
            posting.listing.leading = posting
        Listing.objects.bulk_update(rows, ["leading"])


def measure(folder: Path) -> None:
    from listings.search.indexer import Indexer
    from listings.search.query import Search
    from listings.search.reader import Reader
    from listings.search.results import find

    with Indexer(folder) as indexer:
        begun = time.perf_counter()
        done = indexer.rebuild()
        seconds = time.perf_counter() - begun
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    print(f"rebuild: {done:,} listings in {seconds:.1f} s, {done / seconds:,.0f} a second, {size / 2**20:.0f} MiB")
    begun = time.perf_counter()
    Reader(folder).searcher()
    print(f"opening: {(time.perf_counter() - begun) * 1000:.1f} ms")
    asked = {
        "no words": Search(),
        "a common word": Search(q="w3"),
        "three words": Search(q="w3 w40 w200"),
        "a phrase": Search(q='"w0 w1"'),
        "a word and filters": Search(q="w3", category=("design", "engineering"), source=("remotive",)),
        "page 100": Search(page=100),
    }
    for what, search in asked.items():
        times = []
        for _ in range(ROUNDS):
            begun = time.perf_counter()
            results = find(search)
            times.append((time.perf_counter() - begun) * 1000)
        print(
            f"{what:20} {results.total or 0:8,} found {statistics.median(times):6.1f} ms, at most {max(times):.1f} ms"
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--listings", type=int, default=10_000)
    main(parser.parse_args().listings)
