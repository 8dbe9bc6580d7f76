"""`manage.py sampleboards`, run as a person runs it: without any database or service."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
import requests
from django.core.management import CommandError, call_command

from tests.examples import few
from tests.processes import ROOT, free_port


def environment(folder: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG")}
    return {**kept, "DATA_DIR": str(folder), "ENV_FILE": ""}


def command(*arguments: str) -> list[str]:
    return [sys.executable, "manage.py", "sampleboards", *arguments]


@pytest.mark.parametrize("number", few([signal.SIGTERM, signal.SIGINT]))
def test_it_serves_without_services_and_stops_cleanly(tmp_path: Path, number: signal.Signals) -> None:
    port = free_port()
    words = command(
        "--port", str(port), "--ads", "50", "--misbehave", "403:remote.co", "--misbehave", "500:remotive.com"
    )
    with subprocess.Popen(words, cwd=ROOT, env=environment(tmp_path), stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            said = process.stdout.readline()
            assert f"BOARD_MIRROR=http://127.0.0.1:{port}" in said
            answers = [
                requests.get(f"http://127.0.0.1:{port}/{address}", timeout=300).status_code
                for address in ("weworkremotely.com/remote-jobs.rss", "remote.co/latest-jobs-sitemap.xml")
            ]
            assert answers == [200, 403]
        finally:
            process.send_signal(number)
        assert process.wait(60) == 0
        assert process.stdout.read() == ""
    assert {path.name for path in tmp_path.iterdir()} <= {"secret_key"}, "no service was started"


@pytest.mark.slow
def test_a_taken_port_is_one_sentence(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = subprocess.run(
            command("--port", str(port)),
            cwd=ROOT,
            env=environment(tmp_path),
            capture_output=True,
            text=True,
            timeout=300,
        )
    assert done.returncode == 1
    assert done.stderr.strip() == f"CommandError: Port {port} cannot be used: Address already in use."


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["--ads", "5"], "'5' is not a number from 10 to 1,000,000"),
        (["--port", "99999"], "'99999' is not a port"),
        (["--speed", "-1"], "'-1' is not a number from 0 to 1,000,000"),
        (["--port", "0", "--misbehave", "sulk"], "'sulk' is not one of 500, 429"),
        (["--port", "0", "--misbehave", "500:gazette.example"], "'gazette.example' is not one of remotive.com"),
    ],
)
def test_bad_arguments_are_named(arguments: list[str], named: str) -> None:
    with pytest.raises(CommandError) as error:
        call_command("sampleboards", *arguments)
    assert named in str(error.value)
