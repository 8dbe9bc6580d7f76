"""The health of a source in a few words: for its badge, the filter and the first page."""

from __future__ import annotations

from typing import Any

from django.contrib.admin import SimpleListFilter
from django.db.models import F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.utils import timezone
from django.utils.timesince import timesince

from listings.admin.moments import spoken
from listings.boards import BOARDS
from listings.fetching import system_health
from listings.fetching.system_health import FAILING_SHARE, SystemHealth
from listings.models import Fetch, Source
from listings.models.sources import IS_SYSTEM

RECENT_FETCHES = 20
# They say nothing of how the source does.
UNFINISHED = (Fetch.Outcome.RUNNING, Fetch.Outcome.DRY_RUN, Fetch.Outcome.REREAD)


def last_fetches(source: Source) -> list[Fetch]:
    """Up to RECENT_FETCHES, newest first; without a query if the queryset prefetched them."""
    prefetched = getattr(source, "last_fetches", None)
    return prefetched if prefetched is not None else list(source.fetches.defer("rejections")[:RECENT_FETCHES])


def health(source: Source) -> tuple[str, str]:
    """Level and text of its badge."""
    if source.board not in BOARDS:
        return "bad", "unknown board"
    if not source.board_config.is_fetched:
        return "quiet", source.board_config.status
    if not source.enabled:
        return "quiet", "paused"
    if source.system is not None and not source.system.enabled:
        return "quiet", "paused with its system"
    if source.is_dead:
        return "bad", f"its board is gone since {source.died_at:%Y-%m-%d}"
    finished = [fetch for fetch in last_fetches(source) if fetch.outcome not in UNFINISHED]
    if finished and finished[0].outcome == Fetch.Outcome.QUARANTINED:
        return "warn", "quarantined"
    if trouble := _trouble(source):
        return trouble
    if source.last_ok_at is None:
        return "quiet", "never fetched"
    # One late fetch is normal under load; two intervals mean that no worker gets to it.
    if source.last_ok_at + 2 * source.interval < timezone.now():
        return "warn", f"overdue: last success {timesince(source.last_ok_at, depth=1)} ago"
    return "good", "healthy"


def _trouble(source: Source) -> tuple[str, str] | None:
    since = source.unhealthy_since or (source.last_error_at if source.failures else None)
    if since is None:
        return None
    # One failure is over as often as not.
    if source.failures == 1 and not source.unhealthy_since:
        return "warn", f"failed once, {spoken(since)}"
    return "bad", f"failing since {since:%Y-%m-%d %H:%M}"


def system_health_badge(employers: SystemHealth) -> tuple[str, str]:
    """Level and text of a hiring system's badge: the shares of its enabled employers that are not well."""
    if not employers.enabled:
        return "quiet", "no employer enabled"
    parts = {"failing": employers.failing, "gone": employers.dead, "late": employers.late, "new": employers.new}
    text = ", ".join(f"{_share(number, employers.enabled)} {name}" for name, number in parts.items() if number)
    trouble = employers.failing_share >= FAILING_SHARE or employers.late > employers.enabled / 10
    return ("bad" if trouble else "good"), text or "healthy"


def _share(number: int, total: int) -> str:
    return f"{number / total:.0%}" if number >= total / 100 else f"{number:,}"


def with_last_outcome(sources: QuerySet[Source]) -> QuerySet[Source]:
    finished = Fetch.objects.filter(source=OuterRef("pk")).exclude(outcome__in=UNFINISHED)
    last = Subquery(finished.order_by("-started_at", "-id").values("outcome")[:1])
    # "" for sources never fetched: NULL compared with anything is neither true nor false, and would drop them.
    return sources.annotate(last_outcome=Coalesce(last, Value("")))


FAILING = Q(enabled=True) & (Q(unhealthy_since__isnull=False) | Q(failures__gt=1))
QUARANTINED = Q(enabled=True, last_outcome=Fetch.Outcome.QUARANTINED)


def needing_attention() -> QuerySet[Source]:
    """Failing or quarantined boards and hiring systems, the longest without a success first."""
    sources = with_last_outcome(Source.objects.without_employers()).filter(FAILING | QUARANTINED)
    return sources.order_by(F("last_ok_at").asc(nulls_first=True), "name")


class HealthFilter(SimpleListFilter):
    title = "health"
    parameter_name = "health"
    conditions = {
        "failing": FAILING & ~QUARANTINED,
        "quarantined": QUARANTINED,
        "paused": Q(enabled=False),
        "never": Q(enabled=True, last_ok_at=None, failures=0) & ~IS_SYSTEM,
    }

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        labels = {"never": "never fetched"}
        return [(name, labels.get(name, name)) for name in self.conditions]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Source]) -> QuerySet[Source]:
        condition = self.conditions.get(self.value() or "")
        return with_last_outcome(queryset).filter(condition) if condition else queryset


class EmployerHealthFilter(HealthFilter):
    conditions = {
        "failing": system_health.FAILING,
        "gone": Q(enabled=True) & system_health.DEAD,
        **{name: HealthFilter.conditions[name] for name in ("quarantined", "paused", "never")},
    }

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [*super().lookups(request, model_admin), ("late", "late")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Source]) -> QuerySet[Source]:
        if self.value() == "late":
            return queryset.filter(system_health.late(timezone.now()))
        # Only one of the conditions looks at fetches: a subquery for each of thousands of employers takes long.
        condition = self.conditions.get(self.value() or "")
        if condition is None or self.value() == "quarantined":
            return super().queryset(request, queryset)
        return queryset.filter(condition)
