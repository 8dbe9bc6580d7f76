"""System checks: problems of chapters are reported before a reader meets them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core import checks

from guides.boards import board_catalogue
from guides.chapters import Chapter, Problem
from guides.library import read_chapters
from guides.markup import BoardBlock

MIN_WORDS, MAX_WORDS = 900, 1500
HINTS = {
    "E001": "Begin the file with the fields shown at the top of guides/library.py.",
    "E002": "The top of guides/library.py shows every field and its form.",
    "E003": "Give each chapter a slug and an order of its own.",
    "E004": "Write links as /guide/slug/#anchor; the anchor is the text of the heading: #is-it-still-open.",
    "E005": "The top of guides/library.py shows the syntax of blocks.",
    "E006": "Begin sections with ## and their parts with ###; no two headings of a chapter may read the same.",
    "E007": "Name a board from listings/boards/, or write none after the URL and say why in the text.",
    "W001": f"A chapter is read in one sitting: {MIN_WORDS:,} to {MAX_WORDS:,} words.",
}


def check_chapters(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[checks.CheckMessage]:
    chapters, problems = read_chapters(Path(settings.GUIDE_CONTENT))
    for chapter in chapters:
        problems += _board_problems(chapter)
        if not MIN_WORDS <= chapter.word_count <= MAX_WORDS:
            problems.append(Problem("W001", chapter.path, 1, f"the chapter has {chapter.word_count:,} words"))
    return [_check_message(problem) for problem in problems]


def _board_problems(chapter: Chapter) -> list[Problem]:
    """Blocks whose claim to be read by this site, or not, is wrong."""
    known = board_catalogue().names
    problems = []
    for part in chapter.parts:
        if not isinstance(part, BoardBlock) or part.is_read == (part.name in known):
            continue
        message = "this site does not read such a board" if part.is_read else "this site does read it"
        problems.append(Problem("E007", chapter.path, part.line, f"board {part.name}: {message}"))
    return problems


def _check_message(problem: Problem) -> checks.CheckMessage:
    level = checks.Warning if problem.id.startswith("W") else checks.Error
    return level(str(problem), hint=HINTS[problem.id], obj=str(problem.path), id=f"guides.{problem.id}")
