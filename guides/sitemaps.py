from __future__ import annotations

from datetime import date

from django.urls import reverse

from guides.library import chapters


def guide_pages() -> list[tuple[str, date]]:
    """Path and last change of each page of the guide. The overview changes with its chapters."""
    all_chapters = chapters()
    newest = max(chapter.updated for chapter in all_chapters)
    return [
        (reverse("guides:overview"), newest),
        *((chapter.get_absolute_url(), chapter.updated) for chapter in all_chapters),
    ]
