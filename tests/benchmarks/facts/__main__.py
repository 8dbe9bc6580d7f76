"""Compares facts with labels made by hand, and measures their speed on one core.

`python -m tests.benchmarks.facts [FACT …] [--board BOARD] [--write]` prints tables, and the disagreements on ads that
rules may be written against: those on the other ads are only counted. --write also writes docs/facts.md.
"""

from __future__ import annotations

import argparse
import sys

from listings import facts
from tests.benchmarks.facts import refused, report, timing
from tests.benchmarks.facts.ads import LABELS, Labelled, labelled
from tests.benchmarks.facts.disputes import disputed
from tests.benchmarks.facts.scoring import AIMS, Score, add


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "facts", nargs="*", metavar="FACT", choices=[*AIMS, []], help=f"one of {', '.join(AIMS)} (default: all)"
    )
    parser.add_argument("--board", help="only the ads of this board")
    parser.add_argument("--write", action="store_true", help="write docs/facts.md")
    options = parser.parse_args()
    if not LABELS.exists():
        print(f"There are no labels at {LABELS}: nothing to measure against.", file=sys.stderr)
        return 1
    ads, missing = labelled()
    ads = [one for one in ads if options.board in (None, one.board.name)]
    chosen = options.facts or list(AIMS)
    scores, disagreements = measure([one for one in ads if one.tuned], chosen)
    untuned, _ = measure([one for one in ads if not one.tuned], chosen)
    for line in [*disagreements, ""]:
        print(line)
    tables = report.tables(scores, untuned)
    print(tables)
    lints = refused.summary()
    print(f"\n{lints}")
    if missing:
        print(f"\n{len(missing)} labelled ads were not found: {report.counted(missing)}")
    if options.write:
        report.write(tables, missing, lints, timing.profile())
        print(f"\nWritten to {report.PAGE}")
    met = all(untuned[fact]["all"].meets(AIMS[fact]) for fact in chosen)
    return 0 if met and not missing else 1


def measure(ads: list[Labelled], chosen: list[str]) -> tuple[dict[str, dict[str, Score]], list[str]]:
    scores = {fact: {"all": Score()} for fact in chosen}
    disagreements: list[str] = []
    left_out = disputed()
    for one in ads:
        read = facts.read(one.ad, one.board)
        for fact in chosen:
            if one.id in left_out.get(fact, {}):
                continue
            for group in ("all", one.board.name):
                score = scores[fact].setdefault(group, Score())
                agreed = add(score, fact, one.id, one.label[fact], read[fact])
            if not agreed:
                disagreements += report.disagreement(fact, one, read)
    return scores, disagreements


sys.exit(main())
