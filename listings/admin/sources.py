"""Boards and hiring systems: the sources among which an admin chooses."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from listings.admin.base import badge
from listings.admin.directories import DirectoryAdmin
from listings.admin.health import system_health_badge
from listings.admin.source_rows import SourceRows, board_rows
from listings.admin.source_wizard import SourceWizardAdmin
from listings.admin.waiting import is_leased, last_result
from listings.boards import BOARDS
from listings.fetching import employer_sources, system_health
from listings.fetching.system_health import SystemHealth
from listings.models import Employer, Source


@admin.register(Source)
class SourceAdmin(SourceWizardAdmin, DirectoryAdmin, SourceRows):
    list_before_template = "admin/source_list_top.html"

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.state_view)
        return [path("<int:pk>/state/", view, name="listings_source_state"), *super().get_urls()]

    def state_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Of a board or an employer: whether it is being fetched, and else the result."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        source = get_object_or_404(Source.objects.select_related("system"), pk=pk)
        running = is_leased(source)
        text = "a fetch is running" if source.lease_started else "a fetch is queued"
        return JsonResponse({"running": running, "html": text if running else last_result(source)})

    def get_queryset(self, request: HttpRequest) -> QuerySet[Source]:
        return super().get_queryset(request).filter(system=None)

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        changelist = super().get_changelist_instance(request)
        # Of all systems in one query, whatever the list shows.
        health = system_health.by_system()
        for source in changelist.result_list:
            source.employers_health = health.get(source.pk, SystemHealth())
        return changelist

    def get_readonly_fields(self, request: HttpRequest, obj: Source | None = None) -> list[str]:
        fields = super().get_readonly_fields(request, obj)
        return [*fields, "employers_text"] if obj is not None and obj.is_system else fields

    def get_fieldsets(self, request: HttpRequest, obj: Source | None = None) -> Any:
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None or not obj.is_system:
            return fieldsets
        first, *others = fieldsets
        return [first, ("Employers", {"fields": ("employers_text",)}), *others]

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The board comes first: its options are fields of the form."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        if request.method == "GET" and request.GET.get("board") not in BOARDS:
            context = {**self.admin_site.each_context(request), "title": "Add a source", "opts": self.opts}
            context["boards"] = board_rows(BOARDS)
            return TemplateResponse(request, "admin/choose_board.html", context)
        return super().add_view(request, form_url, extra_context)

    def save_model(self, request: HttpRequest, obj: Source, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if not change:
            employer_sources.put_below_system(obj)

    def response_add(self, request: HttpRequest, obj: Source, post_url_continue: str | None = None) -> HttpResponse:
        # An employer is not in the list of sources, to which Django would go on.
        return _to_employer(obj.pk) if obj.system_id else super().response_add(request, obj, post_url_continue)

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        # Links to sources lead to employers too.
        if object_id.isdecimal() and Employer.objects.filter(pk=int(object_id[:18])).exists():
            return _to_employer(int(object_id))
        return super().change_view(request, object_id, form_url, extra_context)

    @admin.display(description="Health")
    def state(self, source: Source) -> SafeString:
        if not source.is_system or not source.enabled:
            return super().state(source)
        return badge(*system_health_badge(employers_health(source)))

    @admin.display(description="Seen, last fetches")
    def counts(self, source: Source) -> SafeString:
        return self.employers_text(source) if source.is_system else super().counts(source)

    @admin.display(description="Employers")
    def employers_text(self, source: Source) -> SafeString:
        """Counts, with links to the list of employers and to the page that enables all of them."""
        health = employers_health(source)
        url = f"{reverse('admin:listings_employer_changelist')}?system__id__exact={source.pk}"
        noun = "employer" if health.employers == 1 else "employers"
        return format_html(
            '<span class="row-buttons"><a class="row-button" href="{}">{} {}, {} enabled</a> {}</span>',
            url, f"{health.employers:,}", noun, f"{health.enabled:,}", self.directory_link(source),
        )  # fmt: skip


def employers_health(source: Source) -> SystemHealth:
    """Without a query if the list has read it."""
    read = getattr(source, "employers_health", None)
    return read if read is not None else system_health.by_system().get(source.pk, SystemHealth())


def _to_employer(pk: int) -> HttpResponse:
    return redirect("admin:listings_employer_change", pk)
