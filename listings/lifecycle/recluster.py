"""Clustering again, so that the groups do not depend on the order in which ads came."""

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

BATCH = 200
MAX_COMPONENT = 20_000


@dataclass(slots=True)
class ConnectedComponent:
    """Postings closed under similarity and shared listing: no pair to compare crosses its border. Keys: posting ids."""

    is_sample: bool
    members: dict[int, MatchCandidate] = field(default_factory=dict)
    verdicts: dict[tuple[int, int], Verdict] = field(default_factory=dict)
    against: set[tuple[int, int]] = field(default_factory=set)
    _compared: set[tuple[int, int]] = field(default_factory=set)

    def expand(self, seeds: Iterable[int]) -> bool:
        """Add everything connected with these postings. False if that is more than can be clustered at once."""
        fresh = {candidate.posting: candidate for candidate in blocking.load_candidates(Q(posting__in=list(seeds)))}
        while fresh:
            self.members.update(fresh)
            if len(self.members) > MAX_COMPONENT:
                return False
            keys = {block for candidate in fresh.values() for block in candidate.features.blocks}
            sharing = blocking.load_sharing(keys, is_sample=self.is_sample)
            known = {candidate.posting: candidate for candidate in sharing} | fresh
            reached = self._similar(known)
            siblings = self._siblings(fresh.values())
            known |= siblings
            fresh = {pk: known[pk] for pk in reached | siblings.keys() if pk not in self.members}
        return True

    def _siblings(self, members: Iterable[MatchCandidate]) -> dict[int, MatchCandidate]:
        """Every posting of the members' listings, including those without a match key so far."""
        listings = {candidate.listing for candidate in members}
        match_keys.rebuild(match_keys.missing(Q(listing__in=listings)))
        siblings = blocking.load_candidates(Q(posting__listing__in=listings))
        return {candidate.posting: candidate for candidate in siblings}

    def _similar(self, around: dict[int, MatchCandidate]) -> set[int]:
        """Compare the pairs that touch a member. Returns the postings that are the same vacancy as a member."""
        similar = set()
        for first, second in blocking.candidate_pairs(around.values()):
            pair = (min(first.posting, second.posting), max(first.posting, second.posting))
            if pair in self._compared or not (pair[0] in self.members or pair[1] in self.members):
                continue
            self._compared.add(pair)
            verdict = compare(first, second)
            if verdict.same:
                self.verdicts[pair] = verdict
                similar |= set(pair)
            elif verdict.against:
                self.against.add(pair)
        return similar

    def groups(self) -> list[set[int]]:
        """In the order of scores, then of the boards' ids: neither depends on who came first."""
        by_key = {candidate.key: candidate.posting for candidate in self.members.values()}
        key_of = {pk: candidate.key for pk, candidate in self.members.items()}
        pairs = [Pair(key_of[first], key_of[second], why.score, why.weak) for (first, second), why in self._inside()]
        separate = KeepSeparate.objects.filter(first__in=self.members, second__in=self.members)
        apart = [
            frozenset((key_of[first], key_of[second])) for first, second in separate.values_list("first", "second")
        ]
        inside = [pair for pair in self.against if set(pair) <= self.members.keys()]
        against = [frozenset((key_of[first], key_of[second])) for first, second in inside]
        return [{by_key[key] for key in group} for group in cluster(by_key, pairs, apart, against)]

    def _inside(self) -> list[tuple[tuple[int, int], Verdict]]:
        return [(pair, verdict) for pair, verdict in self.verdicts.items() if set(pair) <= self.members.keys()]

    def best_verdicts(self, groups: Collection[set[int]]) -> dict[int, Verdict]:
        """For each posting the strongest verdict with another of its group."""
        group_of = {pk: number for number, group in enumerate(groups) for pk in group}
        best: dict[int, Verdict] = {}
        for pair, verdict in self._inside():
            if group_of[pair[0]] == group_of[pair[1]]:
                for pk in pair:
                    if pk not in best or verdict.score > best[pk].score:
                        best[pk] = verdict
        return best


def recluster(*, everything: bool = False) -> Moved:
    """Cluster the unsettled postings, or all of them, a batch per transaction. Safe beside fetches."""
    total = Moved()
    if everything:
        mark_all_unsettled()
    while True:
        with listings_lock():
            if not _recluster_batch(total):
                return total


def rehearse(*, everything: bool = False) -> Moved:
    """What `recluster` would do, rolled back. Holds the lock of listings until its end."""
    total = Moved()
    with listings_lock():
        if everything:
            mark_all_unsettled()
        while _recluster_batch(total):
            pass
        transaction.set_rollback(True)
    return total


def mark_all_unsettled() -> int:
    return MatchKey.objects.filter(unsettled=False).update(unsettled=True)


def _recluster_batch(total: Moved) -> bool:
    """Runs within `listings_lock()`. False if nothing was left to do."""
    waiting = MatchKey.objects.filter(unsettled=True).order_by("posting")
    seeds = list(waiting.values_list("posting", "posting__source__is_sample")[:BATCH])
    # Made-up and real ads are clustered apart: they never share a listing.
    for is_sample in {sample for _, sample in seeds}:
        _recluster_seeds([pk for pk, sample in seeds if sample == is_sample], is_sample, total)
    return bool(seeds)


def _recluster_seeds(seeds: list[int], is_sample: bool, total: Moved) -> None:
    component = ConnectedComponent(is_sample)
    if component.expand(seeds):
        groups = component.groups()
        postings = Posting.objects.select_related("listing__company").defer("html", "facts").in_bulk(component.members)
        total.add(Merging(timezone.now(), postings).apply(groups, component.best_verdicts(groups)))
        MatchKey.objects.filter(posting__in=component.members).update(unsettled=False)
    elif len(seeds) > 1:
        # The batch joined several large components: halves of it may each be small enough.
        _recluster_seeds(seeds[: len(seeds) // 2], is_sample, total)
    else:
        log.warning("More than %s ads are connected with posting %s: it stays where it is.", MAX_COMPONENT, seeds[0])
        MatchKey.objects.filter(posting__in=seeds).update(unsettled=False)
