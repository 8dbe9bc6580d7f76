"""Clustering again, so that the groups do not depend on the order in which ads came."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Collection, Container, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, combinations

from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from listings.dedup import blocking
from listings.dedup.clustering import Pair, cluster
from listings.dedup.features import MatchFeatures
from listings.dedup.matching import (
    MIN_TEXT_OTHER_PLACE,
    MatchCandidate,
    Verdict,
    closeness,
    company_similarity,
    compare,
    opposition,
)
from listings.dedup.told_apart import Telling, connected_sets, telling, told_apart
from listings.lifecycle import crowds, match_keys
from listings.lifecycle.lock import listings_lock, show_life
from listings.lifecycle.merging import Merging, Moved
from listings.lifecycle.scams import employers_own, strangers_scams
from listings.models import KeepSeparate, MatchKey, Posting

log = logging.getLogger(__name__)

BATCH = 200
# What is compared at once: postings that belong together, those around them that share a block, and how
# often one leads to others. Of what exceeds them, nothing is moved.
MAX_COMPONENT, MAX_AROUND, MAX_ROUNDS = 1_000, 10_000, 30
# Pairs: ten seconds of processor time, nearly all of it before the lock is taken. A batch in crowded blocks has fewer.
# Those between two signs of life take a tenth of a second, and many times as long on a busy machine.
MAX_PAIRS, PAIRS_AT_ONCE = 600_000, 5_000
MAX_KEYS = 50_000


@dataclass(slots=True)
class ConnectedComponent:
    """Postings closed under similarity and shared listing: no pair to compare crosses its border. Keys: posting ids.

    `earlier`: of the same seeds, expanded before the lock was taken. What has not changed since is not compared again.
    """

    is_sample: bool
    earlier: ConnectedComponent | None = None
    seeds: list[int] = field(default_factory=list)
    is_too_much: bool = False
    members: dict[int, MatchCandidate] = field(default_factory=dict)
    verdicts: dict[tuple[int, int], Verdict] = field(default_factory=dict)
    against: set[tuple[int, int]] = field(default_factory=set)
    apart: set[tuple[int, int]] = field(default_factory=set)
    tellings: dict[tuple[int, int], Telling] = field(default_factory=dict)
    _compared: set[tuple[int, int]] = field(default_factory=set)
    _around: dict[int, MatchCandidate] = field(default_factory=dict)

    def expand(self, seeds: list[int]) -> None:
        """Add everything connected with these postings, unless that `is_too_much` to be clustered at once."""
        self.seeds = seeds
        self.is_too_much = not self._expanded(seeds)
        if not self.is_too_much:
            self._compare_distant()

    def _expanded(self, seeds: list[int]) -> bool:
        fresh = {candidate.posting: candidate for candidate in blocking.load_candidates(Q(posting__in=seeds))}
        for _ in range(MAX_ROUNDS):
            if not fresh:
                return True
            self.members.update(fresh)
            listings = {candidate.listing for candidate in fresh.values() if isinstance(candidate.listing, int)}
            # Counted before any of them is read.
            siblings_count = Posting.objects.filter(listing__in=listings)[: MAX_COMPONENT + 1].count()
            if max(len(self.members), siblings_count) > MAX_COMPONENT:
                return False
            keys = {block for candidate in fresh.values() for block in candidate.features.blocks}
            sharing = blocking.load_sharing(keys, is_sample=self.is_sample)
            if len(sharing) > MAX_AROUND:
                return False
            known = {candidate.posting: candidate for candidate in sharing} | fresh
            reached = self._similar(known, fresh)
            if len(self._compared) > MAX_PAIRS:
                return False
            siblings = self._siblings(listings)
            known |= siblings
            fresh = {pk: known[pk] for pk in reached | siblings.keys() if pk not in self.members}
        return not fresh

    def _siblings(self, listings: Collection[int]) -> dict[int, MatchCandidate]:
        """Every posting of these listings."""
        siblings = blocking.load_candidates(Q(posting__listing__in=listings))
        return {candidate.posting: candidate for candidate in siblings}

    def _similar(self, around: Mapping[int, MatchCandidate], fresh: Container[int]) -> set[int]:
        """Compare the pairs that touch a fresh member. Returns the postings that are the same vacancy as a member.

        Stops behind MAX_PAIRS.
        """
        similar = set()
        self._around.update(around)
        unchanged = self._unchanged(around)
        for first, second in blocking.candidate_pairs(around.values(), fresh, self._compared):
            if len(self._compared) > MAX_PAIRS:
                break
            if len(self._compared) % PAIRS_AT_ONCE == 0:
                show_life()
            pair = _ids(first, second)
            if self.earlier and pair in self.earlier._compared and unchanged.issuperset(pair):
                self._copy_from(self.earlier, pair)
            else:
                self._keep(first, second, compare(first, second))
            if pair in self.verdicts:
                similar |= set(pair)
        return similar

    def _copy_from(self, earlier: ConnectedComponent, pair: tuple[int, int]) -> None:
        if pair in earlier.verdicts:
            self.verdicts[pair] = earlier.verdicts[pair]
        self.against |= {pair} & earlier.against
        self.apart |= {pair} & earlier.apart
        if pair in earlier.tellings:
            self.tellings[pair] = earlier.tellings[pair]

    def _keep(self, first: MatchCandidate, second: MatchCandidate, verdict: Verdict) -> None:
        pair = _ids(first, second)
        if verdict.same:
            self.verdicts[pair] = verdict
            return
        if verdict.against:
            self.against.add(pair)
        if verdict.apart:
            self.apart.add(pair)
        if tells := telling(first, second, verdict):
            self.tellings[pair] = tells

    def _compare_distant(self) -> None:
        """Look for what is opposed, or told apart by one source, among members that were not compared yet.

        Their block was too crowded to compare all of it, and unlike texts stand far from each other in it; or they
        share none, and others connect them.
        """
        if self.earlier and not self.earlier.is_too_much and self.earlier.members == self.members:
            self.against |= self.earlier.against
            self.apart |= self.earlier.apart
            self.tellings |= self.earlier.tellings
            return
        distant = chain(self._crowded_of_two_sources(), self._connected_of_a_source())
        fresh = (pair for pair in distant if _ids(*pair) not in self._compared)
        for number, (first, second) in enumerate(fresh):
            if number % PAIRS_AT_ONCE == 0:
                show_life()
            verdict = compare(first, second) if first.key[0] == second.key[0] else opposition(first, second)
            if verdict and not verdict.same:
                self._keep(first, second, verdict)

    def _crowded_of_two_sources(self) -> Iterator[tuple[MatchCandidate, MatchCandidate]]:
        crowded = blocking.crowded(self.members.values())
        return (pair for pair in combinations(crowded, 2) if pair[0].key[0] != pair[1].key[0])

    def _connected_of_a_source(self) -> Iterator[tuple[MatchCandidate, MatchCandidate]]:
        """Pairs of one source that others may bring together, but for those that differ in their places alone."""
        together: dict[tuple[int, str], list[MatchCandidate]] = defaultdict(list)
        for pk, connected_set in connected_sets(pair for pair, _ in self._inside()).items():
            together[connected_set, self.members[pk].key[0]].append(self.members[pk])
        pairs = chain.from_iterable(combinations(candidates, 2) for candidates in together.values())
        return ((first, second) for first, second in pairs if not _are_equal(first.features, second.features))

    def _unchanged(self, around: Mapping[int, MatchCandidate]) -> set[int]:
        """Ids of those that were the same when they were compared earlier."""
        if self.earlier is None:
            return set()
        before = self.earlier._around
        return {pk for pk, candidate in around.items() if pk in before and before[pk] == candidate}

    def groups(self) -> list[set[int]]:
        """In the order of scores, then of the boards' ids: neither depends on who came first."""
        by_key = {candidate.key: candidate.posting for candidate in self.members.values()}
        key_of = {pk: candidate.key for pk, candidate in self.members.items()}
        down, kept_apart = _taken_down(self.members, self.verdicts)
        # What is like an ad that is down goes with it first, or it would be back under another id.
        pairs = [self._pair(ids, why, is_down=bool(down.intersection(ids))) for ids, why in self._inside()]
        separate = KeepSeparate.objects.filter(first__in=self.members, second__in=self.members)
        of_source = {pk: key[0] for pk, key in key_of.items()}
        one_source = told_apart(self.tellings, [pair for pair, _ in self._inside()], of_source)
        never = [*separate.values_list("first", "second"), *kept_apart, *self.apart, *one_source]
        apart, against = (
            [frozenset((key_of[first], key_of[second])) for first, second in kept if {first, second} <= key_of.keys()]
            for kept in (never, self.against)
        )
        names = {candidate.key: candidate.features.company for candidate in self.members.values()}
        groups = cluster(by_key, pairs, apart, against, names=names, are_alike=company_similarity)
        return [{by_key[key] for key in group} for group in groups]

    def _pair(self, ids: tuple[int, int], verdict: Verdict, *, is_down: bool) -> Pair:
        first, second = (self.members[pk] for pk in ids)
        # Before anything else what a board shows several times: two that copy it under unlike titles would part it.
        is_shown_twice = first.key[0] == second.key[0] and verdict.text >= MIN_TEXT_OTHER_PLACE
        rank = verdict.score + is_shown_twice + 2 * is_down
        return Pair(first.key, second.key, rank, verdict.weak, closeness(first, second, verdict))

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


def _ids(first: MatchCandidate, second: MatchCandidate) -> tuple[int, int]:
    return min(first.posting, second.posting), max(first.posting, second.posting)


def _are_equal(first: MatchFeatures, second: MatchFeatures) -> bool:
    return (first.bins, first.title, first.company) == (second.bins, second.title, second.company)


def _taken_down(postings: Collection[int], same: Container[tuple[int, int]]) -> tuple[set[int], list[tuple[int, int]]]:
    """Ads that are down, and pairs of one and an ad in another listing that must not follow it.

    An ad follows one that is down, `same` as it and seen no later than itself, if it was seen after the take-down. An
    ad that is like both, published afterwards, would else take any other down as well. The employer's own ad follows
    no stranger's scam.
    """
    down_since = Coalesce("listing__hidden_at", "takedown__at")
    rows = Posting.objects.filter(pk__in=postings).annotate(down_since=down_since)
    seen = list(rows.values_list("pk", "listing", "first_seen_at", "down_since"))
    down = [(posting, listing, first_seen, since) for posting, listing, first_seen, since in seen if since]
    # Other ad and listing that is down, where one of the ads in that listing is its model.
    follows = {
        (other, listing)
        for posting, listing, model_seen, _ in down
        for other, _, first_seen, is_down in seen
        if not is_down and model_seen <= first_seen and (min(posting, other), max(posting, other)) in same
    }
    scams = strangers_scams({listing for _, listing, *_ in down})
    own = employers_own(postings) if scams else set()
    pairs = [
        (posting, other)
        for posting, listing, _, since in down
        for other, its_listing, first_seen, is_down in seen
        if not is_down
        and its_listing != listing
        and (first_seen <= since or (other, listing) not in follows or (other in own and listing in scams))
    ]
    return {posting for posting, *_ in down}, pairs


@dataclass(slots=True)
class Reclustering:
    """`moved` so far. `singles`: how many seeds are to be taken one by one, as together they were too many."""

    moved: Moved = field(default_factory=Moved)
    singles: int = 0

    def compare_ahead(self) -> dict[bool, ConnectedComponent]:
        """What the next step is to cluster, by `is_sample`. Needs no lock: the step looks at what has changed since."""
        ahead = {is_sample: ConnectedComponent(is_sample) for is_sample in (False, True)}
        for is_sample, seeds in self._seeds().items():
            ahead[is_sample].expand(seeds)
        return ahead

    def step(self, ahead: Mapping[bool, ConnectedComponent] | None = None) -> bool:
        """Cluster a batch of unsettled postings. Runs within `listings_lock()`. False if nothing was left to do."""
        batch = self._seeds()
        self.singles = max(0, self.singles - 1)
        for is_sample, seeds in batch.items():
            self._cluster(seeds, is_sample, ahead[is_sample] if ahead else None)
        return bool(batch)

    def _seeds(self) -> dict[bool, list[int]]:
        """By `is_sample`: made-up and real ads are clustered apart, as they never share a listing."""
        waiting = MatchKey.objects.filter(unsettled=True).order_by("posting")
        batch: dict[bool, list[int]] = {}
        for pk, is_sample in waiting.values_list("posting", "posting__source__is_sample")[
            : 1 if self.singles else BATCH
        ]:
            batch.setdefault(is_sample, []).append(pk)
        return batch

    def _cluster(self, seeds: list[int], is_sample: bool, earlier: ConnectedComponent | None) -> None:
        if earlier is not None and earlier.is_too_much and earlier.seeds == seeds:
            # It is no less by now, or is clustered when one of them changes again.
            component = earlier
        else:
            component = ConnectedComponent(is_sample, earlier)
            component.expand(seeds)
        if not component.is_too_much:
            groups = component.groups()
            rows = Posting.objects.select_related("listing__company").defer("html", "facts")
            postings = rows.in_bulk(component.members)
            self.moved.add(Merging(timezone.now(), postings).apply(groups, component.best_verdicts(groups)))
            MatchKey.objects.filter(posting__in=component.members).update(unsettled=False)
        elif len(seeds) > 1:
            # One of them may be connected with too much, the others with little.
            self.singles = len(seeds)
        else:
            log.warning("Too many ads are connected with posting %s: they stay where they are.", seeds[0])
            self._leave(seeds[0], component)

    def _leave(self, seed: int, component: ConnectedComponent) -> None:
        """What shares a block with the seed is connected with as much: to try each alone would take hours."""
        around = MatchKey.objects.filter(unsettled=True, posting__source__is_sample=component.is_sample)
        candidate = component.members.get(seed)
        blocks = list(candidate.features.blocks) if candidate else []
        left = around.filter(Q(posting__in=[seed, *component.members]) | Q(blocks__overlap=blocks))
        self.moved.add(crowds.part(set(left.values_list("posting__listing", flat=True))))
        left.update(unsettled=False)


def recluster(*, everything: bool = False) -> Moved:
    """Cluster the unsettled postings, or all of them, a batch per transaction. Safe beside fetches."""
    # Before the lock is taken: what has none would stay apart from the others of its listing.
    match_keys.update(match_keys.missing(), MAX_KEYS)
    run = Reclustering()
    if everything:
        mark_all_unsettled()
    while True:
        ahead = run.compare_ahead()
        with listings_lock():
            if not run.step(ahead):
                return run.moved


def rehearse(*, everything: bool = False) -> Moved:
    """What `recluster` would do, rolled back. Holds the lock of listings until its end."""
    run = Reclustering()
    with listings_lock():
        if everything:
            mark_all_unsettled()
        while run.step():
            pass
        transaction.set_rollback(True)
    return run.moved


def mark_all_unsettled() -> int:
    return MatchKey.objects.filter(unsettled=False).update(unsettled=True)
