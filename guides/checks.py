"""System checks: what is wrong with a chapter is said before a reader meets it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core import checks

from guides.boards import held_boards
from guides.chapters import Chapter, Problem
from guides.library import read
from guides.markup import BoardBlock

SHORTEST, LONGEST = 900, 1500
HINTS = {
    "E001": "Begin the file with the fields that the top of guides/library.py shows.",
    "E002": "The top of guides/library.py shows every field and how it is written.",
    "E003": "Give each chapter a slug and an order of its own.",
    "E004": "Links are written /guide/slug/#anchor; an anchor is the words of the heading: #is-it-still-open.",
    "E005": "The top of guides/library.py shows how blocks are written.",
    "E006": "Sections begin with ##, their parts with ###, and no two headings of a chapter read the same.",
    "E007": "Name a board that listings/boards/ reads, or write none after the address and say why.",
    "W001": f"A chapter is read in one sitting: {SHORTEST:,} to {LONGEST:,} words.",
}


def check_chapters(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[checks.CheckMessage]:
    found, problems = read(Path(settings.GUIDE_CONTENT))
    for chapter in found:
        problems += _unknown_boards(chapter)
        if not SHORTEST <= chapter.words <= LONGEST:
            problems.append(Problem("W001", chapter.path, 1, f"the chapter has {chapter.words:,} words"))
    return [_message(problem) for problem in problems]


def _unknown_boards(chapter: Chapter) -> list[Problem]:
    names = held_boards().names
    problems = []
    for board in chapter.parts:
        if not isinstance(board, BoardBlock) or board.held is (board.name in names):
            continue
        words = "the site reads no board of this name" if board.held else "the site does read this board"
        problems.append(Problem("E007", chapter.path, board.line, f"board {board.name}: {words}"))
    return problems


def _message(problem: Problem) -> checks.CheckMessage:
    kind = checks.Warning if problem.id.startswith("W") else checks.Error
    return kind(str(problem), hint=HINTS[problem.id], obj=str(problem.path), id=f"guides.{problem.id}")
