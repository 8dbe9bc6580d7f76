"""Synonyms for search: abbreviations, variant spellings and other names of the same job."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from listings.vocabulary.combining_marks import normalized

FILE = Path(__file__).with_name("data") / "synonyms.toml"
FOREIGN_ROLES_FILE = FILE.with_name("foreign_roles.toml")
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
    """Phrases that differ only in case, accents, hyphens or spaces have the same key."""
    decomposed = normalized("NFD", phrase.lower())
    return JOINTS.sub(" ", "".join(char for char in decomposed if not unicodedata.combining(char))).strip()


def groups() -> list[tuple[str, ...]]:
    """Groups of phrases that are synonyms of each other."""
    lines = tomllib.loads(FILE.read_text())["equal"]
    return [tuple(member.strip() for member in line.split(" = ")) for line in lines.splitlines() if line.strip()]


def one_way() -> Mapping[str, Sequence[str]]:
    """Phrase → phrases that a search for it finds too. The reverse does not hold."""
    broader: Mapping[str, Sequence[str]] = tomllib.loads(FILE.read_text())["one_way"]
    return broader


def foreign_roles() -> Mapping[str, Sequence[str]]:
    """English name of a role → its names in other languages."""
    roles: Mapping[str, Sequence[str]] = tomllib.loads(FOREIGN_ROLES_FILE.read_text(encoding="utf-8"))
    return roles


def names() -> frozenset[str]:
    """Every phrase that is a synonym of another."""
    return frozenset(name for others in _synonyms().values() for name in others)


def merge(equal: Iterable[Sequence[str]], ways: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """Key of a phrase → its synonyms, from groups and one-way rules. Raises BadSynonyms.

    A one-way rule for a member of a group holds for all of the group: what a lawyer may be called, an attorney may.
    """
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
    in_group = dict(synonyms)
    for phrase, others in ways.items():
        if any(name != name.lower() or not key(name) for name in (phrase, *others)):
            raise BadSynonyms(f"Not in lower case: {phrase!r}")
        equals = in_group.get(key(phrase), ())
        # A one-way rule that repeats a group is a mistake in the data: the group already works both ways.
        if not others or set(others) & {*equals, phrase}:
            raise BadSynonyms(f"Empty or repeated synonym: {phrase!r}")
        for member in (phrase, *equals):
            known = synonyms.get(key(member), ())
            added = tuple(other for other in others if other not in known and key(other) != key(member))
            synonyms[key(member)] = (*known, *added)
    return synonyms


@cache
def _synonyms() -> dict[str, tuple[str, ...]]:
    synonyms = merge(groups(), one_way())
    for english, foreign_names in foreign_roles().items():
        translated = (english, *synonyms.get(key(english), ()))
        for name in foreign_names:
            known = synonyms.get(key(name), ())
            synonyms[key(name)] = (*known, *(other for other in translated if other not in known))
    return synonyms
