"""Programs whose services cannot be reached say so in a sentence."""

from __future__ import annotations

import subprocess
import sys

import pytest
from django.db import OperationalError, connection
from kombu.exceptions import OperationalError as BrokerError
from pytest_django import Settings
from redis.exceptions import ConnectionError as ValkeyError

from jobsite import outages
from tests.examples import few
from tests.jobsite.conftest import Manage
from tests.processes import ROOT, free_port

SECRET = "hidden-from-logs"


def unreachable() -> dict[str, str]:
    """Nothing listens there."""
    port = free_port()
    return {
        "DATABASE_URL": f"postgres://elsewhere:{SECRET}@127.0.0.1:{port}/elsewhere",
        "VALKEY_URL": f"redis://:{SECRET}@127.0.0.1:{port}/0",
        "SECRET_KEY": "only for this test, and long enough for every system check",
    }


@pytest.mark.parametrize(
    "command",
    # Each needs two seconds to begin.
    few([["up"], ["indexer"], ["fetch", "all"], ["prepare"], ["index", "--verify"]]),
    ids=lambda command: command[0],
)
def test_a_command_says_that_the_database_cannot_be_reached(manage: Manage, command: list[str]) -> None:
    result = manage(*command, PORT=str(free_port()), **unreachable())
    assert result.returncode == 1
    lines = result.stderr.strip().splitlines()
    assert lines[-1].startswith("The database cannot be reached, see DATABASE_URL: connection failed")
    assert "Traceback" not in result.stderr
    assert len(lines) <= 3
    assert SECRET not in result.stdout + result.stderr


@pytest.mark.slow
def test_a_worker_says_so_and_ends(environment: dict[str, str]) -> None:
    command = [sys.executable, "-m", "celery", "-A", "jobsite", "--quiet", "worker", "--concurrency", "1"]
    result = subprocess.run(
        command, cwd=ROOT, env={**environment, **unreachable()}, capture_output=True, text=True, check=False
    )
    assert result.returncode == 1
    assert "The database cannot be reached, see DATABASE_URL: connection failed" in result.stderr
    assert "Traceback" not in result.stderr
    assert SECRET not in result.stdout + result.stderr


def test_passwords_are_not_repeated(settings: Settings) -> None:
    settings.VALKEY_URL = f"redis://:{SECRET}%21@valkey/0"
    message = outages.sentence(ValkeyError(f"no connection to {SECRET}! or {SECRET}%21\nat all"))
    assert message.startswith("Valkey cannot be reached, see VALKEY_URL")
    assert SECRET not in message
    assert "\n" not in message
    assert outages.sentence(BrokerError("refused")).startswith("Valkey cannot be reached")


@pytest.mark.django_db
def test_another_error_is_no_outage() -> None:
    with pytest.raises(OperationalError) as caught, connection.cursor() as cursor:
        cursor.execute("SELECT lpad('', 2000000000)")
    assert outages.sentence(caught.value) == ""
    assert outages.sentence(ValueError("a mistake of ours")) == ""
