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


class Opposition:
    """Groups that hold opposed members, however many: a look costs the same for each pair of groups."""

    def __init__(self, group: Mapping[Key, set[Key]], pairs: Iterable[frozenset[Key]]) -> None:
        # Group → opposed group → the sources whose ads are opposed. By the identity of the set.
        self._sources: dict[int, dict[int, set[str]]] = {}
        for keys in pairs:
            first, second = sorted(keys)
            for one, other in ((group[first], group[second]), (group[second], group[first])):
                self._sources.setdefault(id(one), {}).setdefault(id(other), set()).update((first[0], second[0]))

    def between(self, left: set[Key], right: set[Key]) -> set[str]:
        """The sources; none where nothing is opposed."""
        return self._sources.get(id(left), {}).get(id(right), set())

    def join(self, smaller: set[Key], larger: set[Key]) -> None:
        """Follow two groups that have become one."""
        for other, sources in self._sources.pop(id(smaller), {}).items():
            self._sources[other].pop(id(smaller))
            if other == id(larger):
                continue
            for one, opposed in ((id(larger), other), (other, id(larger))):
                self._sources.setdefault(one, {}).setdefault(opposed, set()).update(sources)


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
    opposed = list(opposed)
    separate_groups, opposed_groups = Opposition(group, separate), Opposition(group, opposed)
    told_apart = Opposition(group, (keys for keys in opposed if len({source for source, _ in keys}) == 1))
    for pair in sorted(pairs, key=_by_descending_score):
        left, right = group[pair.first], group[pair.second]
        if left is right or separate_groups.between(left, right):
            continue
        if pair.weak and opposed_groups.between(left, right):
            continue
        if told_apart.between(left, right) - ({pair.first[0]} & {pair.second[0]}):
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
        for opposition in (separate_groups, opposed_groups, told_apart):
            opposition.join(smaller, larger)
    return list({id(members): members for members in group.values()}.values())


def _all_alike(left: set[str], right: set[str], are_alike: Callable[[str, str], object]) -> bool:
    return left == right or all(are_alike(name, other) for name in left for other in right)


def _by_descending_score(pair: Pair) -> tuple[float, list[Key]]:
    return -pair.score, sorted((pair.first, pair.second))
