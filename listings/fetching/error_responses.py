"""What hosts answered to failed requests, kept within bounds for whoever looks for the cause."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings

from listings.boards.bounds import readable
from listings.models import ErrorResponse, Fetch, Source

MAX_BODY = 64 * 1024
MAX_HEADER = 300
# Of one fetch: the first tell what is wrong.
MAX_RESPONSES = 3
MAX_FETCHES, MAX_EMPLOYER_FETCHES = 5, 2
# Those that say who refuses, why, and until when.
HEADERS = (
    *("Server", "Via", "Content-Type", "Content-Encoding", "Content-Length", "Date", "Retry-After", "Location"),
    *("WWW-Authenticate", "CF-Ray", "CF-Mitigated", "X-Cache", "X-RateLimit-Limit", "X-RateLimit-Remaining"),
    *("X-RateLimit-Reset", "X-Request-Id", "X-Robots-Tag"),
)


@dataclass(frozen=True, slots=True)
class ErrorAnswer:
    """`body`: its start, decompressed. `is_cut`: whether it went on, or could not be read to its end."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    is_cut: bool


def telling_headers(headers: Mapping[str, str]) -> dict[str, str]:
    return {name: readable(headers[name])[:MAX_HEADER] for name in HEADERS if headers.get(name)}


def keep(fetch: Fetch, answer: ErrorAnswer) -> None:
    ErrorResponse.objects.create(
        fetch=fetch,
        url=answer.url,
        status=answer.status,
        headers=dict(answer.headers),
        body=zlib.compress(answer.body, 6),
        is_cut=answer.is_cut,
    )


def text(response: ErrorResponse) -> str:
    """The body as text, whatever it is."""
    return zlib.decompress(response.body).decode("utf-8", "replace").replace("\0", "�")


def prune(source: Source, now: datetime) -> None:
    """Keep those of the last failed fetches of the last month."""
    failed = source.fetches.filter(
        error_responses__isnull=False, started_at__gte=now - timedelta(days=settings.SNAPSHOT_DAYS)
    ).order_by("-started_at", "-id")
    ids = failed.values_list("pk", "started_at").distinct()
    kept = [pk for pk, _ in ids[: MAX_EMPLOYER_FETCHES if source.system_id else MAX_FETCHES]]
    ErrorResponse.objects.filter(fetch__source=source).exclude(fetch__in=kept).delete()
