"""What deduplication compares of each posting, kept as rows beside the postings."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Q, QuerySet

from listings.dedup import normalise
from listings.dedup.blocking import SEPARATOR
from listings.dedup.features import MatchFeatures, match_features
from listings.facts.text import plain
from listings.models import MatchKey, Posting

COLUMNS = ("pk", "ad", "html", "listing_id")
UPDATED = [field.name for field in MatchKey._meta.concrete_fields if not field.primary_key]


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


def save(rows: Sequence[MatchKey]) -> None:
    """Insert, or overwrite the row that a posting has already."""
    MatchKey.objects.bulk_create(
        rows, batch_size=500, update_conflicts=True, unique_fields=["posting"], update_fields=UPDATED
    )


def stale() -> QuerySet[Posting]:
    """Postings without a match key of the current version."""
    return Posting.objects.exclude(match_key__version=normalise.VERSION).order_by("pk").only(*COLUMNS)


def missing(condition: Q) -> list[Posting]:
    return list(Posting.objects.filter(condition, match_key=None).only(*COLUMNS))


def rebuild(postings: Sequence[Posting]) -> None:
    """Make the match keys of kept postings, to be clustered again. Runs within `listings_lock()`."""
    rows = []
    for posting in postings:
        text = normalise.fold(plain(posting.html))
        posting.fingerprint = normalise.fingerprint(posting.as_ad, text)
        rows.append(match_key_of(posting.pk, match_features(posting.as_ad, text), unsettled=True))
    save(rows)
    Posting.objects.bulk_update(postings, ["fingerprint"], batch_size=250)
