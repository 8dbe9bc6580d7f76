"""Compares the index with PostgreSQL. Change rows for what differs make every indexer look again."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from pyroaring import BitMap

from listings.models import Change, Listing
from listings.search.index import index_versions
from listings.search.index.damage import FileCheck
from listings.search.index.documents import stamp
from listings.search.index.reader import IndexReader
from listings.search.query.nodes import Everything

BATCH_SIZE = 1000


@dataclass(frozen=True, slots=True)
class Difference:
    """Ids of listings that the index lacks, holds too many of, or holds an old state of."""

    missing: list[int]
    extra: list[int]
    old: list[int]

    def __bool__(self) -> bool:
        return bool(self.missing or self.extra or self.old)


def compare() -> Difference:
    """Raises IndexUnusable, NotReady among it."""
    folder = Path(settings.INDEX_DIR)
    # A reader of its own: the shared one may be half a second behind.
    searcher = IndexReader(folder).searcher()
    name = index_versions.current(folder)
    FileCheck(folder / name, checksums=True, built_by=index_versions.edition_of(folder, name)).run()
    addresses = searcher.search(Everything(), limit=max(1, searcher.num_docs))
    ids = searcher.numbers("id", addresses)
    indexed = dict(zip(ids, searcher.numbers("stamp", addresses), strict=True))
    miscounted = set(searcher.tables.ids ^ BitMap(ids)) if searcher.tables else set()
    expected = {pk: stamp(at) for pk, at in Listing.objects.open().values_list("pk", "changed_at").iterator()}
    repeated = {pk for pk, times in Counter(ids).items() if times > 1}
    return Difference(
        missing=sorted(expected.keys() - indexed.keys()),
        extra=sorted(((indexed.keys() | miscounted) - expected.keys()) | repeated),
        old=sorted(pk for pk in expected.keys() & indexed.keys() if expected[pk] != indexed[pk] or pk in miscounted),
    )


def mend(difference: Difference) -> None:
    ids = sorted({*difference.missing, *difference.extra, *difference.old})
    Change.objects.bulk_create([Change(listing_id=pk, kind=Change.Kind.CHANGED) for pk in ids], batch_size=BATCH_SIZE)
