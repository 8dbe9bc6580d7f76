"""A cookie that says in which browsers an admin has signed in before. It opens nothing: it only spares a wait."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest
from django.http.response import HttpResponseBase

COOKIE = "known_device"
PATH = "/admin/"
SECONDS = 180 * 24 * 3600


def is_known_device(request: HttpRequest, user: AbstractBaseUser) -> bool:
    return request.get_signed_cookie(COOKIE, default="", salt=COOKIE, max_age=SECONDS) == stamp(user)


def remember_device(response: HttpResponseBase, user: AbstractBaseUser) -> None:
    response.set_signed_cookie(
        COOKIE,
        stamp(user),
        salt=COOKIE,
        max_age=SECONDS,
        path=PATH,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Strict",
    )


def stamp(user: AbstractBaseUser) -> str:
    """Changes with the password: whoever had the old one is no longer known."""
    return f"{user.pk}.{user.get_session_auth_hash()[:20]}"
