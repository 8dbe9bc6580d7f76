"""Readers' reports of mistakes: the form, and the limit on their number."""

from __future__ import annotations

import logging

import redis
from django import forms
from django.core.cache import cache
from django.http import HttpRequest

from listings.models import Report
from listings.models.reports import LONGEST
from listings.web.client_address import client_id

LOG = logging.getLogger(__name__)

WINDOW_SECONDS = 3600
# Reports in that time.
MAX_PER_SENDER, MAX_IN_ALL = 5, 300


class ReportForm(forms.Form):
    kind = forms.ChoiceField(choices=Report.Subject.choices, error_messages={"required": "Choose what is wrong."})
    words = forms.CharField(max_length=LONGEST, required=False, strip=True)
    # A honeypot: people do not see it, spam programs fill it in.
    website = forms.CharField(required=False)

    def clean(self) -> None:
        report = self.cleaned_data
        if report.get("kind") == Report.Subject.OTHER and not report.get("words") and "words" not in self.errors:
            self.add_error("words", "Describe in a few words what is wrong.")

    @property
    def problem(self) -> str:
        """All errors in one sentence after another."""
        return " ".join(str(error) for field in ("kind", "words") for error in self.errors.get(field, ()))


def too_many_reports(request: HttpRequest) -> bool:
    """Whether the sender, or all of them, passed the limit. Counts this report."""
    try:
        sender = client_id(request, WINDOW_SECONDS)
        return count_up(f"reports-of-{sender}") > MAX_PER_SENDER or count_up("reports") > MAX_IN_ALL
    except redis.RedisError as error:
        LOG.warning("Reports have no limit until Valkey answers again: %s.", type(error).__name__)
        return False


def count_up(key: str) -> int:
    cache.add(key, 0, WINDOW_SECONDS)
    try:
        return cache.incr(key)
    except ValueError:
        # The key expired between the two calls.
        return 1
