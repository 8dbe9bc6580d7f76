"""What is kept goes along when the tables change."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

LATEST = ("listings", "0017_described_companies")
COLUMNS = """
SELECT table_name, column_name, data_type, character_maximum_length, is_nullable, column_default, is_identity
FROM information_schema.columns WHERE table_name LIKE 'listings\\_%' ORDER BY 1, 2
"""
RULES = """
SELECT conrelid::regclass::text, pg_get_constraintdef(oid) FROM pg_constraint
WHERE conrelid::regclass::text LIKE 'listings\\_%' ORDER BY 1, 2
"""
INDEXES = """
SELECT tablename, substring(indexdef FROM ' USING .*') FROM pg_indexes WHERE tablename LIKE 'listings\\_%' ORDER BY 1, 2
"""


def step_by_step() -> MigrationExecutor:
    """Goes through the single migrations, as a site did that began with the first."""
    executor = MigrationExecutor(connection)
    executor.loader.replace_migrations = False
    executor.loader.build_graph()
    for key, migration in executor.loader.replacements.items():
        if key[0] == "listings":
            executor.loader.graph.remove_replacement_node(key, migration.replaces)
    return executor


def tables() -> list[list[tuple[object, ...]]]:
    """What the columns, constraints and indexes are, whatever PostgreSQL calls them."""
    with connection.cursor() as cursor:
        return [cursor.execute(query).fetchall() for query in (COLUMNS, RULES, INDEXES)]


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_all_at_once_and_step_by_step_make_the_same_tables() -> None:
    at_once = tables()
    assert all(at_once)
    with connection.cursor() as cursor:
        names = [name for name in connection.introspection.table_names(cursor) if name.startswith("listings_")]
        cursor.execute(f"DROP TABLE {', '.join(names)} CASCADE")
        cursor.execute("DELETE FROM django_migrations WHERE app = 'listings'")
    step_by_step().migrate([LATEST])
    assert tables() == at_once


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_employers_whose_spellings_now_share_a_key_become_the_oldest() -> None:
    executor = step_by_step()
    executor.migrate([("listings", "0003_identity")])
    try:
        apps = executor.loader.project_state([("listings", "0003_identity")]).apps
        company, listing = apps.get_model("listings", "Company"), apps.get_model("listings", "Listing")
        now = timezone.now()
        for key in ("lemon io", "zócalo health", "lemonio", "quayside", "zocalo health"):
            employer = company.objects.create(key=key, name=key, slug=key.replace(" ", "-").replace("ó", "o-"))
            listing.objects.create(
                company=employer, title=key, slug="x", posted_at=now, first_seen_at=now, changed_at=now
            )
        step_by_step().migrate([("listings", "0004_company_keys")])
        assert list(company.objects.order_by("pk").values_list("key", "name")) == [
            ("lemonio", "lemon io"),
            ("zocalohealth", "zócalo health"),
            ("quayside", "quayside"),
        ]
        assert list(listing.objects.order_by("pk").values_list("company__key", flat=True)) == [
            "lemonio",
            "zocalohealth",
            "lemonio",
            "quayside",
            "zocalohealth",
        ]
    finally:
        step_by_step().migrate([LATEST])


# Of a source and its rows, what must be the same after a migration.
KEPT = {
    "Source": ("name", "board", "options", "enabled", "cursor", "failures", "last_ok_at"),
    "Posting": ("source__name", "external_id", "listing", "first_seen_at", "last_seen_at", "missed", "closed_reason"),
    "Merge": ("posting__external_id", "listing", "reason"),
    "LastResponse": ("source__name", "url", "etag", "external_ids"),
    "Fetch": ("source__name", "started_at", "outcome", "present"),
}


def kept_rows(apps: Any) -> dict[str, list[Any]]:
    return {
        name: list(apps.get_model("listings", name).objects.order_by("pk").values_list("pk", *columns))
        for name, columns in KEPT.items()
    }


def fill_with_employers(apps: Any) -> None:
    """Two employers, a board, and a source that took a hiring system's name."""
    source, posting = apps.get_model("listings", "Source"), apps.get_model("listings", "Posting")
    now = timezone.now()
    company = apps.get_model("listings", "Company").objects.create(key="acme", name="Acme", slug="acme")
    for name, board, options in (
        ("greenhouse", "greenhouse", {"token": "acme", "company": ""}),
        ("lever-acme", "lever", {"token": "acme"}),
        ("lever-birch", "lever", {"token": "birch"}),
        ("remotive", "remotive", {}),
    ):
        row = source.objects.create(name=name, board=board, options=options, failures=2, cursor={"page": 3})
        apps.get_model("listings", "Fetch").objects.create(source=row, started_at=now, outcome="ok", present=7)
        apps.get_model("listings", "LastResponse").objects.create(
            source=row, url="https://a.example", etag='"x"', external_ids=["1"], answered_at=now
        )
        listing = apps.get_model("listings", "Listing").objects.create(
            company=company, title=name, slug="x", posted_at=now, first_seen_at=now, changed_at=now
        )
        ad = posting.objects.create(
            source=row, external_id="1", listing=listing, url="https://a.example/1", ad={}, html="", content_hash=b"",
            fingerprint=b"", posted_at=now, first_seen_at=now, last_seen_at=now, missed=1,
        )  # fmt: skip
        apps.get_model("listings", "Merge").objects.create(posting=ad, listing=listing, reason="same", merged_at=now)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_sources_of_employers_go_below_their_hiring_system_and_back_with_all_that_is_theirs() -> None:
    executor = step_by_step()
    before = [("listings", "0011_no_vacancy")]
    executor.migrate(before)
    try:
        apps = executor.loader.project_state(before).apps
        fill_with_employers(apps)
        rows = kept_rows(apps)

        executor = step_by_step()
        executor.migrate([("listings", "0012_employers")])
        later = executor.loader.project_state([("listings", "0012_employers")]).apps
        moved = kept_rows(later)
        systems = later.get_model("listings", "Source").objects.filter(system=None).exclude(name="remotive")
        assert {(row.name, row.board, row.enabled) for row in systems} == {
            ("greenhouse-2", "greenhouse", True),
            ("lever", "lever", True),
        }
        below = later.get_model("listings", "Source").objects.filter(system__isnull=False).order_by("pk")
        assert list(below.values_list("name", "system__name")) == [
            ("greenhouse", "greenhouse-2"),
            ("lever-acme", "lever"),
            ("lever-birch", "lever"),
        ]
        made = set(systems.values_list("pk", flat=True))
        assert {**moved, "Source": [row for row in moved["Source"] if row[0] not in made]} == rows

        executor = step_by_step()
        executor.migrate(before)
        assert kept_rows(executor.loader.project_state(before).apps) == rows
    finally:
        step_by_step().migrate([LATEST])
