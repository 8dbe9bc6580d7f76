from __future__ import annotations

import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from listings.search.index import index_versions, verify
from listings.search.index.indexer import Busy, Indexer
from listings.search.index.searcher import IndexUnusable

# For a rebuild by the running indexer: a million listings need some minutes.
MAX_WAIT = 900.0
CHECK_INTERVAL = 0.5


class Command(BaseCommand):
    help = "Rebuild the search index, or compare it with the database."

    def add_arguments(self, parser: ArgumentParser) -> None:
        mode = parser.add_mutually_exclusive_group(required=True)
        mode.add_argument("--rebuild", action="store_true", help="Build a new index beside the old one, then switch.")
        mode.add_argument("--verify", action="store_true", help="Report and repair differences from the database.")

    def handle(self, *args: Any, **options: Any) -> None:
        folder = Path(settings.INDEX_DIR)
        if options["rebuild"]:
            self._rebuild(folder)
        else:
            self._verify(folder)

    def _rebuild(self, folder: Path) -> None:
        started = time.monotonic()
        try:
            with Indexer(folder) as indexer:
                count = indexer.rebuild(lambda done: self.stdout.write(f"{done:,} listings", ending="\r"))
        except OSError as error:
            raise CommandError(f"INDEX_DIR {folder} cannot be written: {error.strerror}") from error
        # Only one process may write the index, and it is already running.
        except Busy:
            index_versions.ask_for_rebuild(folder)
            self.stdout.write("The running indexer will rebuild the index.")
            return
        seconds = time.monotonic() - started
        self.stdout.write(f"{count:,} listings in {seconds:.1f} s, {count / max(seconds, 0.001):,.0f} per second.")

    def _verify(self, folder: Path) -> None:
        self._catch_up(folder)
        difference = self._compare(folder)
        if difference:
            self._report(difference)
            verify.mend(difference)
            self._catch_up(folder)
            difference = self._compare(folder)
        if difference:
            self._report(difference)
            raise CommandError("They still differ. Run `manage.py index --rebuild`.")
        self.stdout.write("The index and the database hold the same listings.")

    def _compare(self, folder: Path) -> verify.Difference:
        """Builds the index anew if it cannot be read, or has the running indexer do it."""
        try:
            return verify.compare()
        except IndexUnusable as error:
            self.stdout.write(f"The index cannot be read: {error}")
        index_versions.ask_for_rebuild(folder)
        self._catch_up(folder)
        deadline = time.monotonic() + MAX_WAIT
        while True:
            try:
                return verify.compare()
            except IndexUnusable as error:
                if time.monotonic() > deadline:
                    raise CommandError(f"The running indexer has not rebuilt the index: {error}") from error
                time.sleep(CHECK_INTERVAL)

    def _report(self, difference: verify.Difference) -> None:
        missing, extra, old = len(difference.missing), len(difference.extra), len(difference.old)
        self.stdout.write(f"{missing} missing, {extra} extra, {old} out of date.")

    def _catch_up(self, folder: Path) -> None:
        try:
            with Indexer(folder) as indexer:
                while indexer.step():
                    continue
        except Busy:
            # The running indexer does the work; a change is in the index within two seconds.
            time.sleep(2.5)
        except IndexUnusable as error:
            self.stdout.write(f"The index cannot be written: {error}")
        except OSError as error:
            raise CommandError(f"INDEX_DIR {folder} cannot be written: {error.strerror}") from error
        # Readers look for a new version of the index every half second.
        time.sleep(0.6)
