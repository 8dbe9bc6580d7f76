"""Expected results of payloads: `python -m tests.listings.boards.expected NAME` writes what the board reads now."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from listings.boards import BOARDS
from listings.boards.base import Board, Page, Request, Response

PAYLOADS = Path(__file__).parents[2] / "payloads"
SUFFIX = ".expected.json"


def payloads_of(name: str) -> list[Path]:
    return [path for path in sorted((PAYLOADS / name).glob("*")) if not path.name.endswith(SUFFIX)]


def expected_of(payload: Path) -> Path:
    return payload.with_name(payload.name + SUFFIX)


def read(board: Board, path: Path) -> Page:
    return board.parse(Response(Request(f"https://{board.name}.example/{path.stem}"), path.read_bytes()))


def as_json(page: Page) -> dict[str, Any]:
    """Without the fields that an ad leaves empty: they would hide the others."""
    return {
        "complete": page.complete,
        "ads": [{name: value for name, value in ad.as_json().items() if value not in (None, {})} for ad in page.ads],
        "rejected": [[bad.record, bad.reason] for bad in page.rejected],
        "follow": [
            [
                request.url,
                request.external_id,
                request.lastmod.isoformat() if request.lastmod else None,
                *([request.body] if request.body else []),
            ]
            for request in page.follow
        ],
    }


def write(name: str) -> Iterator[Path]:
    for path in payloads_of(name):
        text = json.dumps(as_json(read(BOARDS[name], path)), indent=1, ensure_ascii=False)
        expected_of(path).write_text(text + "\n")
        yield expected_of(path)


if __name__ == "__main__":
    for board_name in sys.argv[1:]:
        for written in write(board_name):
            sys.stdout.write(f"{written}\n")
