from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator

from listings.admin import report_decisions
from listings.admin.base import CappedPaginator, log_on_listing
from listings.admin.bulk import Bulk, BulkAdmin
from listings.admin.confirmation import confirmation_page
from listings.admin.moments import moment_of
from listings.admin.report_page import merge_label, report_page
from listings.admin.takedowns import TakedownForm, effect_text
from listings.lifecycle.refused import Refused
from listings.models import Merge, Report, ReportDecision, Takedown
from listings.models.reports import LONGEST

REPORTED = moment_of("at", "Reported")
EXCERPT_LENGTH = 120
MAX_MERGES = 50
MORE_MERGES = "The newest {shown} of {count} merges. The others can be undone on the job's admin page."
Action = ReportDecision.Action
# Those that change what readers see need the right to change listings as well.
CHANGING = {Action.HIDE, Action.CHECK, Action.SPLIT}


class NoteForm(forms.Form):
    note = forms.CharField(
        required=False, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3, "class": "reason"})
    )


class ConfirmedForm(forms.Form):
    """Posted first with the note from the report's page, then with everything."""

    confirmed = forms.CharField(widget=forms.HiddenInput)


class HideForm(TakedownForm, ConfirmedForm):
    pass


class SplitForm(NoteForm, ConfirmedForm):
    """Chooses among the newest of `merges`, those of the reported listing that were not undone."""

    field_order = ("merge", "note")

    def __init__(self, *args: Any, merges: QuerySet[Merge], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        newest = merges.select_related("posting__source").defer("posting__html", "posting__facts")
        by_id = {str(merge.pk): merge for merge in newest.order_by("-merged_at", "-id")[:MAX_MERGES]}
        count = merges.count()
        self.fields["merge"] = forms.TypedChoiceField(
            choices=[(pk, merge_label(merge)) for pk, merge in by_id.items()],
            coerce=by_id.__getitem__,
            label="The ad that is another job",
            help_text=MORE_MERGES.format(shown=MAX_MERGES, count=count) if count > MAX_MERGES else "",
            widget=forms.RadioSelect,
        )
        self.order_fields(self.field_order)


@admin.register(Report)
class ReportAdmin(BulkAdmin[Report]):
    """Mistakes reported by readers: a queue, newest first."""

    list_display: Any = ("kind", "about", "excerpt", REPORTED, "state")
    list_filter = ("state", "kind")
    list_select_related = ("listing__company",)
    list_per_page = 50
    sortable_by = ()
    show_full_result_count = False
    paginator = CappedPaginator
    bulk: ClassVar[dict[str, Bulk]] = {
        "handle": Bulk("Mark as handled", "They leave the queue; no job changes.", "undo_handle"),
        "dismiss": Bulk("Dismiss", "They leave the queue as unfounded; no job changes.", "undo_dismiss"),
    }
    fields: ClassVar[Any] = ("state", REPORTED, moment_of("decided_at"))
    readonly_fields = fields
    change_form_outer_before_template = "admin/report.html"

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path("<int:pk>/decide/<slug:action>/", wrap(self.decide_view), name="listings_report_decide"),
            path("decision/<int:pk>/undo/", wrap(self.undo_view), name="listings_report_undo"),
            *super().get_urls(),
        ]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def may_decide(self, request: HttpRequest, action: str) -> bool:
        may_change_listings = request.user.has_perm("listings.change_listing")
        return self.may_act(request) and (action not in CHANGING or may_change_listings)

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        report = self.get_object(request, object_id)
        if report is not None:
            allowed = [action for action in Action if self.may_decide(request, action)]
            # Nothing of it is edited.
            no_saving = {"show_save": False, "show_save_and_continue": False}
            extra_context = {**report_page(report, allowed), **no_saving, **(extra_context or {})}
        return super().change_view(request, object_id, form_url, extra_context)

    def decide_view(self, request: HttpRequest, pk: int, action: str) -> HttpResponse:
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if action not in Action.values:
            raise Http404
        if not self.may_decide(request, action):
            raise PermissionDenied
        report = get_object_or_404(Report.objects.select_related("listing__merged_into"), pk=pk)
        form = self._form(request, report, action)
        if not form.is_valid():
            return self._confirm(request, report, action, form)
        data = {name: value for name, value in form.cleaned_data.items() if name != "confirmed"}
        decide: Callable[..., ReportDecision] = getattr(report_decisions, action)
        try:
            decision = decide(report, request.user.get_username(), **data)
        except Refused as refused:
            self.message_user(request, str(refused), messages.WARNING)
        else:
            text = " ".join(filter(None, [f"{decision.get_action_display()}.", decision.result, decision.note]))
            self.log_change(request, report, text)
            log_on_listing(self, request, report_decisions.subject_of(report), f"A report: {text}")
            self.message_user(request, f"{report}: {text} You can undo it below.", messages.SUCCESS)
        return redirect(self.address("change", pk))

    def _form(self, request: HttpRequest, report: Report, action: str) -> forms.Form:
        is_first = action in (Action.HIDE, Action.SPLIT) and "confirmed" not in request.POST
        data = None if is_first else request.POST
        initial = {"note": request.POST.get("note", "")[:LONGEST], "confirmed": "yes"}
        if report.kind == Report.Subject.FRAUD:
            initial["reason"] = Takedown.Ground.SCAM
        if action == Action.HIDE:
            return HideForm(data, initial=initial)
        if action == Action.SPLIT:
            merges = report_decisions.subject_of(report).merges.filter(undone_at=None)
            return SplitForm(data, initial=initial, merges=merges)
        return NoteForm(data, initial=initial)

    def _confirm(self, request: HttpRequest, report: Report, action: str, form: forms.Form) -> HttpResponse:
        listing, page = report_decisions.subject_of(report), self.address("change", report.pk)
        text, button = "", ReportDecision.Action(action).label
        if action == Action.HIDE:
            text, button = effect_text(Takedown(kind=Takedown.Reach.LISTING, listing=listing)), "Hide"
        elif action == Action.SPLIT:
            text, button = "The ad gets its own listing, and the two are not merged again unless you undo it.", "Split"
        return confirmation_page(
            self, request, title=f"{button}: {listing}", text=text, button=button, cancel_url=page, form=form
        )

    def undo_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        decision = get_object_or_404(
            ReportDecision.objects.select_related("report__listing", "takedown", "merge"), pk=pk
        )
        if not self.may_decide(request, decision.action):
            raise PermissionDenied
        try:
            report_decisions.undo(decision, request.user.get_username())
        except Refused as refused:
            self.message_user(request, str(refused), messages.WARNING)
        else:
            self.log_change(request, decision.report, f"Undone: {decision.get_action_display()}.")
            self.message_user(request, f"Undone: {decision}", messages.SUCCESS)
        return redirect(self.address("change", decision.report_id))

    @admin.display(description="Listing")
    def about(self, report: Report) -> SafeString:
        address = reverse("admin:listings_listing_change", args=[report.listing_id])
        return format_html('<a href="{}">{}, {}</a>', address, report.listing.title, report.listing.company.name)

    @admin.display(description="Message")
    def excerpt(self, report: Report) -> str:
        return Truncator(report.words).chars(EXCERPT_LENGTH)

    def handle(self, request: HttpRequest, report: Report) -> str:
        return str(report_decisions.handle(report, request.user.get_username(), ""))

    def dismiss(self, request: HttpRequest, report: Report) -> str:
        return str(report_decisions.dismiss(report, request.user.get_username(), ""))

    def undo_handle(self, request: HttpRequest, report: Report) -> str:
        return self._undo_last(request, report, ReportDecision.Action.HANDLE)

    def undo_dismiss(self, request: HttpRequest, report: Report) -> str:
        return self._undo_last(request, report, ReportDecision.Action.DISMISS)

    def _undo_last(self, request: HttpRequest, report: Report, action: ReportDecision.Action) -> str:
        last = report.decisions.filter(undone_at=None).first()
        if last is None or last.action != action:
            raise Refused("It was undone before, or something else has been decided since.")
        report_decisions.undo(last, request.user.get_username())
        return f"Undone: {last}"
