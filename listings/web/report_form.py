"""Mistakes that readers report: what may be said, and how often."""

from __future__ import annotations

import hashlib
import hmac

from django import forms
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone

from listings.models import Report
from listings.models.reports import LONGEST

SECONDS = 3600
MOST_OF_ONE, MOST_OF_ALL = 5, 300
"""Reports in an hour."""


class ReportForm(forms.Form):
    kind = forms.ChoiceField(choices=Report.Kind.choices, error_messages={"required": "Say what is wrong."})
    words = forms.CharField(max_length=LONGEST, required=False, strip=True)
    # No person sees this field; what fills it in is no person.
    website = forms.CharField(required=False)

    def clean(self) -> None:
        said = self.cleaned_data
        if said.get("kind") == Report.Kind.OTHER and not said.get("words") and "words" not in self.errors:
            self.add_error("words", "Say in a few words what is wrong.")

    @property
    def problem(self) -> str:
        return " ".join(str(one) for field in ("kind", "words") for one in self.errors.get(field, ()))


def too_many(request: HttpRequest) -> bool:
    """Counts this report. The address is kept for an hour, as a hash that cannot be read after its day."""
    day = timezone.now().date().isoformat()
    sender = hmac.new(settings.SECRET_KEY.encode(), f"{day} {address(request)}".encode(), hashlib.sha256).hexdigest()
    return counted(f"reports-of-{sender[:32]}") > MOST_OF_ONE or counted("reports") > MOST_OF_ALL


def address(request: HttpRequest) -> str:
    """Behind a proxy that is trusted, the one that it names last."""
    named = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip() if settings.TLS_HEADER else ""
    return named or request.META.get("REMOTE_ADDR", "")


def counted(key: str) -> int:
    cache.add(key, 0, SECONDS)
    try:
        return cache.incr(key)
    except ValueError:  # It ended between the two.
        return 1
