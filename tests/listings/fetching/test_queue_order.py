"""Boards before employers, by a real worker that is alone with the broker."""

from __future__ import annotations

import re
from pathlib import Path
from uuid import uuid4

import pytest

from jobsite.celery import app
from listings import tasks
from listings.fetching import queues
from tests.listings.fetching.workers import RUN, SECONDS, this_run
from tests.processes import running, until

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.slow
def test_boards_are_fetched_before_the_employers_that_were_queued_earlier(
    transactional_db: None, tmp_path: Path
) -> None:
    app.control.purge()
    for _ in range(20):
        tasks.fetch_source.apply_async((0, str(uuid4())), queue=queues.EMPLOYERS)
    boards = [tasks.fetch_source.delay(0, str(uuid4())).id for _ in range(3)]
    log = tmp_path / "worker.log"
    command = ["-m", "celery", "-A", "jobsite", "worker", "--concurrency", "1"]
    with running(*command, log=log, LOG_LEVEL="DEBUG", **{RUN: this_run()}):
        until(lambda: len(finished(log)) == 23, SECONDS, log)
    # Not by turns.
    assert finished(log)[:3] == boards


def finished(log: Path) -> list[str]:
    """Ids of the tasks, in the order in which they ended."""
    return re.findall(r"\[([0-9a-f-]{36})\] succeeded", log.read_text()) if log.exists() else []
