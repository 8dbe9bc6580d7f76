from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from listings.boards import BOARDS
from listings.boards.employer_list import ADDRESS, BadList, ListedEmployer, from_addresses, read_list
from listings.fetching import directory, employer_sources
from listings.lifecycle.refused import Refused
from listings.models import Source

STDIN = "-"


class Command(BaseCommand):
    help = (
        "Add employers, paused: those of the lists that come with the code, of your own files, or by the addresses of "
        "their career pages. With --system, look at all employers of a hiring system from now on."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "employers",
            nargs="*",
            metavar="FILE|ADDRESS",
            help="TOML; CSV or TSV with the columns board, token, company; TXT with an address a line; an address of a "
            "career page; or - for addresses from standard input.",
        )
        parser.add_argument("--board", help="Only employers on this hiring system.")
        parser.add_argument("--enable", action="store_true", help="Enable the employers, existing ones included.")
        parser.add_argument("--system", help="Say what the whole directory of this hiring system costs, and enable it.")
        parser.add_argument("--yes", action="store_true", help="With --system: do not ask.")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["system"]:
            if options["employers"] or options["board"]:
                raise CommandError("--system takes the whole directory: leave out files, addresses and --board.")
            self._enable_directory(options["system"], ask=not options["yes"])
            return
        rows = self._rows(options["employers"], options["board"])
        imported = employer_sources.add(rows)
        for employer, reason in imported.refused:
            self.stderr.write(f"refused {employer}: {reason}")
        self.stdout.write(f"{len(rows)} employers: {imported.summary}")
        if options["enable"]:
            self._enable([*imported.new, *imported.known])
        # Last, so that one bad line of a file does not keep the other employers out.
        if imported.refused:
            raise CommandError(f"{len(imported.refused)} of {len(rows)} employers were refused.")

    def _rows(self, names: list[str], board: str | None) -> list[ListedEmployer]:
        if board is not None and board not in BOARDS:
            raise CommandError(f"There is no board {board!r}. Boards: {', '.join(BOARDS)}")
        try:
            rows = [row for name in names for row in self._read(name)]
        except OSError as error:
            raise CommandError(f"{error.filename}: cannot be read: {error.strerror}") from error
        except BadList as error:
            raise CommandError(str(error)) from error
        rows = rows if names else employer_sources.shipped()
        return [row for row in rows if board in (None, row.board)]

    def _read(self, name: str) -> list[ListedEmployer]:
        if name == STDIN:
            return read_list("addresses.txt", sys.stdin.buffer.read())
        if name.startswith(ADDRESS):
            return from_addresses([name])
        return read_list(name, Path(name).read_bytes())

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
            self._say_if_paused(employer_sources.system_of(board))

    def _enable_directory(self, name: str, *, ask: bool) -> None:
        board = BOARDS.get(name)
        if board is None or not board.is_hiring_system:
            systems = ", ".join(board.name for board in BOARDS.values() if board.is_hiring_system)
            raise CommandError(f"There is no hiring system {name!r}. Hiring systems: {systems}")
        if not board.is_fetched:
            raise CommandError(board.never_fetched_because)
        for line in directory.cost_of(board).lines:
            self.stdout.write(line)
        if ask and input("Look at all of them from now on? [y/N] ").strip().casefold() not in ("y", "yes"):
            self.stdout.write("Nothing was changed.")
            return
        system, enabled = directory.enable_directory(name)
        self.stdout.write(f"{board.title}: {enabled:,} enabled.")
        self._say_if_paused(system)

    def _say_if_paused(self, system: Source) -> None:
        if not system.enabled and system.board_config.is_fetched:
            self.stdout.write(f"{system.board_config.title} itself is paused: resume it in the admin to begin.")
