"""The page that says what the whole directory of a hiring system costs, and enables it."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from listings.admin.base import Admin
from listings.admin.confirmation import confirmation_page
from listings.boards import BOARDS
from listings.fetching import directory
from listings.models import Source


class DirectoryAdmin(Admin[Source]):
    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.enable_directory)
        return [path("<int:pk>/directory/", view, name="listings_source_directory"), *super().get_urls()]

    def directory_link(self, system: Source) -> SafeString:
        url = reverse("admin:listings_source_directory", args=[system.pk])
        return format_html('<a class="row-button" href="{}">Enable the whole directory…</a>', url)

    def enable_directory(self, request: HttpRequest, pk: int) -> HttpResponse:
        if not self.has_add_permission(request) or not self.has_change_permission(request):
            raise PermissionDenied
        system = Source.objects.systems().filter(pk=pk).first()
        if system is None or system.board not in BOARDS:
            raise Http404
        board = BOARDS[system.board]
        if not board.is_fetched:
            self.message_user(request, board.never_fetched_because, messages.WARNING)
            return redirect(self.address("changelist"))
        if request.method != "POST":
            return confirmation_page(
                self,
                request,
                title=f"All employers of {board.title}",
                text="\n".join(directory.cost_of(board).lines),
                button="Look at all of them from now on",
                cancel_url=self.address("changelist"),
            )
        system, enabled = directory.enable_directory(board.name)
        self.log_change(request, system, f"The whole directory: {enabled} employers enabled.")
        waits = "" if system.enabled else " The system itself is paused: resume it to begin."
        self.message_user(request, f"{board.title}: {enabled:,} employers enabled.{waits}", messages.SUCCESS)
        return redirect(self.address("changelist"))
