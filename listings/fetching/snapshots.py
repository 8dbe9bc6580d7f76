"""The bytes of each response, stored so that a corrected parser can read them again without a new request."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from operator import itemgetter

from django.conf import settings
from django.db.models import Sum
from django.db.models.functions import Length

from listings.boards.base import Request, Response
from listings.fetching import error_responses
from listings.models import Fetch, Snapshot, Source

MAX_FETCHES, MAX_ODD_FETCHES = 5, 5
# Of an employer, of which there are thousands: as many fetches as plausibility compares, and one good body.
MAX_EMPLOYER_FETCHES, MAX_EMPLOYER_SNAPSHOTS, MAX_EMPLOYER_ODD = 10, 1, 2
# As stored, of one source. The newest fetch of each kind is kept in any case: an admin may accept it or read it again.
MAX_STORED_BYTES = 256 * 1024 * 1024


def keep(fetch: Fetch, response: Response) -> Snapshot:
    request = response.request
    return Snapshot.objects.create(
        fetch=fetch,
        request={
            "url": request.url,
            "external_id": request.external_id,
            "lastmod": request.lastmod.isoformat() if request.lastmod else None,
            "company": request.company,
            "body": request.body,
        },
        url=response.url,
        status=response.status,
        content_type=response.content_type[:200],
        body=zlib.compress(response.body, 6),
        size=len(response.body),
    )


def body(snapshot: Snapshot) -> bytes:
    """Decompressed, as the board sent it."""
    return zlib.decompress(snapshot.body)


def request(snapshot: Snapshot) -> Request:
    stored = snapshot.request
    lastmod = datetime.fromisoformat(stored["lastmod"]) if stored["lastmod"] else None
    # get(): older snapshots have neither company nor body.
    return Request(
        stored["url"], stored["external_id"], lastmod, stored.get("company", ""), body=stored.get("body", "")
    )


def response(snapshot: Snapshot) -> Response:
    """The response as it was parsed, with its request."""
    return Response(
        request=request(snapshot),
        body=body(snapshot),
        url=snapshot.url,
        status=snapshot.status,
        content_type=snapshot.content_type,
    )


def newest(source: Source) -> Iterator[Snapshot]:
    """The newest snapshot of each URL and posted body among the good fetches, in the order of the requests."""
    newest_ids = (
        Snapshot.objects.filter(fetch__source=source, fetch__in=Fetch.objects.good())
        .order_by("url", "request__body", "-id")
        .distinct("url", "request__body")
        .values_list("id", flat=True)
    )
    # Ten at a time: a body may be tens of megabytes.
    yield from Snapshot.objects.filter(id__in=list(newest_ids)).order_by("id").iterator(chunk_size=10)


def prune(source: Source, now: datetime) -> int:
    """Delete all but those of the last five fetches, and of the last five odd or failed ones of the last month.

    Fewer where they are large. Of an employer less is kept, and of its fetches only the last ones. Returns how many.
    What was answered to failed requests goes as well.
    """
    error_responses.prune(source, now)
    is_employer = source.system_id is not None
    odd = [Fetch.Outcome.QUARANTINED, Fetch.Outcome.FAILED]
    with_snapshots = source.fetches.filter(snapshots__isnull=False).order_by("-started_at", "-id")
    with_sizes = with_snapshots.annotate(stored_bytes=Sum(Length("snapshots__body"))).values_list(
        "pk", "started_at", "stored_bytes"
    )
    recent = with_sizes.exclude(outcome__in=odd)[: MAX_EMPLOYER_SNAPSHOTS if is_employer else MAX_FETCHES]
    odd_since = with_sizes.filter(outcome__in=odd, started_at__gte=now - timedelta(days=settings.SNAPSHOT_DAYS))
    kept = _within_budget(recent, odd_since[: MAX_EMPLOYER_ODD if is_employer else MAX_ODD_FETCHES])
    deleted, _ = Snapshot.objects.filter(fetch__source=source).exclude(fetch_id__in=kept).delete()
    if is_employer:
        last = list(source.fetches.values_list("pk", flat=True)[:MAX_EMPLOYER_FETCHES])
        source.fetches.filter(snapshots=None).exclude(pk__in=last).delete()
    return deleted


def _within_budget(*kinds: Iterable[tuple[int, datetime, int]]) -> list[int]:
    """Ids of the newest fetches of each kind that together are small enough, and of the newest of each."""
    kept, others = [], []
    left = MAX_STORED_BYTES
    for kind in kinds:
        rows = list(kind)
        kept += [pk for pk, _, _ in rows[:1]]
        left -= sum(stored_bytes for _, _, stored_bytes in rows[:1])
        others += rows[1:]
    for pk, _, stored_bytes in sorted(others, key=itemgetter(1), reverse=True):
        left -= stored_bytes
        if left < 0:
            break
        kept.append(pk)
    return kept
