"""Redirects links that mail, ads and chats have decorated, so that each page has one address."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from listings.search.query.value_readers import unescaped_name
from listings.vocabulary.tracking import is_tracking

View = Callable[..., HttpResponse]


def redirect_tracking(view: View) -> View:
    """Drops tracking parameters by a redirect, and reads "amp;page" as page. Other unknown parameters stay."""

    @wraps(view)
    def respond(request: HttpRequest, *args: object, **options: object) -> HttpResponse:
        sent = [(name, value) for name, values in request.GET.lists() for value in values]
        kept = [(unescaped_name(name), value) for name, value in sent if not is_tracking(unescaped_name(name))]
        # A redirect of a POST would lose the form.
        if kept == sent or request.method not in ("GET", "HEAD"):
            return view(request, *args, **options)
        return HttpResponseRedirect(f"{request.path}?{urlencode(kept)}" if kept else request.path)

    return respond
