"""A database of the benchmark's own, dropped at its end, and an index folder beside it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def own_place() -> Iterator[None]:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    import django

    django.setup()
    from django.conf import settings
    from django.db import connection, connections
    from django.test.utils import setup_databases, teardown_databases

    from jobsite import allinone

    # Tests that run at the same time on the same server have the usual name.
    connection.settings_dict["TEST"]["NAME"] = f"bench_{os.getpid()}"
    allinone.ensure()
    made = setup_databases(verbosity=0, interactive=False)
    try:
        with tempfile.TemporaryDirectory() as folder:
            settings.INDEX_DIR = Path(folder) / "index"
            yield
    finally:
        connections.close_all()
        teardown_databases(made, verbosity=0)
