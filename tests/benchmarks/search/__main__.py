"""Search at up to a million listings: `python -m tests.benchmarks.search [N] [--part PART …] [--write]`.

Makes N listings in a database of its own, indexes them, asks what seekers ask, and prints what it took; --write keeps
the figures in docs/performance.json and tells them, with those of earlier runs, in docs/performance.md. Needs no
network.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.benchmarks.search import report
from tests.benchmarks.search.place import own_place

PEERS = "peers"
PARTS = (
    "exact",
    "closed",
    "typed",
    "open",
    "profile",
    "functions",
    "indexing",
    "tenfold",
    "bare",
    "page",
    "fulltext",
    "changes",
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("listings", nargs="?", type=int, default=100_000)
    parser.add_argument("--part", action="append", choices=(*PARTS, PEERS), help="only these; all by default")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--queries", type=int, default=240)
    parser.add_argument("--seconds", type=int, default=10, help="how long listings change")
    parser.add_argument("--peers", action="store_true", help="beside Xapian and Groonga, if installed")
    parser.add_argument("--write", action="store_true", help="write docs/performance.json and docs/performance.md")
    parser.add_argument("--docs", type=Path, default=report.DOCS, help="the folder to write to")
    told = parser.parse_args()
    with own_place():
        from tests.benchmarks.search.parts import run

        parts = [*(told.part or PARTS), *([PEERS] if told.peers else [])]
        for figures in run(told.listings, told.seed, told.queries, parts, told.seconds):
            if told.write:
                report.write(told.docs, figures)
    if told.write:
        print(f"Written to {told.docs / report.PAGE}")
    return 0


sys.exit(main())
