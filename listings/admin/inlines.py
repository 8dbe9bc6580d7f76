"""What a listing is made of, on its page."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString

from listings.admin.base import ReadOnlyInline, drawn
from listings.models import Listing, Merge, Posting


class PostingInline(ReadOnlyInline[Posting, Listing]):
    model = Posting
    fields = ("source", "address", "first_seen_at", "last_seen_at", "expires_at", "closed_at", "closed_reason")
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> QuerySet[Posting]:
        return super().get_queryset(request).select_related("source").defer("ad", "html", "facts")

    @admin.display(description="Address")
    def address(self, posting: Posting) -> SafeString:
        return drawn("address.html", url=posting.url)


class MergeInline(ReadOnlyInline[Merge, Listing]):
    model = Merge
    fk_name = "listing"
    fields = ("address", "reason", "merged_at", "undone_at", "undo")
    readonly_fields = fields
    may_act = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Merge]:
        # Inlines are made anew for each request, so what this one may do can be kept here.
        self.may_act = request.user.has_perm("listings.change_listing")
        posting = ("ad", "html", "facts")
        found = super().get_queryset(request).select_related("posting")
        return found.defer(*(f"posting__{name}" for name in posting))

    @admin.display(description="Posting")
    def address(self, merge: Merge) -> SafeString:
        return drawn("address.html", url=merge.posting.url)

    @admin.display(description="Unmerge")
    def undo(self, merge: Merge) -> SafeString | str:
        return drawn("unmerge.html", merge=merge) if self.may_act and not merge.undone_at else "–"
