from __future__ import annotations

import shutil
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from jobsite.allinone.dumps import DumpFailed, load
from jobsite.allinone.up import CannotRun, only_one


class Command(BaseCommand):
    help = "Replaces the whole database by a backup's. Stop the site first."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--yes", action="store_true", help="do not ask")

    def handle(self, *args: Any, **options: Any) -> None:
        source: Path = options["file"].absolute()
        if not options["yes"] and input(f"Replace the database by {source}? Type yes: ") != "yes":
            raise CommandError("Nothing was changed.")
        connections.close_all()
        try:
            with only_one():
                load(source)
                # The index follows a history of changes that is not the restored one's.
                shutil.rmtree(settings.INDEX_DIR, ignore_errors=True)
        except (DumpFailed, CannotRun) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"The database is that of {source}; the search index is built again at the next start.")
