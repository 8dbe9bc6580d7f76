"""What the page of a report shows: the listing as readers see it, the report's words, and what may be done."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from listings.admin.fact_sheet import listing_sheet
from listings.admin.moments import moment
from listings.admin.report_decisions import Action, subject_of
from listings.facts.text import plain
from listings.models import Listing, Merge, Report

MAX_TEXT = 20_000
MAX_OTHERS = 10
MAX_POSTINGS = 50
# In the order of the buttons: what readers notice comes last.
LABELS = {
    Action.CHECK: "Check its page now",
    Action.SPLIT: "Correct a merge…",
    Action.HANDLE: "Mark as handled",
    Action.DISMISS: "Dismiss",
    Action.HIDE: "Hide…",
}


def report_page(report: Report, allowed: Collection[Action]) -> dict[str, Any]:
    listing = Listing.objects.with_postings().get(pk=subject_of(report).pk)
    postings = listing.postings.all()
    decisions = list(report.decisions.select_related("takedown"))
    others = report.listing.reports.exclude(pk=report.pk)[:MAX_OTHERS]
    return {
        "listing": listing,
        "postings": postings[:MAX_POSTINGS],
        "further_postings": max(0, listing.ad_count - MAX_POSTINGS),
        "was_merged": report.listing.merged_into_id is not None,
        "reported": moment(report.at),
        "posted": moment(listing.posted_at),
        "facts": listing_sheet(listing),
        "text": plain(listing.leading.html)[:MAX_TEXT] if listing.leading else "",
        "buttons": [(action.value, LABELS[action]) for action in LABELS if _is_of_use(action, listing, allowed)],
        "decisions": [(decision, moment(decision.at), decision.action in allowed) for decision in decisions],
        "others": others,
    }


def _is_of_use(action: Action, listing: Listing, allowed: Collection[Action]) -> bool:
    if action == Action.SPLIT and not listing.merges.filter(undone_at=None).exists():
        return False
    return action in allowed and not (action == Action.HIDE and listing.hidden_at)


def merge_label(merge: Merge) -> str:
    """An ad that was merged into the listing, to choose among others."""
    return f"{merge.posting.ad['title']} – {merge.posting.source.publisher}: {merge.posting.url} ({merge.reason})"
