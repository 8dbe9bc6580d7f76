"""The queries under an aim, each with its figures and the cause: docs/relevance.md, written by `make relevance`."""

from __future__ import annotations

import statistics
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.relevance.judged import QUERIES, is_held_out
from tests.benchmarks.relevance.measures import RELEVANT, ndcg, precision, recall

PAGE = Path(__file__).resolve().parents[3] / "docs" / "relevance.md"
CAUSES = QUERIES.with_name("causes.toml")
NDCG_AIM, RECALL_AIM, NEWEST_AIM, SAMPLE_AIM = 0.88, 0.85, 0.9, 0.85
PLACES = 50
Ranked = Mapping[str, Mapping[str, Sequence[int]]]
Named = Mapping[str, tuple[Sequence[int], Sequence[int]]]


class NoCause(ValueError):
    """A query is under its aim, and no cause is given."""


@dataclass(frozen=True, slots=True)
class QueryFigures:
    """`right`: judged ads that answer the query. `newest`, `sample`: None where nothing is found in names."""

    query: str
    ndcg: float
    recall: float
    right: int
    newest: float | None
    sample: float | None

    @property
    def is_under_aim(self) -> bool:
        is_newest_under = self.newest is not None and self.newest < NEWEST_AIM
        return self.ndcg < NDCG_AIM or self.recall < RECALL_AIM or is_newest_under


def measured(found: Ranked, named: Named, grades: Mapping[str, Mapping[int, int]]) -> list[QueryFigures]:
    return [
        QueryFigures(
            query=query,
            ndcg=ndcg(ranked["ours"], grades[query]),
            recall=recall(ranked["ours"], grades[query]),
            right=sum(grade >= RELEVANT for grade in grades[query].values()),
            newest=precision(named[query][0], grades[query]),
            sample=precision(named[query][1], grades[query]),
        )
        for query, ranked in found.items()
        if grades.get(query)
    ]


def causes() -> dict[str, str]:
    """Query → why it stays under an aim."""
    groups = tomllib.loads(CAUSES.read_text(encoding="utf-8"))["cause"]
    return {query: group["text"] for group in groups for query in group["queries"]}


def page(figures: Sequence[QueryFigures], reasons: Mapping[str, str], unlisted: int = 0) -> str:
    """`unlisted`: judged right ads that are no listings any more. Raises NoCause for a query under its aim without a
    reason.
    """
    under = [row for row in figures if row.is_under_aim]
    if missing := [row.query for row in under if not reasons.get(row.query)]:
        raise NoCause(f"Give a cause in {CAUSES.name} for: {', '.join(missing)}")
    held_out = [row for row in figures if is_held_out(row.query)]
    at_best = _mean(min(1, PLACES / row.right) for row in figures if row.right)
    lines = [
        "# How well the search ranks, query by query",
        "",
        f"Written by `make relevance` from {len(figures)} judged queries; [search.md](search.md) tells how the search",
        "understands words and how ads were judged. When the order was last tuned, a third of the queries was held",
        "out; the rules from before were made with all of them in view.",
        "",
        "| mean | aim | all | tuned on | held out |",
        "|---|---:|---:|---:|---:|",
        *_means(figures, held_out),
        "",
        f"Fifty places can hold {at_best} of the right ads at best: some queries have more of them. {unlisted} of the",
        "judged ads that answer a query are not counted: their facts have since been read as work on site, or partly",
        "so (home visits), and such ads are no listings.",
        "",
        "## Queries under an aim",
        "",
        f"{len(under)} of {len(figures)} queries are under an aim in **bold**. “–” is where nothing is found in names.",
        "",
        "| query | nDCG@10 | recall@50 | right ads | newest 20 | cause |",
        "|---|---:|---:|---:|---:|---|",
        *(_row(row, reasons[row.query]) for row in sorted(under, key=lambda row: (row.ndcg, row.recall))),
    ]
    return "\n".join(lines) + "\n"


def _means(figures: Sequence[QueryFigures], held_out: Sequence[QueryFigures]) -> list[str]:
    tried = [row for row in figures if row not in held_out]
    groups = (figures, tried, held_out)
    measures: Sequence[tuple[str, float, Callable[[QueryFigures], float | None]]] = (
        ("nDCG@10", NDCG_AIM, lambda row: row.ndcg),
        ("recall@50, mentions included", RECALL_AIM, lambda row: row.recall),
        ("right of the newest 20 found in names", NEWEST_AIM, lambda row: row.newest),
        ("right of a sample of 20 found in names", SAMPLE_AIM, lambda row: row.sample),
    )
    return [
        f"| {name} | {aim:.2f} | {' | '.join(_mean(map(measure, group)) for group in groups)} |"
        for name, aim, measure in measures
    ]


def _mean(values: Iterable[float | None]) -> str:
    known = [value for value in values if value is not None]
    return f"{statistics.mean(known):.3f}" if known else "–"


def _row(row: QueryFigures, cause: str) -> str:
    cells = [_cell(row.ndcg, NDCG_AIM), _cell(row.recall, RECALL_AIM), str(row.right), _cell(row.newest, NEWEST_AIM)]
    return f"| `{row.query}` | {' | '.join(cells)} | {cause} |"


def _cell(value: float | None, aim: float) -> str:
    if value is None:
        return "–"
    return f"**{value:.2f}**" if value < aim else f"{value:.2f}"
