from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.defaultfilters import filesizeformat
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.safestring import SafeString

from listings import operations
from listings.admin.base import CappedPaginator, badge, render_fragment
from listings.admin.bulk import Bulk, BulkAdmin
from listings.admin.employers import ChoosableSourceFilter
from listings.admin.moments import moment_of
from listings.fetching import error_responses
from listings.fetching.accept_effect import effect
from listings.lifecycle.refused import Refused
from listings.models import Fetch, Snapshot

BADGE_LEVELS = {
    Fetch.Outcome.OK: "good",
    Fetch.Outcome.UNCHANGED: "good",
    Fetch.Outcome.ACCEPTED: "good",
    Fetch.Outcome.QUARANTINED: "warn",
    Fetch.Outcome.FAILED: "bad",
    Fetch.Outcome.LOST: "bad",
}
COUNTS = ("seen", "new", "changed", "reopened", "same", "repeated", "not_remote", "rejected", "closed")

STARTED, FINISHED = moment_of("started_at"), moment_of("finished_at")


@admin.register(Fetch)
class FetchAdmin(BulkAdmin[Fetch]):
    buttons: ClassVar[dict[str, str]] = {
        "fetch_again": "Fetch again",
        "dismiss": "Dismiss",
        "undo_dismiss": "Undo the dismissal",
    }
    change_form_outer_before_template = "admin/fetch_page_buttons.html"
    list_display: Any = (
        *(STARTED, "source", "result", "duration"),
        *("seen", "new", "changed", "closed", "rejected", "quarantine_reason"),
    )
    list_display_links: Any = (STARTED,)
    list_filter = ("outcome", ("source", ChoosableSourceFilter), "started_at")
    list_select_related = ("source",)
    list_per_page = 50
    show_full_result_count = False
    paginator = CappedPaginator
    bulk: ClassVar[dict[str, Bulk]] = {
        "dismiss": Bulk("Dismiss", "Nothing of these quarantined fetches is written, now or later.", "undo_dismiss"),
    }
    fieldsets: ClassVar[Any] = (
        (None, {"fields": ("source", "result", STARTED, FINISHED, "duration", "why", "error")}),
        ("Counts", {"fields": ("counts", "present", "complete", "requests", "received")}),
        ("Answers to failed requests", {"fields": ("answers",)}),
        ("Rejected records", {"fields": ("rejected_records",)}),
        ("Snapshots", {"fields": ("snapshots",)}),
    )
    readonly_fields: ClassVar[Any] = (
        *("result", STARTED, FINISHED, "duration", "why", "counts", "received"),
        *("answers", "rejected_records", "snapshots"),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Fetch]:
        fetches = super().get_queryset(request)
        match = request.resolver_match
        # The list shows neither, and rejections are large.
        is_list = match is not None and match.url_name == "listings_fetch_changelist"
        return fetches.defer("rejections", "error") if is_list else fetches

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path("snapshot/<int:pk>/", wrap(self.download), name="listings_fetch_snapshot"),
            path("<int:pk>/accept/", wrap(self.accept_view), name="listings_fetch_accept"),
            *super().get_urls(),
        ]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Fetch | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Fetch | None = None) -> bool:
        return False

    def has_accept_permission(self, request: HttpRequest) -> bool:
        """The right to change fetches: nobody edits them, so it is free to mean the right to accept them."""
        return request.user.has_perm("listings.change_fetch")

    def has_view_permission(self, request: HttpRequest, obj: Fetch | None = None) -> bool:
        return super().has_view_permission(request, obj) or self.has_accept_permission(request)

    def may_act(self, request: HttpRequest) -> bool:
        return self.has_accept_permission(request)

    def buttons_for(self, row: Fetch) -> list[str]:
        if row.outcome == Fetch.Outcome.QUARANTINED:
            return ["fetch_again", "dismiss"]
        return ["undo_dismiss"] if row.outcome == Fetch.Outcome.DISMISSED else []

    def accept_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Says what would change before it is done."""
        if not self.may_act(request):
            raise PermissionDenied
        fetch = get_object_or_404(Fetch.objects.select_related("source__system"), pk=pk)
        page = self.address("change", pk)
        if request.method == "POST":
            try:
                operations.accept(fetch)
            except Refused as refused:
                self.message_user(request, str(refused), messages.WARNING)
            else:
                self.log_change(request, fetch, "Accepted.")
                self.message_user(request, f"{fetch}: accepted; its snapshots are being read.", messages.SUCCESS)
            return redirect(page)
        context = {
            **self.admin_site.each_context(request),
            "title": f"Accept the fetch of {fetch.source}",
            "opts": self.opts,
            "fetch": fetch,
            "effect": effect(fetch),
            "cancel_url": page,
        }
        return TemplateResponse(request, "admin/accept_fetch.html", context)

    def fetch_again(self, request: HttpRequest, fetch: Fetch) -> str:
        operations.fetch_now(fetch.source)
        return f"a new fetch of {fetch.source} is queued."

    def dismiss(self, request: HttpRequest, fetch: Fetch) -> str:
        operations.dismiss(fetch)
        return "dismissed; nothing of it is written. Its page undoes that."

    def undo_dismiss(self, request: HttpRequest, fetch: Fetch) -> str:
        operations.undo_dismiss(fetch)
        return "quarantined again."

    def download(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The response body as it came."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        snapshot = get_object_or_404(Snapshot, pk=pk)
        # Foreign content: as a page of this site, its scripts would run with the admin's session.
        return HttpResponse(
            operations.raw_bytes(snapshot),
            content_type="application/octet-stream",
            headers={
                "Content-Disposition": f'attachment; filename="snapshot-{snapshot.pk}.bin"',
                "X-Content-Type-Options": "nosniff",
            },
        )

    @admin.display(description="Outcome", ordering="outcome")
    def result(self, fetch: Fetch) -> SafeString:
        return badge(BADGE_LEVELS.get(Fetch.Outcome(fetch.outcome), "quiet"), fetch.get_outcome_display())

    @admin.display(description="Duration")
    def duration(self, fetch: Fetch) -> str:
        if fetch.finished_at is None:
            return "–"
        seconds = (fetch.finished_at - fetch.started_at).total_seconds()
        return f"{seconds:.1f} s" if seconds < 60 else f"{seconds / 60:.1f} min"

    @admin.display(description="Quarantine reason")
    def why(self, fetch: Fetch) -> str:
        return fetch.quarantine_reason or "–"

    @admin.display(description="Received")
    def received(self, fetch: Fetch) -> str:
        return filesizeformat(fetch.received_bytes)

    @admin.display(description="Ads")
    def counts(self, fetch: Fetch) -> SafeString:
        counts: list[tuple[str, Any]] = [(name.replace("_", " "), getattr(fetch, name)) for name in COUNTS]
        # Closed ads are not among those seen.
        parts = [(label, number) for label, number in counts if label not in ("seen", "closed")]
        return render_fragment("counts.html", fetch=fetch, parts=parts, sum=sum(number for _, number in parts))

    @admin.display(description="Answers")
    def answers(self, fetch: Fetch) -> SafeString:
        answers = [(answer, error_responses.text(answer)) for answer in fetch.error_responses.all()]
        return render_fragment("error_responses.html", answers=answers)

    @admin.display(description="Records")
    def rejected_records(self, fetch: Fetch) -> SafeString:
        return render_fragment("rejections.html", fetch=fetch)

    @admin.display(description="Responses")
    def snapshots(self, fetch: Fetch) -> SafeString:
        return render_fragment("snapshots.html", snapshots=fetch.snapshots.defer("body"))
