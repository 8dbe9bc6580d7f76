"""What deduplication compares of each posting, kept as rows beside the postings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from time import monotonic

from django.db.models import QuerySet
from django.utils import timezone

from listings.dedup import normalise
from listings.dedup.blocking import SEPARATOR
from listings.dedup.features import MatchFeatures, match_features
from listings.dedup.matching import MAX_TEXT_AGAINST, MIN_TEXT_SAME_PLACE
from listings.dedup.minhash import MIN_SHINGLES, text_similarity
from listings.dedup.titles import Title, is_same_work
from listings.facts.text import plain
from listings.lifecycle.lock import listings_lock
from listings.lifecycle.refresh import refresh_listings
from listings.lifecycle.row_updates import update_rows
from listings.models import MatchKey, Posting
from listings.models.text_chunks import id_chunks

COLUMNS = ("pk", "ad", "html", "content_hash")
UPDATED = [field.name for field in MatchKey._meta.concrete_fields if not field.primary_key]
# Signatures of two versions cannot be compared: an ad begins with what it is when its row is made again.
REMADE = [name for name in UPDATED if name != "named_at"]
BATCH = 500
# One batch, and with it what a stopped process loses.
READ_SECONDS = 20


@dataclass(frozen=True, slots=True)
class ComputedKey:
    """Of an ad whose content had this hash."""

    content_hash: bytes
    fingerprint: bytes
    features: MatchFeatures


def match_key_of(posting_id: int, features: MatchFeatures, *, unsettled: bool) -> MatchKey:
    """An unsaved row. `unsettled`: the posting is to be clustered again."""
    return MatchKey(
        posting_id=posting_id,
        version=normalise.VERSION,
        company=features.company,
        work=" ".join(features.title.work),
        levels=" ".join(sorted(features.title.levels)),
        terms=" ".join(sorted(features.title.terms)),
        places=SEPARATOR.join(sorted(features.places)),
        signature=features.bins,
        size=features.size,
        agency=features.agency,
        blocks=list(features.blocks),
        unsettled=unsettled,
    )


@dataclass(frozen=True, slots=True)
class Origin:
    """The title and text with which an ad began; `bins` and `size` as in `MatchFeatures`."""

    work: str
    bins: bytes
    size: int

    @classmethod
    def of(cls, key: MatchKey) -> Origin:
        if key.origin_signature is None or key.origin_size is None:
            return cls(key.work, bytes(key.signature), key.size)
        return cls(key.origin_work, bytes(key.origin_signature), key.origin_size)


def is_rewritten(before: MatchKey, after: MatchFeatures) -> bool:
    """Whether an ad under its old id is another vacancy now: of another employer, or with another text.

    Compared with what it began with: in small steps, too, it may become another.
    """
    if before.company != after.company:
        return True
    origin = Origin.of(before)
    if min(origin.size, after.size) < MIN_SHINGLES:
        return origin.work != " ".join(after.title.work)
    similarity = text_similarity(origin.bins, after.bins)
    # Jobs of one employer have long passages in common.
    is_retitled = not is_same_work(Title(tuple(origin.work.split()), frozenset(), frozenset()), after.title)
    return similarity < (MIN_TEXT_SAME_PLACE if is_retitled else MAX_TEXT_AGAINST)


def begin_anew(key: MatchKey, before: MatchKey, first_seen_at: datetime) -> None:
    """For the new row of a rewritten ad. `first_seen_at`: of the ad as it was before."""
    if before.company == key.company:
        key.named_at = before.named_at or first_seen_at


def carry_on(key: MatchKey, before: MatchKey) -> None:
    """For the new row of an ad that is what it was."""
    key.named_at = before.named_at
    origin = Origin.of(before)
    # A text too short to compare is given up for the first one that is not, or any might follow it.
    if before.version == key.version and (origin.size >= MIN_SHINGLES or key.size < MIN_SHINGLES):
        key.origin_work, key.origin_signature, key.origin_size = origin.work, origin.bins, origin.size


def save(rows: Sequence[MatchKey], update_fields: Sequence[str] = UPDATED) -> None:
    """Insert, or overwrite these fields of the row that a posting has already."""
    MatchKey.objects.bulk_create(
        rows, batch_size=500, update_conflicts=True, unique_fields=["posting"], update_fields=update_fields
    )


def stale() -> QuerySet[Posting]:
    """Postings without a match key of the current version."""
    return Posting.objects.exclude(match_key__version=normalise.VERSION).order_by("pk")


def missing() -> QuerySet[Posting]:
    """Postings without any match key."""
    return Posting.objects.filter(match_key=None).order_by("pk")


def update(waiting: QuerySet[Posting], limit: int) -> int:
    """Make the match keys of postings, to be clustered again. Returns how many, at most about `limit`.

    `waiting`: as `stale()` or `missing()` returns them.
    """
    done = 0
    while done < limit and (computed := _compute(waiting)):
        with listings_lock():
            _store(computed)
        done += len(computed)
    return done


def _compute(waiting: QuerySet[Posting]) -> dict[int, ComputedKey]:
    """By posting. Outside the lock of listings: a few endless ads take longer than anybody may hold it."""
    computed: dict[int, ComputedKey] = {}
    until = monotonic() + READ_SECONDS
    for ids in id_chunks(waiting[:BATCH], "html"):
        for posting in Posting.objects.filter(pk__in=ids).order_by("pk").only(*COLUMNS):
            if computed and monotonic() > until:
                return computed
            ad, text = posting.as_ad, normalise.fold(plain(posting.html))
            fingerprint = normalise.fingerprint(ad, text)
            computed[posting.pk] = ComputedKey(bytes(posting.content_hash), fingerprint, match_features(ad, text))
    return computed


def _store(computed: Mapping[int, ComputedKey]) -> None:
    """Runs within `listings_lock()`. What a fetch has changed since is left to the next batch."""
    rows = Posting.objects.filter(pk__in=computed).only("content_hash", "listing_id")
    batch = [posting for posting in rows if bytes(posting.content_hash) == computed[posting.pk].content_hash]
    for posting in batch:
        posting.fingerprint = computed[posting.pk].fingerprint
    save([match_key_of(posting.pk, computed[posting.pk].features, unsettled=True) for posting in batch], REMADE)
    update_rows(batch, ["fingerprint"])
    refresh_listings({posting.listing_id for posting in batch}, timezone.now())
