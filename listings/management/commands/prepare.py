from __future__ import annotations

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from listings import operations


class Command(BaseCommand):
    help = "Brings the database up to date and creates the sources; safe to run at every start."

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("migrate", verbosity=options["verbosity"], interactive=False)
        made = operations.create_default_sources()
        if options["verbosity"]:
            self.stdout.write(f"{len(made)} sources were created.")
