"""Other names of what seekers type: abbreviations, spellings, the same trade in other words."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("data") / "synonyms.toml"
LONGEST = 6
JOINTS = re.compile(r"[-\s]+")


class BadSynonyms(ValueError):
    """The data file contradicts itself."""


@dataclass(frozen=True, slots=True)
class Expansion:
    """Words `start` to `end` have `alternatives`, phrases in lower case."""

    start: int
    end: int
    alternatives: tuple[str, ...]


def expansions(words: Sequence[str]) -> list[Expansion]:
    """The runs of words that have other names: the longest from each place, none within another."""
    known = _known()
    folded = [key(word) for word in words]
    found: list[Expansion] = []
    place = 0
    while place < len(folded):
        for end in range(min(len(folded), place + LONGEST), place, -1):
            if alternatives := known.get(" ".join(folded[place:end])):
                found.append(Expansion(place, end, alternatives))
                place = end
                break
        else:
            place += 1
    return found


def key(phrase: str) -> str:
    """Case, hyphens and spaces are equal."""
    return JOINTS.sub(" ", phrase.lower()).strip()


def groups() -> list[tuple[str, ...]]:
    """Members of each group find one another."""
    stated = tomllib.loads(FILE.read_text())["equal"]
    return [tuple(member.strip() for member in line.split(" = ")) for line in stated.splitlines() if line.strip()]


def one_way() -> Mapping[str, Sequence[str]]:
    found: Mapping[str, Sequence[str]] = tomllib.loads(FILE.read_text())["one_way"]
    return found


def names() -> frozenset[str]:
    """Everything that is another name of something."""
    return frozenset(name for others in _known().values() for name in others)


def related(equal: Iterable[Sequence[str]], ways: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """Phrase → its other names. Raises BadSynonyms."""
    known: dict[str, tuple[str, ...]] = {}
    for group in equal:
        if len(group) < 2:
            raise BadSynonyms(f"A group of one: {group}")
        for member in group:
            if member != member.lower() or not key(member):
                raise BadSynonyms(f"Not in lower case: {member!r}")
            if key(member) in known:
                raise BadSynonyms(f"In two groups: {member!r}")
            known[key(member)] = tuple(other for other in group if other != member)
    for phrase, others in ways.items():
        if any(one != one.lower() or not key(one) for one in (phrase, *others)):
            raise BadSynonyms(f"Not in lower case: {phrase!r}")
        own = known.get(key(phrase), ())
        if not others or set(others) & {*own, phrase}:
            raise BadSynonyms(f"Said twice: {phrase!r}")
        known[key(phrase)] = (*own, *others)
    return known


@cache
def _known() -> dict[str, tuple[str, ...]]:
    return related(groups(), one_way())
