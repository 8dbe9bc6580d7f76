"""What the database holds of listings, as index documents are made of it: plain rows, of which no objects are made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import F, Func, JSONField

from listings.models import Listing, Posting
from listings.models.text_chunks import id_chunks

CHUNK = 500
# Terms take ten times as much memory as the text that has them. Usual texts of a chunk have half of it.
MAX_CHUNK_BYTES = 4_000_000


class ListingRow(NamedTuple):
    """An open listing. `html`: of its leading posting; `boards`: of its shown postings, sorted, each once."""

    id: int
    title: str
    facts: Mapping[str, Any]
    openings: Sequence[Mapping[str, Any]]
    posted_at: datetime
    first_seen_at: datetime
    changed_at: datetime
    is_sample: bool
    company_id: int
    company_name: str
    company_slug: str
    html: str
    boards: Sequence[str]


def open_ids() -> Iterator[list[int]]:
    """Of every open listing in order, CHUNK at a time, or as many as have MAX_CHUNK_BYTES of text."""
    last_id = 0
    ids_in_order = Listing.objects.open().order_by("pk").values_list("pk", flat=True)
    while ids := list(ids_in_order.filter(pk__gt=last_id)[:CHUNK]):
        yield from id_chunks(Listing.objects.open().filter(pk__in=ids).order_by("pk"), "leading__html", MAX_CHUNK_BYTES)
        last_id = ids[-1]


def open_rows() -> Iterator[ListingRow]:
    """Every open listing in order of id."""
    for ids in open_ids():
        yield from rows_of(ids)


def rows_of(ids: Collection[int]) -> Iterator[ListingRow]:
    """Those of these listings that are open, as many at a time as keep memory small."""
    for chunk in id_chunks(Listing.objects.open().filter(pk__in=ids).order_by("pk"), "leading__html"):
        yield from _read(chunk)


def _read(ids: Sequence[int]) -> list[ListingRow]:
    boards: defaultdict[int, set[str]] = defaultdict(set)
    for listing_id, board in Posting.objects.shown().filter(listing_id__in=ids).values_list("listing", "source__board"):
        boards[listing_id].add(board)
    # Quotes and their places are most of the facts, and reading their JSON most of the time.
    facts = Func(F("facts"), template="%(expressions)s - '{evidence,spans}'::text[]", output_field=JSONField())
    listings = Listing.objects.open().filter(pk__in=ids).order_by("pk")
    rows = listings.annotate(indexed_facts=facts).values_list(
        "pk", "title", "indexed_facts", "openings", "posted_at", "first_seen_at", "changed_at", "is_sample",
        "company_id", "company__name", "company__slug", "leading__html",
    )  # fmt: skip
    return [ListingRow._make((*columns[:-1], columns[-1] or "", sorted(boards[columns[0]]))) for columns in rows]
