from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from listings import operations


class Command(BaseCommand):
    help = "Regroup ads into vacancies, as maintenance also does. Ads that an admin has separated stay apart."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--all", dest="everything", action="store_true", help="Look at every ad, not only at changed ones."
        )
        parser.add_argument("--dry-run", action="store_true", help="Report what would change, without changing it.")

    def handle(self, *args: Any, everything: bool, dry_run: bool, **options: Any) -> None:
        read, moved = operations.group_again(everything=everything, rehearse=dry_run)
        verb = "would move" if dry_run else "moved"
        self.stdout.write(
            f"{read} ads read; {moved.postings} {verb} to another listing. "
            f"Listings merged: {len(moved.merged)}, split: {len(moved.split)}."
        )
