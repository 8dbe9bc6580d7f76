"""Synonyms for search: abbreviations, variant spellings and other names of the same job."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("data") / "synonyms.toml"
MAX_TOKENS = 6
JOINTS = re.compile(r"[-\s]+")


class BadSynonyms(ValueError):
    """The synonyms contradict each other."""


@dataclass(frozen=True, slots=True)
class Expansion:
    """Tokens `start` to `end` (exclusive) of a query have these `alternatives`, phrases in lower case."""

    start: int
    end: int
    alternatives: tuple[str, ...]


def expansions(tokens: Sequence[str]) -> list[Expansion]:
    """Phrases of a query that have synonyms, left to right: the longest at each position, never overlapping."""
    synonyms = _synonyms()
    keys = [key(token) for token in tokens]
    result: list[Expansion] = []
    start = 0
    while start < len(keys):
        for end in range(min(len(keys), start + MAX_TOKENS), start, -1):
            if alternatives := synonyms.get(" ".join(keys[start:end])):
                result.append(Expansion(start, end, alternatives))
                start = end
                break
        else:
            start += 1
    return result


def key(phrase: str) -> str:
    """Phrases that differ only in case, hyphens or spaces have the same key."""
    return JOINTS.sub(" ", phrase.lower()).strip()


def groups() -> list[tuple[str, ...]]:
    """Groups of phrases that are synonyms of each other."""
    lines = tomllib.loads(FILE.read_text())["equal"]
    return [tuple(member.strip() for member in line.split(" = ")) for line in lines.splitlines() if line.strip()]


def one_way() -> Mapping[str, Sequence[str]]:
    """Phrase → phrases that a search for it finds too. The reverse does not hold."""
    broader: Mapping[str, Sequence[str]] = tomllib.loads(FILE.read_text())["one_way"]
    return broader


def names() -> frozenset[str]:
    """Every phrase that is a synonym of another."""
    return frozenset(name for others in _synonyms().values() for name in others)


def merge(equal: Iterable[Sequence[str]], ways: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """Key of a phrase → its synonyms, from groups and one-way rules. Raises BadSynonyms."""
    synonyms: dict[str, tuple[str, ...]] = {}
    for group in equal:
        if len(group) < 2:
            raise BadSynonyms(f"Group with a single member: {group}")
        for member in group:
            if member != member.lower() or not key(member):
                raise BadSynonyms(f"Not in lower case: {member!r}")
            if key(member) in synonyms:
                raise BadSynonyms(f"In two groups: {member!r}")
            synonyms[key(member)] = tuple(other for other in group if other != member)
    for phrase, others in ways.items():
        if any(name != name.lower() or not key(name) for name in (phrase, *others)):
            raise BadSynonyms(f"Not in lower case: {phrase!r}")
        equals = synonyms.get(key(phrase), ())
        # A one-way rule that repeats a group is a mistake in the data: the group already works both ways.
        if not others or set(others) & {*equals, phrase}:
            raise BadSynonyms(f"Empty or repeated synonym: {phrase!r}")
        synonyms[key(phrase)] = (*equals, *others)
    return synonyms


@cache
def _synonyms() -> dict[str, tuple[str, ...]]:
    return merge(groups(), one_way())
