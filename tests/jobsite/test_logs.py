"""Faults are logged and mailed; what the site announces is neither, and no fault fills a mailbox."""

from __future__ import annotations

import logging
import logging.config
from collections.abc import Iterator

import pytest
from django.core import mail
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils.log import log_response
from pytest_django.fixtures import Settings

from jobsite.logs import MAX_MAILS, PERIOD_SECONDS, BoundedMailHandler, logging_settings


@pytest.fixture
def mailing(settings: Settings) -> Iterator[None]:
    settings.ADMINS = [("Ada", "ada@brightwater.example")]
    logging.config.dictConfig(logging_settings("INFO", mails=True))
    yield
    logging.config.dictConfig(logging_settings("INFO", mails=False))


def test_what_is_announced_is_not_mailed(rf: RequestFactory, mailing: None) -> None:
    for status, count in ((503, 0), (500, 1)):
        response = HttpResponse(status=status)
        log_response("%s: %s", response.reason_phrase, "/jobs/", response=response, request=rf.get("/jobs/"))
        assert len(mail.outbox) == count, status
    assert "Internal Server Error: /jobs/" in mail.outbox[0].subject


def test_a_fault_of_every_request_sends_few_mails(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.ADMINS = [("Ada", "ada@brightwater.example")]
    now = 1000.0
    monkeypatch.setattr("jobsite.logs.time.monotonic", lambda: now)
    handler = BoundedMailHandler()
    record = logging.LogRecord("django.request", logging.ERROR, __file__, 1, "Internal Server Error: /", None, None)
    for _ in range(MAX_MAILS + 5):
        handler.emit(record)
    assert len(mail.outbox) == MAX_MAILS
    now += PERIOD_SECONDS + 1
    handler.emit(record)
    assert len(mail.outbox) == MAX_MAILS + 1
