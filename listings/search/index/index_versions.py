"""Versions of an index on disk: a rebuild makes a new one beside the old; a small file names the current one."""

from __future__ import annotations

import json
import os
import re
import shutil
import time
import zlib
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

CURRENT = "current"
REBUILD = "rebuild"
HEARTBEAT = "heartbeat.json"
NAME = re.compile(r"generation-\d{1,20}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Cursor:
    """How far a version has followed Change, and in which database: changes of another one mean nothing to it."""

    edition: int
    database: str
    xid: int
    id: int


def current(folder: Path) -> str:
    """The current version's name, "" if there is none."""
    try:
        name = (folder / CURRENT).read_text().strip()
    except (OSError, ValueError):
        return ""
    return name if NAME.fullmatch(name) else ""


def withdraw(folder: Path) -> None:
    """Leaves no version current: readers say that the index is being rebuilt."""
    remove(folder / CURRENT)


def ask_for_rebuild(folder: Path) -> None:
    """Makes the running indexer build a new version; the current one serves until then."""
    (folder / REBUILD).touch()


def is_rebuild_requested(folder: Path) -> bool:
    return (folder / REBUILD).exists()


def new_name() -> str:
    return f"generation-{time.time_ns()}"


def built_at(name: str) -> float:
    """When the building of a version began, in seconds since 1970."""
    return int(name.removeprefix("generation-")) / 1e9


def swap(folder: Path, name: str) -> None:
    write_atomically(folder / CURRENT, name)
    remove(folder / REBUILD)


def read_cursor(folder: Path, name: str) -> Cursor | None:
    """None if there is none that can be trusted."""
    try:
        stored = json.loads((folder / f"{name}.json").read_text())
        cursor = Cursor(**stored["cursor"])
        return cursor if stored["crc"] == _crc(cursor) else None
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None


def edition_of(folder: Path, name: str) -> int | None:
    """Of the software that built a version; None if it is not known."""
    cursor = read_cursor(folder, name)
    return cursor.edition if cursor else None


def write_cursor(folder: Path, name: str, cursor: Cursor) -> None:
    write_atomically(folder / f"{name}.json", json.dumps({"cursor": asdict(cursor), "crc": _crc(cursor)}))


def _crc(cursor: Cursor) -> int:
    """A changed digit would make the cursor skip changes, and nobody would notice."""
    return zlib.crc32(json.dumps(asdict(cursor)).encode())


def write_heartbeat(folder: Path, at: float) -> None:
    write_atomically(folder / HEARTBEAT, json.dumps({"at": at}))


def seconds_since_heartbeat(folder: Path) -> float | None:
    """How long ago the indexer last had nothing more to do; None if it never had."""
    try:
        return max(0.0, time.time() - float(json.loads((folder / HEARTBEAT).read_text())["at"]))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def write_atomically(path: Path, text: str) -> None:
    """All of it or nothing, also when the machine loses power in the middle."""
    draft = path.with_name(path.name + ".new")
    for target in (draft, path):
        remove_folder(target)
    with draft.open("w") as file:
        file.write(text)
        file.flush()
        # A rename may reach the disk before the bytes do, which would leave an empty file.
        os.fsync(file.fileno())
    draft.replace(path)


def make_usable(folder: Path) -> None:
    """Creates the folder, or gives its owner back the right to write it."""
    folder.mkdir(parents=True, exist_ok=True)
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        folder.chmod(0o700)


def remove_folder(path: Path) -> None:
    """Removes a folder that stands where a file belongs; a rename could not replace it."""
    if path.is_dir() and not path.is_symlink():
        with suppress(OSError):
            # Without the right to read it, its content could not be removed.
            path.chmod(0o700)
        shutil.rmtree(path, ignore_errors=True)


def remove(path: Path) -> None:
    remove_folder(path)
    if not path.is_dir():
        path.unlink(missing_ok=True)


def remove_others(folder: Path, kept: str) -> None:
    """Removes old versions. A reader with one open goes on: its files live as long as they are mapped."""
    for path in folder.glob("generation-*"):
        if path.name.removesuffix(".new").removesuffix(".json") != kept:
            remove(path)
