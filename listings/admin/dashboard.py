"""The admin's first page: what needs somebody's attention."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any, cast

from django.contrib.admin import site
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from listings import facts
from listings.admin.base import Admin, badge
from listings.admin.desk import desk
from listings.admin.health import RECENT_FETCHES, health, needing_attention
from listings.fetching import passed_over
from listings.ingest import backfill
from listings.models import Fetch, Posting, Report, Source

MAX_ROWS, MAX_EMPLOYERS = 10, 5
# A quarantined fetch can be accepted only while its snapshots are kept.
RECENT = timedelta(days=30)


def attention(request: HttpRequest, context: dict[str, Any]) -> dict[str, Any]:
    """Adds the figures and what needs attention, as far as the user may see it.

    `unhealthy_sources`: (source, badge, buttons).
    """
    user = request.user
    if user.has_perm("listings.view_source") or user.has_perm("listings.view_listing"):
        context["desk"] = desk()
    if user.has_perm("listings.view_source") or user.has_perm("listings.change_source"):
        # Rejections are large, and no badge shows them.
        fetches = Fetch.objects.defer("rejections").order_by("-started_at", "-id")[:RECENT_FETCHES]
        sources = needing_attention().prefetch_related(Prefetch("fetches", fetches, to_attr="last_fetches"))
        context["rereading"] = rereading()
        context["unhealthy_sources"] = [
            (source, badge(*health(source)), _buttons(request, source)) for source in sources[:MAX_ROWS]
        ]
    if user.has_perm("listings.view_fetch") or user.has_perm("listings.change_fetch"):
        since = timezone.now() - RECENT
        quarantined = Fetch.objects.quarantined().filter(started_at__gt=since).select_related("source__system")
        boards = quarantined.filter(source__system=None)
        context["quarantined_fetches"] = list(boards.defer("rejections")[:MAX_ROWS])
        context["odd_employers"], context["odd_employers_count"] = _odd_employers(quarantined)
    if user.has_perm("listings.view_report") or user.has_perm("listings.change_report"):
        reports = Report.objects.filter(state=Report.State.NEW).select_related("listing")
        context["new_reports"] = list(reports[:MAX_ROWS])
    return context


def _odd_employers(quarantined: QuerySet[Fetch]) -> tuple[list[Fetch], int]:
    """The latest quarantined fetch of each employer that has not had a good one since; and of how many."""
    # After a good fetch nothing is left to decide.
    odd = quarantined.filter(source__system__isnull=False, source__failures__gt=0, source__enabled=True)
    latest = odd.order_by("source_id", "-started_at").distinct("source_id").values("pk")
    rows = Fetch.objects.filter(pk__in=latest).select_related("source__system").defer("rejections")
    return list(rows[:MAX_EMPLOYERS]), latest.count()


def _buttons(request: HttpRequest, source: Source) -> str:
    """What may help it, for whoever may do so."""
    admin = cast(Admin[Source], site.get_model_admin(Source))
    return admin.render_buttons(source, request.path) if admin.may_act(request) else ""


@dataclass(frozen=True, slots=True)
class Rereading:
    """How far the ads are read again by the newest version of the facts."""

    version: int
    postings: int
    postings_left: int
    sources_left: int

    @property
    def percent(self) -> int:
        return 100 * (self.postings - self.postings_left) // self.postings if self.postings else 100


def rereading() -> Rereading | None:
    """None if nothing is left to read again."""
    left, sources = backfill.stale_facts().count(), passed_over.waiting().count()
    return Rereading(facts.VERSION, Posting.objects.count(), left, sources) if left or sources else None
