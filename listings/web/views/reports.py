from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from listings.models import Listing, Report
from listings.web.reader_situation import request_situation
from listings.web.report_form import ReportForm, too_many_reports
from listings.web.views.same_site import from_this_site


@never_cache
@from_this_site
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, pk: int) -> HttpResponse:
    listing = get_object_or_404(Listing.objects.visible().select_related("company"), pk=pk)
    if request.method != "POST":
        return page(request, listing, sent="sent" in request.GET)
    form = ReportForm(request.POST)
    if not form.is_valid():
        return page(request, listing, form, status=400)
    if too_many_reports(request):
        return page(request, listing, form, too_many=True, status=429)
    # A spam program that filled in the honeypot is thanked all the same, so that it does not try again.
    if not form.cleaned_data["website"]:
        Report.objects.create(listing=listing, kind=form.cleaned_data["kind"], words=form.cleaned_data["words"])
    return HttpResponseRedirect(f"{request.path}?sent=yes{request_situation(request).more}")


def page(
    request: HttpRequest,
    listing: Listing,
    form: ReportForm | None = None,
    *,
    sent: bool = False,
    too_many: bool = False,
    status: int = 200,
) -> HttpResponse:
    context = {
        "listing": listing,
        "kinds": Report.Subject.choices,
        "kind": form.data.get("kind", "") if form else "",
        "text": form.data.get("words", "") if form else "",
        "problem": form.problem if form else "",
        "sent": sent,
        "too_many": too_many,
    }
    return render(request, "jobs/report.html", context, status=status)
