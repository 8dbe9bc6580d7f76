"""Groups postings into vacancies: pairs joined in the order of their scores, never two that an admin has separated."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

# The source's name and the board's own id. Not the posting's id: that one depends on the order of arrival.
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Pair:
    first: Key
    second: Key
    score: float
    weak: bool = False


def cluster(
    members: Iterable[Key],
    pairs: Iterable[Pair],
    separate: Iterable[frozenset[Key]],
    opposed: Iterable[frozenset[Key]] = (),
    *,
    names: Mapping[Key, str] | None = None,
    are_alike: Callable[[str, str], object] = operator.eq,
) -> list[set[Key]]:
    """Disjoint groups of all members, the same whatever the order of members and pairs.

    `separate`: pairs that never share a group. `opposed`: pairs that a weak pair must not bring together, and those of
    one source only a pair of that source: a stranger's ad may hold the texts of two jobs that their board tells apart.
    `names`: of members; in a group each name is like each other one.
    """
    group: dict[Key, set[Key]] = {member: {member} for member in members}
    names_in = {id(members): {names[member]} for member, members in group.items()} if names else {}
    separate_from = _neighbours(separate)
    opposed = list(opposed)
    opposed_to = _neighbours(opposed)
    told_apart = _neighbours(keys for keys in opposed if len({source for source, _ in keys}) == 1)
    for pair in sorted(pairs, key=_by_descending_score):
        left, right = group[pair.first], group[pair.second]
        if left is right or _any_between(left, right, separate_from):
            continue
        if pair.weak and _any_between(left, right, opposed_to):
            continue
        if _are_told_apart(pair, left, right, told_apart):
            continue
        if names and not _all_alike(names_in[id(left)], names_in[id(right)], are_alike):
            continue
        # Into the larger: every member moves at most log2(n) times, so twenty thousand of them take no longer.
        smaller, larger = sorted((left, right), key=len)
        larger |= smaller
        if names:
            names_in[id(larger)] |= names_in[id(smaller)]
        for member in smaller:
            group[member] = larger
    return list({id(members): members for members in group.values()}.values())


def _all_alike(left: set[str], right: set[str], are_alike: Callable[[str, str], object]) -> bool:
    return left == right or all(are_alike(name, other) for name in left for other in right)


def _neighbours(pairs: Iterable[frozenset[Key]]) -> dict[Key, set[Key]]:
    neighbours: dict[Key, set[Key]] = {}
    for pair in pairs:
        first, second = sorted(pair)
        neighbours.setdefault(first, set()).add(second)
        neighbours.setdefault(second, set()).add(first)
    return neighbours


def _any_between(left: set[Key], right: set[Key], neighbours: dict[Key, set[Key]]) -> bool:
    return any(neighbours[member] & right for member in left & neighbours.keys())


def _are_told_apart(pair: Pair, left: set[Key], right: set[Key], told_apart: dict[Key, set[Key]]) -> bool:
    """Whether a source other than that of the pair has different ads in both. Keys of each entry share their source."""
    source = pair.first[0] if pair.first[0] == pair.second[0] else None
    smaller, larger = sorted((left, right), key=len)
    return any(
        member[0] != source and not told_apart[member].isdisjoint(larger) for member in smaller if member in told_apart
    )


def _by_descending_score(pair: Pair) -> tuple[float, list[Key]]:
    return -pair.score, sorted((pair.first, pair.second))
