"""The same plain searches put to other engines, where they are installed: totals, first page and the same counts.

Each is asked in a process of its own, on one core; what is compared is the processor time of that process.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from typing import Any

from django.db import connection, transaction

from listings.search.query.search import Search
from listings.search.results.find import find
from tests.benchmarks.search.asking import forget, searches
from tests.benchmarks.search.figures import spread
from tests.benchmarks.search.fulltext import statement_of
from tests.benchmarks.search.peers.engine import Engine
from tests.benchmarks.search.peers.groonga import Groonga
from tests.benchmarks.search.peers.questions import COLUMNS, Question, Row, is_plain, question
from tests.benchmarks.search.peers.xapian import Xapian

SAMPLE = 80
CHUNK = 2_000
ROWS = """
SELECT l.id, l.title, c.name, regexp_replace(p.html, '<[^>]*>', ' ', 'g'), l.category, l.workplace,
       l.facts->>'language', l.company_id::text, l.employment,
       ARRAY(SELECT jsonb_array_elements_text(l.facts->'seniority')),
       ARRAY(SELECT jsonb_array_elements_text(l.facts->'skills')),
       CASE WHEN jsonb_typeof(l.facts->'residence') = 'object'
            THEN ARRAY(SELECT jsonb_array_elements_text(l.facts->'residence'->'include')) END,
       extract(epoch FROM l.posted_at)::float8, (l.facts->'salary'->>'max')::float8
FROM listings_listing l JOIN listings_posting p ON p.id = l.leading_id JOIN listings_company c ON c.id = l.company_id
"""


ENGINES: Sequence[type[Engine]] = (Xapian, Groonga)


def measure(queries: Sequence[str]) -> dict[str, Any]:
    """Needs the table that `fulltext` makes. Totals of searches without words have to be PostgreSQL's."""
    sample = [search for search in searches(queries) if is_plain(search)][:SAMPLE]
    questions = [question(search) for search in sample]
    figures: dict[str, Any] = {"searches": len(sample), "ours": spread([_ours(search) for search in sample])}
    times, totals = zip(*(_postgresql(search) for search in sample), strict=True)
    figures["postgresql"] = spread(times)
    for engine in ENGINES:
        figures[engine.name] = _peer(engine, questions, totals) if engine.is_installed() else "not installed"
    return figures


def _peer(engine: type[Engine], questions: Sequence[Question], totals: Sequence[int]) -> dict[str, Any]:
    with engine() as peer:
        begun = time.perf_counter()
        for rows in _rows():
            peer.add(rows)
        peer.ready()
        built = time.perf_counter() - begun
        answers = [_asked(peer, one) for one in questions]
    pairs = zip(questions, answers, totals, strict=True)
    unlike = sum(answer[1] != total for one, answer, total in pairs if not one["words"])
    seconds = [answer[0] for answer in answers]
    return {**spread(seconds), "seconds to build": round(built, 1), "totals unlike": unlike}


def processor_seconds(pid: int) -> float:
    """Of a process with all its threads; the clock's number is made of the pid as Linux does it."""
    return time.clock_gettime((~pid << 3) | 2)


def _ours(search: Search) -> float:
    forget()
    begun = time.process_time()
    find(search)
    return time.process_time() - begun


def _postgresql(search: Search) -> tuple[float, int]:
    statement, values = statement_of(search)
    with transaction.atomic(), connection.cursor() as cursor:
        # Work of other processes would not be seen.
        cursor.execute("SET LOCAL max_parallel_workers_per_gather = 0")
        cursor.execute("SELECT pg_backend_pid()")
        (pid,) = cursor.fetchone()
        begun = processor_seconds(pid)
        cursor.execute(statement, values)
        answer = cursor.fetchall()
        seconds = processor_seconds(pid) - begun
    return seconds, next(int(count) for group, _, count in answer if group == "all")


def _asked(peer: Engine, one: Question) -> tuple[float, int]:
    begun = processor_seconds(peer.pid)
    total = peer.total(one)
    return processor_seconds(peer.pid) - begun, total


def _rows() -> Iterator[list[Row]]:
    with transaction.atomic(), connection.chunked_cursor() as cursor:
        cursor.execute(ROWS)
        while rows := cursor.fetchmany(CHUNK):
            yield [dict(zip(COLUMNS, row, strict=True)) for row in rows]
