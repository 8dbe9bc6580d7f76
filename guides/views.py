from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import conditional_page, require_safe

from guides.boards import board_catalogue
from guides.chapters import Chapter
from guides.library import chapters
from guides.markup import BoardBlock

# The pages have an ETag over their content but no Last-Modified: the counts and the banner change without the chapter.


@require_safe
@conditional_page
def overview(request: HttpRequest) -> HttpResponse:
    context = {"chapters": chapters(), "canonical": _absolute_url(reverse("guides:overview"))}
    return render(request, "guides/overview.html", context)


@require_safe
@conditional_page
def chapter(request: HttpRequest, slug: str) -> HttpResponse:
    all_chapters = chapters()
    index = next((index for index, chapter in enumerate(all_chapters) if chapter.slug == slug), None)
    if index is None:
        raise Http404
    current = all_chapters[index]
    return render(
        request,
        "guides/chapter.html",
        {
            "chapter": current,
            "number": index + 1,
            "total": len(all_chapters),
            "previous": all_chapters[index - 1] if index else None,
            "next": all_chapters[index + 1] if index + 1 < len(all_chapters) else None,
            "canonical": _absolute_url(current.get_absolute_url()),
            "share_image": _absolute_url("/share.png"),
            **_parts_context(current),
        },
    )


def _parts_context(chapter: Chapter) -> dict[str, object]:
    """`parts`: (part, number of open listings or None, status note) triples, both for boards only."""
    # Most chapters name no board, and need no query.
    needs_counts = any(isinstance(part, BoardBlock) and part.is_read for part in chapter.parts)
    catalogue = board_catalogue() if needs_counts else None
    counts = catalogue.open_counts() if catalogue else None
    parts = [
        (
            part,
            counts.by_board.get(part.name, 0) if counts and isinstance(part, BoardBlock) and part.is_read else None,
            catalogue.status_notes.get(part.name, "") if catalogue and isinstance(part, BoardBlock) else "",
        )
        for part in chapter.parts
    ]
    return {"parts": parts, "are_samples": counts is not None and counts.are_samples}


def _absolute_url(path: str) -> str:
    return f"{settings.SITE_URL.rstrip('/')}{path}"
