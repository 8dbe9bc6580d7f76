"""What the parts of the site are doing now."""

from __future__ import annotations

from datetime import timedelta

import pytest
from celery import current_app
from django.utils import timezone
from kombu import Queue
from pytest_django.fixtures import Settings

from listings.fetching import queues
from listings.models import Fetch
from listings.monitoring import live
from tests.listings.making import source_with

pytestmark = pytest.mark.django_db
NOWHERE = "redis://127.0.0.1:1/0"


def test_fetches_by_hour() -> None:
    now = timezone.now().replace(minute=30)
    source = source_with()
    for age, outcome in ((0, "ok"), (0, "unchanged"), (0, "failed"), (1, "quarantined"), (1, "dry run"), (30, "ok")):
        Fetch.objects.create(source=source, started_at=now - timedelta(hours=age), outcome=outcome)
    hours = live.fetch_hours(now)
    assert len(hours) == live.HOURS
    assert [(hour.good, hour.odd, hour.failed) for hour in hours[-2:]] == [(0, 1, 0), (2, 0, 1)]
    assert sum(hour.good for hour in hours) == 2


def test_sources_that_wait() -> None:
    now = timezone.now()
    assert live.due(now) == live.Due(0, None)
    source_with("remotive", next_fetch_at=now - timedelta(minutes=7))
    source_with("remoteco", next_fetch_at=now - timedelta(minutes=2))
    source_with("himalayas", next_fetch_at=now + timedelta(minutes=2))
    assert live.due(now) == live.Due(2, now - timedelta(minutes=7))


def test_messages_in_queues() -> None:
    before = live.queue_lengths()
    assert before is not None
    assert set(before) == set(queues.IN_ORDER)
    current_app.send_task("listings.no_such_task", queue=queues.EMPLOYERS)
    after = live.queue_lengths()
    assert after is not None
    assert after[queues.EMPLOYERS] == before[queues.EMPLOYERS] + 1
    with current_app.connection_for_write() as broker:
        Queue(queues.EMPLOYERS)(broker.default_channel).purge()


def test_no_worker_answers() -> None:
    assert live.workers() == []


def test_without_a_broker(settings: Settings) -> None:
    settings.CELERY_BROKER_URL = NOWHERE
    assert live.queue_lengths() is None
    assert live.workers() is None


def test_the_disk_is_that_of_the_index(settings: Settings) -> None:
    settings.INDEX_DIR = "/tmp/not/there/yet"
    disk = live.disk()
    assert disk.path == "/tmp"
    assert 0 < disk.free < disk.total
