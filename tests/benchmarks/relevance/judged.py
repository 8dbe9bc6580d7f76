"""Queries with the ads that were read for them, and their grades: 3 just that, 2 fits, 1 near, 0 something else."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Container, Mapping
from pathlib import Path

FILE = Path(__file__).resolve().parents[2] / "listings" / "search" / "judged.jsonl"
QUERIES = FILE.with_name("queries.txt")


def queries() -> list[str]:
    return [line for line in QUERIES.read_text().splitlines() if line.strip()]


def is_held_out(query: str) -> bool:
    """Of about a third of the queries, which no rule of the search may be tried on."""
    return hashlib.sha256(query.encode()).digest()[0] % 3 == 0


def judged() -> dict[str, dict[int, int]]:
    """Query → listing's id → grade."""
    found: dict[str, dict[int, int]] = defaultdict(dict)
    if FILE.exists():
        for line in FILE.read_text().splitlines():
            one = json.loads(line)
            found[one["query"]][one["ad"] + 1] = one["grade"]
    return found


def among(listed: Container[int], grades: Mapping[str, Mapping[int, int]]) -> dict[str, dict[int, int]]:
    """Those of the listed ads: no search can find an ad that is not listed any more, on-site work for one."""
    return {query: {ad: grade for ad, grade in of.items() if ad in listed} for query, of in grades.items()}
