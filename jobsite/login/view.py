"""The page to sign in to the admin."""

from __future__ import annotations

from django.contrib import admin, messages
from django.contrib.auth.models import AbstractBaseUser
from django.contrib.auth.signals import user_logged_in
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse

from jobsite.login.known_device import remember_device
from jobsite.login.limits import take_failures


def login(request: HttpRequest) -> HttpResponseBase:
    response: HttpResponseBase = admin.site.login(request)
    if isinstance(response, TemplateResponse):
        form = (response.context_data or {}).get("form")
        if seconds := getattr(form, "seconds_to_wait", 0):
            response.status_code = 429
            response["Retry-After"] = str(seconds)
    elif request.method == "POST" and request.user.is_authenticated:
        remember_device(response, request.user)
    return response


def tell_failures(sender: object, request: HttpRequest, user: AbstractBaseUser, **signal: object) -> None:
    """Says after signing in how often somebody failed to."""
    if count := take_failures(user):
        tries = "One try" if count == 1 else f"{count} tries"
        text = f"{tries} to sign in as you failed since you last did. If that was not you, change your password."
        # Whoever signs somebody in without a page has nobody to tell.
        messages.warning(request, text, fail_silently=True)


user_logged_in.connect(tell_failures, dispatch_uid="tell_failures")
