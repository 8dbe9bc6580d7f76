"""Jobs that one source tells apart: ads that it has open at the same time, and that are not the same vacancy.

Whoever's ad is like both, it joins one of them: a copy says nothing of how many jobs there are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from datetime import timedelta
from typing import Literal, TypeVar

from listings.dedup.matching import (
    MAX_REPOST_GAP,
    MIN_TEXT_SAME_PLACE,
    MatchCandidate,
    Verdict,
    compare,
    gap_between,
)

# "unless joined": not if the source's own ads, each like the next, lead from one to the other.
Telling = Literal["", "always", "unless joined"]
Node = TypeVar("Node", bound=Hashable)


def telling(first: MatchCandidate, second: MatchCandidate, verdict: Verdict) -> Telling:
    """Whether a source tells these two apart. `verdict`: as `compare` returns it."""
    if verdict.same or verdict.is_unknown or first.key[0] != second.key[0]:
        return ""
    if not _are_open_at_once(first, second):
        # One that is put up again and again may have been rewritten step by step.
        is_long_ago = gap_between(first, second) > MAX_REPOST_GAP
        return "unless joined" if verdict.against or is_long_ago else ""
    # A job that is listed once per place: but for the place, all would be the same.
    is_by_place = verdict.place == "other" and verdict.text >= MIN_TEXT_SAME_PLACE
    return "unless joined" if is_by_place else "always"


def _are_open_at_once(first: MatchCandidate, second: MatchCandidate) -> bool:
    # Of two that are open, one may not have been read yet when the other was seen first.
    return (first.is_open and second.is_open) or gap_between(first, second) < timedelta()


def is_told_apart_from(candidate: MatchCandidate, others: Iterable[MatchCandidate]) -> bool:
    """Whether its source tells it apart from one of these, the ads of one listing."""
    is_joined = is_in_doubt = False
    for other in others:
        if other.key[0] != candidate.key[0]:
            continue
        verdict = compare(candidate, other)
        is_joined |= verdict.same
        tells = telling(candidate, other, verdict)
        if tells == "always":
            return True
        is_in_doubt |= tells == "unless joined"
    return is_in_doubt and not is_joined


def told_apart(
    tellings: Mapping[tuple[Node, Node], Telling], same: Iterable[tuple[Node, Node]], of_source: Mapping[Node, str]
) -> Iterator[tuple[Node, Node]]:
    """The pairs that are told apart. `same`: pairs that are the same vacancy; without them nothing brings two together.

    `of_source`: the source of each ad.
    """
    same = list(same)
    connected = connected_sets(same)
    joined = connected_sets((first, second) for first, second in same if of_source[first] == of_source[second])
    for (first, second), tells in tellings.items():
        if connected.get(first, first) != connected.get(second, second):
            continue
        if tells == "always" or joined.get(first, first) != joined.get(second, second):
            yield first, second


def connected_sets(pairs: Iterable[tuple[Node, Node]]) -> dict[Node, Node]:
    """Of each node in a pair, a node that stands for all that are connected with it."""
    stands_for: dict[Node, Node] = {}
    members: dict[Node, list[Node]] = defaultdict(list)
    for first, second in pairs:
        for node in (first, second):
            if node not in stands_for:
                stands_for[node] = node
                members[node].append(node)
        smaller, larger = sorted((stands_for[first], stands_for[second]), key=lambda node: len(members[node]))
        if smaller != larger:
            for node in members.pop(smaller):
                stands_for[node] = larger
                members[larger].append(node)
    return stands_for
