"""Postings that may be alike are found by keys that they share: no pass over all pairs, one query a batch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import Q

from listings.dedup.features import MatchFeatures
from listings.dedup.matching import MatchCandidate
from listings.dedup.titles import Title
from listings.models import MatchKey

MOST_IN_A_BLOCK = 200
"""Of a larger block each posting is compared with its neighbours only: what is equal stands side by side."""
COLUMNS = (
    "posting_id",
    "company",
    "work",
    "levels",
    "terms",
    "places",
    "signature",
    "size",
    "agency",
    "blocks",
    "posting__listing_id",
    "posting__external_id",
    "posting__fingerprint",
    "posting__published_at",
    "posting__first_seen_at",
    "posting__last_seen_at",
    "posting__expires_at",
    "posting__source__name",
    "posting__source__board",
)
SEPARATOR = "|"
# One look into the index for each key. Asked for all keys at once (&&), the planner reads the whole table.
WITH_KEYS = """
    SELECT DISTINCT found.posting_id FROM unnest(%s::bigint[]) AS key
    CROSS JOIN LATERAL (SELECT posting_id FROM listings_matchkey WHERE blocks @> ARRAY[key] OFFSET 0) AS found
"""


def sharing(blocks: Iterable[int], *, is_sample: bool) -> list[MatchCandidate]:
    """Postings that share a key with these: two queries, however many keys."""
    keys = sorted(set(blocks))
    if not keys:
        return []
    with connection.cursor() as cursor:
        cursor.execute(WITH_KEYS, [keys])
        postings = [found for (found,) in cursor.fetchall()]
    return of_postings(Q(posting__in=postings, posting__source__is_sample=is_sample))


def of_postings(which: Q) -> list[MatchCandidate]:
    return [_read(row) for row in MatchKey.objects.filter(which).values_list(*COLUMNS)]


def _read(row: Sequence[Any]) -> MatchCandidate:
    posting, company, work, levels, terms, places, bins, size, agency, blocks = row[:10]
    listing, external_id, fingerprint, published, first_seen, last_seen, expires, source, board = row[10:]
    title = Title(tuple(work.split()), frozenset(levels.split()), frozenset(terms.split()))
    named = frozenset(places.split(SEPARATOR)) if places else frozenset()
    begun, until = lifespan(published, first_seen, last_seen, expires)
    return MatchCandidate(
        key=(source, external_id),
        features=MatchFeatures(company, title, named, bytes(bins), size, agency, tuple(blocks)),
        board=board,
        begun_at=begun,
        seen_until=until,
        fingerprint=bytes(fingerprint),
        listing=listing,
        posting=posting,
    )


def lifespan(
    published: datetime | None, first_seen: datetime, last_seen: datetime, expires: datetime | None
) -> tuple[datetime, datetime]:
    """From when to when it was there, as far as is known."""
    begun = min(published, first_seen) if published else first_seen
    return begun, max(begun, min(last_seen, expires) if expires else last_seen)


def pairs(members: Iterable[MatchCandidate]) -> Iterator[tuple[MatchCandidate, MatchCandidate]]:
    """Those that share a key, each pair once and in the same order whatever the order of the members."""
    blocks: dict[int, list[MatchCandidate]] = defaultdict(list)
    for member in sorted(members, key=_beside):
        for block in member.features.blocks:
            blocks[block].append(member)
    met: set[tuple[int, int]] = set()
    for block in sorted(blocks):
        inside = blocks[block]
        for number, one in enumerate(inside):
            for other in inside[number + 1 : number + 1 + MOST_IN_A_BLOCK]:
                pair = (one.posting, other.posting)
                if pair not in met:
                    met.add(pair)
                    yield one, other


def _beside(member: MatchCandidate) -> tuple[Any, ...]:
    """What is equal but for its place is next to each other."""
    return member.features.bins, sorted(member.features.places), member.begun_at, member.key
