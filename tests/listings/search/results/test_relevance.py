"""What is found for the judged queries stays as good as it was. `make relevance` tells more, other engines included."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks.relevance.judged import judged, queries
from tests.processes import ROOT

CORPUS = Path(ROOT).parent / "shared" / "corpus" / "ads.jsonl.xz"
PART = ("--queries", "5", "--every", "12")
"""Of the queries, and of the ads that were not judged. All of them take some minutes."""
KEPT, DROP = {"nDCG@10": 0.874, "newest": 0.875}, 0.02
"""As last measured: nDCG@10, and the precision of the newest. What they may fall by."""


def test_enough_is_judged() -> None:
    grades = judged()
    assert set(grades) <= set(queries())
    assert len(grades) >= 60
    assert {grade for of_query in grades.values() for grade in of_query.values()} == {0, 1, 2, 3}


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus of real ads is not at hand")
@pytest.mark.slow
def test_ranking_is_as_good_as_it_was() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.relevance", "--engine", "ours", *PART],
        cwd=ROOT, env={**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings"}, capture_output=True, text=True,
        timeout=3600,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    figures = {
        "nDCG@10": re.search(r"^\| ours \| (0\.\d+) \|", done.stdout, re.MULTILINE),
        "newest": re.search(r"^\| the newest \d+ \| (0\.\d+) \|", done.stdout, re.MULTILINE),
    }
    for name, match in figures.items():
        assert match, done.stdout
        assert float(match[1]) >= KEPT[name] - DROP, done.stdout
