"""The page between a button and an action that readers notice: it says what will happen, and posts to itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import HttpRequest
from django.template.response import TemplateResponse

if TYPE_CHECKING:
    from listings.admin.base import Admin

UNMERGE_TEXT = (
    "The posting {merge.posting.url} of the source {merge.posting.source} is taken out of “{merge.listing}” and gets "
    "its own listing. The two are not merged again unless you undo it."
)
MERGE_AGAIN_TEXT = (
    "The posting {merge.posting.url} of the source {merge.posting.source} goes back to “{merge.listing}”, whose page "
    "shows both. The address of its own listing leads there. You can undo this at any time."
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
    hidden: Iterable[tuple[str, object]] = (),
    named: Iterable[str] = (),
) -> TemplateResponse:
    """`text`: what will happen. `hidden`: names and values to be posted along. `named`: the rows that it is done to."""
    context = {
        **admin.admin_site.each_context(request),
        "title": title,
        "opts": admin.opts,
        "text": text,
        "button": button,
        "cancel_url": cancel_url,
        "form": form,
        "hidden": hidden,
        "named": named,
    }
    return TemplateResponse(request, "admin/confirm.html", context)
