"""Conditional GET: an ETag from the state of the index, the minute and the request, checked before any page is made."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from functools import cache, wraps
from pathlib import Path
from typing import Any, cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import condition

from listings.display import locale_format
from listings.search.index.reader import index_reader
from listings.search.index.searcher import IndexUnusable
from listings.web.reader_situation import COOKIE, is_readers_choice
from listings.web.spending import unless_in_debt

# Pages say how long ago things were, and rows change that the index does not hold: a page is good for a minute.
MINUTE = 60
CODE_FOLDERS = ("jobsite", "listings", "templates", "static")
# Headers that change the response.
HEADERS = ("HX-Request", "HX-History-Restore-Request", "Host", locale_format.HEADER)

View = Callable[[HttpRequest], HttpResponse]


def etag_from_index(view: View) -> View:
    """For views whose response follows from the index: answers 304 without calling them if the reader has it."""
    conditional: View = condition(etag_func=etag)(unless_in_debt(view))

    @wraps(view)
    def respond(request: HttpRequest) -> HttpResponse:
        response = conditional(request)
        if response.status_code not in (200, 304) or response.cookies:
            # Redirects, mistakes and what is remembered do not follow from the index alone.
            del response["ETag"]
        elif response.has_header("ETag"):
            patch_cache_control(response, no_cache=True)
        return response

    cast(Any, respond).checks_debt = True
    return respond


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
