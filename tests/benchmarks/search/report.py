"""The figures as tables: on the screen as they come, and in docs/performance.md with those of earlier runs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

DOCS = Path(__file__).resolve().parents[3] / "docs"
OTHERS = "\n## Employers"
FIGURES, PAGE = "performance.json", "performance.md"
Run = Mapping[str, Any]
Row = tuple[str, str, Sequence[str], str]
"""What, its aim at a million, where it stands in the figures, its format."""

AIMS: Sequence[Row] = (
    ("made and loaded, listings a second", "≥ 20,000", ("stages", "listings made and loaded", "rate"), "{:,.0f}"),
    ("indexed, listings a second", "≥ 4,000", ("stages", "index built", "rate"), "{:,.0f}"),
    ("database, MiB", "", ("stages", "listings made and loaded", "bytes"), "MiB"),
    ("index, MiB", "≤ 1,024", ("stages", "index built", "bytes"), "MiB"),
    ("totals and counts compared with PostgreSQL's", "", ("exact", "checked"), "{:,.0f}"),
    ("… equal", "all", ("exact", "equal"), "{:,.0f}"),
    ("search with all counts, new: median, ms", "≤ 8", ("closed", "cold", "median"), "{:,.1f}"),
    ("… p95, ms", "≤ 35", ("closed", "cold", "p95"), "{:,.1f}"),
    ("… p99, ms", "≤ 70", ("closed", "cold", "p99"), "{:,.1f}"),
    ("the same searches again: median, ms", "", ("closed", "warm", "median"), "{:,.1f}"),
    ("… p95, ms", "", ("closed", "warm", "p95"), "{:,.1f}"),
    ("suggestions after each letter typed: p95, ms", "≤ 6", ("typed", "p95"), "{:,.1f}"),
    ("at 20 a second, from when each is due: p95, ms", "", ("open", "p95"), "{:,.1f}"),
    ("… p99, ms", "", ("open", "p99"), "{:,.1f}"),
    ("ours / tantivy alone: medians", "≤ 1.3", ("bare", "ratio", "median"), "{:,.2f}"),
    ("… p95", "≤ 1.3", ("bare", "ratio", "p95"), "{:,.2f}"),
    ("PostgreSQL / ours: medians", "", ("fulltext", "ratio", "median"), "{:,.1f}"),
    ("… p95", "≥ 20", ("fulltext", "ratio", "p95"), "{:,.1f}"),
    ("broad searches, ten times as many listings: median, ms", "", ("tenfold", "median"), "{:,.1f}"),
    ("… slowest", "≤ 100", ("tenfold", "most"), "{:,.1f}"),
    ("plain searches with all counts, of processor time: median, ms", "", ("peers", "ours", "median"), "{:,.1f}"),
    ("… PostgreSQL", "", ("peers", "postgresql", "median"), "{:,.1f}"),
    ("… Xapian", "", ("peers", "xapian", "median"), "{:,.1f}"),
    ("… Groonga", "", ("peers", "groonga", "median"), "{:,.1f}"),
    ("… p95: ours", "", ("peers", "ours", "p95"), "{:,.1f}"),
    ("… PostgreSQL", "", ("peers", "postgresql", "p95"), "{:,.1f}"),
    ("… Xapian", "", ("peers", "xapian", "p95"), "{:,.1f}"),
    ("… Groonga", "", ("peers", "groonga", "p95"), "{:,.1f}"),
    ("whole page by HTTP, one connection, new server: p95, ms", "≤ 60", ("page", "one connection", "p95"), "{:,.1f}"),
    (
        "… of a server that has answered some hundred: p95",
        "≤ 60",
        ("page", "one connection, warm", "p95"),
        "{:,.1f}",
    ),
    ("… four connections: requests a second", "≥ 100", ("page", "4 connections", "rate"), "{:,.0f}"),
    ("unchanged page by its ETag: requests a second", "≥ 2,500", ("page", "conditional", "rate"), "{:,.0f}"),
    ("memory of one web worker, MiB", "≤ 450", ("page", "memory", "rss"), "{:,.0f}"),
    ("… of it written by the worker itself, MiB", "≤ 170", ("page", "memory", "own"), "{:,.0f}"),
    ("a change searchable, at 500 a second: p95, ms", "≤ 1,500", ("changes", "p95"), "{:,.0f}"),
)


def stages(run: Run) -> str:
    lines = [f"{'':34}{'seconds':>10}{'a second':>12}{'MiB':>10}"]
    for one in run["stages"]:
        size = f"{one['bytes'] / 2**20:,.0f}" if one["bytes"] else ""
        lines.append(f"{one['name']:34}{one['seconds']:>10,.1f}{one['rate']:>12,}{size:>10}")
    return "\n".join(lines)


def part(name: str, figures: Mapping[str, Any]) -> str:
    return "\n".join(f"{line}" for line in _lines(name, figures))


def _lines(name: str, figures: Mapping[str, Any]) -> Iterator[str]:
    flat = {key: value for key, value in figures.items() if not isinstance(value, Mapping)}
    if flat:
        yield f"{name:34}" + ", ".join(f"{key} {value}" for key, value in flat.items())
    for key, value in figures.items():
        if isinstance(value, Mapping):
            yield from _lines(f"{name}: {key}", value)


def write(docs: Path, run: Run) -> None:
    text = page(merge(docs / FIGURES, run))
    # What other benchmarks write stands below, and stays.
    _, mark, others = (docs / PAGE).read_text().partition(OTHERS) if (docs / PAGE).exists() else ("", "", "")
    (docs / PAGE).write_text(text + mark + others)


def merge(path: Path, run: Run) -> list[dict[str, Any]]:
    """With the runs kept so far, the newest of each size; what this one left out stays as it was measured."""
    kept = {one["listings"]: one for one in json.loads(path.read_text())} if path.exists() else {}
    kept[run["listings"]] = {**kept.get(run["listings"], {}), **run}
    runs = [kept[listings] for listings in sorted(kept)]
    path.write_text(json.dumps(runs, indent=1, ensure_ascii=False) + "\n")
    return runs


def page(runs: Sequence[Run]) -> str:
    return "\n".join(_page(runs)) + "\n"


def _page(runs: Sequence[Run]) -> Iterator[str]:
    yield "# Performance"
    yield ""
    yield "Written by `make bench`, which makes so many listings, indexes them and asks what seekers ask:"
    yield "`make bench N=1000000`. Each column is the newest run of that size."
    yield ""
    sizes = [f"{run['listings']:,}" for run in runs]
    yield f"| | aim at a million | {' | '.join(sizes)} |"
    yield f"|---|---|{'--:|' * len(runs)}"
    for what, aim, where, how in AIMS:
        yield f"| {what} | {aim} | {' | '.join(_shown(run, where, how) for run in runs)} |"
    yield ""
    newest = max(run["at"] for run in runs)
    if older := [f"{run['listings']:,} ({run['at']})" for run in runs if run["at"] < newest]:
        yield f"Not of {newest}, but of the code and the machine of their day: {', '.join(older)}."
        yield "Only figures of one column, and ratios, can be compared."
        yield ""
    # An older profile would be explained by what holds of today's code.
    yield from _profile(next(run for run in reversed(runs) if run["at"] == newest))
    yield from _changes(runs)
    yield from WHY.splitlines()
    yield ""
    yield from _machines(runs)
    yield NOTES


def _shown(run: Run, where: Sequence[str], how: str) -> str:
    found: Any = run
    for name in where:
        if isinstance(found, list):
            found = {one["name"]: one for one in found}
        found = found.get(name) if isinstance(found, Mapping) else None
    if found is None:
        return "–"
    return f"{found / 2**20:,.0f}" if how == "MiB" else how.format(found)


def _profile(run: Run) -> Iterator[str]:
    """Of the largest run: where its time goes is what keeps it from its aims."""
    searches: Mapping[str, Mapping[str, float]] = run.get("profile", {})
    if not searches:
        return
    yield f"## Where the time of a search goes, at {run['listings']:,} listings"
    yield ""
    yield f"| milliseconds | {' | '.join(searches)} |"
    yield f"|---|{'--:|' * len(searches)}"
    for step in next(iter(searches.values())):
        shown = "{:,.0f}" if step == "matching" else "{:,.1f}"
        yield f"| {step} | {' | '.join(shown.format(one[step]) for one in searches.values())} |"
    yield ""
    yield from SHORTFALL.splitlines()
    yield ""
    yield from _shares(run)
    yield from _indexing(run)


def _shares(run: Run) -> Iterator[str]:
    for what, steps in run.get("functions", {}).items():
        yield from _table(f"of the processor time of {what}", "percent", steps, SHARES[what])
    if used := run.get("page", {}).get("processor"):
        yield from _table("a new page, four connections", "milliseconds of processor time", used, FOUR)


def _indexing(run: Run) -> Iterator[str]:
    if steps := run.get("indexing", {}):
        yield f"## Where the time of indexing goes, at {run['listings']:,} listings"
        yield ""
        yield from _table("a listing", "microseconds", steps, INDEXING)


def _changes(runs: Sequence[Run]) -> Iterator[str]:
    """Of the largest run that has them."""
    for run in [run for run in runs if "steps" in run.get("changes", {})][-1:]:
        yield f"## Where the time of changes goes, at {run['listings']:,} listings"
        yield ""
        yield from _table("of the processor time of the indexer", "percent", run["changes"]["steps"], CHANGES)


def _table(what: str, unit: str, steps: Mapping[str, float], explanation: str) -> Iterator[str]:
    yield f"| {what} | {unit} |"
    yield "|---|--:|"
    for step, number in steps.items():
        yield f"| {step} | {number:,.0f} |"
    yield ""
    yield from explanation.splitlines()
    yield ""


SHORTFALL = """Each group is counted by itself here, and its words and filters looked up anew; a search looks them up
once for all groups. Where many listings match, their ids are compared with those of each value, a block of 65,536 ids
at a time; where few do, the values of each are read. The first page is tantivy's, without the filters: of few matches
it is given the ids, of many it ranks what has the words, and what the filters leave out is passed over. It scores all
that have the words, not the best alone, since an ad's age has a say in the order. Two words side by side in a title are
one term; of three, it reads the places in every title that has them. A page by HTTP costs what its search
costs, and two cores that ask, answer and count make so many a second; pages that follow, other orders and popular
searches ask for the same counts, which are remembered. Of a worker's memory, the larger part is the index's files,
which the system keeps once for all workers and gives up where memory is short. Its own is what it has written to:
sets of ids and counts for later searches, and what was freed and is used again. Its threads share one heap, and the
site's code is loaded before workers are forked; with one heap for each thread, code loaded by each worker, and the
sets of all skills kept, it was 285 MiB in place of 156 after 480 searches of a million listings."""


SHARES = {
    "new searches": """By a profile, which makes Python's own calls dearer than what tantivy, numpy and roaring bitmaps
do. Steps overlap: to count is also to meet the sets. No step has most of the time, and each is many short calls: a
search has some 150 nodes in a dozen groups, and some 500 choices are made readable. At 100,000 listings this work of
Python's, which grows hardly with the number of listings, is more than the whole of a search may take.""",
    "new pages": """What a page asks for is computed while its templates are rendered. The rest of writing it are the
templates themselves, some 700 fragments of HTML with their values; the rest of the whole is Django's middleware.""",
    "suggestions": """A suggested title is counted as the search that it leads to, so that the numbers are the same.""",
}


FOUR = """Of all cores, for as long as the pages took; other processes of the machine count as nobody. A connection
stays with the worker that accepted it, and one worker makes one page at a time. New connections go to the worker that
has fewest: of 25 times that four were opened at once, they fell two to two 25 times, and 13 times before. Where the
long searches fall to one side, a core waits."""


CHANGES = """The commit is also that of the count table, and waits for tantivy's thread. Count tables are merged while
nothing waits. All but the reading of changes grows with their number, and one process does it: on a machine half as
fast, where a listing's document takes two thousandths of a second, 500 a second are more than it can do, and what waits
waits longer and longer."""


INDEXING = """A process for each core, four at most, makes documents and count tables where there are enough listings to
pay for their start; another gives the documents to tantivy, whose thread has its share of the same cores. Words are
analysed in Python, once for tantivy and for the count tables, so that both agree on every term; tantivy did it in
threads of its own before. Not in the table: the parts of the count table are merged into one at the end, by one
process, in 65 microseconds a listing where there are 40,000."""


WHY = """## Why aims are missed

- **Searches.** Of few matches Python's own work is most of the time; of many it is the values that are counted and the
  listings that tantivy scores. The slowest are phrases in texts, which tantivy has to count, and searches of five
  words that few ads have: it fills windows of ids for each word and synonym, however few listings it is asked to rank.
- **Pages.** A new search and its twenty listings, read from PostgreSQL and written as HTML, take some 21 ms of a core
  at a million listings, so that two make no hundred a second. The table above has the shares: the search and the
  templates are most of it.
- **Indexing.** The steps above add up to more than what two cores have for 4,000 a second. The largest are
  the terms of a text in Python and, in tantivy, their places.
- **The index** has each word's places in each text, a quarter of it, by which words near each other are told from words
  anywhere, and a set of ids for each word, a sixth of it.
- **Memory.** Of the 774 MiB that a worker has at a million after some seven hundred searches, 538 are pages of the
  index's files that it has read: the workers share them, and the system takes them back when it needs the room.
- **Ten times as many.** What is counted for the first time reads whole columns: the slowest are the first of all
  searches and the first with a country."""


def _machines(runs: Sequence[Run]) -> Iterator[str]:
    yield "## Measured on"
    yield ""
    for run in runs:
        told = "; ".join(f"{name}: {value}" for name, value in run["machine"].items())
        yield f"- {run['listings']:,} listings, {run['at']}: {told}"
    yield ""
    yield from OTHER_MACHINE.splitlines()
    yield ""


OTHER_MACHINE = """Machines of the same name differ. On one about half as fast, at a million listings a new search
took 27.8, 68.5 and 238 ms (2026-11-30; the last before the site's code was loaded first), a suggestion 15.4, a page
138, and a change 3.5 s. The ratio to PostgreSQL at a million is older, and of such a machine."""


NOTES = """## What is measured

- Listings have real words where the corpus is at hand, facts left out as often as in real ads, about 2,000 distinct
  residences, five skills an ad, and companies of uneven sizes; a seventh of them have a second posting.
- 240 different searches, drawn by a seed as a log would hold them: half of one or two words, half with filters, some
  broad, some rare, some misspelt, some in quotes. "New" is each for the first time in its process,
  which has loaded the site's code as web workers have.
- Suggestions are asked for each beginning of the same words, each for the first time, after the first letter of all
  has read what there is to suggest.
- tantivy alone answers every call that a search of ours would make if tantivy counted, too, with nothing around them.
  Ours counts by tables of its own, reads the listings of the page from PostgreSQL, and makes the counts readable.
- PostgreSQL has the same rows in one table with a GIN index, and counts the same groups in the same statement as it
  looks for the best; hours in common and errors in typing are left out, since it knows neither.
- Broad searches over ten times as many listings are the totals and counts of fifteen searches, in processor time, on
  the count table of the index repeated with other ids, each for the first time; a first page is not part of them.
- Plain searches are those without signs, hours and states. Each engine has the same texts and facts and answers with
  the first page, the total and the counts of every group, in one process; totals of searches without words are the
  same in all. PostgreSQL, Xapian and Groonga neither mend slips nor look for other names of what is asked.
- A change is searchable when this process' own reader finds its new state, counted from its commit.
- Pages come from gunicorn with two workers, as `make run` starts it; the clients run on the same cores."""
