from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from listings import operations


class Command(BaseCommand):
    help = "Groups ads into vacancies anew; what an admin has parted stays apart. Maintenance does it too."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--all", dest="everything", action="store_true", help="look at every ad, not only at what changed"
        )
        parser.add_argument("--dry-run", action="store_true", help="tell what would change, and change nothing")

    def handle(self, *args: Any, everything: bool, dry_run: bool, **options: Any) -> None:
        read, moved = operations.group_again(everything=everything, rehearse=dry_run)
        would_be = "would be " if dry_run else ""
        self.stdout.write(
            f"{read} ads read. {moved.postings} ads {would_be}moved: {len(moved.merged)} listings {would_be}merged, "
            f"{len(moved.split)} {would_be}split off."
        )
