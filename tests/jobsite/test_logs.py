"""Faults are logged and mailed; what the site announces is neither, and no fault fills a mailbox."""

from __future__ import annotations

import json
import logging
import logging.config
import re
from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from django.core import mail
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.utils.log import log_response
from pytest_django.fixtures import Settings

from jobsite.logs import MAX_RECORDS, PERIOD_SECONDS, BoundedMailHandler, logging_settings
from listings.fetching.log_context import fetch_context


@pytest.fixture
def log_with_mails(settings: Settings) -> Iterator[Callable[[], None]]:
    """Begins so when the test calls it: while fixtures are made, stderr is still another."""
    settings.ADMINS = [("Ada", "ada@brightwater.example")]
    yield lambda: logging.config.dictConfig(logging_settings("INFO", mails=True))
    logging.config.dictConfig(logging_settings("INFO", mails=False))


def test_what_is_announced_is_not_mailed(rf: RequestFactory, log_with_mails: Callable[[], None]) -> None:
    log_with_mails()
    for status, count in ((503, 0), (500, 1)):
        response = HttpResponse(status=status)
        log_response("%s: %s", response.reason_phrase, "/jobs/", response=response, request=rf.get("/jobs/"))
        assert len(mail.outbox) == count, status
    assert "Internal Server Error: /jobs/" in mail.outbox[0].subject


@pytest.mark.django_db
def test_no_stranger_fills_logs_and_mailboxes(
    capsys: pytest.CaptureFixture[str], log_with_mails: Callable[[], None], client: Client
) -> None:
    log_with_mails()
    fields = "&".join(f"a{number}=1" for number in range(1500))
    assert client.get(f"/jobs/?{fields}").status_code == 400
    assert client.post("/situation/", fields, content_type="application/x-www-form-urlencoded").status_code == 400
    assert mail.outbox == []
    assert "Traceback" not in capsys.readouterr().err
    logging.getLogger("django.security.csrf").warning("Forbidden")
    assert capsys.readouterr().err == "WARNING django.security.csrf: Forbidden\n"


def test_what_a_request_quotes_is_shortened(
    capsys: pytest.CaptureFixture[str], log_with_mails: Callable[[], None]
) -> None:
    log_with_mails()
    logging.getLogger("django.security.csrf").warning("Forbidden (%s): %s", "a" * 9_000, "/admin/login/")
    warning = capsys.readouterr().err
    assert re.fullmatch(r"WARNING django.security.csrf: Forbidden \(a{999}…\): /admin/login/\n", warning)


def test_no_stranger_pushes_everything_else_out_of_the_logs(
    capsys: pytest.CaptureFixture[str], log_with_mails: Callable[[], None]
) -> None:
    log_with_mails()
    for _ in range(MAX_RECORDS + 5):
        logging.getLogger("django.security.csrf").warning("Forbidden")
    assert capsys.readouterr().err.count("Forbidden") == MAX_RECORDS


def test_a_fault_of_every_request_sends_few_mails(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.ADMINS = [("Ada", "ada@brightwater.example")]
    now = 1000.0
    monkeypatch.setattr("jobsite.logs.time.monotonic", lambda: now)
    handler = BoundedMailHandler()
    record = logging.LogRecord("django.request", logging.ERROR, __file__, 1, "Internal Server Error: /", None, None)
    for _ in range(MAX_RECORDS + 5):
        handler.emit(record)
    assert len(mail.outbox) == MAX_RECORDS
    now += PERIOD_SECONDS + 1
    handler.emit(record)
    assert len(mail.outbox) == MAX_RECORDS + 1


def test_lines_name_the_fetch_that_they_belong_to(capsys: pytest.CaptureFixture[str]) -> None:
    logging.config.dictConfig(logging_settings("INFO", mails=False))
    try:
        with fetch_context(17, "remotive"):
            logging.getLogger("listings.fetching").info("3 ads set aside")
        logging.getLogger("listings.fetching").info("idle")
    finally:
        logging.config.dictConfig(logging_settings("INFO", mails=False))
    assert capsys.readouterr().err.splitlines() == [
        "INFO listings.fetching [fetch 17 of remotive]: 3 ads set aside",
        "INFO listings.fetching: idle",
    ]


def test_lines_of_json(capsys: pytest.CaptureFixture[str]) -> None:
    logging.config.dictConfig(logging_settings("INFO", mails=False, style="JSON"))
    try:
        with fetch_context(17, "remotive"):
            logging.getLogger("listings.fetching").warning("%s ads in\ntwo lines", 3)
        try:
            raise ValueError("a mistake of ours")
        except ValueError:
            logging.getLogger("jobsite").exception("unexpected")
    finally:
        logging.config.dictConfig(logging_settings("INFO", mails=False))
    first, second = (json.loads(line) for line in capsys.readouterr().err.splitlines())
    assert datetime.fromisoformat(first.pop("time")).tzinfo is not None
    assert first == {
        "level": "WARNING",
        "logger": "listings.fetching",
        "message": "3 ads in\ntwo lines",
        "fetch": 17,
        "source": "remotive",
    }
    assert second["message"] == "unexpected"
    assert "ValueError: a mistake of ours" in second["exc_info"]
