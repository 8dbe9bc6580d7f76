"""Answers that the search alone decides are told unchanged (304) without being made again."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from functools import cache, wraps
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import condition

from listings.search.index.reader import reader
from listings.search.index.searcher import IndexUnusable
from listings.web import locale_format
from listings.web.reader_situation import COOKIE

MINUTE = 60
"""Pages say how long ago things were, and rows may change that the index does not hold: so long is one as good."""
MADE_OF = ("jobsite", "listings", "templates", "static")
SHOWN = ("HX-Request", "HX-History-Restore-Request", "Host", locale_format.HEADER)
"""Headers that an answer depends on."""

View = Callable[[HttpRequest], HttpResponse]


def etag_from_index(view: View) -> View:
    """Names each answer by the state of the index, the minute, and what was asked; a reader who has it is told so."""
    conditional: View = condition(etag_func=tag)(view)

    @wraps(view)
    def answer(request: HttpRequest) -> HttpResponse:
        response = conditional(request)
        if response.status_code not in (200, 304):
            del response["ETag"]
        elif response.has_header("ETag"):
            patch_cache_control(response, no_cache=True)
        return response

    return answer


def tag(request: HttpRequest) -> str | None:
    """None where there is no index: what is shown then changes with the database."""
    try:
        state = reader().view()[1]
    except IndexUnusable:
        return None
    shown = [*(request.headers.get(name, "") for name in SHOWN), request.COOKIES.get(COOKIE, "")]
    named = repr((state, int(time.time() // MINUTE), release(), request.get_full_path(), shown))
    return f'W/"{hashlib.blake2b(named.encode(errors="replace"), digest_size=12).hexdigest()}"'


@cache
def release() -> str:
    """Another one where a file of this site is another: two processes of one installation agree."""
    files = sorted(path for part in MADE_OF for path in (Path(settings.BASE_DIR) / part).rglob("*.*"))
    stamps = [(str(path), path.stat().st_mtime_ns) for path in files if path.suffix != ".pyc" and path.is_file()]
    return hashlib.blake2b(repr(stamps).encode(), digest_size=8).hexdigest()
