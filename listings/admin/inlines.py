"""The postings and merges of a listing, on its page."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import QuerySet
from django.db.models.fields.json import KeyTextTransform
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString

from listings.admin.base import ReadOnlyInline, render_fragment
from listings.admin.moments import moment_of
from listings.admin.struck import LINTS
from listings.admin.takedowns import new_url
from listings.models import Listing, Merge, Posting, Takedown

REJECTION = KeyTextTransform("rejection", "facts")


class PostingInline(ReadOnlyInline[Posting, Listing]):
    model = Posting
    fields: ClassVar[Any] = (
        *("source", "address"),
        *map(moment_of, ("first_seen_at", "last_seen_at", "expires_at", "closed_at")),
        "why_closed",
        *("refused_facts", "take_down"),
    )
    readonly_fields = fields
    may_act = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Posting]:
        # Safe on self: Django creates the inlines anew for each request.
        self.may_act = request.user.has_perm("listings.change_listing")
        related = super().get_queryset(request).select_related("source", "takedown__company")
        postings = related.defer("ad", "html", "facts").order_by("first_seen_at", "id")
        return postings.annotate(lints=LINTS, rejected_for=REJECTION)

    @admin.display(description="Closed because")
    def why_closed(self, posting: Posting) -> str:
        """With the reason that readers see, what the rule for vacancies says of the ad."""
        reason = posting.get_closed_reason_display() or "–"
        rejection = getattr(posting, "rejected_for", None)
        is_rejected = rejection and posting.closed_reason == Listing.Closed.NO_VACANCY
        return f"{reason} ({rejection})" if is_rejected else reason

    @admin.display(description="Refused facts")
    def refused_facts(self, posting: Posting) -> SafeString | str:
        lints = getattr(posting, "lints", None)
        return render_fragment("refused_facts.html", lints=lints) if lints else "none"

    @admin.display(description="Take down")
    def take_down(self, posting: Posting) -> SafeString | str:
        if posting.takedown:
            return render_fragment("taken_down.html", takedown=posting.takedown)
        url = new_url(Takedown.Reach.POSTING, posting.pk)
        return format_html('<a class="row-button" href="{}">Take down…</a>', url) if self.may_act else "no"

    @admin.display(description="Address")
    def address(self, posting: Posting) -> SafeString:
        return render_fragment("address.html", url=posting.url)


class MergeInline(ReadOnlyInline[Merge, Listing]):
    model = Merge
    fk_name = "listing"
    fields: ClassVar[Any] = ("address", "reason", moment_of("merged_at"), moment_of("undone_at"), "undo")
    readonly_fields = fields
    may_act = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Merge]:
        self.may_act = request.user.has_perm("listings.change_listing")
        large_fields = ("posting__ad", "posting__html", "posting__facts")
        merges = super().get_queryset(request).select_related("posting")
        return merges.defer(*large_fields).order_by("-merged_at", "-id")

    @admin.display(description="Posting")
    def address(self, merge: Merge) -> SafeString:
        return render_fragment("address.html", url=merge.posting.url)

    @admin.display(description="Unmerge")
    def undo(self, merge: Merge) -> SafeString | str:
        return render_fragment("unmerge.html", merge=merge) if self.may_act else "–"
