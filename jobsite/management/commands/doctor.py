from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from jobsite.doctor import gathering, services
from jobsite.doctor.findings import Finding

CHECKS: tuple[Callable[[], Iterator[Finding]], ...] = (
    gathering.check_settings,
    services.check_database,
    services.check_broker,
    services.check_cache,
    services.check_index,
    services.check_disk,
    gathering.check_sources,
    gathering.check_network,
)
SIGNS = {"well": "ok  ", "warning": "warn", "fault": "BAD "}


class Command(BaseCommand):
    help = "Look at every part of the site and say what to do about what is wrong. Fails if something is."
    # It runs them itself, and goes on after an error.
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--offline", action="store_true", help="Request nothing from a board.")

    def handle(self, *args: Any, **options: Any) -> None:
        faults = 0
        for check in CHECKS:
            if options["offline"] and check is gathering.check_network:
                continue
            for finding in check():
                faults += finding.level == "fault"
                self._print(finding)
        if faults:
            raise CommandError(f"{faults} part{'' if faults == 1 else 's'} of the site need{'s' * (faults == 1)} help.")

    def _print(self, finding: Finding) -> None:
        style = {"warning": self.style.WARNING, "fault": self.style.ERROR}.get(finding.level, str)
        self.stdout.write(style(f"{SIGNS[finding.level]} {finding.part:<10} {finding.message}"))
        if finding.advice:
            self.stdout.write(f"     {'':<10} → {finding.advice}")
        self.stdout.flush()
