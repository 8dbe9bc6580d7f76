from __future__ import annotations

import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from listings.search.index import index_versions, verify
from listings.search.index.indexer import Busy, Indexer
from listings.search.index.reader import NotReady


class Command(BaseCommand):
    help = "Build the search index anew, or compare it with the database."

    def add_arguments(self, parser: ArgumentParser) -> None:
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument("--rebuild", action="store_true", help="A new index beside the old, then the swap.")
        what.add_argument("--verify", action="store_true", help="Say where the two differ, and mend it.")

    def handle(self, *args: Any, **options: Any) -> None:
        folder = Path(settings.INDEX_DIR)
        if options["rebuild"]:
            self._rebuild(folder)
        else:
            self._verify(folder)

    def _rebuild(self, folder: Path) -> None:
        begun = time.monotonic()
        try:
            with Indexer(folder) as indexer:
                done = indexer.rebuild(lambda so_far: self.stdout.write(f"{so_far:,} listings", ending="\r"))
        except OSError as error:
            raise CommandError(f"INDEX_DIR {folder} cannot be written: {error.strerror}") from error
        except Busy:
            index_versions.ask_for_rebuild(folder)
            self.stdout.write("The running indexer was told to build the index anew.")
            return
        seconds = time.monotonic() - begun
        self.stdout.write(f"{done:,} listings in {seconds:.1f} s, {done / max(seconds, 0.001):,.0f} a second.")

    def _verify(self, folder: Path) -> None:
        self._catch_up(folder)
        try:
            difference = verify.compare()
            if difference:
                self._say(difference)
                verify.mend(difference)
                self._catch_up(folder)
                difference = verify.compare()
        except NotReady as error:
            raise CommandError(str(error)) from error
        if difference:
            self._say(difference)
            raise CommandError("They still differ; `manage.py index --rebuild` makes the index anew.")
        self.stdout.write("The index and the database hold the same listings.")

    def _say(self, found: verify.Difference) -> None:
        self.stdout.write(f"{len(found.missing)} missing, {len(found.extra)} too many, {len(found.old)} old.")

    def _catch_up(self, folder: Path) -> None:
        """By hand, or by waiting for the indexer that runs."""
        try:
            with Indexer(folder) as indexer:
                while indexer.step():
                    continue
        except Busy:
            time.sleep(2.5)
        except OSError as error:
            raise CommandError(f"INDEX_DIR {folder} cannot be written: {error.strerror}") from error
        time.sleep(0.6)
