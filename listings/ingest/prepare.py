"""From an ad to everything stored of it: safe HTML, facts, hashes and match features. No database access."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any

from listings import facts
from listings.boards.base import Ad, Board
from listings.dedup.features import MatchFeatures, match_features
from listings.dedup.normalise import fingerprint, fold
from listings.facts import FACTS
from listings.facts.base import Reading
from listings.ingest.escaped_markup import unescaped_markup
from listings.ingest.sanitise import clean


@dataclass(frozen=True, slots=True)
class PreparedAd:
    """`ad` has sanitised HTML. `facts`: fact → value, as JSON."""

    ad: Ad
    facts: dict[str, Any]
    content_hash: bytes
    fingerprint: bytes
    features: MatchFeatures

    @property
    def stored_ad(self) -> dict[str, Any]:
        """The ad as JSON, without its HTML, which has a column of its own."""
        stored = self.ad.as_json()
        del stored["html"]
        return stored

    def posted_at(self, now: datetime) -> datetime:
        """Of an ad that is first seen now."""
        return min(self.ad.published_at, now) if self.ad.published_at else now


def prepare(ad: Ad, board: Board, content_hash: bytes, known: Ad | None = None) -> PreparedAd:
    """`content_hash` is of the ad as parsed. `known`: the ad as stored; fields that `ad` lacks are taken from it."""
    safe = _sanitised(ad, board)
    return _read(Reading(safe if known is None else keep_known_fields(safe, known), board), content_hash)


def prepare_if(keeps: Callable[[str | None], bool], ad: Ad, board: Board, content_hash: bytes) -> PreparedAd | None:
    """None for an ad whose workplace is not to be kept: nothing else of it is read, which is most of the work."""
    reading = Reading(_sanitised(ad, board), board)
    workplace = FACTS["workplace"].reader(reading)
    return _read(reading, content_hash) if keeps(workplace.value if workplace else None) else None


def _sanitised(ad: Ad, board: Board) -> Ad:
    return replace(ad, html=clean(unescaped_markup(ad.html), board.terms, board.home))


def _read(reading: Reading, content_hash: bytes) -> PreparedAd:
    ad, text = reading.ad, fold(reading.whole_text)
    return PreparedAd(ad, facts.read_all(reading), content_hash, fingerprint(ad, text), match_features(ad, text))


def keep_known_fields(ad: Ad, known: Ad) -> Ad:
    """A feed that lacks a field (None) or a text does not erase what another feed of the same board stated."""
    kept: dict[str, Any] = {
        spec.name: getattr(known, spec.name)
        for spec in fields(Ad)
        if getattr(ad, spec.name) is None and getattr(known, spec.name) is not None
    }
    kept["fields"] = {**known.fields, **ad.fields}
    kept["html"] = ad.html or known.html
    return replace(ad, **kept)
