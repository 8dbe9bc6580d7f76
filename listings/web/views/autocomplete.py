"""What the search box suggests, as JSON."""

from __future__ import annotations

import logging

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from listings.search.index.searcher import IndexUnusable
from listings.search.results.autocomplete import AUTOCOMPLETE
from listings.web.conditional_get import etag_from_index
from listings.web.facet_links import address_of
from listings.web.feeds import problem
from listings.web.title_text import calm_title

log = logging.getLogger(__name__)

MAX_LENGTH = 200
MAX_AGE = 60


@require_safe
# In place of no-cache: the same letters are typed, and deleted, again and again.
@etag_from_index(public=True, max_age=MAX_AGE)
def suggest(request: HttpRequest) -> HttpResponse:
    unknown = sorted(set(request.GET) - {"q"})
    if unknown:
        return problem(400, "Wrong parameter", f"There is no parameter {unknown[0][:50]!r}; did you mean q?")
    if len(request.GET.get("q", "")) > MAX_LENGTH:
        return problem(400, "Wrong parameter", f"q is at most {MAX_LENGTH} characters.")
    response = suggestions(request.GET.get("q", ""))
    response["X-Robots-Tag"] = "noindex"
    return response


def suggestions(typed: str) -> HttpResponse:
    try:
        matches = AUTOCOMPLETE.suggest(typed)
    except IndexUnusable:
        log.exception("The index cannot be searched; its indexer rebuilds it.")
        matches = []
    content = [
        {
            "kind": suggestion.kind,
            "label": calm_title(suggestion.label) if suggestion.kind == "title" else suggestion.label,
            "address": address_of(suggestion.search),
            "count": suggestion.count,
        }
        for suggestion in matches
    ]
    return JsonResponse({"suggestions": content}, json_dumps_params={"ensure_ascii": False})
