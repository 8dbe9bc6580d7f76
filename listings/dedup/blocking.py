"""Finds postings that may match, by the block keys that they share: one query a batch, never a pass over all pairs."""

from __future__ import annotations

from bisect import bisect, insort
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator
from datetime import datetime
from itertools import chain
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import Q

from listings.dedup.features import MatchFeatures
from listings.dedup.matching import MatchCandidate
from listings.dedup.titles import Title
from listings.models import MatchKey

# Within a larger block, each posting is compared with this many neighbours only: sorted, similar ones are close.
MAX_NEIGHBOURS = 200
# Of a block beyond all measure, such as an employer with thousands of different ads under one title, the newest count.
MAX_BLOCK = 5_000
SEPARATOR = "|"
# One index lookup for each key: with `blocks && keys` the planner reads the whole table. OFFSET 0 keeps it from merging
# the subquery into a join, which ends in the same plan, and from reading all postings in their order for the LIMIT.
WITH_KEYS = """
    SELECT DISTINCT newest.posting_id FROM unnest(%s::bigint[]) AS key
    CROSS JOIN LATERAL (
        SELECT posting_id FROM (
            SELECT posting_id FROM listings_matchkey WHERE blocks @> ARRAY[key] OFFSET 0
        ) AS matching ORDER BY posting_id DESC LIMIT %s
    ) AS newest
"""


class MatchRow(NamedTuple):
    """A match key with what a comparison needs of its posting and source. Field names are ORM lookups."""

    posting_id: int
    company: str
    work: str
    levels: str
    terms: str
    places: str
    signature: bytes | memoryview
    size: int
    agency: bool
    blocks: list[int]
    posting__listing_id: int
    posting__external_id: str
    posting__fingerprint: bytes | memoryview
    posting__published_at: datetime | None
    posting__first_seen_at: datetime
    posting__last_seen_at: datetime
    posting__expires_at: datetime | None
    posting__closed_at: datetime | None
    posting__source__name: str
    posting__source__board: str

    def as_candidate(self) -> MatchCandidate:
        begun, until = lifespan(
            self.posting__published_at,
            self.posting__first_seen_at,
            self.posting__last_seen_at,
            self.posting__expires_at,
        )
        return MatchCandidate(
            key=(self.posting__source__name, self.posting__external_id),
            features=self._features(),
            board=self.posting__source__board,
            begun_at=begun,
            seen_until=until,
            fingerprint=bytes(self.posting__fingerprint),
            listing=self.posting__listing_id,
            posting=self.posting_id,
            is_open=self.posting__closed_at is None,
            first_seen_at=self.posting__first_seen_at,
        )

    def _features(self) -> MatchFeatures:
        return MatchFeatures(
            company=self.company,
            title=Title(
                tuple(self.work.split()),
                frozenset(self.levels.split()),
                frozenset(self.terms.split()),
            ),
            # "".split("|") gives [""], a place of no name that every ad without places would share.
            places=frozenset(self.places.split(SEPARATOR)) if self.places else frozenset(),
            bins=bytes(self.signature),
            size=self.size,
            agency=self.agency,
            blocks=tuple(self.blocks),
        )


def load_sharing(blocks: Iterable[int], *, is_sample: bool) -> list[MatchCandidate]:
    """Postings with any of these block keys, up to MAX_BLOCK of each: two queries. Real and sample ads never mix."""
    keys = sorted(set(blocks))
    if not keys:
        return []
    with connection.cursor() as cursor:
        cursor.execute(WITH_KEYS, [keys, MAX_BLOCK])
        postings = [posting_id for (posting_id,) in cursor.fetchall()]
    return load_candidates(Q(posting__in=postings, posting__source__is_sample=is_sample))


def load_candidates(condition: Q) -> list[MatchCandidate]:
    """`condition` is on MatchKey. Postings without a match key are left out."""
    rows = MatchKey.objects.filter(condition).values_list(*MatchRow._fields)
    return [MatchRow._make(row).as_candidate() for row in rows]


def lifespan(
    published: datetime | None, first_seen: datetime, last_seen: datetime, expires: datetime | None
) -> tuple[datetime, datetime]:
    """When an ad appeared and until when it was online, as far as is known."""
    begun = min(published, first_seen) if published else first_seen
    # An ad may expire before we first see it, or name a date before its own publication.
    return begun, max(begun, min(last_seen, expires) if expires else last_seen)


class Blocks:
    """Candidates by block key. They may be added one by one."""

    def __init__(self) -> None:
        self._members: dict[int, list[MatchCandidate]] = defaultdict(list)

    def add(self, candidate: MatchCandidate) -> None:
        for block in candidate.features.blocks:
            insort(self._members[block], candidate, key=_similar_first)

    def sharing(self, candidate: MatchCandidate) -> Iterator[MatchCandidate]:
        """Those that share a block with it, each once; of a crowded block its nearest MAX_NEIGHBOURS."""
        seen = set()
        for block in candidate.features.blocks:
            members = self._members.get(block, [])
            start = 0
            if len(members) > MAX_NEIGHBOURS:
                place = bisect(members, _similar_first(candidate), key=_similar_first)
                start = max(0, place - MAX_NEIGHBOURS // 2)
            for other in members[start : start + MAX_NEIGHBOURS]:
                if other.key not in seen:
                    seen.add(other.key)
                    yield other

    def is_crowded(self, candidate: MatchCandidate) -> bool:
        """Whether `sharing` leaves some out."""
        return any(len(self._members.get(block, ())) > MAX_NEIGHBOURS for block in candidate.features.blocks)


def crowded(candidates: Iterable[MatchCandidate]) -> list[MatchCandidate]:
    """Those in a block that has more of them than `candidate_pairs` compares with each."""
    candidates = list(candidates)
    sizes = Counter(block for candidate in candidates for block in candidate.features.blocks)
    return [one for one in candidates if any(sizes[block] > MAX_NEIGHBOURS for block in one.features.blocks)]


def candidate_pairs(
    candidates: Iterable[MatchCandidate], members: Container[int], seen: set[tuple[int, int]]
) -> Iterator[tuple[MatchCandidate, MatchCandidate]]:
    """Pairs that share a block key, of which one is a member, by its posting's id.

    Each once, in the same order whatever the order of the candidates, without those in `seen`, to which it adds them.
    In a crowded block a member has MAX_NEIGHBOURS on either side. Other pairs are not even listed: of ten thousand ads
    in crowded blocks they take a gigabyte.
    """
    blocks: dict[int, list[MatchCandidate]] = defaultdict(list)
    for candidate in sorted(candidates, key=_similar_first):
        for block in candidate.features.blocks:
            blocks[block].append(candidate)
    for block in sorted(blocks):
        sharing = blocks[block]
        for number, member in enumerate(sharing):
            if member.posting not in members:
                continue
            start = max(0, number - MAX_NEIGHBOURS)
            for other in chain(sharing[start:number], sharing[number + 1 : number + 1 + MAX_NEIGHBOURS]):
                pair = (min(member.posting, other.posting), max(member.posting, other.posting))
                if pair not in seen:
                    seen.add(pair)
                    yield member, other


def _similar_first(candidate: MatchCandidate) -> tuple[Any, ...]:
    """Sort key that puts equal texts next to each other. Ends in the key: ids depend on the order of arrival."""
    return candidate.features.bins, sorted(candidate.features.places), candidate.begun_at, candidate.key
