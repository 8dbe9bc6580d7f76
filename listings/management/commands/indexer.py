from __future__ import annotations

import signal
import threading
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from listings.search.index.indexer import Busy, Indexer


class Command(BaseCommand):
    help = "Keep this machine's search index up to date with the database until stopped."

    def handle(self, *args: Any, **options: Any) -> None:
        stop = threading.Event()
        # A kill in the middle of a commit is survived, but costs the work since the last one.
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        # It would go on trying for ever: whoever starts it should hear at once that nothing can come of it.
        connection.ensure_connection()
        try:
            with Indexer(Path(settings.INDEX_DIR)) as indexer:
                indexer.follow(stop)
        except Busy as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            raise CommandError(f"INDEX_DIR {settings.INDEX_DIR} cannot be written: {error.strerror}") from error
