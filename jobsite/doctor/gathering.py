"""Settings, sources, the publishers' terms, and the way out to the boards."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date, timedelta

from django.conf import settings
from django.core import checks
from django.db import Error as DatabaseError
from django.utils import timezone

from jobsite.allinone import EmbeddedError
from jobsite.doctor.findings import Finding, fault, warning, well
from listings.boards import BOARDS
from listings.boards.base import Request
from listings.fetching.http_client import FetchError, HttpClient
from listings.models import Source
from listings.monitoring import live

TERMS_AGE = timedelta(days=365)
MAX_LATE = timedelta(minutes=10)
MAX_NAMES = 5
NETWORK_SECONDS = 20.0


def check_settings() -> Iterator[Finding]:
    """Django's system checks; those of a public site if this one is served by HTTPS."""
    found = checks.run_checks(include_deployment_checks=settings.HTTPS)
    for message in found:
        if message.is_silenced():
            continue
        level = fault if message.level >= checks.ERROR else warning
        yield level("settings", message.msg, message.hint or "See Django's documentation of system checks.")
    if not found:
        yield well("settings", "No check has anything to say.")


def check_sources() -> Iterator[Finding]:
    try:
        enabled = list(Source.objects.without_employers().filter(enabled=True).only("name", "board", "failures"))
        due = live.due()
        failing = [source.name for source in enabled if source.failures > 1]
    except (DatabaseError, EmbeddedError):
        # The check of the database has said so.
        return
    if not enabled:
        yield warning("sources", "None is enabled.", "Enable one in the admin, or run `manage.py prepare`.")
        return
    if failing:
        names = ", ".join(failing[:MAX_NAMES]) + (" …" if len(failing) > MAX_NAMES else "")
        message = f"{len(failing)} of {len(enabled)} fail again and again: {names}."
        yield warning("sources", message, "The admin's first page says why, and what helps.")
    else:
        yield well("sources", f"{len(enabled)} are enabled, and none fails again and again.")
    late = timezone.now() - due.oldest if due.oldest else timedelta()
    if late > MAX_LATE:
        message = f"{due.sources:,} wait to be fetched, the first for {late.total_seconds() / 60:.0f} minutes."
        yield warning("schedule", message, "Look at workers and scheduler above; set WORKERS higher if both are well.")
    else:
        yield well("schedule", "No source is late.")
    yield from check_terms({source.board for source in enabled}, timezone.now().date())


def check_terms(boards: set[str], today: date) -> Iterator[Finding]:
    """The terms of these boards that nobody has read for a year."""
    known = [BOARDS[name] for name in sorted(boards & set(BOARDS))]
    old = [board for board in known if board.terms.read_on is None or today - board.terms.read_on > TERMS_AGE]
    for board in old:
        where = board.terms.stated_at or board.home
        when = f"were read on {board.terms.read_on:%Y-%m-%d}" if board.terms.read_on else "were never read"
        advice = f"Read them at {where}, and correct its module if it says something else."
        yield warning("terms", f"Those of {board.title} {when}.", advice)
    if not old:
        yield well("terms", "All were read within a year.")


def check_network() -> Iterator[Finding]:
    """One request: the robots.txt of a board that is fetched."""
    try:
        source = Source.objects.real().without_employers().filter(enabled=True, board__in=BOARDS).first()
    except (DatabaseError, EmbeddedError):
        return
    if source is None:
        return
    board = source.board_config
    try:
        client = HttpClient(delay=board.delay, mirror=source.mirror, deadline=time.monotonic() + NETWORK_SECONDS)
        client.get(Request(f"{board.home.rstrip('/')}/robots.txt"))
    except FetchError as error:
        # Whatever it answered, the way there is open.
        if not error.status:
            advice = "Look at the name server, the firewall and BOARD_MIRROR."
            yield fault("network", f"{board.title} cannot be reached: {error}", advice)
            return
    yield well("network", f"{board.title} answers.")
