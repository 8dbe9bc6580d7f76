"""From nothing to an index: what is made, and how long each step takes."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

from listings.search.index.indexer import Indexer
from listings.search.index.reader import index_reader
from tests.benchmarks.search import loading
from tests.benchmarks.search.material import STATEMENTS, gather
from tests.benchmarks.search.texts import ADS


def build(listings: int, seed: int) -> list[dict[str, Any]]:
    begun = time.perf_counter()
    # No more than there are listings to use them: all of them from twenty thousand on.
    material = gather(seed, min(STATEMENTS, listings), min(ADS, listings))
    stages = [_stage("words and facts to choose from", begun, len(material.paragraphs), 0)]
    begun = time.perf_counter()
    loading.load(listings, material, seed, os.cpu_count() or 1)
    stages.append(_stage("listings made and loaded", begun, listings, _database_size()))
    begun = time.perf_counter()
    with Indexer(Path(settings.INDEX_DIR)) as indexer:
        done = indexer.rebuild()
    stages.append(_stage("index built", begun, done, index_size()))
    begun = time.perf_counter()
    index_reader().searcher()
    stages.append(_stage("index opened", begun, done, 0))
    return stages


def _stage(name: str, begun: float, count: int, size: int) -> dict[str, Any]:
    seconds = time.perf_counter() - begun
    return {"name": name, "seconds": round(seconds, 3), "count": count, "rate": round(count / seconds), "bytes": size}


def index_size() -> int:
    return sum(path.stat().st_size for path in Path(settings.INDEX_DIR).rglob("*") if path.is_file())


def _database_size() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_database_size(current_database())")
        return int(cursor.fetchone()[0])
