from __future__ import annotations

from datetime import date

from django.urls import reverse

from guides.library import chapters


def addresses() -> list[tuple[str, date]]:
    """Path and date of the last change of every page of the guide; the overview changes with its chapters."""
    every = chapters()
    newest = max(chapter.updated for chapter in every)
    return [
        (reverse("guides:overview"), newest),
        *((chapter.get_absolute_url(), chapter.updated) for chapter in every),
    ]
