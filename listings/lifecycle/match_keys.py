"""What deduplication compares of each posting, kept as rows beside the postings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from time import monotonic

from django.db.models import QuerySet
from django.utils import timezone

from listings.dedup import normalise
from listings.dedup.blocking import SEPARATOR
from listings.dedup.features import MatchFeatures, match_features
from listings.dedup.matching import MAX_TEXT_AGAINST, company_similarity
from listings.dedup.minhash import MIN_SHINGLES, text_similarity
from listings.facts.text import plain
from listings.lifecycle.lock import listings_lock
from listings.lifecycle.refresh import refresh_listings
from listings.lifecycle.row_updates import update_rows
from listings.models import MatchKey, Posting
from listings.models.text_chunks import id_chunks

COLUMNS = ("pk", "ad", "html", "content_hash")
UPDATED = [field.name for field in MatchKey._meta.concrete_fields if not field.primary_key]
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


def is_rewritten(before: MatchKey, after: MatchFeatures) -> bool:
    """Whether an ad under its old id is another vacancy now: of another employer, or with another text."""
    if not company_similarity(before.company, after.company):
        return True
    if min(before.size, after.size) < MIN_SHINGLES:
        return before.work != " ".join(after.title.work)
    return text_similarity(bytes(before.signature), after.bins) < MAX_TEXT_AGAINST


def save(rows: Sequence[MatchKey]) -> None:
    """Insert, or overwrite the row that a posting has already."""
    MatchKey.objects.bulk_create(
        rows, batch_size=500, update_conflicts=True, unique_fields=["posting"], update_fields=UPDATED
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
    save([match_key_of(posting.pk, computed[posting.pk].features, unsettled=True) for posting in batch])
    update_rows(batch, ["fingerprint"])
    refresh_listings({posting.listing_id for posting in batch}, timezone.now())
