"""The same questions put to PostgreSQL's own full text: the same rows, the same counts, a GIN index."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

from django.db import OperationalError, connection, transaction
from django.http import QueryDict

from listings.search.query.search import Search
from listings.search.results.find import find
from tests.benchmarks.search.asking import forget
from tests.benchmarks.search.figures import spread, timed

SAMPLE = 40
TIMEOUT = 20
"""Seconds that one query may take: what takes longer counts as so much."""
LONGEST = 240.0
MADE = """
CREATE TABLE asked_of_postgresql AS
SELECT l.id, l.category, l.workplace, l.employment, l.company_id, l.posted_at,
       ARRAY(SELECT jsonb_array_elements_text(l.facts->'seniority')) AS seniority,
       ARRAY(SELECT jsonb_array_elements_text(l.facts->'skills')) AS skill,
       CASE WHEN jsonb_typeof(l.facts->'residence') = 'object'
            THEN ARRAY(SELECT jsonb_array_elements_text(l.facts->'residence'->'include')) END AS country,
       l.facts->>'language' AS language, (l.facts->'salary'->>'max')::numeric AS pay,
       setweight(to_tsvector('english', l.title), 'A')
       || setweight(to_tsvector('english', c.name), 'B')
       || to_tsvector('english', regexp_replace(p.html, '<[^>]*>', ' ', 'g')) AS words
FROM listings_listing l JOIN listings_posting p ON p.id = l.leading_id JOIN listings_company c ON c.id = l.company_id
"""
INDEXED = (
    "CREATE INDEX ON asked_of_postgresql USING gin (words) WITH (fastupdate = off)",
    "CREATE INDEX ON asked_of_postgresql (posted_at)",
    "CREATE INDEX ON asked_of_postgresql (category)",
    "ANALYZE asked_of_postgresql",
)
ONE_VALUE = ("category", "workplace", "language", "company_id")
MANY_VALUES = ("employment", "seniority", "skill", "country")


def measure(queries: Sequence[str], seed: int) -> dict[str, Any]:
    begun = time.perf_counter()
    with connection.cursor() as cursor:
        cursor.execute("SET maintenance_work_mem = '512MB'")
        cursor.execute("SET work_mem = '64MB'")
        # Of a million listings it takes longer than any statement of the site may.
        cursor.execute("SET statement_timeout = 0")
        cursor.execute(MADE)
        for statement in INDEXED:
            cursor.execute(statement)
        cursor.execute("RESET statement_timeout")
    built = time.perf_counter() - begun
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_total_relation_size('asked_of_postgresql')")
        size = int(cursor.fetchone()[0])
    return {"seconds to build": round(built, 1), "bytes": size, **_compared(queries)}


def _compared(queries: Sequence[str]) -> dict[str, Any]:
    """Those of the queries that PostgreSQL can be asked in the same words: no hours, no errors in typing."""
    asked = [Search.parse(QueryDict(query)) for query in queries]
    sample = [one for one in asked if not one.tz and "-" not in one.country][:SAMPLE]
    ours, theirs, late = [], [], 0
    ends = time.monotonic() + LONGEST
    for search in sample:
        forget()
        ours.append(timed(find, search))
        begun = time.perf_counter()
        late += not _answered(search)
        theirs.append(time.perf_counter() - begun)
        if time.monotonic() > ends:
            break
    one, other = spread(ours), spread(theirs)
    ratio = {name: round(other[name] / max(0.001, one[name]), 1) for name in ("median", "p95")}
    return {"ours": one, "postgresql": other, "given up": late, "ratio": ratio}


def _answered(search: Search) -> bool:
    statement, values = statement_of(search)
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL statement_timeout = '{TIMEOUT}s'")
            cursor.execute(statement, values)
            cursor.fetchall()
    except OperationalError:
        return False
    return True


def statement_of(search: Search) -> tuple[str, dict[str, Any]]:
    """One statement: what is found once, then the best of it, how many they are, and every group counted."""
    wheres = ["true"]
    values: dict[str, Any] = {"limit": search.per_page, "offset": (search.page - 1) * search.per_page}
    rank = "0::float4"
    if search.q:
        values["q"] = search.q
        wheres.append("words @@ websearch_to_tsquery('english', %(q)s)")
        rank = "ts_rank(words, websearch_to_tsquery('english', %(q)s))"
    for name in ("category", "employment", "seniority", "skill"):
        if getattr(search, name):
            values[name] = list(getattr(search, name))
            wheres.append(f"{name} && %({name})s" if name in MANY_VALUES else f"{name} = ANY(%({name})s)")
    if search.country:
        values["country"] = [search.country, "worldwide"]
        wheres.append("(country IS NULL OR country && %(country)s)")
    if search.salary_min:
        values["pay"] = search.salary_min
        wheres.append("pay >= %(pay)s")
    if search.posted:
        values["posted"] = search.posted
        wheres.append("posted_at >= now() - make_interval(days => %(posted)s)")
    columns = ", ".join((*ONE_VALUE, *MANY_VALUES))
    found = f"SELECT id, posted_at, pay, {rank} AS rank, {columns} FROM asked_of_postgresql"
    found += f" WHERE {' AND '.join(wheres)}"
    order = {"best": "rank DESC, id DESC", "new": "posted_at DESC, id DESC", "salary": "pay DESC NULLS LAST, id DESC"}
    parts = [
        f"(SELECT 'best', id::text, 0 FROM found ORDER BY {order[search.order]} LIMIT %(limit)s OFFSET %(offset)s)",
        "SELECT 'all', '', count(*) FROM found",
        *(f"SELECT '{name}', {name}::text, count(*) FROM found GROUP BY 2" for name in ONE_VALUE),
        *(f"SELECT '{name}', value, count(*) FROM found, unnest({name}) value GROUP BY 2" for name in MANY_VALUES),
    ]
    return f"WITH found AS MATERIALIZED ({found}) " + " UNION ALL ".join(parts), values
