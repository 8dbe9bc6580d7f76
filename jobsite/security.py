"""Headers that differ between the public pages and the admin, and health checks under any host name."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import resolve

Handler = Callable[[HttpRequest], HttpResponseBase]
HEALTH_PATHS = ("/healthz", "/readyz", "/metrics")
PERMISSIONS = ", ".join(
    f"{feature}=()"
    for feature in ("browsing-topics", "camera", "display-capture", "geolocation", "microphone", "payment", "usb")
)


def health_first(get_response: Handler) -> Handler:
    """Must be the first middleware: these are asked for by IP address and without TLS, which all others refuse."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if request.path_info in HEALTH_PATHS:
            match = resolve(request.path_info)
            return match.func(request)  # type: ignore[no-any-return]  # resolve() does not know the view's type
        return get_response(request)

    return middleware


def permissions(get_response: Handler) -> Handler:
    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        return response

    return middleware


def admin_policy(get_response: Handler) -> Handler:
    """Must stand inside CSPMiddleware, which reads the replacement from the response on its way out."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if request.path_info.startswith("/admin/"):
            response._csp_replace = settings.ADMIN_CONTENT_SECURITY_POLICY  # type: ignore[attr-defined]  # django-csp's
        return response

    return middleware
