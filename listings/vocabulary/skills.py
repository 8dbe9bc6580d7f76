"""The closed list of skills, each with its spellings: data/skills.txt, whose head explains the notation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).parent / "data" / "skills.txt"
JOINTS = re.compile(r"[\s_\u00a0\u2010-\u2014-]+")


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to write a skill.

    `folded` is the lower-case form. `exact`, unless "", is the only accepted casing. An `ambiguous` spelling is also a
    common word and counts only next to other skills. A `practice` (a field of work, such as "machine learning") is
    mentioned all over the place and counts only among requirements.
    """

    skill: str
    folded: str
    exact: str = ""
    ambiguous: bool = False
    practice: bool = False


def parse_spellings(source: str) -> Iterator[Spelling]:
    """Every spelling in a file in the notation of data/skills.txt."""
    for line in source.splitlines():
        if line and not line.startswith(("#", "[")):
            yield from _parse_line([part.strip() for part in line.removeprefix("~").split("|")], line.startswith("~"))


def parse_names(source: str) -> Iterator[tuple[str, str]]:
    """Every skill with its name as people write it, from a file in the notation of data/skills.txt."""
    for line in source.splitlines():
        if line and not line.startswith(("#", "[")):
            name, _, written = line.removeprefix("~").partition("|")[0].strip().partition(": ")
            yield name.lower(), written or name


def _parse_line(parts: list[str], practice: bool) -> Iterator[Spelling]:
    name, *others = parts
    name = name.partition(": ")[0].lower()
    marked = {other.lstrip("?=").lower() for other in others if other.startswith(("?", "="))}
    # A marked spelling equal to the name replaces it: "c | ?=C" must not match a lower-case c.
    for part in (name, *others) if name not in marked else others:
        spelling = part.lstrip("?=")
        yield Spelling(name, fold(spelling), spelling if "=" in part[:2] else "", part.startswith("?"), practice)


def fold(text: str) -> str:
    """The form in which spellings are compared: lower case, hyphens and underscores as single spaces."""
    return JOINTS.sub(" ", text.lower()).strip()


_SOURCE = FILE.read_text(encoding="utf-8")
SPELLINGS = tuple(parse_spellings(_SOURCE))
# Skill → its name as people write it: "node.js" → "Node.js".
SKILL_NAMES: Mapping[str, str] = dict(parse_names(_SOURCE))
# Names come last, so that a skill's own name wins over another skill's spelling.
_SKILL_BY_SPELLING = {spelling.folded: spelling.skill for spelling in SPELLINGS} | {
    fold(spelling.skill): spelling.skill for spelling in SPELLINGS
}


def _spellings_by_skill() -> dict[str, tuple[str, ...]]:
    # A dict as an ordered set: two casings of a spelling fold to the same text.
    by_skill: dict[str, dict[str, None]] = {}
    for spelling in SPELLINGS:
        by_skill.setdefault(spelling.skill, {})[spelling.folded] = None
    return {skill: tuple(spellings) for skill, spellings in by_skill.items()}


# Skill → its folded spellings.
SKILLS: Mapping[str, tuple[str, ...]] = _spellings_by_skill()


def canonical(name: str) -> str | None:
    """The name in SKILLS for any spelling of a skill, singular or plural; None if it is not in the list."""
    spelling = fold(name)
    return _SKILL_BY_SPELLING.get(spelling) or _SKILL_BY_SPELLING.get(spelling.removesuffix("s"))
