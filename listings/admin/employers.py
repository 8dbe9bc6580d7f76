"""The sources of employers' own systems: made of the shipped list, and enabled by the board."""

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
    list_before_template = "admin/employers.html"

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.add_employers)
        return [path("employers/", view, name="listings_source_employers"), *super().get_urls()]

    def add_employers(self, request: HttpRequest) -> HttpResponse:
        """Sources for the employers of the shipped list, all of them disabled."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if not self.has_add_permission(request):
            raise PermissionDenied
        found = employer_sources.add(employer_sources.shipped())
        for source in found.new:
            self.log_addition(request, source, "from the list of employers")
        self.message_user(request, f"List of employers: {found.summary} New sources are paused.", messages.SUCCESS)
        for what, why in found.refused:
            self.message_user(request, f"{what}: {why}", messages.WARNING)
        return redirect(self.address("changelist"))

    @admin.action(description="Resume all sources of these boards", permissions=["change"])
    def resume_boards(self, request: HttpRequest, chosen: QuerySet[Source]) -> None:
        for name in chosen.order_by("board").values_list("board", flat=True).distinct():
            if name in BOARDS:
                self._resume_board(request, name)

    def _resume_board(self, request: HttpRequest, name: str) -> None:
        board = BOARDS[name]
        paused: list[Any] = list(Source.objects.real().filter(board=name, enabled=False))
        try:
            employer_sources.enable(paused)
        except Refused as refused:
            self.message_user(request, str(refused), messages.WARNING)
            return
        for source in paused:
            self.log_change(request, source, "resumed with all of its board")
        self.message_user(request, f"{board.title}: {len(paused)} sources resumed.", messages.SUCCESS)
