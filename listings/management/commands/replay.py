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

LONGEST_VALUE = 60


class Command(BaseCommand):
    help = "Read a source's kept snapshots again, without a request, and print what would change."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("source")
        parser.add_argument("--apply", action="store_true", help="Keep what changes.")

    def handle(self, *args: Any, **options: Any) -> None:
        source = Source.objects.filter(name=options["source"]).first()
        if source is None:
            raise CommandError(f"There is no source {options['source']!r}.")
        try:
            fetch, rows = replay(source, apply=options["apply"])
        except (Refused, BrokenShape) as error:
            raise CommandError(str(error)) from error
        console = Console()
        verb = "what changed" if options["apply"] else "what would change"
        console.print(counts_table(fetch, f"{source.name}: {verb}"))
        for row in rows:
            console.print(
                f"{row.listing.title}: {row.field}: {shortened(row.old)} -> {shortened(row.new)}", highlight=False
            )


def shortened(value: str) -> str:
    line = " ".join(value.split())
    return repr(line if len(line) <= LONGEST_VALUE else line[: LONGEST_VALUE - 1] + "…")
