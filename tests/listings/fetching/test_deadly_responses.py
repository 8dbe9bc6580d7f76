"""Responses that end the process which parses them."""

from __future__ import annotations

import os
import signal
from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from listings.boards import BOARDS
from listings.boards.base import Page, Request, Response
from listings.fetching import deadly_responses, leases, replay, run, snapshots
from listings.fetching.preview import preview_source
from listings.ingest.process_deaths import EndsProcesses
from listings.ingest.writer import Ingest
from listings.models import Fetch, Source
from tests.forks import start_copy
from tests.listings.fetching.stub_server import API, StandIn, vacancy

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("clean_cache")]


def parse_and_die(response: Response) -> Page:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("still alive")


def fetch(source: Source) -> None:
    lease = leases.lease_source(source)
    assert lease is not None
    run.run(lease)


def preview(address: str) -> None:
    preview_source(address)


def test_a_preview_that_kills_is_not_read_again(boards: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    boards.jobs(vacancy(1))
    board = BOARDS["remotive"]
    monkeypatch.setitem(BOARDS, board.name, replace(board, parse=parse_and_die))
    for _ in range(deadly_responses.MAX_DEATHS):
        copy = start_copy(preview, board.home)
        copy.join()
        assert copy.exitcode == -signal.SIGKILL
    assert "3 processes ended" in preview_source(board.home).problem


def end_lease(source: Source) -> None:
    """As time does, minutes after its process has ended."""
    Source.objects.filter(pk=source.pk).update(lease_token=None, lease_until=None)


def test_a_list_that_kills_fails_with_its_reason(
    boards: StandIn, source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    boards.jobs(vacancy(1))
    board = source.board_config
    monkeypatch.setitem(BOARDS, source.board, replace(board, parse=parse_and_die))
    now = timezone.now()
    for death in range(deadly_responses.MAX_DEATHS):
        with time_machine.travel(now + timedelta(hours=death)):
            copy = start_copy(fetch, source)
            copy.join()
        assert copy.exitcode == -signal.SIGKILL
        end_lease(source)
    with time_machine.travel(now + timedelta(hours=deadly_responses.MAX_DEATHS)):
        fetch(source)
        source.refresh_from_db()
        assert source.next_fetch_at > timezone.now() + timedelta(minutes=4)
    outcomes = Fetch.objects.order_by("pk").values_list("outcome", flat=True)
    assert [*outcomes] == ["lost"] * deadly_responses.MAX_DEATHS + ["failed"]
    assert source.last_error.endswith("3 processes ended while they read it; it is tried again after a day")
    assert API.removeprefix("/") in source.last_error
    assert source.failures > deadly_responses.MAX_DEATHS
    assert source.unhealthy_since is not None


@pytest.mark.slow
def test_a_response_that_was_parsed_is_not_remembered(boards: StandIn, source: Source) -> None:
    for number in range(deadly_responses.MAX_DEATHS + 1):
        # Another list each time, which no 304 answers.
        boards.jobs(vacancy(1), vacancy(2 + number))
        fetch(source)
    assert {*Fetch.objects.values_list("outcome", flat=True)} == {"ok"}


@pytest.mark.slow
def test_a_snapshot_that_killed_is_not_parsed_again(boards: StandIn, source: Source) -> None:
    boards.jobs(vacancy(1))
    fetch(source)
    [snapshot] = snapshots.newest(source)
    die_of(source, snapshots.response(snapshot).request)
    accepted = Fetch.objects.get()
    accepted.outcome = Fetch.Outcome.QUARANTINED
    accepted.save()
    replay.accept(accepted)
    accepted.refresh_from_db()
    assert accepted.outcome == "quarantined"
    assert "3 processes ended while they read it" in accepted.error
    with pytest.raises(EndsProcesses), deadly_responses.watched(source, snapshots.response(snapshot).request):
        Ingest(source, accepted, accepted.started_at)


def die_of(source: Source, request: Request) -> None:
    for _ in range(deadly_responses.MAX_DEATHS):
        copy = start_copy(die_within, source, request)
        copy.join()
        assert copy.exitcode == -signal.SIGKILL


def die_within(source: Source, request: Request) -> None:
    with deadly_responses.watched(source, request):
        os.kill(os.getpid(), signal.SIGKILL)
