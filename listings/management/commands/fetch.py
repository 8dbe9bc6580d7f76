from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from rich.box import SIMPLE
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from listings.fetching import run
from listings.lifecycle.refused import Refused
from listings.models import Fetch, Source
from listings.operations import lease_now

COUNTS = ("seen", "new", "changed", "reopened", "same", "repeated", "not_remote", "rejected", "closed")
MAX_REJECTIONS = 10


class Command(BaseCommand):
    help = "Fetch one source now and show the counts."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("source", help="Its name as in the admin, or `all` for every enabled board in turn.")
        parser.add_argument("--dry-run", action="store_true", help="Request and parse, but store no listing.")

    def handle(self, *args: Any, **options: Any) -> None:
        failed = [source.name for source in self._sources(options["source"]) if not self._fetch(source, options)]
        if failed:
            raise CommandError(f"Failed or quarantined: {', '.join(failed)}")

    def _sources(self, name: str) -> list[Source]:
        if name == "all":
            return list(Source.objects.without_employers().fetchable().filter(enabled=True))
        source = Source.objects.filter(name=name).first()
        if source is None:
            boards = Source.objects.without_employers().fetchable().values_list("name", flat=True)
            names = ", ".join(boards) or "none yet"
            raise CommandError(f"There is no source {name!r}. Sources, apart from employers: {names}")
        return [source]

    def _fetch(self, source: Source, options: dict[str, Any]) -> bool:
        try:
            lease = lease_now(source)
        except Refused as error:
            raise CommandError(str(error)) from error
        console = Console()
        with Progress(
            TextColumn("{task.description:24}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), console=console
        ) as bar:
            task = bar.add_task(f"{source.name}: requesting", total=None)

            def progress(step: str, done: int, waiting: int) -> None:
                # The total grows while pages lead to further pages.
                bar.update(task, description=f"{source.name}: {step}", completed=done, total=done + waiting)

            fetch = run.run(lease, dry_run=options["dry_run"], progress=progress)
        # The lease was lost between taking and using it.
        if fetch is None:
            raise CommandError(f"Another fetch of {source} has started.")
        console.print(counts_table(fetch, f"{source.name}: {fetch.get_outcome_display()}"))
        # The texts quote foreign data, in which rich would colour numbers and quotes.
        for message in filter(None, (fetch.quarantine_reason, fetch.error)):
            console.print(message, highlight=False)
        for rejection in fetch.rejections[:MAX_REJECTIONS]:
            console.print(f"rejected {rejection['record']}: {rejection['reason']}", highlight=False)
        return fetch.outcome in (Fetch.Outcome.OK, Fetch.Outcome.UNCHANGED, Fetch.Outcome.DRY_RUN)


def counts_table(fetch: Fetch, title: str) -> Table:
    table = Table(title=title, title_justify="left", box=SIMPLE, padding=(0, 1))
    for name in COUNTS:
        table.add_column(name.replace("_", " "), justify="right")
    table.add_row(*(f"{getattr(fetch, name):,}" for name in COUNTS))
    return table
