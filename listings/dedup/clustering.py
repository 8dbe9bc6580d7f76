"""Which postings are one listing: pairs joined in the order of their scores, never two that an admin parted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

Key = tuple[str, str]
"""The source's name and the board's own id: the same in every order of arrival."""


@dataclass(frozen=True, slots=True)
class Pair:
    one: Key
    other: Key
    score: float
    weak: bool = False


def cluster(
    members: Iterable[Key],
    pairs: Iterable[Pair],
    apart: Iterable[frozenset[Key]],
    against: Iterable[frozenset[Key]] = (),
) -> list[set[Key]]:
    """The same groups in whatever order members and pairs come.

    `apart` are never in one group. `against` are not brought together by a weak pair.
    """
    group: dict[Key, set[Key]] = {member: {member} for member in members}
    parted = _neighbours(apart)
    opposed = _neighbours(against)
    for pair in sorted(pairs, key=_descending):
        mine, theirs = group[pair.one], group[pair.other]
        if mine is theirs or _any_between(mine, theirs, parted):
            continue
        if pair.weak and _any_between(mine, theirs, opposed):
            continue
        smaller, larger = sorted((mine, theirs), key=len)
        larger |= smaller
        for member in smaller:
            group[member] = larger
    return list({id(members): members for members in group.values()}.values())


def _neighbours(pairs: Iterable[frozenset[Key]]) -> dict[Key, set[Key]]:
    found: dict[Key, set[Key]] = {}
    for pair in pairs:
        one, other = sorted(pair)
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return found


def _any_between(mine: set[Key], theirs: set[Key], neighbours: dict[Key, set[Key]]) -> bool:
    return any(neighbours[member] & theirs for member in mine & neighbours.keys())


def _descending(pair: Pair) -> tuple[float, list[Key]]:
    return -pair.score, sorted((pair.one, pair.other))
