from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.urls import reverse
from pytest_django.fixtures import Settings

from jobsite import guide_boards
from listings.web import context_processors

Write = Callable[..., Path]

FRONT = {
    "title": "How to wait",
    "slug": "how-to-wait",
    "summary": "What to do while nobody answers.",
    "order": "1",
    "updated": "2026-03-04",
    "illustration": "search",
}


@pytest.fixture(autouse=True)
def nothing_remembered() -> Iterator[None]:
    guide_boards.forget()
    context_processors.forget()
    yield
    guide_boards.forget()
    context_processors.forget()


@pytest.fixture
def write(tmp_path: Path, settings: Settings) -> Write:
    """Writes a chapter into a guide of the test's own: `write("## Body", slug="other")`; None leaves a field out."""
    settings.GUIDE_CONTENT = tmp_path
    settings.DEBUG = True

    def chapter(body: str = "## One\n\nWords.\n", **fields: str | None) -> Path:
        front = {name: value for name, value in (FRONT | fields).items() if value is not None}
        path = tmp_path / f"{front.get('slug', 'nameless')}.md"
        lines = "\n".join(f"{name}: {value}" for name, value in front.items())
        path.write_text(f"---\n{lines}\n---\n\n{body}", encoding="utf-8")
        return path

    return chapter


@pytest.fixture
def address() -> str:
    """Of the chapter that `write` writes by default."""
    return reverse("guides:chapter", args=[FRONT["slug"]])
