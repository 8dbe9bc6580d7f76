from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import Count, OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString

from listings import operations
from listings.admin.base import badge, render_fragment
from listings.admin.bulk import Bulk, BulkAdmin
from listings.admin.charts import fetch_chart
from listings.admin.health import RECENT_FETCHES, HealthFilter, health, last_fetches
from listings.admin.moments import moment
from listings.admin.option_fields import option_fields, option_name
from listings.admin.source_form import duration_text, form_for, has_postings
from listings.admin.struck import refused_facts, struck_count
from listings.admin.waiting import is_leased, waits_for
from listings.boards import BOARDS
from listings.boards.base import Board
from listings.lifecycle.refused import Refused
from listings.models import Fetch, PendingPage, Source

ABSENCE = {
    "closes": "The next complete, healthy fetch closes it.",
    "nothing": "It stays open until its expiry date, or until its own page is gone.",
}


def pages_waiting_text(source: Source) -> str:
    """For example "60 pages waiting"; "" if every page that its lists name has been read."""
    # Annotated by get_queryset; a source that was just added is not.
    count = getattr(source, "pending_count", 0)
    return f"{count:,} page{'' if count == 1 else 's'} waiting" if count else ""


def struck_text(source: Source) -> str:
    """For example "2 ads with refused facts"; "" if there is none."""
    count = getattr(source, "struck_count", 0)
    return f"{count:,} ad{'' if count == 1 else 's'} with refused facts" if count else ""


def board_rows(names: Iterable[str]) -> list[dict[str, Any]]:
    """What boards allow and ask for, for the table of them."""
    return [
        {
            "board": board,
            "interval": duration_text(board.interval),
            "min_interval": duration_text(board.terms.min_interval),
        }
        for board in (BOARDS[name] for name in names if name in BOARDS)
    ]


class SourceRows(BulkAdmin[Source]):
    """What the lists and pages of sources and of employers share."""

    buttons: ClassVar[dict[str, str]] = {"fetch_now": "Fetch now", "pause": "Pause", "resume": "Resume"}
    list_display: Any = (
        "name",
        "state",
        "board_and_status",
        "last_success",
        "next_fetch",
        "counts",
        "last_problem",
        "row_buttons",
    )
    list_filter: ClassVar[Any] = (HealthFilter, "board", "enabled")
    list_per_page = 50
    list_after_template = "admin/button_form.html"
    search_fields: ClassVar[Any] = ("name", "board", "last_error")
    bulk: ClassVar[dict[str, Bulk]] = {
        "fetch_now": Bulk("Fetch now", "A fetch of each is queued, if its publisher's terms allow one now."),
        "pause": Bulk("Pause", "They are not fetched until you resume them; their jobs stay.", "resume"),
        "resume": Bulk("Resume", "They are fetched again on schedule, overdue ones within a minute.", "pause"),
    }
    readonly_fields: ClassVar[Any] = (
        *(
            "board_limits",
            "options_text",
            "state",
            "last_success",
            "next_fetch",
            "running",
            "pages_waiting",
            "last_problem",
        ),
        *("terms", "absence", "refused", "recent_fetches"),
    )
    fieldsets: ClassVar[Any] = (
        (None, {"fields": ("board", "name", "options", "enabled", "interval_minutes", "board_limits")}),
        ("Health", {"fields": ("state", "last_success", "next_fetch", "running", "pages_waiting", "last_problem")}),
        ("Publisher's terms", {"fields": ("terms", "absence")}),
        ("Refused facts", {"fields": ("refused",)}),
        (f"Last {RECENT_FETCHES} fetches", {"fields": ("recent_fetches",)}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Source]:
        fetches = Fetch.objects.defer("rejections").order_by("-started_at", "-id")[:RECENT_FETCHES]
        # A subquery, not a join: a source may have thousands of waiting pages, and the list counts its rows.
        waiting = PendingPage.objects.filter(source=OuterRef("pk")).order_by().values("source")
        pending_count = Coalesce(Subquery(waiting.annotate(total=Count("pk")).values("total")), 0)
        sources = super().get_queryset(request).annotate(pending_count=pending_count, struck_count=struck_count())
        return sources.select_related("system").prefetch_related(Prefetch("fetches", fetches, to_attr="last_fetches"))

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        changelist = super().get_changelist_instance(request)
        for source in changelist.result_list:
            # Buttons lead back to the list as it is filtered.
            source.list_url = request.get_full_path()
        return changelist

    def get_readonly_fields(self, request: HttpRequest, obj: Source | None = None) -> list[str]:
        fields = super().get_readonly_fields(request, obj)
        # Postings are recognised by the board's external ids, which mean nothing on another board.
        return [*fields, "board"] if obj is not None else list(fields)

    def get_form(self, request: HttpRequest, obj: Source | None = None, change: bool = False, **kwargs: Any) -> Any:
        board = self.board_with_fields(request, obj)
        return super().get_form(request, obj, change, **{"form": form_for(board), **kwargs})

    def get_fieldsets(self, request: HttpRequest, obj: Source | None = None) -> Any:
        board = self.board_with_fields(request, obj)
        names = tuple(option_fields(board)) if board else ("options_text",)
        if obj is None:
            first = ("board", "name", *names, "enabled", "interval_minutes")
            return ((board.title if board else None, {"fields": first}),)
        (title, first_part), *others = self.fieldsets
        fields = first_part["fields"]
        place = fields.index("options")
        return [(title, {"fields": (*fields[:place], *names, *fields[place + 1 :])}), *others]

    def board_with_fields(self, request: HttpRequest, obj: Source | None) -> Board | None:
        """The board whose options can be edited; None for hiring systems and for those who may only look."""
        if obj is None:
            return BOARDS.get(request.POST.get("board") or request.GET.get("board", ""))
        return None if obj.is_system or not self.has_change_permission(request, obj) else BOARDS.get(obj.board)

    def save_model(self, request: HttpRequest, obj: Source, form: Any, change: bool) -> None:
        # Only the form's fields: a fetch that ends meanwhile writes other columns, and must not be overwritten.
        obj.save(update_fields={option_name(field) for field in form.cleaned_data} if change else None)

    def get_list_display(self, request: HttpRequest) -> Any:
        columns = super().get_list_display(request)
        return columns if self.may_act(request) else [name for name in columns if name != "row_buttons"]

    def has_delete_permission(self, request: HttpRequest, obj: Source | None = None) -> bool:
        may_delete = super().has_delete_permission(request, obj) and not has_postings(obj)
        return may_delete and not (obj is not None and obj.employers.exists())

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        # Django would load each fetch and snapshot that is deleted along, thousands of rows with their contents.
        fetches = Fetch.objects.filter(source__in=objs).count()
        return [str(source) for source in objs], {"sources": len(objs), "fetches": fetches}, set(), []

    def get_actions(self, request: HttpRequest) -> Any:
        # A source with postings cannot be deleted, and only its own page explains that.
        return {name: action for name, action in super().get_actions(request).items() if name != "delete_selected"}

    def buttons_for(self, row: Source) -> list[str]:
        if row.board in BOARDS and not row.board_config.is_fetched:
            return ["pause"] if row.enabled else []
        switch = "pause" if row.enabled else "resume"
        return [switch] if row.is_system else ["fetch_now", switch]

    def fetch_now(self, request: HttpRequest, source: Source) -> str:
        operations.fetch_now(source)
        return "fetch queued."

    def pause(self, request: HttpRequest, source: Source) -> str:
        if not source.enabled:
            raise Refused("It is already paused.")
        operations.pause(source)
        return "paused; it is not fetched until you resume it."

    def resume(self, request: HttpRequest, source: Source) -> str:
        if source.enabled:
            raise Refused("It is not paused.")
        operations.resume(source)
        return "resumed; it is fetched again on schedule."

    @admin.display(description="Board", ordering="board")
    def board_and_status(self, source: Source) -> str:
        board = BOARDS.get(source.board)
        return f"{board.title} ({board.status})" if board and board.status != "live" else source.get_board_display()

    @admin.display(description="Health")
    def state(self, source: Source) -> SafeString:
        return badge(*health(source))

    @admin.display(description="Last success", ordering="last_ok_at")
    def last_success(self, source: Source) -> str:
        return moment(source.last_ok_at, never="–" if source.is_system else "never")

    @admin.display(description="Next fetch", ordering="next_fetch_at")
    def next_fetch(self, source: Source) -> SafeString | str:
        return waits_for(source)

    @admin.display(description="Running now")
    def running(self, source: Source) -> SafeString | str:
        if not is_leased(source):
            return "no"
        return format_html("{}; considered lost from {}", waits_for(source), f"{source.lease_until:%Y-%m-%d %H:%M}")

    @admin.display(description="Board")
    def board_limits(self, source: Source) -> SafeString:
        return render_fragment("boards.html", boards=board_rows([source.board]))

    @admin.display(description="Options")
    def options_text(self, source: Source) -> SafeString:
        return render_fragment("options.html", options=source.options)

    @admin.display(description=f"Seen, last {RECENT_FETCHES} fetches")
    def counts(self, source: Source) -> SafeString:
        chart = fetch_chart(last_fetches(source))
        notes = ", ".join(filter(None, [pages_waiting_text(source), struck_text(source)]))
        return format_html("{}<br><small>{}</small>", chart, notes) if notes else chart

    @admin.display(description="Detail pages")
    def pages_waiting(self, source: Source) -> str:
        return pages_waiting_text(source) or "none waiting"

    @admin.display(description="Last error")
    def last_problem(self, source: Source) -> SafeString | str:
        return render_fragment("last_error.html", source=source) if source.last_error else "none"

    @admin.display(description="Actions")
    def row_buttons(self, source: Source) -> SafeString:
        return self.render_buttons(source, getattr(source, "list_url", self.address("changelist")))

    @admin.display(description="Terms")
    def terms(self, source: Source) -> SafeString | str:
        if source.board not in BOARDS:
            return "–"
        terms = source.board_config.terms
        return render_fragment(
            "terms.html", board=source.board_config, terms=terms, min_interval=duration_text(terms.min_interval)
        )

    @admin.display(description="If an ad disappears")
    def absence(self, source: Source) -> str:
        return ABSENCE[source.board_config.absence] if source.board in BOARDS else "–"

    @admin.display(description="By rule")
    def refused(self, source: Source) -> SafeString | str:
        return refused_facts(source)

    @admin.display(description="Fetches")
    def recent_fetches(self, source: Source) -> SafeString:
        fetches = last_fetches(source)
        return render_fragment(
            "recent_fetches.html", fetches=fetches, chart=fetch_chart(fetches), has_postings=has_postings(source)
        )
