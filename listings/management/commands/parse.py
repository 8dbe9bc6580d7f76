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
    help = "Parse payload files as if the board had sent them; print one JSON object per ad. Needs no database."
    # The checks would look at the sources, and this command starts no database.
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("board", help=f"One of {', '.join(BOARDS)}.")
        parser.add_argument("files", nargs="+", metavar="FILE", help="A feed, an API response or a page.")

    def handle(self, *args: Any, **options: Any) -> None:
        board = BOARDS.get(options["board"])
        if board is None:
            raise CommandError(f"There is no board {options['board']!r}. Boards: {', '.join(BOARDS)}")
        # JSON is UTF-8, whatever the encoding of the terminal.
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8")
        try:
            unreadable = [name for name in options["files"] if not self._read(board, Path(name))]
            self.stdout.flush()
        except BrokenPipeError:
            # `head` has seen enough. Closing the real stdout at exit would raise the same error once more.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return
        if unreadable:
            raise CommandError(f"{len(unreadable)} of {len(options['files'])} files could not be read.")

    def _read(self, board: Board, path: Path) -> bool:
        try:
            page = board.parse(Response(Request(path.name), path.read_bytes()))
        except OSError as error:
            self.stderr.write(f"{path}: cannot be read: {error.strerror}")
            return False
        except BrokenShape as error:
            self.stderr.write(f"{path}: not in {board.title}'s format: {error}")
            return False
        self._print(board, page)
        for rejection in page.rejected:
            self.stderr.write(f"{path}: rejected {rejection.record}: {rejection.reason}")
        return True

    def _print(self, board: Board, page: Page) -> None:
        for ad in page.ads:
            self.stdout.write(json.dumps(description(ad, board), ensure_ascii=False))
        for request in page.follow:
            link = {"request": request.url, "external_id": request.external_id, "lastmod": iso_format(request.lastmod)}
            if request.body:
                link["body"] = request.body
            self.stdout.write(json.dumps(link, ensure_ascii=False))


def description(ad: Ad, board: Board) -> dict[str, Any]:
    """The ad's main fields, its plain text and its facts, in the shape of the labelled examples."""
    ad_facts = facts.read(ad, board)
    return {
        "external_id": ad.external_id,
        "url": ad.url,
        "title": ad.title,
        "company": ad.company,
        "published_at": iso_format(ad.published_at),
        "expires_at": iso_format(ad.expires_at),
        "location": ad.location,
        "tags": list(ad.tags or ()),
        "text": plain(ad.html),
        "language": ad_facts["language"],
        "facts": facts.to_label(ad_facts),
    }


def iso_format(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
