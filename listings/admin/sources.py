from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.safestring import SafeString

from listings import operations
from listings.admin.adding import AddingAdmin
from listings.admin.base import badge, drawn
from listings.admin.charts import chart
from listings.admin.employers import EmployersAdmin
from listings.admin.health import SHOWN, HealthFilter, health, last_fetches
from listings.admin.source_form import SourceForm, held, in_hours
from listings.boards import BOARDS
from listings.lifecycle.refused import Refused
from listings.models import Fetch, Source

ABSENCE = {
    "closes": "A complete, healthy fetch that no longer shows an ad closes it.",
    "nothing": "Absence proves nothing here: only a closing date or the ad's own page closes it.",
}


@admin.register(Source)
class SourceAdmin(AddingAdmin, EmployersAdmin):
    buttons: ClassVar[dict[str, str]] = {"fetch_now": "Fetch now", "pause": "Pause", "resume": "Resume"}
    form = SourceForm
    list_display = ("name", "board_and_status", "state", "last_good", "next_time", "counts", "last_trouble", "acts")
    list_filter = (HealthFilter, "board", "enabled")
    list_per_page = 50
    list_after_template = "admin/press.html"
    search_fields = ("name", "board", "last_error")
    actions = ("fetch_chosen", "pause_chosen", "resume_chosen", "resume_boards")
    readonly_fields = (
        *("boards", "allowed", "state", "last_good", "next_time", "running", "last_trouble"),
        *("terms", "absence", "recent"),
    )
    fieldsets = (
        (None, {"fields": ("board", "name", "options", "enabled", "interval_minutes", "allowed")}),
        ("Health", {"fields": ("state", "last_good", "next_time", "running", "last_trouble")}),
        ("What its publisher asks", {"fields": ("terms", "absence")}),
        (f"Last {SHOWN} fetches", {"fields": ("recent",)}),
    )
    add_fieldsets = (
        (None, {"fields": ("board", "name", "options", "enabled", "interval_minutes")}),
        ("What each board allows", {"fields": ("boards",)}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Source]:
        fetches = Fetch.objects.defer("rejections").order_by("-started_at", "-id")[:SHOWN]
        return super().get_queryset(request).prefetch_related(Prefetch("fetches", fetches, to_attr="last_fetches"))

    def get_readonly_fields(self, request: HttpRequest, obj: Source | None = None) -> list[str]:
        """External ids are a board's own, so a source that holds postings stays with its board."""
        fields = super().get_readonly_fields(request, obj)
        return [*fields, "board"] if held(obj) else list(fields)

    def save_model(self, request: HttpRequest, obj: Source, form: Any, change: bool) -> None:
        """Only what the form holds: a fetch that ends meanwhile writes the other columns."""
        obj.save(update_fields=list(form.cleaned_data) if change else None)

    def get_list_display(self, request: HttpRequest) -> Any:
        shown = super().get_list_display(request)
        return shown if self.may_act(request) else [name for name in shown if name != "acts"]

    def has_delete_permission(self, request: HttpRequest, obj: Source | None = None) -> bool:
        return super().has_delete_permission(request, obj) and not held(obj)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Its fetches go with it. They are counted, not listed: thousands of them, and their bytes, stay unread."""
        fetches = Fetch.objects.filter(source__in=objs).count()
        return [str(source) for source in objs], {"sources": len(objs), "fetches": fetches}, set(), []

    def get_actions(self, request: HttpRequest) -> Any:
        """Without bulk deletion: a source with postings stays, and only its own page says why."""
        return {name: act for name, act in super().get_actions(request).items() if name != "delete_selected"}

    def buttons_for(self, row: Source) -> list[str]:
        if row.board in BOARDS and not row.board_config.is_fetched:
            return ["pause"] if row.enabled else []
        return ["fetch_now", "pause" if row.enabled else "resume"]

    def fetch_now(self, request: HttpRequest, source: Source) -> str:
        operations.fetch_now(source)
        return "a fetch is queued."

    def pause(self, request: HttpRequest, source: Source) -> str:
        if not source.enabled:
            raise Refused("It is paused already.")
        operations.pause(source)
        return "paused; it is not fetched until it is resumed."

    def resume(self, request: HttpRequest, source: Source) -> str:
        if source.enabled:
            raise Refused("It is not paused.")
        operations.resume(source)
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

    @admin.display(description="Board", ordering="board")
    def board_and_status(self, source: Source) -> str:
        known = BOARDS.get(source.board)
        return f"{known.title} ({known.status})" if known and known.status != "live" else source.get_board_display()

    @admin.display(description="Health")
    def state(self, source: Source) -> SafeString:
        return badge(*health(source))

    @admin.display(description="Last good fetch", ordering="last_ok_at")
    def last_good(self, source: Source) -> str:
        return f"{source.last_ok_at:%Y-%m-%d %H:%M}" if source.last_ok_at else "never"

    @admin.display(description="Next fetch", ordering="next_fetch_at")
    def next_time(self, source: Source) -> str:
        return f"{source.next_fetch_at:%Y-%m-%d %H:%M}" if source.enabled else "when resumed"

    @admin.display(description="Running now")
    def running(self, source: Source) -> str:
        if source.lease_until is None or source.lease_until < timezone.now():
            return "no"
        step = "a fetch is running" if source.lease_started else "a fetch is queued"
        return f"{step}; given up as lost at {source.lease_until:%Y-%m-%d %H:%M}"

    @admin.display(description="What its board allows")
    def allowed(self, source: Source) -> SafeString:
        return drawn("boards.html", boards=self._in_words([source.board]))

    @admin.display(description="Boards")
    def boards(self, source: Source) -> SafeString:
        return drawn("boards.html", boards=self._in_words(BOARDS))

    def _in_words(self, names: Iterable[str]) -> list[dict[str, Any]]:
        found = [BOARDS[name] for name in names if name in BOARDS]
        return [
            {"board": board, "usual": in_hours(board.interval), "shortest": in_hours(board.terms.min_interval)}
            for board in found
        ]

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
    def terms(self, source: Source) -> SafeString | str:
        if source.board not in BOARDS:
            return "–"
        terms = source.board_config.terms
        return drawn("terms.html", board=source.board_config, terms=terms, shortest=in_hours(terms.min_interval))

    @admin.display(description="An ad that is no longer listed")
    def absence(self, source: Source) -> str:
        return ABSENCE[source.board_config.absence] if source.board in BOARDS else "–"

    @admin.display(description="Fetches")
    def recent(self, source: Source) -> SafeString:
        fetches = last_fetches(source)
        return drawn("recent.html", fetches=fetches, chart=chart(fetches), held=held(source))
