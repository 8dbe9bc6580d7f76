from __future__ import annotations

import subprocess
import sys

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from jobsite import timeouts
from jobsite.environment import Environment
from jobsite.timeouts import Timeouts
from tests.processes import ROOT, database_url

SHOW = """
from django.db import connection
with connection.cursor() as cursor:
    for name in ("lock_timeout", "statement_timeout", "idle_in_transaction_session_timeout"):
        cursor.execute(f"SHOW {name}")
        print(cursor.fetchone()[0])
"""


@pytest.fixture
def env() -> Environment:
    return Environment(ROOT / "no such file")


@pytest.mark.parametrize("kind", timeouts.DEFAULTS)
def test_each_kind_of_process_has_its_own(
    env: Environment, monkeypatch: pytest.MonkeyPatch, kind: timeouts.Kind
) -> None:
    monkeypatch.setattr(timeouts, "_kind", kind)
    assert timeouts.read(env) == timeouts.DEFAULTS[kind]
    monkeypatch.setenv(f"DATABASE_TIMEOUTS_{kind.upper()}", "1, 0,3")
    assert timeouts.read(env) == Timeouts(1, 0, 3)


@pytest.mark.parametrize("value", ["5", "1,2,3,4", "1, 2, soon", "1, 2, -3", "1, 2, ³", "1, 2, 1000000"])
def test_others_are_refused(env: Environment, monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("DATABASE_TIMEOUTS_WORKERS", value)
    with pytest.raises(ImproperlyConfigured, match=r"DATABASE_TIMEOUTS_WORKERS: .* is not three numbers of seconds"):
        timeouts.read(env)


def test_options_of_the_url_take_precedence() -> None:
    database = timeouts.applied({"OPTIONS": {"options": "-c lock_timeout=9s", "sslmode": "require"}}, Timeouts(1, 2, 3))
    assert database["OPTIONS"]["sslmode"] == "require"
    assert database["OPTIONS"]["options"].endswith("=3s -c lock_timeout=9s")


def test_without_limits_nothing_is_sent() -> None:
    assert "options" not in timeouts.applied({}, Timeouts(0, 0, 0))["OPTIONS"]


@pytest.mark.django_db
def test_the_server_knows_a_workers() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SHOW idle_in_transaction_session_timeout")
        assert cursor.fetchone() == ("1min",)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_the_server_knows_those_of_the_web_server() -> None:
    environment = {"DATABASE_URL": database_url(), "VALKEY_URL": settings.VALKEY_URL, "SECRET_KEY": "for a test"}
    command = [sys.executable, "-c", "import jobsite.wsgi\n" + SHOW]
    process = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    assert process.stdout.split() == ["5s", "30s", "30s"]
