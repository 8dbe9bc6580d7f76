"""The one style sheet of all pages, made of the small files in static/css/."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.checks import CheckMessage
from django.core.files.storage import FileSystemStorage, Storage

# In the order of loading. Within a cascade layer the later rule wins.
NAMES = (
    "layers fonts tokens base layout header footer banner button search-box combobox monogram card-parts cards "
    "results filters chips filter-form histogram sheet orders listing listing-head evidence notice sections home "
    "situation strip strip-phone fit-report form picker history keys marks card-states pane pane-place saved "
    "saved-card saved-board saved-narrow follow following favourites guide guide-wide guide-blocks"
)
STYLES = tuple(f"css/{name}.css" for name in NAMES.split())
PRINT = "css/print.css"
STYLE_SHEET = "css/site.css"

BARE = re.compile(r"/\*.*?\*/\s*|^\s+", re.DOTALL | re.MULTILINE)


def joined_styles() -> str:
    """Without comments and indentation, a fifth of its weight: the first page that a reader opens waits for it."""
    texts = [(settings.BASE_DIR / "static" / name).read_text(encoding="utf-8") for name in (*STYLES, PRINT)]
    return BARE.sub("", "\n".join([*texts[:-1], "@media print {", texts[-1].rstrip(), "}", ""]))


class StyleSheetFinder(BaseFinder):
    """Adds the style sheet to the static files: thirty requests take an old phone longer than the styles themselves.

    It is written to the data directory whenever it is looked for and a source file has changed.
    """

    def __init__(self, app_names: Sequence[str] | None = None, *args: Any, **kwargs: Any) -> None:
        self.storage = FileSystemStorage(settings.DATA_DIR / "styles")
        super().__init__(*args, **kwargs)

    def check(self, **kwargs: Any) -> list[CheckMessage]:
        return []

    # Django's own signature: with find_all a list, else a path or nothing.
    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        if path != STYLE_SHEET:
            return []
        written = str(self.write())
        return [written] if find_all else written

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, Storage]]:
        self.write()
        yield STYLE_SHEET, self.storage

    def write(self) -> Path:
        path, text = Path(self.storage.path(STYLE_SHEET)), joined_styles()
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            # Another process may be reading it just now.
            with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as new:
                new.write(text)
            os.replace(new.name, path)
        return path
