from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from jobsite.allinone.up import CannotRun, up


class Command(BaseCommand):
    help = "Run the whole site (database, broker, web, worker, scheduler and indexer) until Ctrl-C."

    def handle(self, *args: Any, **options: Any) -> None:
        def echo(line: str) -> None:
            self.stdout.write(line)
            # Output to a file or a pipe is buffered, and whoever watches it would see nothing for minutes.
            self.stdout.flush()

        try:
            up(echo)
        except CannotRun as error:
            raise CommandError(str(error)) from error
        except KeyboardInterrupt:
            self.stdout.write("Stopped.")
