"""The ads that were labelled by hand, read by their boards from the recorded payloads."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from listings.boards import BOARDS
from listings.boards.base import Ad, Board, BrokenShape, Request, Response
from tests.recorded import SHARED, recorded

LABELS = SHARED / "labels" / "dev.jsonl"
PREFIXES = {"wwr": "weworkremotely", "hn": "hackernews", "jsonld": "jobposting"}


@dataclass(frozen=True, slots=True)
class Labelled:
    id: str
    label: Mapping[str, Any]
    ad: Ad
    board: Board


def labels() -> dict[str, dict[str, Any]]:
    return {label["id"]: label for label in map(json.loads, LABELS.read_text().splitlines())}


def labelled() -> tuple[list[Labelled], list[str]]:
    """The labels with their ads, and the ids of labels without one."""
    found: dict[str, tuple[Ad, Board]] = {}
    for board, path, ad in recorded_ads():
        for name in names_of(board, path, ad):
            # An ad may be in several payloads. An aggregator's copy lacks fields that the category's feed has.
            if name not in found or stated(ad) >= stated(found[name][0]):
                found[name] = (ad, board)
    both = [Labelled(name, label, *found[name]) for name, label in labels().items() if name in found]
    return both, [name for name in labels() if name not in found]


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
