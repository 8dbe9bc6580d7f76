from __future__ import annotations

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator

from listings.admin.base import Admin, CappedPaginator
from listings.models import Report

EXCERPT_LENGTH = 120


@admin.register(Report)
class ReportAdmin(Admin[Report]):
    """Mistakes reported by readers: a queue, newest first."""

    list_display = ("kind", "about", "excerpt", "at", "state")
    list_filter = ("state", "kind")
    list_select_related = ("listing__company",)
    list_per_page = 50
    sortable_by = ()
    show_full_result_count = False
    paginator = CappedPaginator
    actions = ("handled", "dismiss", "reopen")
    fields = readonly_fields = ("kind", "about", "words", "at", "state", "decided_at")

    @admin.display(description="Listing")
    def about(self, report: Report) -> SafeString:
        address = reverse("admin:listings_listing_change", args=[report.listing_id])
        return format_html('<a href="{}">{}, {}</a>', address, report.listing.title, report.listing.company.name)

    @admin.display(description="Message")
    def excerpt(self, report: Report) -> str:
        return Truncator(report.words).chars(EXCERPT_LENGTH)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    @admin.action(description="Mark as handled", permissions=["change"])
    def handled(self, request: HttpRequest, reports: QuerySet[Report]) -> None:
        self.decide(request, reports, Report.State.HANDLED)

    @admin.action(description="Dismiss", permissions=["change"])
    def dismiss(self, request: HttpRequest, reports: QuerySet[Report]) -> None:
        self.decide(request, reports, Report.State.DISMISSED)

    @admin.action(description="Reopen", permissions=["change"])
    def reopen(self, request: HttpRequest, reports: QuerySet[Report]) -> None:
        self.decide(request, reports, Report.State.NEW)

    def decide(self, request: HttpRequest, reports: QuerySet[Report], state: Report.State) -> None:
        count = reports.update(state=state, decided_at=None if state == Report.State.NEW else timezone.now())
        messages.success(request, f"{count} report{'' if count == 1 else 's'}: {state.label}.")
