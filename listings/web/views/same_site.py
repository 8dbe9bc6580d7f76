from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from urllib.parse import urlsplit

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

View = Callable[..., HttpResponse]


def from_this_site(view: View) -> View:
    """Refuses forms that another site sends, by the headers of the browser."""

    # Django's token would need a cookie before the reader has asked for one.
    @csrf_exempt
    @wraps(view)
    def checked(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        origin = request.headers.get("Origin", "")
        # "none": the reader typed the address or used a bookmark. Older browsers send no such header.
        cross_site = request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none")
        if request.method == "POST" and (cross_site or not _is_from_host(origin, request.get_host())):
            raise PermissionDenied("This form was sent from another site.")
        return view(request, *args, **kwargs)

    return checked


def _is_from_host(origin: str, host: str) -> bool:
    try:
        return not origin or urlsplit(origin).netloc == host
    except ValueError:
        return False
