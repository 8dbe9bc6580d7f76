from __future__ import annotations

import signal
import threading
from argparse import ArgumentParser, ArgumentTypeError
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from listings.samples.misbehaving import FAULTS, SPOILED
from listings.samples.server import serve

MOST = 1_000_000


def count(text: str) -> int:
    if not text.isdigit() or not 10 <= int(text) <= MOST:
        raise ArgumentTypeError(f"{text!r} is not a number from 10 to {MOST:,}")
    return int(text)


class Command(BaseCommand):
    help = "Serve made-up boards on this machine, in the formats of the real ones."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=9000)
        parser.add_argument("--ads", type=count, default=1000, help="From 10 to a million.")
        parser.add_argument("--seed", type=int, default=1)
        parser.add_argument("--speed", type=float, default=1.0, help="How fast the boards' clock runs.")
        parser.add_argument(
            "--misbehave", default="", metavar="NAME[:HOST]", help=f"One of {', '.join((*FAULTS, *SPOILED))}."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        try:
            with serve(options["port"], ads=options["ads"], seed=options["seed"], speed=options["speed"]) as server:
                name, _, host = options["misbehave"].partition(":")
                server.misbehave(name, host)
                self.stdout.write(f"{options['ads']:,} made-up ads. Use them with BOARD_MIRROR={server.url}")
                self.stdout.flush()
                stop.wait()
        except (OSError, OverflowError) as error:
            raise CommandError(f"Port {options['port']} cannot be used: {error}") from error
        except ValueError as error:
            raise CommandError(f"--misbehave: {error}") from error
