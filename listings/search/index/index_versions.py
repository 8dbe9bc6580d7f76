"""Versions of an index on disk: a rebuild makes a new one beside the old; a small file names the current one."""

from __future__ import annotations

import json
import os
import shutil
import time
from dataclasses import asdict, dataclass
from pathlib import Path

CURRENT = "current"
REBUILD = "rebuild"
HEARTBEAT = "heartbeat.json"


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
        return (folder / CURRENT).read_text().strip()
    except OSError:
        return ""


def withdraw(folder: Path) -> None:
    """Leaves no version current: readers say that the index is being rebuilt."""
    (folder / CURRENT).unlink(missing_ok=True)


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
    (folder / REBUILD).unlink(missing_ok=True)


def read_cursor(folder: Path, name: str) -> Cursor | None:
    try:
        return Cursor(**json.loads((folder / f"{name}.json").read_text()))
    except (OSError, ValueError, TypeError):
        return None


def write_cursor(folder: Path, name: str, cursor: Cursor) -> None:
    write_atomically(folder / f"{name}.json", json.dumps(asdict(cursor)))


def write_heartbeat(folder: Path, at: float) -> None:
    write_atomically(folder / HEARTBEAT, json.dumps({"at": at}))


def seconds_since_heartbeat(folder: Path) -> float | None:
    """How long ago the indexer last had nothing more to do; None if it never had."""
    try:
        return max(0.0, time.time() - float(json.loads((folder / HEARTBEAT).read_text())["at"]))
    except (OSError, ValueError, KeyError):
        return None


def write_atomically(path: Path, text: str) -> None:
    """All of it or nothing, also when the machine loses power in the middle."""
    draft = path.with_name(path.name + ".new")
    with draft.open("w") as file:
        file.write(text)
        file.flush()
        # A rename may reach the disk before the bytes do, which would leave an empty file.
        os.fsync(file.fileno())
    draft.replace(path)


def remove_others(folder: Path, kept: str) -> None:
    """Removes old versions. A reader with one open goes on: its files live as long as they are mapped."""
    for path in folder.glob("generation-*"):
        if path.name.removesuffix(".json").removesuffix(".json.new") == kept:
            continue
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
