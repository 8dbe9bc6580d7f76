from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from jobsite.allinone.up import CannotRun, up


class Command(BaseCommand):
    help = "Runs the whole site: database and broker, web, worker, scheduler and indexer, until Ctrl-C."

    def handle(self, *args: Any, **options: Any) -> None:
        def say(line: str) -> None:
            self.stdout.write(line)
            # Where the output is a file or a pipe, each line counts now.
            self.stdout.flush()

        try:
            up(say)
        except CannotRun as error:
            raise CommandError(str(error)) from error
        except KeyboardInterrupt:
            self.stdout.write("Stopped.")
