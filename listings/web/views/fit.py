"""The eligibility report, for the situation in the address or the remembered one."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from listings.search.query.parameters import Invalid
from listings.search.query.situation import Situation
from listings.web.conditional_get import etag_from_index
from listings.web.fit_report import ADDRESS, FitReport
from listings.web.place_options import place_groups
from listings.web.reader_situation import request_situation, situation_parameters, with_place
from listings.web.site_urls import absolute
from listings.web.tracking_redirect import redirect_tracking
from listings.web.views.search import mistaken


@redirect_tracking
@etag_from_index(no_cache=True)
def report(request: HttpRequest) -> HttpResponse:
    try:
        if request.GET.get("place"):
            chosen = Situation.parse(situation_parameters(with_place(request.GET)))
            return HttpResponseRedirect(f"{ADDRESS}?{urlencode(chosen.pairs())}")
        reader = request_situation(request)
    except Invalid as mistake:
        return mistaken(request, mistake)
    context = {
        "report": FitReport(reader.situation, reader.in_url) if reader.place else None,
        "places": place_groups(""),
        # The form asks for the place alone, and keeps the rest.
        "kept": [pair for pair in reader.pairs if pair[0] not in ("my_country", "my_state")],
        "canonical": absolute(ADDRESS),
    }
    response = render(request, "fit_report.html", context)
    patch_vary_headers(response, ["Cookie"])
    return response
