"""The measuring of search works, and what it measures is true; how long it takes is not asked here."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.benchmarks.search import report
from tests.benchmarks.search.queries import rotating
from tests.processes import ROOT

pytestmark = pytest.mark.slow
LISTINGS, ASKED = 400, 12


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("docs")
    command = [sys.executable, "-m", "tests.benchmarks.search", str(LISTINGS), "--queries", str(ASKED)]
    done = subprocess.run(
        [*command, "--seconds", "1", "--peers", "--write", "--docs", str(folder)],
        cwd=ROOT, env={**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings"}, capture_output=True, text=True,
        timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    assert "index built" in done.stdout
    return folder


@pytest.fixture(scope="module")
def run(docs: Path) -> dict[str, Any]:
    (only,) = json.loads((docs / report.FIGURES).read_text())
    return dict(only)


def test_every_listing_is_made_and_indexed(run: dict[str, Any]) -> None:
    made = {one["name"]: one["count"] for one in run["stages"]}
    assert made["listings made and loaded"] == made["index built"] == LISTINGS


def test_totals_and_counts_are_those_of_postgresql(run: dict[str, Any]) -> None:
    assert run["exact"]["checked"] > 100
    assert run["exact"]["equal"] == run["exact"]["checked"], run["exact"]["wrong"]


def test_every_query_is_asked_and_answered(run: dict[str, Any]) -> None:
    assert run["closed"]["cold"]["count"] == run["closed"]["warm"]["count"] == ASKED
    assert run["open"]["count"] == run["bare"]["ours"]["count"] == ASKED
    assert set(run["page"]["statuses"]) <= {"200", "302"}
    assert run["fulltext"]["given up"] == 0


def test_engines_that_are_installed_find_as_many_as_postgresql(run: dict[str, Any]) -> None:
    engines = [figures for figures in run["peers"].values() if isinstance(figures, dict) and "totals unlike" in figures]
    assert run["peers"]["searches"] == run["peers"]["ours"]["count"] > 0
    assert all(figures["totals unlike"] == 0 for figures in engines), run["peers"]


def test_ten_times_as_many_listings_are_counted(run: dict[str, Any]) -> None:
    assert run["tenfold"]["listings"] == 10 * LISTINGS
    assert run["tenfold"]["count"] == 15


def test_the_steps_of_indexing_take_time(run: dict[str, Any]) -> None:
    steps = run["indexing"]
    assert 0 < steps["… of these, its terms"] < steps["fields of the document"]


def test_suggestions_are_asked_letter_by_letter(run: dict[str, Any]) -> None:
    assert run["typed"]["count"] > ASKED


def test_every_change_is_seen(run: dict[str, Any]) -> None:
    assert run["changes"]["count"] > 0
    assert run["changes"]["never seen"] == 0


def test_the_report_has_a_column_for_each_size(docs: Path, tmp_path: Path, run: dict[str, Any]) -> None:
    kept = tmp_path / report.FIGURES
    report.merge(kept, run)
    runs = report.merge(kept, {**run, "listings": 10 * LISTINGS})
    page = report.page(runs)
    assert f"| {LISTINGS:,} | {10 * LISTINGS:,} |" in page
    assert run["machine"]["processor"] in page
    assert (docs / report.PAGE).read_text().startswith("# Performance")


def test_a_part_that_was_left_out_keeps_its_figures(tmp_path: Path, run: dict[str, Any]) -> None:
    kept = tmp_path / report.FIGURES
    report.merge(kept, run)
    (only,) = report.merge(kept, {"listings": LISTINGS, "open": {"count": 1}})
    assert only["open"] == {"count": 1}
    assert only["closed"] == run["closed"]


def test_queries_are_those_of_their_seed_and_all_different() -> None:
    assert rotating(1) == rotating(1) != rotating(2)
    assert len(set(rotating(1))) >= 240
