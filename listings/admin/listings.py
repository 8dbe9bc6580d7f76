from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path
from django.utils.safestring import SafeString

from listings import operations
from listings.admin.base import CappedPaginator, badge, render_fragment
from listings.admin.bulk import Bulk, BulkAdmin
from listings.admin.confirmation import MERGE_AGAIN_TEXT, UNMERGE_TEXT, confirmation_page
from listings.admin.fact_sheet import listing_sheet
from listings.admin.filters import BoardFilter, CategoryFilter, StateFilter
from listings.admin.inlines import MergeInline, PostingInline
from listings.admin.listing_search import search_listings
from listings.admin.moments import moment, moment_of
from listings.admin.struck import RefusedFactFilter
from listings.admin.takedowns import TakedownForm
from listings.lifecycle.refused import Refused
from listings.models import LedgerRow, Listing, Merge, Posting, Takedown

MAX_HISTORY_ROWS = 50
# Of each listing of a list, those seen last: they name its boards.
MAX_POSTINGS = 20
TIMES = tuple(map(moment_of, ("posted_at", "first_seen_at", "closed_at", "hidden_at", "changed_at")))


def latest_postings(listing: Listing) -> list[Posting]:
    """Of a row of the list."""
    return getattr(listing, "latest_postings", [])


@admin.register(Listing)
class ListingAdmin(BulkAdmin[Listing]):
    buttons: ClassVar[dict[str, str]] = {"show_again": "Show again"}
    change_form_outer_before_template = "admin/listing_page_buttons.html"
    list_display = ("id", "title", "company", "boards", "state", "category", "posted", "last_seen")
    list_display_links = ("id", "title")
    list_filter = (StateFilter, CategoryFilter, BoardFilter, RefusedFactFilter)
    list_select_related = ("company",)
    list_per_page = 50
    # By id: the primary key then yields a page of a million rows without sorting. No other column may be sorted by.
    ordering = ("-id",)
    sortable_by = ()
    show_full_result_count = False
    paginator = CappedPaginator
    search_fields = ("title", "company__name")
    search_help_text = "An id, a URL (this site's or the ad's), a company, or words of the title."
    bulk: ClassVar[dict[str, Bulk]] = {
        "hide": Bulk(
            "Hide",
            "They disappear from the site at once, and stay hidden if seen again.",
            undo="show_again",
            form=TakedownForm,
        ),
        "show_again": Bulk("Show again", "Their take-downs are lifted; readers see them again.", "hide_again"),
    }
    inlines = (PostingInline, MergeInline)
    readonly_fields: ClassVar[Any] = ("state", "taken_down", "stated_facts", "change_history", *TIMES)
    fieldsets: ClassVar[Any] = (
        (None, {"fields": ("title", "company", "state", "taken_down", "closed_reason", "merged_into")}),
        ("Times", {"fields": TIMES}),
        ("Facts", {"fields": ("stated_facts",)}),
        ("Change history", {"fields": ("change_history",)}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Listing]:
        listings = super().get_queryset(request).select_related("company", "merged_into", "takedown")
        match = request.resolver_match
        if match is None or match.url_name != "listings_listing_changelist":
            return listings
        # A page of fifty listings would otherwise load hundreds of descriptions, and of some listings thousands of ads.
        postings = Posting.objects.select_related("source").defer("ad", "html", "facts").order_by("-last_seen_at", "id")
        return listings.defer("facts").prefetch_related(
            Prefetch("postings", postings[:MAX_POSTINGS], to_attr="latest_postings")
        )

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Listing], search_term: str
    ) -> tuple[QuerySet[Listing], bool]:
        return search_listings(queryset, search_term), False

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path("merge/<int:pk>/undo/", wrap(self.unmerge_view), name="listings_listing_unmerge"),
            path("merge/<int:pk>/again/", wrap(self.merge_again_view), name="listings_listing_merge_again"),
            *super().get_urls(),
        ]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Listing | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Listing | None = None) -> bool:
        return False

    def has_moderate_permission(self, request: HttpRequest) -> bool:
        """The right to change listings: nobody edits them, so it is free to mean the right to hide and unmerge them."""
        return request.user.has_perm("listings.change_listing")

    def has_view_permission(self, request: HttpRequest, obj: Listing | None = None) -> bool:
        return super().has_view_permission(request, obj) or self.has_moderate_permission(request)

    def may_act(self, request: HttpRequest) -> bool:
        return self.has_moderate_permission(request)

    def buttons_for(self, row: Listing) -> list[str]:
        return ["show_again"] if row.hidden_at else []

    def show_again(self, request: HttpRequest, listing: Listing) -> str:
        operations.unhide(listing, request.user.get_username())
        listing.refresh_from_db()
        return "shown again." if listing.is_visible else "its take-down is lifted, but another still holds for its ads."

    def hide(self, request: HttpRequest, listing: Listing, reason: str, note: str) -> str:
        operations.hide(listing, note, reason=reason, by=request.user.get_username())
        return "hidden."

    def hide_again(self, request: HttpRequest, listing: Listing) -> str:
        """For the reason of its last take-down."""
        last = Takedown.objects.filter(kind=Takedown.Reach.LISTING, listing=listing).first()
        if last is None:
            raise Refused("It was not taken down.")
        operations.hide(listing, last.note, reason=last.reason, by=request.user.get_username())
        return "hidden again."

    def unmerge_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        if not self.may_act(request):
            raise PermissionDenied
        merge = get_object_or_404(Merge.objects.select_related("listing", "posting__source"), pk=pk)
        page = self.address("change", merge.listing_id)
        if request.method != "POST":
            title = f"Unmerge “{merge.listing}”"
            text = UNMERGE_TEXT.format(merge=merge)
            return confirmation_page(self, request, title=title, text=text, button="Unmerge", cancel_url=page)
        try:
            separate = operations.unmerge(merge)
        except Refused as refused:
            self.message_user(request, str(refused), messages.WARNING)
        else:
            self.log_change(
                request, merge.listing, f"Unmerged: posting {merge.posting_id} is now listing {separate.pk}"
            )
            self.message_user(
                request, f"Unmerged: the posting now has its own listing, {separate.pk}.", messages.SUCCESS
            )
        return redirect(page)

    def merge_again_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        if not self.may_act(request):
            raise PermissionDenied
        merge = get_object_or_404(Merge.objects.select_related("listing", "posting__source"), pk=pk)
        page = self.address("change", merge.listing_id)
        if request.method != "POST":
            title, text = f"Merge again into “{merge.listing}”", MERGE_AGAIN_TEXT.format(merge=merge)
            return confirmation_page(self, request, title=title, text=text, button="Merge again", cancel_url=page)
        try:
            operations.merge_again(merge)
        except Refused as refused:
            self.message_user(request, str(refused), messages.WARNING)
        else:
            self.log_change(request, merge.listing, f"Merged again: posting {merge.posting_id}")
            self.message_user(request, "Merged again: the posting is back in this listing.", messages.SUCCESS)
        return redirect(page)

    @admin.display(description="Boards")
    def boards(self, listing: Listing) -> str:
        postings = sorted(latest_postings(listing), key=lambda posting: (posting.first_seen_at, posting.pk))
        titles = [posting.source.get_board_display() for posting in postings]
        return ", ".join(dict.fromkeys(titles)) or "–"

    @admin.display(description="Posted")
    def posted(self, listing: Listing) -> str:
        return moment(listing.posted_at)

    @admin.display(description="Last seen")
    def last_seen(self, listing: Listing) -> str:
        # A listing merged into another has no postings left.
        postings = latest_postings(listing)
        return moment(postings[0].last_seen_at) if postings else "–"

    @admin.display(description="State")
    def state(self, listing: Listing) -> SafeString:
        if listing.merged_into_id:
            return badge("quiet", "merged")
        if listing.hidden_at:
            return badge("warn", "hidden")
        return badge("quiet", "closed") if listing.closed_at else badge("good", "open")

    @admin.display(description="Taken down")
    def taken_down(self, listing: Listing) -> SafeString | str:
        return render_fragment("taken_down.html", takedown=listing.takedown) if listing.takedown else "no"

    @admin.display(description="Facts")
    def stated_facts(self, listing: Listing) -> SafeString:
        return listing_sheet(listing)

    @admin.display(description="Changes")
    def change_history(self, listing: Listing) -> SafeString:
        rows = LedgerRow.objects.filter(listing=listing)[:MAX_HISTORY_ROWS]
        return render_fragment("change_history.html", rows=rows)
