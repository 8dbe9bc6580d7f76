"""Words of titles and the kind of work that they name, in the order in which they count: see data/titles.txt."""

from __future__ import annotations

from pathlib import Path

FILE = Path(__file__).parent / "data" / "titles.txt"

Rule = tuple[str, tuple[str, ...]]


def sections(lines: str) -> dict[str, list[Rule]]:
    """Section → its rules in order, each a category and its words."""
    found: dict[str, list[Rule]] = {}
    # An indented line goes on with the one before it.
    for line in lines.replace("\n    ", " ").splitlines():
        if line.startswith("["):
            rules = found.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            category, _, listed = line.partition(": ")
            rules.append((category, tuple(word for part in listed.split("|") if (word := part.strip()))))
    return found


_SECTIONS = sections(FILE.read_text(encoding="utf-8"))
TRADES, DEPARTMENTS, LOOSE = _SECTIONS["trades"], _SECTIONS["departments"], _SECTIONS["loose"]
