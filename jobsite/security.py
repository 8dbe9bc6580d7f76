"""Headers that differ between the public pages and the admin, and health checks that no host name stops."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import resolve

Handler = Callable[[HttpRequest], HttpResponseBase]
HEALTH_PATHS = ("/healthz", "/readyz")
PERMISSIONS = ", ".join(
    f"{feature}=()"
    for feature in ("browsing-topics", "camera", "display-capture", "geolocation", "microphone", "payment", "usb")
)


def health_first(get_response: Handler) -> Handler:
    """A load balancer asks by address and without TLS: ALLOWED_HOSTS and redirects are for readers."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        if request.path_info in HEALTH_PATHS:
            found = resolve(request.path_info)
            return found.func(request)  # type: ignore[no-any-return]  # resolve() knows no view's type
        return get_response(request)

    return answer


def permissions(get_response: Handler) -> Handler:
    def answer(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        return response

    return answer


def admin_policy(get_response: Handler) -> Handler:
    """Stands inside CSPMiddleware, which reads the replacement from the response."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if request.path_info.startswith("/admin/"):
            response._csp_replace = settings.ADMIN_CONTENT_SECURITY_POLICY  # type: ignore[attr-defined]  # django-csp's
        return response

    return answer
