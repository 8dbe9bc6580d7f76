from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import conditional_page, require_safe

from guides.boards import held_boards
from guides.chapters import Chapter
from guides.library import chapters
from guides.markup import BoardBlock

# No Last-Modified: counts and banner change without the chapter, so the ETag over the whole page is the one true mark.


@require_safe
@conditional_page
def overview(request: HttpRequest) -> HttpResponse:
    return render(
        request, "guides/overview.html", {"chapters": chapters(), "canonical": _absolute(reverse("guides:overview"))}
    )


@require_safe
@conditional_page
def chapter(request: HttpRequest, slug: str) -> HttpResponse:
    every = chapters()
    place = next((index for index, chapter in enumerate(every) if chapter.slug == slug), None)
    if place is None:
        raise Http404
    shown = every[place]
    return render(
        request,
        "guides/chapter.html",
        {
            "chapter": shown,
            "number": place + 1,
            "total": len(every),
            "previous": every[place - 1] if place else None,
            "next": every[place + 1] if place + 1 < len(every) else None,
            "canonical": _absolute(shown.get_absolute_url()),
            "share_image": _absolute("/share.png"),
            **_open_listings(shown),
        },
    )


def _open_listings(chapter: Chapter) -> dict[str, object]:
    """The parts, each with its number of open listings and how it stands where it is a board's.

    A number of None: nobody knows, or none are held.
    """
    held = any(isinstance(part, BoardBlock) and part.held for part in chapter.parts)
    boards = held_boards() if held else None
    counts = boards.open_counts() if boards else None
    parts = [
        (
            part,
            counts.of.get(part.name, 0) if counts and isinstance(part, BoardBlock) and part.held else None,
            boards.standing.get(part.name, "") if boards and isinstance(part, BoardBlock) else "",
        )
        for part in chapter.parts
    ]
    return {"parts": parts, "made_up": counts is not None and counts.made_up}


def _absolute(path: str) -> str:
    return f"{settings.SITE_URL.rstrip('/')}{path}"
