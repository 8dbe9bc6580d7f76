"""`manage.py parse`: what a process of its own needs, in one; the rest in this process, whose database is blocked."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from listings.boards import BOARDS
from listings.vocabulary.workplace import WORKPLACES
from tests.examples import sampled
from tests.listings.boards.test_boards import OTHER_SHAPES, records_in
from tests.recorded import recorded

ROOT = Path(__file__).parents[3]
PAYLOADS = ROOT / "tests" / "payloads"
RECORDED = ROOT.parent / "shared" / "payloads"
AD_KEYS = "external_id url title company published_at expires_at location tags text language facts"
FACT_KEYS = "workplace residence hours salary employment seniority category skills sponsorship experience_years"
FACT_KEYS += " evidence spans"


def run(tmp_path: Path, *args: str | Path) -> subprocess.CompletedProcess[str]:
    """Without a database and a broker: whoever asked them would start some."""
    unset = {"DATABASE_URL", "VALKEY_URL", "BROKER_URL", "DJANGO_SETTINGS_MODULE"}
    env = {name: value for name, value in os.environ.items() if name not in unset}
    env |= {"DATA_DIR": str(tmp_path / "data"), "SECRET_KEY": "x" * 50}
    command = [sys.executable, "manage.py", "parse", *map(str, args)]
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, encoding="utf-8", timeout=600, check=False)


def parse(*args: str | Path) -> subprocess.CompletedProcess[str]:
    """In this process: starting Django takes longer than most files."""
    stdout, stderr, status = io.StringIO(), io.StringIO(), 0
    try:
        call_command("parse", *map(str, args), stdout=stdout, stderr=stderr, no_color=True)
    except CommandError as error:
        stderr.write(f"CommandError: {error}\n")
        status = 1
    return subprocess.CompletedProcess(args, status, stdout.getvalue(), stderr.getvalue())


def objects(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_an_ad_is_one_line_of_json() -> None:
    done = parse("remotive", PAYLOADS / "remotive" / "2026.json")
    first, second = objects(done)
    assert list(first) == AD_KEYS.split()
    assert list(first["facts"]) == FACT_KEYS.split()
    assert (first["external_id"], first["title"]) == ("3000001", "Tide Engineer")
    assert first["published_at"] == "2026-05-15T14:00:51+00:00"
    assert first["expires_at"] is None
    assert first["text"] == "Predict the tides."
    assert first["facts"]["employment"] == ["FULL_TIME"]
    assert first["facts"]["evidence"]["workplace"] == "field:board"
    assert second["tags"] == []
    assert done.returncode == 0


def test_a_rejected_record_is_named_beside_the_output() -> None:
    done = parse("remotive", PAYLOADS / "remotive" / "2026.json")
    assert "rejected 3000003: url is not a web address" in done.stderr
    assert "rejected x: id is 'x', not a number" in done.stderr
    assert done.returncode == 0


def test_nothing_is_started_or_written(tmp_path: Path) -> None:
    done = run(tmp_path, "weworkremotely", PAYLOADS / "weworkremotely" / "2026.rss")
    assert (done.returncode, len(objects(done))) == (0, 2)
    started = [path for path in tmp_path.rglob("*") if path.suffix in {".pid", ".sock"} or "postgres" in path.name]
    assert started == []


def test_a_sitemap_prints_its_requests() -> None:
    done = parse("remoteco", PAYLOADS / "remoteco" / "sitemap.xml")
    uuid = "e7be1837-9698-4f9e-a771-4f6113c895a0"
    assert objects(done) == [
        {
            "request": f"https://remote.co/job-details/ledger-keeper-{uuid}",
            "external_id": uuid,
            "lastmod": "2026-03-14T06:30:00+00:00",
        }
    ]
    assert "does not end in a UUID" in done.stderr


def test_an_ad_on_site_is_printed_too(tmp_path: Path) -> None:
    page = (PAYLOADS / "remoteco" / "page.html").read_text().replace("100% Remote Work", "No Remote Work")
    (tmp_path / "page.html").write_text(page)
    (ad,) = objects(parse("remoteco", tmp_path / "page.html"))
    assert ad["facts"]["workplace"] == "onsite"


def test_several_files_are_read_though_one_is_broken(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<!doctype html><html></html>")
    good = PAYLOADS / "remotive" / "2021.json"
    done = parse("remotive", tmp_path / "page.html", good, tmp_path / "missing.json", tmp_path)
    assert [ad["external_id"] for ad in objects(done)] == ["900001"]
    assert f"{tmp_path}/page.html: not in Remotive's format: an HTML page, not the API's JSON object" in done.stderr
    assert f"{tmp_path}/missing.json: cannot be read: No such file or directory" in done.stderr
    assert f"{tmp_path}: cannot be read: Is a directory" in done.stderr
    assert "3 of 4 files could not be read" in done.stderr
    assert "Traceback" not in done.stderr
    assert done.returncode == 1


def test_an_unknown_board_is_named_with_the_known_ones() -> None:
    done = parse("atlantis", PAYLOADS / "remotive" / "2021.json")
    assert "There is no board 'atlantis'. Boards: remotive, weworkremotely, remoteco" in done.stderr
    assert done.returncode == 1


@pytest.mark.slow
def test_nobody_is_connected_to_and_a_reader_that_has_seen_enough_is_no_error(tmp_path: Path) -> None:
    """On a terminal of another encoding, which gets UTF-8."""
    many = [str(PAYLOADS / "weworkremotely" / "2026.rss")] * 200
    nobody = {"DATABASE_URL": "postgres://nobody@127.0.0.1:1/none", "VALKEY_URL": "redis://127.0.0.1:1/0"}
    env = os.environ | {
        "DATA_DIR": str(tmp_path / "data"),
        "SECRET_KEY": "x" * 50,
        "PYTHONIOENCODING": "ascii",
        **nobody,
    }
    env.pop("DJANGO_SETTINGS_MODULE", None)
    process = subprocess.Popen(
        [sys.executable, "manage.py", "parse", "weworkremotely", *many],
        cwd=ROOT,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout
    assert process.stderr
    assert "🇺🇸" in json.loads(process.stdout.readline())["location"]
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(timeout=300) == 0


def is_other(path: Path) -> bool:
    return any(part in path.name for part in OTHER_SHAPES)


# The smallest of each board and kind always, as reading the facts of thousands of ads takes its time.
RECORDED_FILES = sampled(
    sorted(recorded(), key=lambda file: file[1].stat().st_size), key=lambda name, path: (name, is_other(path))
)


@pytest.mark.parametrize(("name", "path"), RECORDED_FILES, ids=lambda value: getattr(value, "name", value))
def test_a_recorded_file_is_printed_whole_or_its_shape_named(name: str, path: Path) -> None:
    read = parse(name, path)
    if is_other(path):
        assert (read.returncode, read.stdout) == (1, "")
        assert f"{path}: not in {BOARDS[name].title}'s format: a" in read.stderr
        return
    assert read.returncode == 0
    rejected = [line for line in read.stderr.splitlines() if ": rejected " in line]
    assert len(rejected) == len(read.stderr.splitlines())
    printed = objects(read)
    assert len(printed) + len(rejected) >= records_in(path) > 0
    # A sitemap's lines are requests.
    workplaces = {line["facts"]["workplace"] for line in printed if "facts" in line}
    assert workplaces <= {*WORKPLACES, None}
