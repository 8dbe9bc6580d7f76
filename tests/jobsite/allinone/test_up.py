"""The whole site under its supervisor, with made-up boards of few ads."""

from __future__ import annotations

import re
import signal
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pytest_django.fixtures import Settings

from jobsite.allinone import DataPaths
from jobsite.allinone.up import CannotRun, check_port, single_instance
from listings.samples.server import Server, serve
from tests.examples import few
from tests.jobsite.allinone.site import Site, new_site
from tests.processes import processes_of, until


@pytest.fixture(scope="module")
def boards() -> Iterator[Server]:
    """If none answered, the site would make a thousand ads up for itself."""
    with serve(ads=20) as server:
        server.set_clock(datetime.now(UTC))
        yield server


@pytest.fixture(scope="module")
def site(boards: Server) -> Iterator[Site]:
    """Running, and shared: a start costs twelve seconds of one core."""
    with new_site(BOARD_MIRROR=boards.url) as site:
        site.start()
        site.wait_for(r"Elsewhere is running at http://localhost:\d+")
        yield site


def is_open_to_others(path: Path) -> bool:
    try:
        return bool(path.stat().st_mode & 0o044)
    # Services write beside a file and then rename.
    except FileNotFoundError:
        return False


def test_pages_and_their_collected_styles_are_served(site: Site) -> None:
    assert site.answers("/healthz")
    style = re.search(r'href="(/static/css/[^"]+\.css)"', site.get("/about/").decode())
    assert style is not None
    assert re.search(r"\.[0-9a-f]{12}\.css$", style[1])
    assert site.get(style[1])


def test_a_second_site_on_the_same_folder_or_port_is_refused(site: Site, settings: Settings) -> None:
    settings.DATA_DIR, settings.DATA_PATHS = site.folder, DataPaths(site.folder, explicit=True)
    settings.PORT = site.port
    assert site.process is not None
    running = rf"already running on DATA_DIR {site.folder} \(process {site.process.pid}, http://127.0.0.1:{site.port}\)"
    with pytest.raises(CannotRun, match=running), single_instance():
        pass
    with pytest.raises(CommandError, match=running):
        call_command("restore", "--yes", str(site.folder / "any"))
    with pytest.raises(CannotRun, match=rf"Port {site.port} on 127\.0\.0\.1 is already in use: choose another"):
        check_port()


def test_nothing_that_it_writes_can_be_read_by_others(site: Site) -> None:
    assert (site.folder / "static").stat().st_mode & 0o077 == 0
    private = [path for path in site.folder.rglob("*") if not path.is_relative_to(site.folder / "static")]
    assert [path for path in private if path != site.log and is_open_to_others(path)] == []


@pytest.mark.parametrize("part", few(["valkey", "web", "postgres", "worker"]))
def test_a_part_that_is_killed_is_started_again(site: Site, part: str) -> None:
    killed = site.kill(part)

    def is_replaced() -> bool:
        pids = site.pids(part)
        return bool(pids) and killed not in pids

    # By whoever misses a service first: the supervisor, or a child that connects.
    until(is_replaced, log=site.log)
    until(partial(site.answers, "/about/"), log=site.log)


@pytest.mark.slow
def test_the_next_start_replaces_what_a_killed_one_left_and_ctrl_c_ends_everything(site: Site) -> None:
    before = {process.pid for process in processes_of(site.folder) if "python" in process.name()}
    site.kill_supervisor()
    site.start()
    site.wait_for("Elsewhere is running at")
    assert site.answers("/about/")
    assert before.isdisjoint({process.pid for process in processes_of(site.folder)})
    site.stop(signal.SIGINT)


def test_it_can_be_stopped_while_it_prepares(boards: Server) -> None:
    with new_site(BOARD_MIRROR=boards.url) as site:
        site.start()
        site.wait_for("Starting the database")
        site.stop(signal.SIGTERM)
