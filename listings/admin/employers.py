"""Sources for employers' own hiring systems: created from the shipped list, and resumed a board at a time."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.urls import URLPattern, path

from listings.admin.base import Admin
from listings.boards import BOARDS
from listings.fetching import employer_sources
from listings.lifecycle.refused import Refused
from listings.models import Source


class EmployersAdmin(Admin[Source]):
    list_before_template = "admin/source_list_top.html"

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.add_employers)
        return [path("employers/", view, name="listings_source_employers"), *super().get_urls()]

    def add_employers(self, request: HttpRequest) -> HttpResponse:
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if not self.has_add_permission(request):
            raise PermissionDenied
        imported = employer_sources.add(employer_sources.shipped())
        for source in imported.new:
            self.log_addition(request, source, "From the list of employers.")
        self.message_user(request, f"List of employers: {imported.summary} New sources are paused.", messages.SUCCESS)
        for employer, reason in imported.refused:
            self.message_user(request, f"{employer}: {reason}", messages.WARNING)
        return redirect(self.address("changelist"))

    @admin.action(description="Resume all sources of these boards", permissions=["change"])
    def resume_boards(self, request: HttpRequest, selected: QuerySet[Source]) -> None:
        for name in selected.order_by("board").values_list("board", flat=True).distinct():
            # A source may outlive its board.
            if name in BOARDS:
                self._resume_board(request, name)

    def _resume_board(self, request: HttpRequest, name: str) -> None:
        board = BOARDS[name]
        paused: list[Any] = list(Source.objects.real().filter(board=name, enabled=False))
        # All or none: a board that may not be fetched refuses as a whole.
        try:
            employer_sources.enable(paused)
        except Refused as refused:
            self.message_user(request, str(refused), messages.WARNING)
            return
        for source in paused:
            self.log_change(request, source, "Resumed together with all sources of its board.")
        self.message_user(request, f"{board.title}: {len(paused)} sources resumed.", messages.SUCCESS)
