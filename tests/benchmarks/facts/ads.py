"""The ads that were labelled by hand: read by their boards from the recorded payloads, or kept beside their labels."""

from __future__ import annotations

import hashlib
import html
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from listings.boards import BOARDS
from listings.boards.base import Ad, Board, BrokenShape, Request, Response
from tests.recorded import SHARED, recorded

LABELS = SHARED / "labels" / "dev.jsonl"
MORE_LABELS, MORE_ADS = SHARED / "labels" / "dev2.jsonl", SHARED / "labels" / "dev2.ads.jsonl"
# The ads of the corpus come from many boards, so nothing is known of all of them.
CORPUS = replace(BOARDS["jobposting"], name="corpus", remote_only=False, categories={})
AD_FIELDS = ("location", "category", "salary")
AD_LISTS = ("workplace", "employment", "seniority", "time_zones", "tags")
PREFIXES = {"wwr": "weworkremotely", "hn": "hackernews", "jsonld": "jobposting"}


@dataclass(frozen=True, slots=True)
class Labelled:
    """`tuned`: rules were written and corrected against this very ad."""

    id: str
    label: Mapping[str, Any]
    ad: Ad
    board: Board
    tuned: bool = True


def labels(file: Path = LABELS) -> dict[str, dict[str, Any]]:
    return {label["id"]: label for label in map(json.loads, file.read_text().splitlines())}


def is_tuned(name: str) -> bool:
    """Half of the second set, by its ids: rules may be written against it. The other half is only counted."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2 == 0


def labelled_more() -> list[Labelled]:
    """The second set of labels, whose ads are kept as fields and plain text."""
    due = labels(MORE_LABELS) if MORE_LABELS.exists() else {}
    ads = (json.loads(line) for line in MORE_ADS.read_text().splitlines()) if due else ()
    return [
        Labelled(ad["ref"], due[ad["ref"]], to_ad(ad), BOARDS.get(ad["board"], CORPUS), is_tuned(ad["ref"]))
        for ad in ads
        if ad["ref"] in due
    ]


def to_ad(record: Mapping[str, Any]) -> Ad:
    values: dict[str, Any] = {name: record.get(name) for name in AD_FIELDS}
    values |= {name: tuple(record[name]) for name in AD_LISTS if record.get(name) is not None}
    return Ad(
        external_id=record["ref"],
        url="https://board.example/ad",
        title=record["title"],
        company=record.get("company") or "",
        html="<br>".join(map(html.escape, record["text"].split("\n"))),
        fields={name: tuple(texts) for name, texts in (record.get("fields") or {}).items()},
        **values,
    )


def labelled() -> tuple[list[Labelled], list[str]]:
    """The labels with their ads, and the ids of labels without one."""
    found: dict[str, tuple[Ad, Board]] = {}
    for board, path, ad in recorded_ads():
        for name in names_of(board, path, ad):
            # An ad may be in several payloads. An aggregator's copy lacks fields that the category's feed has.
            if name not in found or stated(ad) >= stated(found[name][0]):
                found[name] = (ad, board)
    both = [Labelled(name, label, *found[name]) for name, label in labels().items() if name in found]
    return both + labelled_more(), [name for name in labels() if name not in found]


def stated(ad: Ad) -> int:
    return sum(value not in (None, "", (), {}) for value in ad.as_json().values())


def names_of(board: Board, path: Path, ad: Ad) -> Iterator[str]:
    prefix = next((short for short, name in PREFIXES.items() if name == board.name), board.name)
    yield f"{prefix}:{path.name}" if prefix == "jsonld" else f"{prefix}:{ad.external_id}"
    yield f"{prefix}:{ad.url.rstrip('/').rpartition('/')[2]}"


@cache
def recorded_ads() -> list[tuple[Board, Path, Ad]]:
    """(board, file, ad) of every readable payload, oldest file first."""
    found = []
    for name, path in recorded():
        board = BOARDS[name]
        try:
            page = board.parse(Response(Request(path.name), path.read_bytes()))
        except BrokenShape:
            # Some recorded files are of another shape on purpose: the boards' tests use them.
            continue
        found += [(board, path, ad) for ad in page.ads]
    return found
