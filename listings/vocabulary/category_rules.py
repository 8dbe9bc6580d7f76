"""Rules that map phrases in job titles to categories, strongest first: see data/titles.txt."""

from __future__ import annotations

from pathlib import Path

FILE = Path(__file__).parent / "data" / "titles.txt"

# A category and the phrases that name it.
Rule = tuple[str, tuple[str, ...]]


def parse_sections(source: str) -> dict[str, list[Rule]]:
    """Section name → its rules, in file order."""
    rules_by_section: dict[str, list[Rule]] = {}
    # Join indented continuation lines first, so that each rule is one line.
    for line in source.replace("\n    ", " ").splitlines():
        if line.startswith("["):
            rules = rules_by_section.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            category, _, phrases = line.partition(": ")
            rules.append((category, tuple(phrase for part in phrases.split("|") if (phrase := part.strip()))))
    return rules_by_section


_SECTIONS = parse_sections(FILE.read_text(encoding="utf-8"))
TRADES, DEPARTMENTS, GENERAL = _SECTIONS["trades"], _SECTIONS["departments"], _SECTIONS["general"]
