"""Which postings are one listing: pairs joined in the order of their scores, never two that an admin parted."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

Key = tuple[str, str]
"""The source's name and the board's own id: the same in every order of arrival."""


@dataclass(frozen=True, slots=True)
class Pair:
    one: Key
    other: Key
    score: float


def grouped(members: Iterable[Key], pairs: Iterable[Pair], apart: Collection[frozenset[Key]]) -> list[set[Key]]:
    """The same groups in whatever order members and pairs come."""
    group: dict[Key, set[Key]] = {member: {member} for member in members}
    kept_apart: dict[Key, set[Key]] = {}
    for parted in apart:
        one, other = sorted(parted)
        kept_apart.setdefault(one, set()).add(other)
        kept_apart.setdefault(other, set()).add(one)
    for pair in sorted(pairs, key=_descending):
        mine, theirs = group[pair.one], group[pair.other]
        if mine is theirs or any(kept_apart[member] & theirs for member in mine & kept_apart.keys()):
            continue
        smaller, larger = sorted((mine, theirs), key=len)
        larger |= smaller
        for member in smaller:
            group[member] = larger
    return list({id(members): members for members in group.values()}.values())


def _descending(pair: Pair) -> tuple[float, list[Key]]:
    return -pair.score, sorted((pair.one, pair.other))
