from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from urllib.parse import urlsplit

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

View = Callable[..., HttpResponse]


def from_this_site(view: View) -> View:
    """In place of a token, which would need a cookie before anybody has asked for one."""

    @csrf_exempt
    @wraps(view)
    def answer(request: HttpRequest, *args: object, **named: object) -> HttpResponse:
        origin = request.headers.get("Origin", "")
        elsewhere = request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none")
        if request.method == "POST" and (elsewhere or (origin and urlsplit(origin).netloc != request.get_host())):
            raise PermissionDenied("This form was sent from another site.")
        return view(request, *args, **named)

    return answer
