"""Where an index lies on disk: a rebuild makes a generation beside the old; a small file names the current one."""

from __future__ import annotations

import json
import os
import shutil
import time
from dataclasses import asdict, dataclass
from pathlib import Path

CURRENT = "current"
REBUILD = "rebuild"


@dataclass(frozen=True, slots=True)
class Cursor:
    """How far a generation has followed Change, and of which database: any other one's changes mean nothing to it."""

    edition: int
    database: str
    xid: int
    id: int


def current(folder: Path) -> str:
    """The current generation's name; "" where there is none."""
    try:
        return (folder / CURRENT).read_text().strip()
    except OSError:
        return ""


def withdraw(folder: Path) -> None:
    """No generation is current: readers say that the index is being rebuilt."""
    (folder / CURRENT).unlink(missing_ok=True)


def ask_for_rebuild(folder: Path) -> None:
    """The running indexer makes a new generation beside the current one, which serves until then."""
    (folder / REBUILD).touch()


def rebuild_asked(folder: Path) -> bool:
    return (folder / REBUILD).exists()


def new_name() -> str:
    return f"generation-{time.time_ns()}"


def built(name: str) -> float:
    """When a generation was begun, in seconds since 1970."""
    return int(name.removeprefix("generation-")) / 1e9


def swap(folder: Path, name: str) -> None:
    write(folder / CURRENT, name)
    (folder / REBUILD).unlink(missing_ok=True)


def read_cursor(folder: Path, name: str) -> Cursor | None:
    try:
        return Cursor(**json.loads((folder / f"{name}.json").read_text()))
    except (OSError, ValueError, TypeError):
        return None


def write_cursor(folder: Path, name: str, cursor: Cursor) -> None:
    write(folder / f"{name}.json", json.dumps(asdict(cursor)))


def since_last_look(folder: Path) -> float | None:
    """Seconds since the indexer last found nothing more to do; None where it never did."""
    try:
        return max(0.0, time.time() - float(json.loads((folder / "heartbeat.json").read_text())["at"]))
    except (OSError, ValueError, KeyError):
        return None


def write(path: Path, text: str) -> None:
    """All of it or nothing, also when the machine loses power in the middle."""
    draft = path.with_name(path.name + ".new")
    with draft.open("w") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())
    draft.replace(path)


def remove_others(folder: Path, kept: str) -> None:
    """Old generations. A reader that has one open goes on reading it: its files live as long as they are mapped."""
    for path in folder.glob("generation-*"):
        if path.name.removesuffix(".json").removesuffix(".json.new") == kept:
            continue
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
