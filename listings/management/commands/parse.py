from __future__ import annotations

import io
import json
import os
import sys
from argparse import ArgumentParser
from datetime import datetime
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from listings import facts
from listings.boards import BOARDS
from listings.boards.base import Ad, Board, BrokenShape, Page, Request, Response
from listings.facts.text import plain


class Command(BaseCommand):
    help = "Read payload files as a board would be read, without a database; prints one JSON object an ad."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("board", help=f"One of {', '.join(BOARDS)}.")
        parser.add_argument("files", nargs="+", metavar="FILE", help="A feed, an API's answer or a page.")

    def handle(self, *args: Any, **options: Any) -> None:
        board = BOARDS.get(options["board"])
        if board is None:
            raise CommandError(f"There is no board {options['board']!r}. Boards: {', '.join(BOARDS)}")
        # JSON is UTF-8, whatever the terminal's own encoding.
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8")
        try:
            broken = [name for name in options["files"] if not self._read(board, Path(name))]
            self.stdout.flush()
        except BrokenPipeError:
            # Who reads us has seen enough; Python would complain once more when it closes.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return
        if broken:
            raise CommandError(f"{len(broken)} of {len(options['files'])} files could not be read.")

    def _read(self, board: Board, path: Path) -> bool:
        try:
            page = board.parse(Response(Request(path.name), path.read_bytes()))
        except OSError as error:
            self.stderr.write(f"{path}: cannot be read: {error.strerror}")
            return False
        except BrokenShape as error:
            self.stderr.write(f"{path}: not {board.title}'s shape: {error}")
            return False
        self._print(board, page)
        for bad in page.rejected:
            self.stderr.write(f"{path}: rejected {bad.record}: {bad.reason}")
        return True

    def _print(self, board: Board, page: Page) -> None:
        for ad in page.ads:
            self.stdout.write(json.dumps(described(ad, board), ensure_ascii=False))
        for request in page.follow:
            asked = {"request": request.url, "external_id": request.external_id, "lastmod": stamp(request.lastmod)}
            self.stdout.write(json.dumps(asked, ensure_ascii=False))


def described(ad: Ad, board: Board) -> dict[str, Any]:
    """What checks and people look at: the ad's main statements, its plain text, and its facts."""
    read = facts.read(ad, board)
    return {
        "external_id": ad.external_id,
        "url": ad.url,
        "title": ad.title,
        "company": ad.company,
        "published_at": stamp(ad.published_at),
        "expires_at": stamp(ad.expires_at),
        "location": ad.location,
        "tags": list(ad.tags or ()),
        "text": plain(ad.html),
        "language": read["language"],
        "facts": facts.to_label(read),
    }


def stamp(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
