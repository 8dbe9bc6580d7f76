"""The chapters: Markdown files in the folder GUIDE_CONTENT, read and validated once (with DEBUG, whenever they change).

A file begins with front matter. All fields are required; the explanations in brackets are not part of it:

    ---
    title: Where to find remote jobs
    slug: where-to-find-remote-jobs      (its path: /guide/where-to-find-remote-jobs/)
    summary: One sentence for the overview and for search engines.
    order: 2
    updated: 2026-11-23                  (when its content last changed)
    illustration: search                 (templates/guides/drawings/search.svg)
    ---

Then follows Markdown. The title is the page's only h1: sections begin with ##, their parts with ###. Each heading is
an anchor made from its text (## Is it still open? is #is-it-still-open), so changing a heading breaks links to it.
Links to other chapters are written [text](/guide/slug/#anchor), links within a chapter [text](#anchor). Raw HTML is
shown as text. A line of --- becomes a drawn divider. Blocks end with a line of ::: and cannot be nested:

    ::: checklist                        A list to print and tick off: a heading, then a list.
    ### Before you apply

    - The ad is still on the employer's own site
    :::

    ::: board example https://board.example/
    ### Example Board

    What it is for, in one sentence. Then anything else worth knowing.
    :::

        The name is that of a board in listings/boards/; below the text, readers see how many of its jobs are open now.
        The word none after the URL says that this site does not read the board; the text should then say why.

    ::: tweet 1234567890 @handle Name of the author
    The text of the post, as plain text, exactly as it was written.
    :::

        A static card: nothing is loaded from the other site, and the post itself is a link. The name is optional.

`manage.py check` reports problems with their file and line.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from guides.chapters import Chapter, Problem, read_chapter


class BrokenGuide(ValueError):
    """A chapter cannot be shown. The message lists every problem with its file and line."""


def chapters() -> tuple[Chapter, ...]:
    """All chapters in order, at least one. Raises BrokenGuide."""
    folder = Path(settings.GUIDE_CONTENT)
    # The times are part of the cache key: while an author writes, a changed file is read again at the next request.
    files = folder.glob("*.md") if settings.DEBUG else ()
    return _cached_chapters(folder, frozenset((path.name, path.stat().st_mtime_ns) for path in files))


@lru_cache(maxsize=8)
def _cached_chapters(folder: Path, modified: frozenset[tuple[str, int]]) -> tuple[Chapter, ...]:
    valid, problems = read_chapters(folder)
    if problems:
        raise BrokenGuide("\n".join(str(problem) for problem in problems))
    return valid


def read_chapters(folder: Path) -> tuple[tuple[Chapter, ...], list[Problem]]:
    """The valid chapters in order, and the problems of all others and between them."""
    valid: list[Chapter] = []
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.md")):
        chapter, chapter_problems = read_chapter(path)
        problems += chapter_problems
        if chapter:
            valid.append(chapter)
    # A wrong GUIDE_CONTENT would otherwise pass as a guide without problems.
    if not valid and not problems:
        problems.append(Problem("E001", folder, 1, "the folder has no chapter, that is, no file ending in .md"))
    problems += [*_duplicates(valid, "slug"), *_duplicates(valid, "order"), *_dead_links(valid)]
    return tuple(sorted(valid, key=lambda chapter: chapter.order)), problems


def _duplicates(valid: Sequence[Chapter], field: str) -> Iterable[Problem]:
    first: dict[object, Chapter] = {}
    for chapter in valid:
        value = getattr(chapter, field)
        other = first.setdefault(value, chapter)
        if other is not chapter:
            yield Problem("E003", chapter.path, 1, f"{other.path.name} has the same {field}, {value!r}")


def _dead_links(valid: Sequence[Chapter]) -> Iterable[Problem]:
    anchors = {chapter.slug: {heading.anchor for heading in chapter.headings} for chapter in valid}
    for chapter in valid:
        for link in chapter.links:
            slug, anchor = link.slug or chapter.slug, link.anchor
            if slug not in anchors:
                yield Problem("E004", chapter.path, link.line, f"there is no chapter {slug!r} to link to")
            elif anchor and anchor not in anchors[slug]:
                yield Problem("E004", chapter.path, link.line, f"chapter {slug!r} has no heading #{anchor}")
