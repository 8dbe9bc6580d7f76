"""Moments as people say them, with the full time on hover."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from django.contrib import admin
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timesince import timesince, timeuntil

# Below this many seconds "0 minutes ago" would be true and of no use.
NOW_SECONDS = 60


def moment(value: datetime | None, *, never: str = "never") -> SafeString | str:
    """ "5 minutes ago" or "in 2 hours"; `never` for None."""
    if value is None:
        return never
    full = f"{value.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
    return format_html('<time datetime="{}" title="{}">{}</time>', value.isoformat(), full, spoken(value))


def moment_of(name: str, label: str = "") -> Callable[[Any], SafeString | str]:
    """A column or a read-only field that shows the moment in the attribute `name`."""

    @admin.display(description=label or name.replace("_", " ").capitalize(), ordering=name)
    def show(row: Any) -> SafeString | str:
        return moment(getattr(row, name), never="–")

    # The theme names the cell's class after it.
    show.__name__ = name
    return show


def spoken(value: datetime) -> str:
    now = timezone.now()
    if abs((now - value).total_seconds()) < NOW_SECONDS:
        return "just now" if value <= now else "in a moment"
    # Its spaces are of the kind at which no line breaks.
    length = (timesince(value, now, depth=1) if value <= now else timeuntil(value, now, depth=1)).replace("\xa0", " ")
    return f"{length} ago" if value <= now else f"in {length}"
