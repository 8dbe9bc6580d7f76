"""From an ad to what would be kept of it: text made safe, facts read, hashes taken. No database."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any

from listings import facts
from listings.boards.base import Ad, Board
from listings.dedup.features import MatchFeatures, match_features
from listings.dedup.normalise import fingerprint, folded
from listings.facts.base import Reading
from listings.ingest.sanitise import clean


@dataclass(frozen=True, slots=True)
class PreparedAd:
    """`ad` carries the sanitised html; `facts` is in the shapes of a label."""

    ad: Ad
    facts: dict[str, Any]
    content_hash: bytes
    fingerprint: bytes
    features: MatchFeatures

    @property
    def stored_ad(self) -> dict[str, Any]:
        stored = self.ad.as_json()
        del stored["html"]
        return stored


def prepare(ad: Ad, board: Board, content_hash: bytes, known: Ad | None = None) -> PreparedAd:
    """`known` is the ad as last kept: what this feed has no field for is taken over from it."""
    safe = replace(ad, html=clean(ad.html, board.terms, board.home))
    if known is not None:
        safe = keep_unstated(safe, known)
    reading = Reading(safe, board)
    text = folded(reading.text)
    return PreparedAd(safe, facts.read_all(reading), content_hash, fingerprint(safe, text), match_features(safe, text))


def keep_unstated(ad: Ad, known: Ad) -> Ad:
    """A feed that lacks a field never erases what another feed of the same board stated."""
    taken: dict[str, Any] = {
        spec.name: getattr(known, spec.name)
        for spec in fields(Ad)
        if getattr(ad, spec.name) is None and getattr(known, spec.name) is not None
    }
    taken["fields"] = {**known.fields, **ad.fields}
    return replace(ad, **taken)
