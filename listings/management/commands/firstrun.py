from __future__ import annotations

import signal
import threading
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from listings.fetching import first_run, leases
from listings.lifecycle import sample_sources
from listings.models import Source
from listings.samples.server import Server, serve

LOOPBACK = ("127.0.0.1", "localhost", "::1")
CHECK_SECONDS = 5.0


class Command(BaseCommand):
    help = "Fill an empty site with made-up jobs while no board answers. Ends when real jobs arrive."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--ads", type=int, default=1000)

    def handle(self, *args: Any, **options: Any) -> None:
        # Sources that fell due while nothing ran need not wait for the scheduler's next minute.
        leases.lease_due()
        # Never on a site that others might take for real.
        if not settings.EMBEDDED_DATABASE or settings.HOST not in LOOPBACK:
            return
        stop = threading.Event()
        signal.signal(signal.SIGTERM, lambda number, frame: stop.set())
        if not Source.objects.filter(is_sample=True).exists():
            decision = first_run.decide()
            if decision is not first_run.Decision.NO_BOARD_ANSWERS:
                return
            self.stdout.write(f"{decision.value} Until one does, the site shows made-up sample jobs, with a banner.")
        with serve(ads=options["ads"]) as server:
            self._keep_samples(server, stop)

    def _keep_samples(self, server: Server, stop: threading.Event) -> None:
        sample_sources.add(server.url)
        leases.lease_due()
        # The first successful fetch of a real source removes the sample sources.
        while Source.objects.filter(is_sample=True).exists():
            if stop.wait(CHECK_SECONDS):
                return
        self.stdout.write("A real board has answered; the sample jobs are gone.")
