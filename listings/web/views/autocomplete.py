"""What the search box suggests, as JSON."""

from __future__ import annotations

import logging

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from listings.search.index.searcher import IndexUnusable
from listings.search.results.autocomplete import AUTOCOMPLETE
from listings.web import facet_links
from listings.web.conditional_get import etag_from_index
from listings.web.feeds import problem

log = logging.getLogger(__name__)

LONGEST = 200
SECONDS = 60


@require_safe
def suggest(request: HttpRequest) -> HttpResponse:
    unknown = sorted(set(request.GET) - {"q"})
    if unknown:
        return problem(400, "Wrong parameter", f"There is no parameter {unknown[0][:50]!r}; did you mean q?")
    typed = request.GET.get("q", "")
    if len(typed) > LONGEST:
        return problem(400, "Wrong parameter", f"q is at most {LONGEST} characters.")
    answer = suggested(request)
    if answer.status_code in (200, 304):
        answer["Cache-Control"] = f"public, max-age={SECONDS}"
    answer["X-Robots-Tag"] = "noindex"
    return answer


@etag_from_index
def suggested(request: HttpRequest) -> HttpResponse:
    try:
        found = AUTOCOMPLETE.suggest(request.GET.get("q", ""))
    except IndexUnusable:
        log.exception("The index cannot be searched; `manage.py index --rebuild` makes it anew.")
        found = []
    some = [
        {"kind": one.kind, "label": one.label, "address": facet_links.address_of(one.search), "count": one.count}
        for one in found
    ]
    return JsonResponse({"suggestions": some}, json_dumps_params={"ensure_ascii": False})
