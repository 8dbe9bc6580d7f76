from __future__ import annotations

import shutil
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from jobsite.allinone.backup import BackupError, restore
from jobsite.allinone.up import CannotRun, single_instance


class Command(BaseCommand):
    help = "Replace the whole database with a backup. Stop the site first."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--yes", action="store_true", help="Do not ask for confirmation.")

    def handle(self, *args: Any, **options: Any) -> None:
        source: Path = options["file"].absolute()
        if not options["yes"] and input(f"Replace the database with {source}? Type yes: ") != "yes":
            raise CommandError("Nothing was changed.")
        # An open connection of ours would hold locks on the tables that are replaced.
        connections.close_all()
        try:
            with single_instance():
                restore(source)
                # The index follows a history of changes that is not the restored database's.
                shutil.rmtree(settings.INDEX_DIR, ignore_errors=True)
        except (BackupError, CannotRun) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"The database was restored from {source}. The next start builds the search index anew.")
