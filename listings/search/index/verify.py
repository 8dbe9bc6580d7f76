"""Does the index hold what PostgreSQL does? Where it does not, Change rows send every indexer to look again."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import tantivy
from django.conf import settings

from listings.models import Change, Listing
from listings.search.index.documents import stamp
from listings.search.index.reader import Reader

AT_A_TIME = 1000


@dataclass(frozen=True, slots=True)
class Difference:
    """Ids of listings that the index lacks, holds too many of, or holds an old state of."""

    missing: list[int]
    extra: list[int]
    old: list[int]

    def __bool__(self) -> bool:
        return bool(self.missing or self.extra or self.old)


def compare() -> Difference:
    """Raises NotReady where there is no index."""
    searcher = Reader(Path(settings.INDEX_DIR)).searcher()
    addresses = searcher.search(tantivy.Query.all_query(), limit=max(1, searcher.num_docs))
    ids = searcher.numbers("id", addresses)
    held = dict(zip(ids, searcher.numbers("stamp", addresses), strict=True))
    kept = {pk: stamp(at) for pk, at in Listing.objects.open().values_list("pk", "changed_at").iterator()}
    repeated = {pk for pk, times in Counter(ids).items() if times > 1}
    extra = sorted((held.keys() - kept.keys()) | repeated)
    old = sorted(pk for pk in kept.keys() & held.keys() if kept[pk] != held[pk])
    return Difference(sorted(kept.keys() - held.keys()), extra, old)


def mend(difference: Difference) -> None:
    wrong = sorted({*difference.missing, *difference.extra, *difference.old})
    Change.objects.bulk_create([Change(listing_id=pk, kind=Change.Kind.CHANGED) for pk in wrong], batch_size=AT_A_TIME)
