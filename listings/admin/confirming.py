"""The page between pressing a button and doing what cannot be missed: it asks, and posts to itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.http import HttpRequest
from django.template.response import TemplateResponse

if TYPE_CHECKING:
    from listings.admin.base import Admin


def asked(
    admin: Admin[Any],
    request: HttpRequest,
    *,
    title: str,
    words: str,
    button: str,
    back: str,
    form: forms.Form | None = None,
) -> TemplateResponse:
    """`words`: what will happen. `back`: where to go instead."""
    context = {
        **admin.admin_site.each_context(request),
        "title": title,
        "opts": admin.opts,
        "words": words,
        "button": button,
        "back": back,
        "form": form,
    }
    return TemplateResponse(request, "admin/confirm.html", context)
