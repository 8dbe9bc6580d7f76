"""Why a page is not made now, in the form that was asked for: a page, JSON or a line of text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string


@dataclass(frozen=True)
class RefusedPage:
    status: int
    title: str
    message: str
    template: str
    """Of the page, which may need no context."""

    def response(self, request: HttpRequest, retry_seconds: int) -> HttpResponse:
        headers = {"Retry-After": str(retry_seconds), "Cache-Control": "no-store"}
        if request.path_info.endswith(".json"):
            content = {"error": self.title, "detail": self.message}
            return JsonResponse(content, status=self.status, headers=headers)
        if "." in request.path_info.rpartition("/")[2]:
            text = "text/plain; charset=utf-8"
            return HttpResponse(self.message, content_type=text, status=self.status, headers=headers)
        return HttpResponse(page(self.template), status=self.status, headers=headers)


TOO_MANY = RefusedPage(
    429,
    "Too many requests",
    "Your network has asked for more pages than one may at a time. Try again later.",
    "429.html",
)
UNAVAILABLE = RefusedPage(503, "Not available", "The site is restarting. Try again in a minute.", "503.html")


@cache
def page(template: str) -> str:
    """Made once: whoever asks again and again would have it made again and again."""
    return render_to_string(template)
