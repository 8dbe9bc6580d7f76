from __future__ import annotations

import math
import signal
import threading
from argparse import ArgumentParser, ArgumentTypeError
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from listings.samples.faults import NAMES
from listings.samples.server import serve

LEAST, MOST = 10, 1_000_000


def count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not LEAST <= int(text) <= MOST:
        raise ArgumentTypeError(f"{text!r} is not a number from {LEAST} to {MOST:,}")
    return int(text)


def port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) > 65535:
        raise ArgumentTypeError(f"{text!r} is no port (0 to 65535; 0 chooses a free one)")
    return int(text)


def speed(text: str) -> float:
    try:
        factor = float(text)
    except ValueError:
        factor = math.nan
    if not 0 <= factor <= 1e6:
        raise ArgumentTypeError(f"{text!r} is no factor from 0 to a million")
    return factor


class Command(BaseCommand):
    help = "Serve made-up boards on this machine, in the formats of the real ones."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=port, default=9000)
        parser.add_argument("--ads", type=count, default=1000, help=f"From {LEAST} to {MOST:,}.")
        parser.add_argument("--seed", type=int, default=1)
        parser.add_argument(
            "--speed", type=speed, default=1.0, help="How fast the boards' clock runs (86400: a day a second)."
        )
        parser.add_argument(
            "--misbehave",
            action="append",
            default=[],
            metavar="NAME[:HOST]",
            help=f"May be repeated, for one host each. NAME is one of {', '.join(NAMES)}.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        try:
            with serve(options["port"], ads=options["ads"], seed=options["seed"], speed=options["speed"]) as server:
                for told in options["misbehave"]:
                    name, _, host = told.partition(":")
                    server.misbehave(name, host)
                self.stdout.write(f"{options['ads']:,} made-up ads. Use them with BOARD_MIRROR={server.url}")
                self.stdout.flush()
                stop.wait()
        except OSError as error:
            raise CommandError(f"Port {options['port']} cannot be used: {error.strerror or error}.") from error
        except ValueError as error:
            raise CommandError(f"--misbehave: {error}") from error
