"""What an admin may do about a report. Each decision is kept with its note, and can be undone."""

from __future__ import annotations

from django.db.models import Q
from django.utils import timezone

from listings import operations
from listings.fetching import gone_pages
from listings.lifecycle import closing, takedowns
from listings.lifecycle.refused import Refused
from listings.models import Listing, Merge, Report, ReportDecision, Takedown
from listings.models.reports import LONGEST

Action = ReportDecision.Action
# What answers the report, so that it leaves the queue; a look at a page that is still there does not.
STATES = {
    Action.HIDE: Report.State.HANDLED,
    Action.CHECK: Report.State.HANDLED,
    Action.SPLIT: Report.State.HANDLED,
    Action.HANDLE: Report.State.HANDLED,
    Action.DISMISS: Report.State.DISMISSED,
}
UNFINISHED_CHECK = Q(action=Action.CHECK, closed_postings=[])


def subject_of(report: Report) -> Listing:
    """The listing that readers see in its place now, if it was merged into another."""
    return report.listing.merged_into or report.listing


def hide(report: Report, by: str, note: str, reason: str) -> ReportDecision:
    takedown = Takedown(kind=Takedown.Reach.LISTING, listing=subject_of(report), reason=reason, note=note, by=by)
    takedowns.take_down(takedown)
    result = f"Taken down: {takedown.get_reason_display()}."
    return _decided(
        ReportDecision(report=report, action=Action.HIDE, note=note, by=by, takedown=takedown, result=result)
    )


def check(report: Report, by: str, note: str) -> ReportDecision:
    checks = gone_pages.check_now(subject_of(report))
    closed = [check.posting.pk for check in checks if check.closed]
    result = " ".join(check.result for check in checks)[:LONGEST]
    return _decided(
        ReportDecision(report=report, action=Action.CHECK, note=note, by=by, closed_postings=closed, result=result)
    )


def split(report: Report, by: str, note: str, merge: Merge) -> ReportDecision:
    separate = operations.unmerge(merge)
    result = f"The ad {merge.posting.url[:200]} now has its own listing, {separate.pk}."
    return _decided(ReportDecision(report=report, action=Action.SPLIT, note=note, by=by, merge=merge, result=result))


def dismiss(report: Report, by: str, note: str) -> ReportDecision:
    return _decided(ReportDecision(report=report, action=Action.DISMISS, note=note, by=by))


def handle(report: Report, by: str, note: str) -> ReportDecision:
    """For what was put right elsewhere."""
    return _decided(ReportDecision(report=report, action=Action.HANDLE, note=note, by=by))


def undo(decision: ReportDecision, by: str) -> None:
    """Raises Refused if it was undone before, here or elsewhere."""
    if not ReportDecision.objects.filter(pk=decision.pk, undone_at=None).exists():
        raise Refused("It has been undone already.")
    if decision.takedown:
        takedowns.lift(decision.takedown, by)
    elif decision.merge:
        operations.merge_again(decision.merge)
    elif decision.closed_postings:
        closing.undo_gone_pages(decision.closed_postings, timezone.now())
    ReportDecision.objects.filter(pk=decision.pk).update(undone_at=timezone.now(), undone_by=by)
    _update_state(decision.report)


def _decided(decision: ReportDecision) -> ReportDecision:
    decision.save()
    _update_state(decision.report)
    return decision


def _update_state(report: Report) -> None:
    """The state that its latest decision gives it; "to be looked at" if none is left."""
    last = report.decisions.filter(undone_at=None).exclude(UNFINISHED_CHECK).first()
    report.state = STATES[Action(last.action)] if last else Report.State.NEW
    report.decided_at = last.at if last else None
    report.save(update_fields=["state", "decided_at"])
