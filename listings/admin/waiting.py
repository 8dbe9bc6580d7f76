"""What a source waits for, and the result of its fetch when that is there."""

from __future__ import annotations

from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from listings.admin.moments import moment, spoken
from listings.boards import BOARDS
from listings.models import Source


def is_leased(source: Source) -> bool:
    return source.lease_until is not None and source.lease_until >= timezone.now()


def waits_for(source: Source) -> SafeString | str:
    """In words: what must happen before it is fetched next. A script puts the result in its place when it is there."""
    if source.is_system:
        return "each employer by itself"
    if source.board in BOARDS and not source.board_config.is_fetched:
        return "never fetched"
    if is_leased(source):
        text = "a fetch is running" if source.lease_started else "a fetch is queued"
        url = reverse("admin:listings_source_state", args=[source.pk])
        return format_html('<span class="fetch-state" role="status" data-fetch-state="{}">{}</span>', url, text)
    if not source.enabled:
        return "paused"
    if source.system is not None and not source.system.enabled:
        return "paused with its system"
    if source.next_fetch_at <= timezone.now():
        return "due within a minute"
    return moment(source.next_fetch_at)


def last_result(source: Source) -> SafeString | str:
    """The outcome of its last fetch, with a link to it."""
    fetch = source.fetches.defer("rejections").select_related("source").first()
    if fetch is None:
        return "not fetched"
    counts = f"{fetch.seen:,} seen, {fetch.new:,} new, {fetch.closed:,} closed"
    text = f"{fetch.get_outcome_display()} {spoken(fetch.finished_at or fetch.started_at)}: "
    url = reverse("admin:listings_fetch_change", args=[fetch.pk])
    return format_html('<a class="address" href="{}">{}{}</a>', url, text, fetch.error[:160] or counts)
