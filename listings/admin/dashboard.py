"""What the admin's first page tells before anything is asked: where somebody should look."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db.models import Prefetch
from django.http import HttpRequest
from django.utils import timezone

from listings.admin.base import badge
from listings.admin.health import SHOWN, health, needing_attention
from listings.models import Fetch, Report

MOST_NAMED = 10
RECENT = timedelta(days=30)


def attention(request: HttpRequest, context: dict[str, Any]) -> dict[str, Any]:
    """Adds `unwell` [(source, badge)], `odd` (fetches) and `reports`, each only for who may see them."""
    user = request.user
    if user.has_perm("listings.view_source") or user.has_perm("listings.change_source"):
        fetches = Fetch.objects.defer("rejections").order_by("-started_at", "-id")[:SHOWN]
        sources = needing_attention().prefetch_related(Prefetch("fetches", fetches, to_attr="last_fetches"))
        context["unwell"] = [(source, badge(*health(source))) for source in sources[:MOST_NAMED]]
    if user.has_perm("listings.view_fetch") or user.has_perm("listings.change_fetch"):
        since = timezone.now() - RECENT
        quarantined = Fetch.objects.quarantined().filter(started_at__gt=since).select_related("source")
        context["odd"] = list(quarantined.defer("rejections")[:MOST_NAMED])
    if user.has_perm("listings.view_report") or user.has_perm("listings.change_report"):
        new = Report.objects.filter(state=Report.State.NEW).select_related("listing")
        context["reports"] = list(new[:MOST_NAMED])
    return context
