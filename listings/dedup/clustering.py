"""Groups postings into vacancies: pairs joined in the order of their scores, never two that are to stay separate."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

# The source's name and the board's own id. Not the posting's id: that one depends on the order of arrival.
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Pair:
    """`closeness`: sort key of pairs with one score, as `matching.closeness` returns it."""

    first: Key
    second: Key
    score: float
    weak: bool = False
    closeness: tuple[int, ...] = ()


class Opposition:
    """Groups that hold opposed members, however many: a look costs the same for each pair of groups."""

    def __init__(self, group: Mapping[Key, set[Key]], pairs: Iterable[frozenset[Key]]) -> None:
        # Group → opposed groups. By the identity of the set.
        self._opposed: dict[int, set[int]] = {}
        for first, second in pairs:
            for left, right in ((group[first], group[second]), (group[second], group[first])):
                self._opposed.setdefault(id(left), set()).add(id(right))

    def between(self, left: set[Key], right: set[Key]) -> bool:
        return id(right) in self._opposed.get(id(left), ())

    def join(self, smaller: set[Key], larger: set[Key]) -> None:
        """Follow two groups that have become one."""
        for other in self._opposed.pop(id(smaller), ()):
            self._opposed[other].remove(id(smaller))
            if other != id(larger):
                self._opposed.setdefault(id(larger), set()).add(other)
                self._opposed[other].add(id(larger))


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

    `separate`: pairs that never share a group. `opposed`: pairs that a weak pair must not bring together. `names`: of
    members; in a group each name is like each other one.
    """
    group: dict[Key, set[Key]] = {member: {member} for member in members}
    names_in = {id(members): {names[member]} for member, members in group.items()} if names else {}
    separate_groups, opposed_groups = Opposition(group, separate), Opposition(group, opposed)
    for pair in sorted(pairs, key=_best_first):
        left, right = group[pair.first], group[pair.second]
        if left is right or separate_groups.between(left, right):
            continue
        if pair.weak and opposed_groups.between(left, right):
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
        for opposition in (separate_groups, opposed_groups):
            opposition.join(smaller, larger)
    return list({id(members): members for members in group.values()}.values())


def _all_alike(left: set[str], right: set[str], are_alike: Callable[[str, str], object]) -> bool:
    return left == right or all(are_alike(name, other) for name in left for other in right)


def _best_first(pair: Pair) -> tuple[float, tuple[int, ...], list[Key]]:
    return -pair.score, pair.closeness, sorted((pair.first, pair.second))
