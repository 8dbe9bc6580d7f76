"""Postings grouped anew, the same in whatever order they came: what arrivals decided one by one is decided at once."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from listings.dedup import blocking
from listings.dedup.clustering import Pair, cluster
from listings.dedup.matching import MatchCandidate, Verdict, compare
from listings.lifecycle import match_keys
from listings.lifecycle.lock import listings_lock
from listings.lifecycle.merging import Merging, Moved
from listings.models import KeepSeparate, MatchKey, Posting

log = logging.getLogger(__name__)

AT_A_TIME = 200
MOST_TOGETHER = 20_000


@dataclass(slots=True)
class ConnectedComponent:
    """Postings that hang together: alike, or in one listing. Closed under both, so that no pair is left out."""

    is_sample: bool
    members: dict[int, MatchCandidate] = field(default_factory=dict)
    verdicts: dict[tuple[int, int], Verdict] = field(default_factory=dict)
    against: set[tuple[int, int]] = field(default_factory=set)
    _judged: set[tuple[int, int]] = field(default_factory=set)

    def expand(self, seeds: Iterable[int]) -> bool:
        """False where more hangs together than can be grouped at once."""
        fresh = {one.posting: one for one in blocking.of_postings(Q(posting__in=list(seeds)))}
        while fresh:
            self.members.update(fresh)
            if len(self.members) > MOST_TOGETHER:
                return False
            keys = {block for one in fresh.values() for block in one.features.blocks}
            known = {one.posting: one for one in blocking.sharing(keys, is_sample=self.is_sample)} | fresh
            reached = self._alike(known)
            mates = self._siblings(fresh.values())
            known |= mates
            fresh = {pk: known[pk] for pk in reached | mates.keys() if pk not in self.members}
        return True

    def _siblings(self, members: Iterable[MatchCandidate]) -> dict[int, MatchCandidate]:
        """Every posting of their listings, also one that identity has yet to read."""
        listings = {one.listing for one in members}
        match_keys.read(match_keys.never_read(Q(listing__in=listings)))
        return {one.posting: one for one in blocking.of_postings(Q(posting__listing__in=listings))}

    def _alike(self, around: dict[int, MatchCandidate]) -> set[int]:
        """Judges the pairs that touch a member; returns those that are one vacancy with a member."""
        found = set()
        for one, other in blocking.pairs(around.values()):
            pair = (min(one.posting, other.posting), max(one.posting, other.posting))
            if pair in self._judged or not (pair[0] in self.members or pair[1] in self.members):
                continue
            self._judged.add(pair)
            verdict = compare(one, other)
            if verdict.same:
                self.verdicts[pair] = verdict
                found |= set(pair)
            elif verdict.against:
                self.against.add(pair)
        return found

    def groups(self) -> list[set[int]]:
        """In the order of scores, then of the boards' own ids: neither depends on who came first."""
        by_key = {one.key: one.posting for one in self.members.values()}
        key_of = {pk: one.key for pk, one in self.members.items()}
        pairs = [Pair(key_of[one], key_of[other], why.score, why.weak) for (one, other), why in self._inside()]
        parted = KeepSeparate.objects.filter(first__in=self.members, second__in=self.members).values_list(
            "first", "second"
        )
        apart = [frozenset((key_of[one], key_of[other])) for one, other in parted]
        inside = [pair for pair in self.against if set(pair) <= self.members.keys()]
        against = [frozenset((key_of[one], key_of[other])) for one, other in inside]
        return [{by_key[key] for key in group} for group in cluster(by_key, pairs, apart, against)]

    def _inside(self) -> list[tuple[tuple[int, int], Verdict]]:
        return [(pair, one) for pair, one in self.verdicts.items() if set(pair) <= self.members.keys()]

    def why(self, groups: Collection[set[int]]) -> dict[int, Verdict]:
        """For each posting the best reason that it belongs to its group."""
        group_of = {pk: number for number, group in enumerate(groups) for pk in group}
        best: dict[int, Verdict] = {}
        for pair, verdict in self._inside():
            if group_of[pair[0]] == group_of[pair[1]]:
                for pk in pair:
                    if pk not in best or verdict.score > best[pk].score:
                        best[pk] = verdict
        return best


def settle(*, everything: bool = False) -> Moved:
    """Groups what is unsettled, some hundreds in a transaction. Safe beside fetches."""
    total = Moved()
    if everything:
        unsettle()
    while True:
        with listings_lock():
            if not _settle_some(total):
                return total


def rehearse(*, everything: bool = False) -> Moved:
    """What `settle` would do, and nothing of it done. Holds the writers' lock to its end."""
    total = Moved()
    with listings_lock():
        if everything:
            unsettle()
        while _settle_some(total):
            pass
        transaction.set_rollback(True)
    return total


def unsettle() -> int:
    """Everything is looked at again."""
    return MatchKey.objects.filter(unsettled=False).update(unsettled=True)


def _settle_some(total: Moved) -> bool:
    """Within `writing()`. False where nothing was left to do."""
    waiting = MatchKey.objects.filter(unsettled=True).order_by("posting")
    seeds = list(waiting.values_list("posting", "posting__source__is_sample")[:AT_A_TIME])
    for is_sample in {sample for _, sample in seeds}:
        _settle_seeds([pk for pk, sample in seeds if sample == is_sample], is_sample, total)
    return bool(seeds)


def _settle_seeds(seeds: list[int], is_sample: bool, total: Moved) -> None:
    component = ConnectedComponent(is_sample)
    if component.expand(seeds):
        groups = component.groups()
        postings = Posting.objects.select_related("listing__company").defer("html", "facts").in_bulk(component.members)
        total.add(Merging(timezone.now(), postings).apply(groups, component.why(groups)))
        MatchKey.objects.filter(posting__in=component.members).update(unsettled=False)
    elif len(seeds) > 1:
        _settle_seeds(seeds[: len(seeds) // 2], is_sample, total)
    else:
        log.warning("More than %s ads hang together with posting %s: it stays where it is.", MOST_TOGETHER, seeds[0])
        MatchKey.objects.filter(posting__in=seeds).update(unsettled=False)
