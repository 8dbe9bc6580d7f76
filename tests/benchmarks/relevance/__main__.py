"""How well the search ranks real ads: `python -m tests.benchmarks.relevance`, or `make relevance`.

Prints nDCG@10, recall@50 and MRR of ours, of PostgreSQL's full text and of plain BM25 over the judged queries; of ours
also how many of the first twenty by date, and of a sample of all that is counted, are the kind of job that was looked
for; and the weakest queries. `--pool FILE` writes what is still to be judged, with titles and texts. A run over all
queries and ads writes docs/relevance.md, and fails if a query under its aim has no cause in causes.toml.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.benchmarks.relevance.judged import among, judged, queries
from tests.benchmarks.relevance.measures import ndcg, precision, recall, reciprocal_rank, right_ads, unjudged
from tests.benchmarks.relevance.shortfall import PAGE, causes, measured, page
from tests.benchmarks.round import own_database

ENGINES = {"ours": "ours", "PostgreSQL": "postgres", "BM25": "bm25"}
"""With the names of their functions: those need Django, which needs a database of its own first."""
DEPTH, POOLED, WEAKEST = 50, 20, 12
TEXT = 700


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pool", type=Path, help="write what is still to be judged here")
    parser.add_argument("--engine", action="append", choices=ENGINES, help="only these; all by default")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="of the ads that were not judged, each N-th")
    parser.add_argument("--queries", type=int, default=1, metavar="N", help="each N-th query, with its judged ads")
    options = parser.parse_args()
    chosen = queries()[:: options.queries]
    with own_database(), tempfile.TemporaryDirectory() as folder:
        from django.conf import settings

        from listings.search.index.indexer import Indexer
        from tests.benchmarks.relevance import corpus, engines

        if not corpus.FILE.exists():
            print(f"There is no corpus at {corpus.FILE}: nothing to rank.", file=sys.stderr)
            return 1
        settings.INDEX_DIR = Path(folder) / "index"
        judged_ads = {ad for q in chosen for ad in judged().get(q, {})}
        print(f"{corpus.load(options.every, judged_ads):,} ads")
        with Indexer(settings.INDEX_DIR) as indexer:
            indexer.rebuild()
        asked = {name: getattr(engines, function) for name, function in ENGINES.items()}
        if options.engine:
            asked = {name: engine for name, engine in asked.items() if name in options.engine}
        if "PostgreSQL" in asked:
            engines.prepare_postgres()
        found = {q: {name: list(engine(q, DEPTH)) for name, engine in asked.items()} for q in chosen}
        named = {q: (engines.newest(q, POOLED), sample(q, engines.every_named(q))) for q in chosen}
        if options.pool:
            pool(found, named, options.pool)
        grades = among(corpus.loaded_ids(), judged())
    report(found, grades)
    if "ours" in asked:
        report_named(named, grades)
    if "ours" in asked and options.every == options.queries == 1:
        unlisted = right_ads(judged()) - right_ads(grades)
        PAGE.write_text(page(measured(found, named, grades), causes(), len(unlisted)), encoding="utf-8")
    return 0


def sample(q: str, listing_ids: Sequence[int]) -> list[int]:
    """The same ones each time, whatever else is found."""
    return sorted(listing_ids, key=lambda listing_id: zlib.crc32(f"{q} {listing_id}".encode()))[:POOLED]


def report(found: Mapping[str, Mapping[str, Sequence[int]]], grades: Mapping[str, Mapping[int, int]]) -> None:
    known = [q for q in found if grades.get(q)]
    if not known:
        print("No query is judged yet.")
        return
    print(f"{len(known)} judged queries, {sum(len(grades[q]) for q in known):,} judged ads\n")
    print("| engine | nDCG@10 | recall@50 | MRR | unjudged of the first 10 |\n|---|---:|---:|---:|---:|")
    for name in found[known[0]]:
        figures = [
            statistics.mean(measure(found[q][name], grades[q]) for q in known)
            for measure in (ndcg, recall, reciprocal_rank)
        ]
        holes = sum(unjudged(found[q][name], grades[q]) for q in known)
        print(f"| {name} | {figures[0]:.3f} | {figures[1]:.3f} | {figures[2]:.3f} | {holes} |")
    if "ours" not in found[known[0]]:
        return
    print("\nThe weakest of ours:")
    for q in sorted(known, key=lambda q: ndcg(found[q]["ours"], grades[q]))[:WEAKEST]:
        print(f"  {ndcg(found[q]['ours'], grades[q]):.2f}  {q}")


def report_named(
    named: Mapping[str, tuple[Sequence[int], Sequence[int]]], grades: Mapping[str, Mapping[int, int]]
) -> None:
    """Precision of what is found in names. Queries whose ads were not all judged are measured on those that were."""
    print("\n| found in names | precision | queries | unjudged |\n|---|---:|---:|---:|")
    for index, what in enumerate((f"the newest {POOLED}", f"a sample of {POOLED} of all")):
        by_query = {q: precision(pair[index], grades.get(q, {})) for q, pair in named.items() if pair[index]}
        measured = {q: value for q, value in by_query.items() if value is not None}
        holes = sum(ad not in grades.get(q, {}) for q, pair in named.items() for ad in pair[index])
        if measured:
            print(f"| {what} | {statistics.mean(measured.values()):.3f} | {len(measured)} | {holes} |")
            weakest = sorted(measured, key=lambda q: measured[q])[:WEAKEST]
            print("  " + ", ".join(f"{q} {measured[q]:.2f}" for q in weakest))


def pool(
    found: Mapping[str, Mapping[str, Sequence[int]]],
    named: Mapping[str, tuple[Sequence[int], Sequence[int]]],
    path: Path,
) -> None:
    from listings.facts.text import plain
    from listings.models import Listing

    grades = judged()
    with path.open("w") as out:
        for q, ranked in found.items():
            pooled = {ad for ads in ranked.values() for ad in ads[:POOLED]} | {ad for ads in named[q] for ad in ads}
            unjudged_ads = pooled - set(grades.get(q, {}))
            for listing in Listing.objects.filter(pk__in=unjudged_ads).select_related("company", "leading"):
                text = plain(listing.leading.html)[:TEXT] if listing.leading else ""
                shown = {"query": q, "ad": listing.pk - 1, "title": listing.title, "company": listing.company.name}
                out.write(json.dumps({**shown, "text": text}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    raise SystemExit(main())
