"""The bytes of each answer, kept so that a parser can read them again without asking the board."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from django.conf import settings

from listings.boards.base import Request, Response
from listings.models import Fetch, Snapshot, Source

KEPT_FETCHES = 5


def keep(fetch: Fetch, response: Response) -> Snapshot:
    request = response.request
    return Snapshot.objects.create(
        fetch=fetch,
        request={
            "url": request.url,
            "external_id": request.external_id,
            "lastmod": request.lastmod.isoformat() if request.lastmod else None,
            "company": request.company,
        },
        url=response.url,
        status=response.status,
        content_type=response.content_type[:200],
        body=zlib.compress(response.body, 6),
        size=len(response.body),
    )


def body(snapshot: Snapshot) -> bytes:
    return zlib.decompress(snapshot.body)


def response(snapshot: Snapshot) -> Response:
    asked = snapshot.request
    lastmod = datetime.fromisoformat(asked["lastmod"]) if asked["lastmod"] else None
    return Response(
        request=Request(asked["url"], asked["external_id"], lastmod, asked.get("company", "")),
        body=body(snapshot),
        url=snapshot.url,
        status=snapshot.status,
        content_type=snapshot.content_type,
    )


def newest(source: Source) -> Iterator[Snapshot]:
    """The newest kept answer of each address, from good fetches, in the order they were asked."""
    kept = (
        Snapshot.objects.filter(fetch__source=source, fetch__in=Fetch.objects.good())
        .order_by("url", "-id")
        .distinct("url")
        .values_list("id", flat=True)
    )
    yield from Snapshot.objects.filter(id__in=list(kept)).order_by("id").iterator(chunk_size=10)


def prune(source: Source, now: datetime) -> int:
    """Keeps the last five fetches' snapshots, and those of odd and failed ones for a month. Returns how many went."""
    odd = [Fetch.Outcome.QUARANTINED, Fetch.Outcome.FAILED]
    with_snapshots = source.fetches.filter(snapshots__isnull=False).distinct().order_by("-started_at", "-id")
    recent = _ids(with_snapshots.exclude(outcome__in=odd)[:KEPT_FETCHES])
    kept_odd = _ids(
        with_snapshots.filter(outcome__in=odd, started_at__gte=now - timedelta(days=settings.SNAPSHOT_DAYS))
    )
    gone, _ = Snapshot.objects.filter(fetch__source=source).exclude(fetch_id__in=recent + kept_odd).delete()
    return gone


def _ids(fetches: Iterable[Fetch]) -> list[int]:
    return [fetch.pk for fetch in fetches]
