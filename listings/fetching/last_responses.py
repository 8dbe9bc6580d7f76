"""What a source's addresses answered last: their validators, and what a 304 stands for. Bounded in bytes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from functools import cached_property

from listings.boards.base import Request
from listings.models import LastResponse, Source

RequestKey = tuple[str, str]
# An id in a list and in a set of all, beside its characters; a row beside its ids.
ID_BYTES, ROW_BYTES = 200, 1000
MAX_KEPT_BYTES = 96 * 1024 * 1024
CHUNK = 50


class LastResponses:
    """Those of a source that are read at the start of its fetch: the newest, up to MAX_KEPT_BYTES."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.rows: dict[RequestKey, LastResponse] = {}
        self.are_cut = False
        for row in self._newest():
            self.rows[row.url, row.body] = row

    def _newest(self) -> Iterator[LastResponse]:
        room = MAX_KEPT_BYTES
        rows = self.source.last_responses.order_by("-answered_at", "-pk")
        for row in rows.iterator(chunk_size=CHUNK):
            room -= ROW_BYTES + bytes_of(row.external_ids)
            if room < 0:
                self.are_cut = True
                return
            yield row

    @cached_property
    def ids(self) -> set[str]:
        return {external_id for row in self.rows.values() for external_id in row.external_ids}

    @cached_property
    def read_pages(self) -> dict[str, datetime | None]:
        """External id → lastmod of the detail pages that were read."""
        return {row.external_id: row.lastmod for row in self.rows.values() if row.external_id}

    @cached_property
    def _lists_of_id(self) -> Counter[str]:
        return Counter(external_id for row in self._lists() for external_id in set(row.external_ids))

    def _lists(self) -> Iterator[LastResponse]:
        return (row for row in self.rows.values() if not row.external_id)

    def of_other_lists(self, external_ids: Collection[str], listing: Request) -> set[str]:
        """Those of the ids that a list beside this one named."""
        own = self.rows.get(listing.key)
        of_own = set(own.external_ids) if own else set()
        return {external_id for external_id in external_ids if self._lists_of_id[external_id] > (external_id in of_own)}

    def forget_rest(self) -> None:
        """Deletes the rows that were too old to be read. Their addresses are requested without validators."""
        if self.are_cut:
            kept = [row.pk for row in self.rows.values()]
            self.source.last_responses.exclude(pk__any=kept).delete()


def bytes_of(external_ids: Iterable[str]) -> int:
    """About what they take in memory."""
    return sum(ID_BYTES + len(external_id) for external_id in external_ids)
