"""What is logged, and which errors are mailed to the admins."""

from __future__ import annotations

import logging
import time
from collections import deque
from typing import Any

from django.utils.log import AdminEmailHandler
from django.utils.text import Truncator
from pythonjsonlogger.core import RESERVED_ATTRS

# Of one process. A fault that every request meets would fill the mailboxes of all admins.
MAX_RECORDS, PERIOD_SECONDS = 10, 3600.0
# Characters of one text in a message.
MAX_ARGUMENT = 1_000


class ExpectedUnavailability(logging.Filter):
    """Leaves out responses with status 503: the site says so of itself while something starts or is rebuilt.

    What it waits for is logged by whoever rebuilds it.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        return getattr(record, "status_code", None) != 503


class BoundedArguments(logging.Filter):
    """Shortens the texts that a message quotes: strangers write the headers and paths of requests."""

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(
                Truncator(argument).chars(MAX_ARGUMENT) if isinstance(argument, str) else argument
                for argument in record.args
            )
        return True


class Few(logging.Filter):
    """Passes at most MAX_RECORDS in PERIOD_SECONDS."""

    def __init__(self, name: str = "") -> None:
        super().__init__(name)
        # When the last ones passed, in seconds of time.monotonic().
        self.passed: deque[float] = deque(maxlen=MAX_RECORDS)

    def filter(self, record: logging.LogRecord) -> bool:
        now = time.monotonic()
        if len(self.passed) == MAX_RECORDS and now - self.passed[0] <= PERIOD_SECONDS:
            return False
        self.passed.append(now)
        return True


class BoundedMailHandler(AdminEmailHandler):
    """Mails few errors. All are logged."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.few = Few()

    def emit(self, record: logging.LogRecord) -> None:
        if self.few.filter(record):
            super().emit(record)


def logging_settings(level: str, *, mails: bool, style: str = "TEXT") -> dict[str, Any]:
    """`style`: TEXT, or JSON for one object a line with time, level, logger, message, fetch and source."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "text": {"format": "%(levelname)s %(name)s%(where)s: %(message)s"},
            "json": {
                "()": "pythonjsonlogger.json.JsonFormatter",
                "format": "{levelname}{name}{message}",
                "style": "{",
                "timestamp": True,
                "rename_fields": {"levelname": "level", "name": "logger", "timestamp": "time"},
                # `where` is for lines of text, and Django puts whole requests and responses on records.
                "reserved_attrs": [*RESERVED_ATTRS, "where", "request", "response"],
            },
        },
        "filters": {
            "expected": {"()": "jobsite.logs.ExpectedUnavailability"},
            "bounded": {"()": "jobsite.logs.BoundedArguments"},
            "fetch": {"()": "listings.fetching.log_context.FetchFilter"},
            "few": {"()": "jobsite.logs.Few"},
        },
        "handlers": {
            "stderr": {"class": "logging.StreamHandler", "formatter": style.lower(), "filters": ["bounded", "fetch"]},
            "strangers": {
                "class": "logging.StreamHandler",
                "formatter": style.lower(),
                "filters": ["few", "bounded", "fetch"],
            },
            "mail": {"class": "jobsite.logs.BoundedMailHandler", "level": "ERROR"},
        },
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {
            "django": {"handlers": ["stderr", "mail"] if mails else ["stderr"], "level": "INFO", "propagate": False},
            # Missing pages, wrong host names and requests beyond a limit are the doing of strangers: they say nothing
            # about this site, and their tracebacks would push what does out of mails and logs.
            "django.request": {"level": "ERROR", "filters": ["expected"]},
            "django.security": {"level": "CRITICAL"},
            # A line each, which may mean that CSRF_TRUSTED_ORIGINS is wrong. Strangers can send them without end.
            "django.security.csrf": {"level": "WARNING", "handlers": ["strangers"], "propagate": False},
            "celery": {"level": "DEBUG" if level == "DEBUG" else "WARNING"},
        },
    }
