"""Skills, closed: one name each and the spellings that stand for it. The list is data/skills.txt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).parent / "data" / "skills.txt"
JOINTS = re.compile(r"[\s_\u00a0\u2010-\u2014-]+")


@dataclass(frozen=True, slots=True)
class Spelling:
    """`written` tells the only case that counts ("" any); `doubtful` ones count only in company.

    A `practice` is a field of work that texts speak of at every turn: it counts only where it is asked for.
    """

    skill: str
    words: str
    written: str = ""
    doubtful: bool = False
    practice: bool = False


def spellings(lines: str) -> Iterator[Spelling]:
    for line in lines.splitlines():
        if line and not line.startswith(("#", "[")):
            yield from _of_line([part.strip() for part in line.removeprefix("~").split("|")], line.startswith("~"))


def _of_line(parts: list[str], practice: bool) -> Iterator[Spelling]:
    name, *others = parts
    marked = {other.lstrip("?=").lower() for other in others if other.startswith(("?", "="))}
    for part in (name, *others) if name not in marked else others:
        words = part.lstrip("?=")
        yield Spelling(name, plainly(words), words if "=" in part[:2] else "", part.startswith("?"), practice)


def plainly(words: str) -> str:
    """Lower case, joints as single spaces: the form in which spellings are compared."""
    return JOINTS.sub(" ", words.lower()).strip()


SPELLINGS = tuple(spellings(FILE.read_text(encoding="utf-8")))
_NAMES = {spelling.words: spelling.skill for spelling in SPELLINGS} | {
    plainly(spelling.skill): spelling.skill for spelling in SPELLINGS
}


def _listed() -> dict[str, tuple[str, ...]]:
    listed: dict[str, dict[str, None]] = {}
    for spelling in SPELLINGS:
        listed.setdefault(spelling.skill, {})[spelling.words] = None
    return {name: tuple(words) for name, words in listed.items()}


SKILLS: Mapping[str, tuple[str, ...]] = _listed()
"""Name → its spellings, lower case."""


def canonical(name: str) -> str | None:
    """The skill that a name stands for, however it is spelt; None where the list has none."""
    words = plainly(name)
    return _NAMES.get(words) or _NAMES.get(words.removesuffix("s"))
