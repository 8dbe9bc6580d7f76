"""What identity compares, read from kept postings without a fetch: the first time, or by newer code."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Q, QuerySet

from listings.dedup import blocking, normalise
from listings.dedup.features import match_features
from listings.facts.text import plain
from listings.models import Posting

WANTED = ("pk", "ad", "html", "listing_id")


def unread() -> QuerySet[Posting]:
    return Posting.objects.exclude(match_key__version=normalise.VERSION).order_by("pk").only(*WANTED)


def never_read(which: Q) -> list[Posting]:
    return list(Posting.objects.filter(which, match_key=None).only(*WANTED))


def read(postings: Sequence[Posting]) -> None:
    """Within `writing()`. They are to be grouped again."""
    rows = []
    for posting in postings:
        text = normalise.folded(plain(posting.html))
        posting.fingerprint = normalise.fingerprint(posting.as_ad, text)
        rows.append(blocking.match_key_of(posting.pk, match_features(posting.as_ad, text), unsettled=True))
    blocking.keep(rows)
    Posting.objects.bulk_update(postings, ["fingerprint"], batch_size=250)
