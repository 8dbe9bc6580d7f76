"""Conditional GET: an ETag from the state of the index, the minute and the request, checked before any page is made."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from functools import cache, wraps
from http import HTTPStatus
from pathlib import Path
from typing import Any, cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import Resolver404, resolve
from django.utils.cache import get_conditional_response, patch_cache_control

from listings.display import locale_format
from listings.search.index.reader import index_reader
from listings.search.index.searcher import IndexUnusable
from listings.web.reader_situation import COOKIE, is_readers_choice

# Pages say how long ago things were, and rows change that the index does not hold: a page is good for a minute.
MINUTE = 60
CODE_FOLDERS = ("jobsite", "listings", "templates", "static")
# Headers that change the response.
HEADERS = ("HX-Request", "HX-History-Restore-Request", "Host", locale_format.HEADER)

View = Callable[[HttpRequest], HttpResponse]
Handler = Callable[[HttpRequest], HttpResponseBase]


def etag_from_index(**cache_control: Any) -> Callable[[View], View]:
    """For views whose response follows from the index, so that `unchanged_first` can answer in their place.

    `cache_control`: the directives of Cache-Control, in the words of Django's patch_cache_control.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def respond(request: HttpRequest) -> HttpResponse:
            # Before the view reads the index: the name of an older state is only asked again once too often.
            tag = etag(request)
            response = view(request)
            # Redirects, mistakes and what is remembered do not follow from the index alone.
            if tag and response.status_code == HTTPStatus.OK and not response.cookies:
                response["ETag"] = tag
                patch_cache_control(response, **cache_control)
            return response

        cast(Any, respond).cache_control = cache_control
        return respond

    return decorate


def unchanged_first(get_response: Handler) -> Handler:
    """Middleware that answers 304 before most others are asked: all together they take longer than the answer."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        return not_modified(request) or get_response(request)

    return middleware


def not_modified(request: HttpRequest) -> HttpResponseBase | None:
    """The response to a client that has the current page; None for all others."""
    if "HTTP_IF_NONE_MATCH" not in request.META or request.method not in ("GET", "HEAD"):
        return None
    try:
        cache_control = getattr(resolve(request.path_info).func, "cache_control", None)
    except Resolver404:
        return None
    if cache_control is None or (tag := etag(request)) is None:
        return None
    response = get_conditional_response(request, etag=tag)
    if response is not None:
        response["ETag"] = tag
        patch_cache_control(response, **cache_control)
    return response


def etag(request: HttpRequest) -> str | None:
    """None without an index: what is shown then changes with the database."""
    try:
        state = index_reader().searcher().state
    except IndexUnusable:
        return None
    headers = [*(request.headers.get(name, "") for name in HEADERS), request.COOKIES.get(COOKIE, "")]
    content = repr(
        (state, int(time.time() // MINUTE), release(), request.get_full_path(), headers, is_readers_choice(request))
    )
    return f'W/"{hashlib.blake2b(content.encode(errors="replace"), digest_size=12).hexdigest()}"'


@cache
def release() -> str:
    """Differs when a file of this site does; equal in two processes of one installation."""
    # Times of change, not contents: hashing every file would delay the first request.
    files = sorted(path for folder in CODE_FOLDERS for path in (Path(settings.BASE_DIR) / folder).rglob("*.*"))
    stamps = [(str(path), path.stat().st_mtime_ns) for path in files if path.suffix != ".pyc" and path.is_file()]
    return hashlib.blake2b(repr(stamps).encode(), digest_size=8).hexdigest()
