from __future__ import annotations

import math
import signal
import threading
from argparse import ArgumentParser, ArgumentTypeError
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from listings.samples.faults import NAMES
from listings.samples.server import serve

MIN_ADS, MAX_ADS = 10, 1_000_000


def count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not MIN_ADS <= int(text) <= MAX_ADS:
        raise ArgumentTypeError(f"{text!r} is not a number from {MIN_ADS} to {MAX_ADS:,}")
    return int(text)


def port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) > 65535:
        raise ArgumentTypeError(f"{text!r} is not a port (0 to 65535, 0 for any free one)")
    return int(text)


def speed(text: str) -> float:
    try:
        factor = float(text)
    except ValueError:
        factor = math.nan
    if not 0 <= factor <= 1e6:
        raise ArgumentTypeError(f"{text!r} is not a number from 0 to 1,000,000")
    return factor


class Command(BaseCommand):
    help = "Serve made-up boards on this machine in the formats of the real ones."
    # The checks would look at the sources, and this command starts no database.
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=port, default=9000)
        parser.add_argument("--ads", type=count, default=1000, help=f"From {MIN_ADS} to {MAX_ADS:,}.")
        parser.add_argument("--seed", type=int, default=1)
        parser.add_argument(
            "--speed", type=speed, default=1.0, help="Speed of the boards' clock (86400: a day per second)."
        )
        parser.add_argument(
            "--misbehave",
            action="append",
            default=[],
            metavar="NAME[:HOST]",
            help=f"Fault of one host; may be repeated. NAME is one of {', '.join(NAMES)}.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        try:
            with serve(options["port"], ads=options["ads"], seed=options["seed"], speed=options["speed"]) as server:
                for fault in options["misbehave"]:
                    name, _, host = fault.partition(":")
                    server.misbehave(name, host)
                self.stdout.write(f"{options['ads']:,} made-up ads. Use them with BOARD_MIRROR={server.url}")
                # Scripts wait for this line, and a pipe would hold it back.
                self.stdout.flush()
                stop.wait()
        except OSError as error:
            raise CommandError(f"Port {options['port']} cannot be used: {error.strerror or error}.") from error
        except ValueError as error:
            raise CommandError(f"--misbehave: {error}") from error
