from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from listings.boards import BOARDS
from listings.boards.employer_list import BadList, ListedEmployer, read_list
from listings.fetching import employer_sources
from listings.lifecycle.refused import Refused
from listings.models import Source


class Command(BaseCommand):
    help = "Create a paused source for each employer of the shipped list, or of your own files."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "files", nargs="*", metavar="FILE", help="TOML; or CSV or TSV with the columns board, token, company."
        )
        parser.add_argument("--board", help="Only employers on this board.")
        parser.add_argument("--enable", action="store_true", help="Enable the sources, existing ones included.")

    def handle(self, *args: Any, **options: Any) -> None:
        rows = self._rows(options["files"], options["board"])
        imported = employer_sources.add(rows)
        for employer, reason in imported.refused:
            self.stderr.write(f"refused {employer}: {reason}")
        self.stdout.write(f"{len(rows)} employers: {imported.summary}")
        if options["enable"]:
            self._enable([*imported.new, *imported.known])
        # Last, so that one bad line of a file does not keep the other employers out.
        if imported.refused:
            raise CommandError(f"{len(imported.refused)} of {len(rows)} employers were refused.")

    def _rows(self, files: list[str], board: str | None) -> list[ListedEmployer]:
        if board is not None and board not in BOARDS:
            raise CommandError(f"There is no board {board!r}. Boards: {', '.join(BOARDS)}")
        try:
            rows = [row for name in files for row in read_list(name, Path(name).read_bytes())]
        except OSError as error:
            raise CommandError(f"{error.filename}: cannot be read: {error.strerror}") from error
        except BadList as error:
            raise CommandError(str(error)) from error
        rows = rows if files else employer_sources.shipped()
        return [row for row in rows if board in (None, row.board)]

    def _enable(self, sources: list[Source]) -> None:
        # By board: one that may not be fetched refuses all its sources, which must not affect the others.
        for name in dict.fromkeys(source.board for source in sources):
            board = BOARDS[name]
            try:
                enabled = employer_sources.enable(source for source in sources if source.board == name)
            except Refused as refused:
                self.stdout.write(f"{board.title}: none enabled. {refused}")
            else:
                self.stdout.write(f"{board.title}: {enabled} enabled.")
