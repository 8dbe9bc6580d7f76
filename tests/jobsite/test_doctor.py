"""`manage.py doctor` says what is wrong and what to do."""

from __future__ import annotations

import io
from collections import namedtuple
from datetime import date, timedelta

import pytest
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone
from pytest_django.fixtures import Settings

from jobsite.doctor import gathering, services
from listings.monitoring import figures
from tests.listings.fetching.stub_server import standing_in
from tests.listings.making import source_with

pytestmark = pytest.mark.django_db
NOWHERE = "redis://127.0.0.1:1/0"
Usage = namedtuple("Usage", "total used free")


def findings_of(check: object) -> dict[str, tuple[str, str, str]]:
    assert callable(check)
    return {finding.part: (finding.level, finding.message, finding.advice) for finding in check()}


def test_every_part_is_looked_at() -> None:
    source_with(next_fetch_at=timezone.now() + timedelta(hours=1))
    out = io.StringIO()
    # The tests run neither workers nor an indexer.
    with pytest.raises(CommandError, match=r"^\d parts? of the site needs? help\.$"):
        call_command("doctor", "--offline", stdout=out)
    parts = [line[5:15].strip() for line in out.getvalue().splitlines() if not line.startswith("     ")]
    assert [part for part in dict.fromkeys(parts) if part != "settings"] == [
        *("database", "migrations", "clock", "broker", "workers", "cache", "scheduler", "index", "disk"),
        *("sources", "schedule", "terms"),
    ]
    assert "ok   database   PostgreSQL" in out.getvalue()
    assert "BAD  workers    None answers.\n                → Start the site" in out.getvalue()


def test_a_migration_that_is_missing() -> None:
    recorder = MigrationRecorder(connection)
    last = recorder.migration_qs.filter(app="listings").order_by("name").last()
    assert last is not None
    recorder.record_unapplied("listings", last.name)
    level, message, advice = findings_of(services.check_database)["migrations"]
    assert (level, message) == ("fault", f"1 not applied: listings {last.name}.")
    assert "manage.py prepare" in advice


@pytest.mark.django_db(transaction=True)
def test_a_database_that_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    connection.close()
    monkeypatch.setitem(connection.settings_dict, "HOST", "/nowhere")
    found = findings_of(services.check_database)
    assert list(found) == ["database"]
    assert found["database"][0] == "fault"
    assert found["database"][1].startswith("The database cannot be reached")
    assert findings_of(gathering.check_sources) == {}
    monkeypatch.undo()
    connection.close()


def test_a_clock_that_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    later = timezone.now() + timedelta(minutes=3)
    monkeypatch.setattr("jobsite.doctor.services.timezone.now", lambda: later)
    level, message, _ = findings_of(services.check_database)["clock"]
    assert level == "warning"
    assert message.startswith("This machine and the database are 1")


def test_a_broker_and_a_cache_that_are_away(settings: Settings) -> None:
    settings.CELERY_BROKER_URL = NOWHERE
    found = findings_of(services.check_broker)
    assert list(found) == ["broker"]
    assert found["broker"][0] == "fault"
    settings.CACHES = {"default": {**settings.CACHES["default"], "LOCATION": NOWHERE}}
    found = findings_of(services.check_cache)
    assert found["cache"][0] == "fault"
    assert found["cache"][1].startswith("Valkey cannot be reached")


def test_a_scheduler_that_stands_still(monkeypatch: pytest.MonkeyPatch) -> None:
    cache.delete(figures.KEY)
    assert findings_of(services.check_cache)["scheduler"][0] == "warning"
    figures.count()
    assert findings_of(services.check_cache)["scheduler"][0] == "well"
    later = timezone.now() + timedelta(minutes=40)
    monkeypatch.setattr("jobsite.doctor.services.timezone.now", lambda: later)
    level, message, _ = findings_of(services.check_cache)["scheduler"]
    assert (level, message) == ("fault", "The last task ran 40 minutes ago.")


@pytest.mark.parametrize(("free", "level"), [(80, "well"), (10, "warning"), (2, "fault")])
def test_a_disk_that_fills(monkeypatch: pytest.MonkeyPatch, free: int, level: str) -> None:
    monkeypatch.setattr("listings.monitoring.live.shutil.disk_usage", lambda path: Usage(100 * 10**9, 0, free * 10**9))
    assert findings_of(services.check_disk)["disk"][0] == level


def test_sources_that_fail_or_wait() -> None:
    assert findings_of(gathering.check_sources)["sources"][:2] == ("warning", "None is enabled.")
    source_with("remotive", next_fetch_at=timezone.now() - timedelta(hours=2))
    source_with("remoteco", failures=4, next_fetch_at=timezone.now() + timedelta(hours=1))
    found = findings_of(gathering.check_sources)
    assert found["sources"][:2] == ("warning", "1 of 2 fail again and again: remoteco.")
    assert found["schedule"][:2] == ("warning", "1 wait to be fetched, the first for 120 minutes.")
    assert found["terms"][0] == "well"


def test_terms_that_nobody_has_read_for_a_year() -> None:
    (finding,) = gathering.check_terms({"remotive"}, date(2028, 1, 1))
    assert finding.level == "warning"
    assert finding.message.startswith("Those of Remotive were read on 2026-")
    assert finding.advice.startswith("Read them at https://")


def test_the_way_to_the_boards(settings: Settings) -> None:
    source_with()
    with standing_in() as boards:
        settings.BOARD_MIRROR = boards.url
        assert findings_of(gathering.check_network)["network"][:2] == ("well", "Remotive answers.")
        assert boards.requests
    level, message, _ = findings_of(gathering.check_network)["network"]
    assert level == "fault"
    assert message.startswith("Remotive cannot be reached: ")
