"""What the boxes for a place suggest, as JSON."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from listings.vocabulary.place_lookup import MAX_LENGTH, look_up
from listings.web.feeds import problem
from listings.web.typed_place import label

# Of a release; the places of the world hardly change.
MAX_AGE = 3600


@require_safe
def suggest(request: HttpRequest) -> HttpResponse:
    """`certainty`: "exact" if the text is the name of one place, "several" of more, "begins", "guess" or "unknown"."""
    unknown = sorted(set(request.GET) - {"q"})
    if unknown:
        return problem(400, "Wrong parameter", f"There is no parameter {unknown[0][:50]!r}; did you mean q?")
    text = request.GET.get("q", "")
    if len(text) > MAX_LENGTH:
        return problem(400, "Wrong parameter", f"q is at most {MAX_LENGTH} characters.")
    lookup = look_up(text)
    places = [{"code": match.code, "label": label(match)} for match in lookup.matches]
    response = JsonResponse(
        {"certainty": lookup.certainty, "places": places}, json_dumps_params={"ensure_ascii": False}
    )
    response["Cache-Control"] = f"public, max-age={MAX_AGE}"
    response["X-Robots-Tag"] = "noindex"
    return response
