"""The sitemap's files: a task writes them from time to time, and pages only hand them out."""

from __future__ import annotations

import fcntl
import gzip
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings

INDEX = "sitemap.xml"
LOCK = "lock"


def section_name(section: int) -> str:
    return f"sitemap-jobs-{section}.xml"


def path_of(name: str) -> Path:
    """Files are kept compressed, as nearly everybody wants them."""
    return Path(settings.SITEMAP_DIR) / f"{name}.gz"


def changed_at(name: str) -> datetime | None:
    """None if there is no such file."""
    try:
        return datetime.fromtimestamp(int(path_of(name).stat().st_mtime), UTC)
    except FileNotFoundError:
        return None


def write(name: str, xml: str) -> None:
    """In the place of the old file at once: a reader sees the whole old or the whole new one."""
    path = path_of(name)
    new_path = path.with_suffix(".new")
    new_path.write_bytes(gzip.compress(xml.encode(), mtime=0))
    os.replace(new_path, path)


def remove_all_but(names: set[str]) -> None:
    kept_paths = {path_of(name) for name in names}
    for path in Path(settings.SITEMAP_DIR).glob("*.gz"):
        if path not in kept_paths:
            path.unlink(missing_ok=True)


@contextmanager
def writing() -> Iterator[bool]:
    """Yields whether this process may write: one at a time."""
    folder = Path(settings.SITEMAP_DIR)
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
