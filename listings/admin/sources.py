from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString

from listings.admin.base import Admin, badge, drawn
from listings.admin.charts import chart
from listings.gather import actions
from listings.models import Fetch, Source

SHOWN = 20
ABSENCE = {
    "closes": "A complete, healthy fetch that no longer shows an ad closes it.",
    "nothing": "Absence proves nothing here: only a closing date or the ad's own page closes it.",
}
UNFINISHED = (Fetch.Outcome.RUNNING, Fetch.Outcome.DRY_RUN)


def last_fetches(source: Source) -> list[Fetch]:
    """The last fetches, newest first; one query for a whole list where the queryset prefetched them."""
    kept = getattr(source, "last_fetches", None)
    return kept if kept is not None else list(source.fetches.defer("rejections")[:SHOWN])


def health(source: Source) -> tuple[str, str]:
    """Kind of badge, and the words."""
    if source.kind.status not in ("live", "unverified"):
        return "quiet", source.kind.status
    if not source.enabled:
        return "quiet", "paused"
    finished = [fetch for fetch in last_fetches(source) if fetch.outcome not in UNFINISHED]
    if finished and finished[0].outcome == Fetch.Outcome.QUARANTINED:
        return "warn", "quarantined"
    since = source.unhealthy_since or (source.last_error_at if source.failures else None)
    if since:
        return "bad", f"failing since {since:%Y-%m-%d %H:%M}"
    return ("good", "healthy") if source.last_ok_at else ("quiet", "never fetched")


@admin.register(Source)
class SourceAdmin(Admin[Source]):
    buttons: ClassVar[dict[str, str]] = {"fetch_now": "Fetch now", "pause": "Pause", "resume": "Resume"}
    list_display = ("name", "board", "state", "last_good", "next_time", "counts", "last_trouble", "acts")
    list_filter = ("board", "enabled")
    list_per_page = 50
    search_fields = ("name",)
    actions = ("fetch_chosen", "pause_chosen", "resume_chosen")
    readonly_fields = ("state", "last_good", "next_time", "last_trouble", "terms", "absence", "recent")
    fieldsets = (
        (None, {"fields": ("name", "board", "options", "enabled", "interval_minutes")}),
        ("Health", {"fields": ("state", "last_good", "next_time", "last_trouble")}),
        ("What its publisher asks", {"fields": ("terms", "absence")}),
        (f"Last {SHOWN} fetches", {"fields": ("recent",)}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Source]:
        fetches = Fetch.objects.defer("rejections").order_by("-started_at", "-id")[:SHOWN]
        return super().get_queryset(request).prefetch_related(Prefetch("fetches", fetches, to_attr="last_fetches"))

    def get_fieldsets(self, request: HttpRequest, obj: Source | None = None) -> Any:
        return super().get_fieldsets(request, obj) if obj else self.fieldsets[:1]

    def get_list_display(self, request: HttpRequest) -> Any:
        shown = super().get_list_display(request)
        return shown if self.may_act(request) else [name for name in shown if name != "acts"]

    def has_delete_permission(self, request: HttpRequest, obj: Source | None = None) -> bool:
        return super().has_delete_permission(request, obj) and not (obj and obj.postings.exists())

    def get_actions(self, request: HttpRequest) -> Any:
        """Without bulk deletion: a source with postings stays, and only its own page says why."""
        return {name: act for name, act in super().get_actions(request).items() if name != "delete_selected"}

    def buttons_for(self, row: Source) -> list[str]:
        return ["fetch_now", "pause" if row.enabled else "resume"]

    def fetch_now(self, request: HttpRequest, source: Source) -> str:
        actions.fetch_now(source)
        return "a fetch is queued."

    def pause(self, request: HttpRequest, source: Source) -> str:
        if not source.enabled:
            raise actions.Refused("It is paused already.")
        actions.pause(source)
        return "paused; it is not fetched until it is resumed."

    def resume(self, request: HttpRequest, source: Source) -> str:
        if source.enabled:
            raise actions.Refused("It is not paused.")
        actions.resume(source)
        return "resumed; it is fetched when its turn comes."

    @admin.action(description="Fetch now", permissions=["change"])
    def fetch_chosen(self, request: HttpRequest, chosen: QuerySet[Source]) -> None:
        self.run(request, "fetch_now", chosen)

    @admin.action(description="Pause", permissions=["change"])
    def pause_chosen(self, request: HttpRequest, chosen: QuerySet[Source]) -> None:
        self.run(request, "pause", chosen)

    @admin.action(description="Resume", permissions=["change"])
    def resume_chosen(self, request: HttpRequest, chosen: QuerySet[Source]) -> None:
        self.run(request, "resume", chosen)

    @admin.display(description="Health")
    def state(self, source: Source) -> SafeString:
        return badge(*health(source))

    @admin.display(description="Last good fetch", ordering="last_ok_at")
    def last_good(self, source: Source) -> str:
        return f"{source.last_ok_at:%Y-%m-%d %H:%M}" if source.last_ok_at else "never"

    @admin.display(description="Next fetch", ordering="next_fetch_at")
    def next_time(self, source: Source) -> str:
        return f"{source.next_fetch_at:%Y-%m-%d %H:%M}" if source.enabled else "when resumed"

    @admin.display(description=f"Seen, last {SHOWN} fetches")
    def counts(self, source: Source) -> SafeString:
        return chart(last_fetches(source))

    @admin.display(description="Last error")
    def last_trouble(self, source: Source) -> SafeString | str:
        return drawn("trouble.html", source=source) if source.last_error else "none"

    @admin.display(description="Actions")
    def acts(self, source: Source) -> SafeString:
        return self.drawn_buttons(source, self.address("changelist"))

    @admin.display(description="Terms")
    def terms(self, source: Source) -> SafeString:
        terms = source.kind.terms
        minutes = int(terms.min_interval.total_seconds() // 60)
        shortest = f"{minutes // 60} h {minutes % 60:02} min" if minutes else "none stated"
        return drawn("terms.html", board=source.kind, terms=terms, shortest=shortest)

    @admin.display(description="An ad that is no longer listed")
    def absence(self, source: Source) -> str:
        return ABSENCE[source.kind.absence]

    @admin.display(description="Fetches")
    def recent(self, source: Source) -> SafeString:
        fetches = last_fetches(source)
        return drawn("recent.html", fetches=fetches, chart=chart(fetches), held=source.postings.exists())
