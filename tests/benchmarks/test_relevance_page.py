"""docs/relevance.md names each query under an aim, with its cause from the file beside the queries."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.benchmarks.relevance.judged import is_held_out, queries
from tests.benchmarks.relevance.shortfall import (
    NDCG_AIM,
    NEWEST_AIM,
    PAGE,
    RECALL_AIM,
    NoCause,
    QueryFigures,
    causes,
    page,
)

GOOD = QueryFigures("nurse", ndcg=0.95, recall=0.9, right=10, newest=None, sample=0.9)
ROW = re.compile(r"^\| `(.+)` \| (\S+) \| (\S+) \| (\d+) \| (\S+) \| (.+) \|$", re.MULTILINE)


@pytest.mark.parametrize(
    ("weak", "bold"),
    [
        (replace(GOOD, query="k8s", ndcg=0.87), "**0.87**"),
        (replace(GOOD, query="k8s", recall=0.84), "**0.84**"),
        (replace(GOOD, query="k8s", newest=0.85), "**0.85**"),
        (replace(GOOD, query="k8s", newest=0.0), "**0.00**"),
    ],
)
def test_a_query_under_an_aim_stands_with_its_figures_and_its_cause(weak: QueryFigures, bold: str) -> None:
    (row,) = ROW.findall(page([GOOD, weak], {"k8s": "Listed among others."}))
    assert row[0] == "k8s"
    assert bold in row
    assert row[-1] == "Listed among others."


def test_a_query_under_its_aim_needs_a_cause() -> None:
    with pytest.raises(NoCause, match="k8s"):
        page([GOOD, replace(GOOD, query="k8s", ndcg=0.1)], {"nurse": "Few."})


def test_means_of_held_out_queries_stand_apart() -> None:
    held = next(query for query in queries() if is_held_out(query))
    tuned = next(query for query in queries() if not is_held_out(query))
    text = page([replace(GOOD, query=held, ndcg=1.0), replace(GOOD, query=tuned, ndcg=0.9)], {})
    assert "| nDCG@10 | 0.88 | 0.950 | 0.900 | 1.000 |" in text


def test_causes_are_of_judged_queries_each_once() -> None:
    assert causes().keys() <= set(queries())
    assert all(cause.endswith(".") and "|" not in cause for cause in causes().values())


def test_the_page_is_of_these_queries_and_causes() -> None:
    text = PAGE.read_text(encoding="utf-8")
    rows = ROW.findall(text)
    assert f"{len(rows)} of {len(queries())} queries are under an aim" in text
    for query, ndcg, recall, _, newest, cause in rows:
        assert causes()[query] == cause
        figures = [(ndcg, NDCG_AIM), (recall, RECALL_AIM), (newest, NEWEST_AIM)]
        below = [figure for figure, aim in figures if figure != "–" and float(figure.strip("*")) < aim]
        # A figure just under its aim is bold, too, and printed like the aim.
        bold = [figure for figure, _ in figures if figure.startswith("**")]
        assert bold
        assert set(below) <= set(bold)
