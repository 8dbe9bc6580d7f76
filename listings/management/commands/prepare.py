from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from listings import operations
from listings.fetching import employer_sources


class Command(BaseCommand):
    help = "Migrate the database and create missing sources. Safe to run at every start."

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("migrate", verbosity=options["verbosity"], interactive=False)
        created = operations.create_default_sources()
        # A mirror serves made-up boards, and knows none of the real employers.
        if not settings.BOARD_MIRROR:
            created += employer_sources.create_systems()
        if options["verbosity"]:
            self.stdout.write(f"{len(created)} sources were created.")
