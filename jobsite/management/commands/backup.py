from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from jobsite.allinone.backup import BackupError, back_up


class Command(BaseCommand):
    help = "Save the whole database to a file. The site may keep running."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        target: Path = options["file"].absolute()
        try:
            size = back_up(target)
        except BackupError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{target}: {size / 1_000_000:.1f} MB")
