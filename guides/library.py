"""The chapters: one Markdown file each in the folder GUIDE_CONTENT, read and validated once (with DEBUG, when changed).

A file begins with front matter, all of it required (what stands in brackets here is explanation):

    ---
    title: Where to find remote jobs
    slug: where-to-find-remote-jobs      (its address: /guide/where-to-find-remote-jobs/)
    summary: One sentence for the overview and for search engines.
    order: 2
    updated: 2026-11-23                  (when what it says last changed)
    illustration: search                 (templates/guides/drawings/search.svg)
    ---

Then Markdown. The title is the page's only h1: sections begin with ##, their parts with ###. Each heading is an anchor
made of its words (## Is it still open? is #is-it-still-open), so changing a heading breaks links to it. Links to
other chapters are written [words](/guide/slug/#anchor), within a chapter [words](#anchor). Raw HTML is shown as text.
A line of --- is a drawn divider. Blocks end with a line of ::: and are not put into each other:

    ::: checklist                        A list to print and tick off; a heading, then a list.
    ### Before you apply

    - The ad still stands on the employer's own site
    :::

    ::: board example https://board.example/
    ### Example Board

    What it is for, in one sentence. Then whatever else is worth knowing.
    :::

        The name is that of a board the site can read; below the text readers see how many of its listings are open
        now. After the address, the word none says that the site reads no such board; the text then says why.

    ::: tweet 1234567890 @handle Name of the author
    The words of the post, as plain text, exactly as they were written.
    :::

        A static card: nothing is loaded from elsewhere, and the post itself is a link. The name may be left out.

`manage.py check` names what is wrong, with file and line.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from guides.chapters import Chapter, Problem, read_chapter


class BrokenGuide(ValueError):
    """A chapter cannot be shown. The message names every problem with its file and line."""


def chapters() -> tuple[Chapter, ...]:
    """All of them in order, at least one. Raises BrokenGuide."""
    folder = Path(settings.GUIDE_CONTENT)
    # While chapters are being written, a changed file is read again with the next request.
    files = folder.glob("*.md") if settings.DEBUG else ()
    return _kept(folder, frozenset((path.name, path.stat().st_mtime_ns) for path in files))


@lru_cache(maxsize=8)
def _kept(folder: Path, stamps: frozenset[tuple[str, int]]) -> tuple[Chapter, ...]:
    found, problems = read(folder)
    if problems:
        raise BrokenGuide("\n".join(str(problem) for problem in problems))
    return found


def read(folder: Path) -> tuple[tuple[Chapter, ...], list[Problem]]:
    """Every chapter that could be read, in order, and all that is wrong with any."""
    found: list[Chapter] = []
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.md")):
        chapter, wrong = read_chapter(path)
        problems += wrong
        if chapter:
            found.append(chapter)
    if not found and not problems:
        problems.append(Problem("E001", folder, 1, "there is no chapter, no file ending in .md"))
    problems += [*_twice(found, "slug"), *_twice(found, "order"), *_dead_links(found)]
    return tuple(sorted(found, key=lambda chapter: chapter.order)), problems


def _twice(found: Sequence[Chapter], field: str) -> Iterable[Problem]:
    first: dict[object, Chapter] = {}
    for chapter in found:
        other = first.setdefault(getattr(chapter, field), chapter)
        if other is not chapter:
            value = getattr(chapter, field)
            yield Problem("E003", chapter.path, 1, f"{field} {value!r} is that of {other.path.name} too")


def _dead_links(found: Sequence[Chapter]) -> Iterable[Problem]:
    anchors = {chapter.slug: {heading.anchor for heading in chapter.headings} for chapter in found}
    for chapter in found:
        for link in chapter.links:
            slug, anchor = link.slug or chapter.slug, link.anchor
            if slug not in anchors:
                yield Problem("E004", chapter.path, link.line, f"there is no chapter {slug!r} to link to")
            elif anchor and anchor not in anchors[slug]:
                yield Problem("E004", chapter.path, link.line, f"chapter {slug!r} has no heading #{anchor}")
