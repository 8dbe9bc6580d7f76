"""Listings with more ads than can be grouped at once: what a board tells apart leaves them all the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from django.db.models import Q
from django.utils import timezone

from listings.dedup import blocking
from listings.dedup.matching import MatchCandidate, compare
from listings.dedup.told_apart import telling
from listings.lifecycle.merging import Merging, Moved
from listings.models import Posting

# Ads of all these listings, and texts that one source has in one of them. With more, they stay where they are.
MAX_ADS, MAX_TEXTS = 10_000, 200


def part(listing_ids: Collection[int]) -> Moved:
    """Split these listings where a source tells ads apart that only others' ads can have brought together.

    Runs within `listings_lock()`.
    """
    if Posting.objects.filter(listing__in=listing_ids)[: MAX_ADS + 1].count() > MAX_ADS:
        return Moved()
    in_listing: dict[object, dict[int, MatchCandidate]] = defaultdict(dict)
    for candidate in blocking.load_candidates(Q(posting__listing__in=listing_ids)):
        in_listing[candidate.listing][candidate.posting] = candidate
    groups: list[set[int]] = []
    for candidates in in_listing.values():
        if leaving := _leaving(candidates.values()):
            groups += [candidates.keys() - set().union(*leaving), *leaving]
    if not groups:
        return Moved()
    rows = Posting.objects.select_related("listing__company").defer("html", "facts")
    return Merging(timezone.now(), rows.in_bulk(set().union(*groups))).apply(groups, {})


def _leaving(candidates: Iterable[MatchCandidate]) -> list[set[int]]:
    """Ids of postings of one listing: the groups of each source but that of its first ad."""
    of_source: dict[str, list[MatchCandidate]] = defaultdict(list)
    for candidate in sorted(candidates, key=lambda candidate: candidate.posting):
        of_source[candidate.key[0]].append(candidate)
    return [group for ads in of_source.values() if len(ads) > 1 for group in _alike(ads)[1:]]


def _alike(ads: Iterable[MatchCandidate]) -> list[set[int]]:
    """Groups between which each text is told apart from each, in the order of their first ads."""
    with_text: dict[tuple[bytes, frozenset[str]], list[MatchCandidate]] = defaultdict(list)
    for candidate in ads:
        with_text[candidate.features.bins, candidate.features.title.terms].append(candidate)
    groups: list[list[MatchCandidate]] = []
    if len(with_text) <= MAX_TEXTS:
        for first, *others in with_text.values():
            near = [group for group in groups if any(not _is_told_apart(first, other) for other in group)]
            groups = [group for group in groups if group not in near]
            groups.append([*(candidate for group in near for candidate in group), first, *others])
    return sorted(({candidate.posting for candidate in group} for group in groups), key=min)


def _is_told_apart(first: MatchCandidate, second: MatchCandidate) -> bool:
    return bool(telling(first, second, compare(first, second)))
