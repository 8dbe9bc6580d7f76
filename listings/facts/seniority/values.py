"""The levels that a value names: of a board's field, or after a label in the text ("Level: Mid to Senior")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from listings.vocabulary.seniority import FIELD_VALUES

LEVEL_BY_VALUE = {word: level for level, names in FIELD_VALUES.items() for word in names.split("|")}
MIXED = {"mid-senior": ("mid", "senior"), "mid-senior level": ("mid", "senior"), "mid/senior": ("mid", "senior")}
SPLIT = re.compile(r"[,;/]| and | or ")
LABELS = (
    "level:", "level :", "seniority:", "seniority :", "karrierestufe:", "erfahrungsstufe:", "seniorität:", "niveau:",
    "niveau :", "niveau d'expérience :", "niveau d’expérience :", "nivel:", "nível:", "senioridade:", "livello:",
    "poziom:", "career stage:", "experience:",
)  # fmt: skip
# Only a label at the start of its line: "English level: intermediate" is another.
LABEL_START = re.compile(
    r"(?:^|\n)[^\w\n]{0,6}(?:(?:seniority|experience|job|career|position|role|expected|required|your|dein|ihr|hierarchy"
    r"|erfahrungs|karriere)[- ]?)?$"
)
LABELLED = re.compile(r"\s{0,2}[-–*]{0,2}\s{0,2}([^\n.;|•:]{2,60})(?=$|[\n.;|•])")
RANGE = re.compile(
    r"\s*[/,;–+]\s*| - |\s(?:to|or|and|through|bis|und|oder|à|ou|et|y|o|a|até|e|tot|en|of|do|i|lub)\s|\((?=\w)|\)"
)
LEVEL_WORD = re.compile(r"[- ](?:level|niveau)$")


def levels_of_value(value: str) -> Iterator[str]:
    """The levels of one value of the board's field, which may join several: "Mid/Senior"."""
    lower = " ".join(value.lower().replace("_", " ").split())
    if lower in MIXED:
        yield from MIXED[lower]
    elif lower in LEVEL_BY_VALUE:
        # Before splitting: "VP/C-level" is one level.
        yield LEVEL_BY_VALUE[lower]
    else:
        parts = (part.strip(" .()") for part in SPLIT.split(lower))
        yield from (LEVEL_BY_VALUE[part] for part in parts if part in LEVEL_BY_VALUE)


def levels_after_label(lower: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """(level, start, end) of the value after the label at `start` to `end`; none unless all of the value is levels."""
    if not LABEL_START.search(lower, max(0, start - 24), start):
        return
    value = LABELLED.match(lower, end)
    if value is None:
        return
    whole = value[1].strip(" *")
    names: tuple[str, ...] | None = MIXED.get(whole)
    if names is None:
        parts = [part for piece in RANGE.split(whole) if (part := LEVEL_WORD.sub("", piece.strip()))]
        if not all(part in LEVEL_BY_VALUE for part in parts):
            return
        names = tuple(LEVEL_BY_VALUE[part] for part in parts)
    yield from ((name, *value.span(1)) for name in names)
