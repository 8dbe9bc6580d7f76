"""How a source is, in one word or a few: for its badge, for the filter, and for what the first page names."""

from __future__ import annotations

from typing import Any

from django.contrib.admin import SimpleListFilter
from django.db.models import F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.utils import timezone
from django.utils.timesince import timesince

from listings.boards import BOARDS
from listings.models import Fetch, Source

SHOWN = 20
UNFINISHED = (Fetch.Outcome.RUNNING, Fetch.Outcome.DRY_RUN)


def last_fetches(source: Source) -> list[Fetch]:
    """The last fetches, newest first; one query for a whole list where the queryset prefetched them."""
    kept = getattr(source, "last_fetches", None)
    return kept if kept is not None else list(source.fetches.defer("rejections")[:SHOWN])


def health(source: Source) -> tuple[str, str]:
    """Kind of badge, and the words."""
    if source.board not in BOARDS:
        return "bad", "unknown board"
    if not source.board_config.is_fetched:
        return "quiet", source.board_config.status
    if not source.enabled:
        return "quiet", "paused"
    finished = [fetch for fetch in last_fetches(source) if fetch.outcome not in UNFINISHED]
    if finished and finished[0].outcome == Fetch.Outcome.QUARANTINED:
        return "warn", "quarantined"
    since = source.unhealthy_since or (source.last_error_at if source.failures else None)
    if since:
        return "bad", f"failing since {since:%Y-%m-%d %H:%M}"
    if source.last_ok_at is None:
        return "quiet", "never fetched"
    # One turn may be late without anybody's fault; two mean that no worker gets to it.
    if source.last_ok_at + 2 * source.interval < timezone.now():
        return "warn", f"slow: nothing good for {timesince(source.last_ok_at, depth=1)}"
    return "good", "healthy"


def with_last_outcome(sources: QuerySet[Source]) -> QuerySet[Source]:
    finished = Fetch.objects.filter(source=OuterRef("pk")).exclude(outcome__in=UNFINISHED)
    last = Subquery(finished.order_by("-started_at", "-id").values("outcome")[:1])
    # "" where it was never fetched: the negation of a comparison with NULL would drop the source.
    return sources.annotate(last_outcome=Coalesce(last, Value("")))


FAILING = Q(enabled=True) & (Q(unhealthy_since__isnull=False) | Q(failures__gt=0))
QUARANTINED = Q(enabled=True, last_outcome=Fetch.Outcome.QUARANTINED)


def needing_attention() -> QuerySet[Source]:
    """Failing or quarantined, the longest without a good fetch first."""
    found = with_last_outcome(Source.objects.all()).filter(FAILING | QUARANTINED)
    return found.order_by(F("last_ok_at").asc(nulls_first=True), "name")


class HealthFilter(SimpleListFilter):
    title = "health"
    parameter_name = "health"
    choices_by_name = {
        "failing": FAILING & ~QUARANTINED,
        "quarantined": QUARANTINED,
        "paused": Q(enabled=False),
        "never": Q(enabled=True, last_ok_at=None, failures=0),
    }

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        words = {"never": "never fetched"}
        return [(name, words.get(name, name)) for name in self.choices_by_name]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Source]) -> QuerySet[Source]:
        chosen = self.choices_by_name.get(self.value() or "")
        return with_last_outcome(queryset).filter(chosen) if chosen else queryset
