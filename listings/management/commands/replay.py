from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from rich.console import Console

from listings.boards.base import BrokenShape
from listings.fetching.replay import replay
from listings.lifecycle.refused import Refused
from listings.management.commands.fetch import counts_table
from listings.models import Source

MAX_VALUE_LENGTH = 60


class Command(BaseCommand):
    help = "Parse a source's stored snapshots again, without any request, and print what would change."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("source")
        parser.add_argument("--apply", action="store_true", help="Store the changes.")

    def handle(self, *args: Any, **options: Any) -> None:
        source = Source.objects.filter(name=options["source"]).first()
        if source is None:
            raise CommandError(f"There is no source {options['source']!r}.")
        try:
            fetch, rows = replay(source, apply=options["apply"])
        except (Refused, BrokenShape) as error:
            raise CommandError(str(error)) from error
        console = Console()
        title = "changes" if options["apply"] else "changes that --apply would store"
        console.print(counts_table(fetch, f"{source.name}: {title}"))
        for row in rows:
            console.print(
                f"{row.listing.title}: {row.field}: {shortened(row.old)} -> {shortened(row.new)}", highlight=False
            )


def shortened(value: str) -> str:
    line = " ".join(value.split())
    return repr(line if len(line) <= MAX_VALUE_LENGTH else line[: MAX_VALUE_LENGTH - 1] + "…")
