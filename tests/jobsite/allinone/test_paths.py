from __future__ import annotations

import os
from pathlib import Path

import pytest

from jobsite.allinone.paths import MAX_SOCKET_PATH, DataPaths, EmbeddedError, can_reach, make_folder

NOBODY = 65534
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="root alone runs PostgreSQL as another user")


def longest_socket(paths: DataPaths) -> int:
    return max(len(os.fsencode(path)) for path in (paths.postgres_socket_dir / ".s.PGSQL.5432", paths.valkey_socket))


def test_sockets_lie_beside_the_data(folder: Path) -> None:
    paths = DataPaths(folder, explicit=True)
    assert paths.postgres_socket_dir.is_relative_to(folder)
    assert paths.valkey_socket.is_relative_to(folder)


@pytest.mark.parametrize("name", ["x" * 120, "with a space", "ünicode", "per%cent", "que?ry"])
def test_sockets_move_where_the_path_is_long_or_odd(folder: Path, name: str) -> None:
    paths = DataPaths(folder / name, explicit=True)
    assert not paths.sockets.is_relative_to(folder)
    assert longest_socket(paths) <= MAX_SOCKET_PATH
    assert paths.valkey_url.isascii()
    assert "%" not in paths.valkey_url


def test_two_long_directories_have_two_sockets(folder: Path) -> None:
    first, second = (DataPaths(folder / ("x" * 120) / name, explicit=True) for name in "ab")
    assert first.sockets != second.sockets


def test_reading_paths_creates_nothing(folder: Path) -> None:
    paths = DataPaths(folder / "new", explicit=True)
    assert str(folder) in f"{paths.postgres_data} {paths.valkey_url} {paths.is_relocated}"
    assert list(folder.iterdir()) == []


@as_root
def test_a_closed_folder_is_out_of_reach_for_others(folder: Path) -> None:
    closed = folder / "closed"
    closed.mkdir(0o700)
    assert can_reach(folder / "not there yet", NOBODY, NOBODY)
    assert not can_reach(closed / "data", NOBODY, NOBODY)
    assert can_reach(closed / "data", os.geteuid(), os.getegid())


@as_root
def test_roots_default_directory_moves_where_others_cannot_pass(folder: Path) -> None:
    closed = folder / "closed"
    closed.mkdir(0o700)
    default, explicit = DataPaths(closed / "var", explicit=False), DataPaths(closed / "var", explicit=True)
    assert default.postgres.is_relative_to("/var/lib/elsewhere")
    assert default.valkey.is_relative_to(closed)
    assert explicit.postgres.is_relative_to(closed)


def test_folders_are_made_with_their_mode_and_existing_ones_keep_theirs(folder: Path) -> None:
    kept = folder / "kept"
    kept.mkdir(0o750)
    before = os.umask(0o077)
    try:
        make_folder(kept / "a" / "b", 0o711)
    finally:
        os.umask(before)
    modes = [path.stat().st_mode & 0o777 for path in (kept, kept / "a", kept / "a" / "b")]
    assert modes == [0o750, 0o711, 0o711]


def test_a_folder_that_cannot_be_made_is_named(folder: Path) -> None:
    (folder / "file").touch()
    with pytest.raises(EmbeddedError, match="file/below cannot be created: Not a directory"):
        make_folder(folder / "file" / "below", 0o700)
