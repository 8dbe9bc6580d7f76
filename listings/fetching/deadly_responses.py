"""Responses that end the process which parses them: after MAX_DEATHS the address fails with this as its reason.

Its snapshots stay, so that the response can be looked at. A day later it is parsed again.
"""

from __future__ import annotations

import hashlib
from contextlib import AbstractContextManager
from datetime import timedelta

from listings.boards.base import Request
from listings.ingest.process_deaths import Guard
from listings.models import Source

MAX_DEATHS = 3
GUARD = Guard(MAX_DEATHS, timedelta(days=1))


def watched(source: Source, request: Request) -> AbstractContextManager[None]:
    """Around the parsing of what a request brought. Raises EndsProcesses instead if it ended MAX_DEATHS processes.

    By address: a response that changes with each fetch would be a new one each time.
    """
    return GUARD.over(f"deadly-response:{source.pk}:{_digest(*request.key)}")


def previewed(address: str) -> AbstractContextManager[None]:
    """The same around whatever a preview of this address reads, in a process that also serves readers."""
    return GUARD.over(f"deadly-preview:{_digest(address)}")


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode(errors="backslashreplace")).hexdigest()
