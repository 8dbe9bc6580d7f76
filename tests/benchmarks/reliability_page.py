"""The pages of measurements in docs/: each benchmark replaces the table of its own section."""

from __future__ import annotations

import re
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reliability.md"


def replace_section(title: str, table: str, page: Path = PAGE) -> None:
    """Puts the table between the marks of the section `title`, whose words are written by hand."""
    begin, end = f"<!-- {title}: figures -->", f"<!-- {title}: end of figures -->"
    pattern = re.compile(f"{re.escape(begin)}.*?{re.escape(end)}", re.DOTALL)
    text = page.read_text()
    if not pattern.search(text):
        raise ValueError(f"{page} has no marks {begin} … {end}.")
    page.write_text(pattern.sub(lambda match: f"{begin}\n{table}\n{end}", text))
