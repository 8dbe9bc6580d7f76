"""Ads that are written together: what is stored of them, and what has been made of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime

from listings.boards.base import Ad
from listings.ingest import deadly_ads
from listings.ingest.failures import is_a_records
from listings.ingest.prepare import PreparedAd, prepare, prepare_if
from listings.lifecycle.closing import is_remote
from listings.models import Posting, Source


@dataclass(slots=True)
class KnownPosting:
    """Only the columns needed to detect a change; loading whole postings is ten times slower."""

    pk: int
    content_hash: bytes
    workplace: str | None
    expires_at: datetime | None
    last_seen_at: datetime
    missed: int
    page_gone_at: datetime | None
    closed_at: datetime | None
    closed_reason: str

    @property
    def rejection(self) -> str:
        """ "": an ad that comes here has just been read as a vacancy, whatever an older reading made of it."""
        return ""


COLUMNS = [spec.name for spec in fields(KnownPosting)]


@dataclass(slots=True)
class Batch:
    """The first `size` ads of some. `skipped`: hashes of new ads that are not remote; `failed`: with our mistakes."""

    size: int = 0
    unchanged: list[KnownPosting] = field(default_factory=list)
    changing: list[tuple[Posting, PreparedAd]] = field(default_factory=list)
    new: list[PreparedAd] = field(default_factory=list)
    skipped: list[bytes] = field(default_factory=list)
    failed: list[tuple[Ad, Exception]] = field(default_factory=list)

    def add(self, ad: Ad, digest: bytes, posting: Posting | None, prepared: PreparedAd | Exception | None) -> None:
        """`prepared`: as `PreparedAds.get` returns it. `posting`: the one that the ad changes."""
        if prepared is None:
            self.skipped.append(digest)
        elif isinstance(prepared, Exception):
            self.failed.append((ad, prepared))
        elif posting is None:
            self.new.append(prepared)
        else:
            self.changing.append((posting, prepared))


class PreparedAds:
    """Each ad is prepared once, however often its batch has to be halved."""

    def __init__(self, source: Source, watch: deadly_ads.Watch) -> None:
        self.source_id, self.board, self.watch = source.pk, source.board_config, watch
        # By external id.
        self.results: dict[str, PreparedAd | Exception | None] = {}

    def get(self, ad: Ad, digest: bytes, posting: Posting | None) -> PreparedAd | Exception | None:
        """None for a new ad that is not remote. The exception, if a mistake of ours keeps it from being prepared."""
        if ad.external_id not in self.results:
            self.results[ad.external_id] = self._prepared(ad, digest, posting)
        return self.results[ad.external_id]

    def forget(self, ads: Sequence[Ad]) -> None:
        for ad in ads:
            self.results.pop(ad.external_id, None)

    def _prepared(self, ad: Ad, digest: bytes, posting: Posting | None) -> PreparedAd | Exception | None:
        try:
            with self.watch.over(self.source_id, ad.external_id):
                if posting is None:
                    return prepare_if(lambda workplace: is_remote(workplace, self.board), ad, self.board, digest)
                return prepare(ad, self.board, digest, posting.as_ad)
        except Exception as error:
            if not is_a_records(error):
                raise
            return error
