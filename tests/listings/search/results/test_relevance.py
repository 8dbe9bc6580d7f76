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
EVERY = "6"
"""Of the ads that were not judged. All of them take a minute."""
KEPT, DROP = 0.852, 0.02
"""nDCG@10 as it was last measured, and what it may fall by."""


def test_enough_is_judged() -> None:
    grades = judged()
    assert set(grades) <= set(queries())
    assert len(grades) >= 60
    assert {grade for of_query in grades.values() for grade in of_query.values()} == {0, 1, 2, 3}


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus of real ads is not at hand")
def test_ranking_is_as_good_as_it_was() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.relevance", "--engine", "ours", "--every", EVERY],
        cwd=ROOT, env={**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings"}, capture_output=True, text=True,
        timeout=3600,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    found = re.search(r"^\| ours \| (0\.\d+) \|", done.stdout, re.MULTILINE)
    assert found, done.stdout
    assert float(found[1]) >= KEPT - DROP, done.stdout
