"""The page between a button and an action that readers notice: it says what will happen, and posts to itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.http import HttpRequest
from django.template.response import TemplateResponse

if TYPE_CHECKING:
    from listings.admin.base import Admin

UNMERGE_TEXT = (
    "The posting {merge.posting.url} of the source {merge.posting.source} is taken out of “{merge.listing}” and gets "
    "its own listing. The two are never merged again."
)


def confirmation_page(
    admin: Admin[Any],
    request: HttpRequest,
    *,
    title: str,
    text: str,
    button: str,
    cancel_url: str,
    form: forms.Form | None = None,
) -> TemplateResponse:
    """`text`: what will happen."""
    context = {
        **admin.admin_site.each_context(request),
        "title": title,
        "opts": admin.opts,
        "text": text,
        "button": button,
        "cancel_url": cancel_url,
        "form": form,
    }
    return TemplateResponse(request, "admin/confirm.html", context)
