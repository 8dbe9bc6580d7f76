"""The page between pressing a button and doing what cannot be missed: it asks, and posts to itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.http import HttpRequest
from django.template.response import TemplateResponse

if TYPE_CHECKING:
    from listings.admin.base import Admin

HIDING = (
    "“{listing}” of {listing.company} leaves the site at once, and stays away when its ads are seen again. "
    "It can be shown again at any time."
)
UNMERGING = (
    "The posting {merge.posting.url} of the source {merge.posting.source} leaves “{merge.listing}” and gets a listing "
    "of its own. They are never joined again."
)


class HidingForm(forms.Form):
    reason = forms.CharField(
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3, "class": "reason"}),
        help_text="Kept for the other admins; readers do not see it.",
    )


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
