"""Listings by the hundred thousand a few seconds: rows written as text, copied by a process on each core."""

from __future__ import annotations

import multiprocessing
import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db import connection, connections

from listings.boards import BOARDS
from listings.models import Source
from tests.benchmarks.search.material import Material, company_name

CHUNK = 2_500
PER_COMPANY = 12
AN_AD = 6
"""Paragraphs."""
TWICE = 0.15
"""Share of listings that a second board has too."""
DAYS = 75
TABLES = ("listings_listing", "listings_posting")
LISTING = (
    "id, company_id, title, slug, leading_id, workplace, category, employment, facts, openings, places, is_sample, "
    "posted_at, first_seen_at, changed_at, closed_reason"
)
POSTING = (
    "id, source_id, external_id, listing_id, url, ad, html, facts, facts_version, content_hash, fingerprint, "
    "posted_at, published_at, first_seen_at, last_seen_at, missed, closed_reason"
)
DROPPABLE = """
SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
WHERE contype IN ('f', 'u') AND (conrelid = ANY(%s::regclass[]) OR confrelid = ANY(%s::regclass[]))
ORDER BY contype = 'f'
"""
INDEXES = """
SELECT indexname, indexdef FROM pg_indexes WHERE tablename = ANY(%s)
AND indexname NOT IN (SELECT conname FROM pg_constraint)
"""
NUMBER = "\x01id"
FORKED = multiprocessing.get_context("fork")


@dataclass(frozen=True, slots=True)
class Plan:
    listings: int
    companies: int
    sources: list[int]
    now: datetime
    seed: int


def load(listings: int, material: Material, seed: int, processes: int) -> Plan:
    plan = Plan(listings, max(1, listings // PER_COMPANY), _sources(), datetime.now(UTC), seed)
    _companies(plan.companies)
    with _without_indexes():
        connections.close_all()
        workers = [
            FORKED.Process(target=_share, args=(plan, material, number, processes)) for number in range(processes)
        ]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
            if worker.exitcode:
                raise SystemExit(f"loading ended with {worker.exitcode}")
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table}")
        cursor.execute("ANALYZE")
    return plan


def _sources() -> list[int]:
    boards = [board.name for board in BOARDS.values() if board.is_fetched]
    made = Source.objects.bulk_create(Source(name=name, board=name) for name in boards)
    return [source.pk for source in made]


def _companies(count: int) -> None:
    with connection.cursor() as cursor:
        with cursor.copy("COPY listings_company (id, key, name, slug, url, created_at) FROM STDIN") as copy:
            for number in range(count):
                name = company_name(number)
                copy.write_row((number + 1, name.lower(), name, name.lower().replace(" ", "-"), "", datetime.now(UTC)))
        cursor.execute("SELECT setval(pg_get_serial_sequence('listings_company', 'id'), %s)", [count])


@contextmanager
def _without_indexes() -> Iterator[None]:
    """Made again at the end, which costs a fraction of keeping them row by row; nor are texts compressed, half of all
    time."""
    with connection.cursor() as cursor:
        cursor.execute(DROPPABLE, [list(TABLES), list(TABLES)])
        constraints = cursor.fetchall()
        cursor.execute(INDEXES, [list(TABLES)])
        indexes = cursor.fetchall()
        for table, name, _ in reversed(constraints):
            cursor.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
        for name, _ in indexes:
            cursor.execute(f'DROP INDEX "{name}"')
        cursor.execute("ALTER TABLE listings_posting ALTER html SET STORAGE EXTERNAL")
    yield
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE listings_posting ALTER html SET STORAGE EXTENDED")
        cursor.execute("SET maintenance_work_mem = '512MB'")
        for _, definition in indexes:
            cursor.execute(definition)
        for table, name, definition in constraints:
            cursor.execute(f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {definition}')


def _share(plan: Plan, material: Material, number: int, processes: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET synchronous_commit = off")
        for start in range(number * CHUNK, plan.listings, processes * CHUNK):
            listings, postings = _rows(plan, material, start, min(start + CHUNK, plan.listings))
            for table, columns, rows in zip(TABLES, (LISTING, POSTING), (listings, postings), strict=True):
                with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
                    copy.write("".join(rows))


def _rows(plan: Plan, material: Material, start: int, end: int) -> tuple[list[str], list[str]]:
    chance = random.Random(plan.seed * 1_000_003 + start)
    listings, postings = [], []
    seen, paragraphs = plan.now.isoformat(), material.paragraphs
    drawn = chance.choices(paragraphs, k=(end - start) * AN_AD)
    stated = chance.choices(material.stated, k=end - start)
    for place, fact in enumerate(stated):
        number = start + place + 1
        (title, quoted), company = chance.choice(material.titles), int(plan.companies * chance.random() ** 2.5)
        at = (plan.now - timedelta(days=DAYS * chance.random() ** 1.5)).isoformat()
        first = 2 * number - 1
        listings.append(
            f"{number}\t{company + 1}\t{title}\tjob\t{first}\t{fact.workplace}\t{fact.category}\t{fact.employment}"
            f"\t{fact.facts}\t[]\t{{Anywhere}}\tf\t{at}\t{at}\t{seen}\t\n"
        )
        html = "".join(drawn[place * AN_AD : (place + 1) * AN_AD])
        ad = material.ad.replace("\x01title", quoted).replace("\x01company", company_name(company))
        for pk in (first, first + 1) if chance.random() < TWICE else (first,):
            source = plan.sources[int(len(plan.sources) * chance.random() ** 2)]
            postings.append(
                f"{pk}\t{source}\t{pk}\t{number}\thttps://jobs.example/{pk}"
                f"\t{ad.replace(NUMBER, str(pk))}\t{html}"
                f"\t{fact.facts}\t1\t\\\\x{pk:064x}\t\\\\x{pk:064x}\t{at}\t{at}\t{at}\t{seen}\t0\t\n"
            )
    return listings, postings
