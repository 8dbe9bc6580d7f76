from __future__ import annotations

import os
from pathlib import Path

import pytest

from jobsite.allinone.paths import SOCKET_LIMIT, EmbeddedError, Places, make_folder, reachable

NOBODY = 65534
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="root alone runs PostgreSQL as another user")


def longest_socket(places: Places) -> int:
    return max(len(os.fsencode(path)) for path in (places.postgres_socket / ".s.PGSQL.5432", places.valkey_socket))


def test_sockets_lie_beside_the_data(folder: Path) -> None:
    places = Places(folder, chosen=True)
    assert places.postgres_socket.is_relative_to(folder)
    assert places.valkey_socket.is_relative_to(folder)


@pytest.mark.parametrize("name", ["x" * 120, "with a space", "ünicode", "per%cent", "que?ry"])
def test_sockets_move_where_the_path_is_long_or_odd(folder: Path, name: str) -> None:
    places = Places(folder / name, chosen=True)
    assert not places.sockets.is_relative_to(folder)
    assert longest_socket(places) <= SOCKET_LIMIT
    assert places.valkey_url.isascii()
    assert "%" not in places.valkey_url


def test_two_long_directories_have_two_sockets(folder: Path) -> None:
    one, two = (Places(folder / ("x" * 120) / name, chosen=True) for name in "ab")
    assert one.sockets != two.sockets


def test_asking_for_places_creates_nothing(folder: Path) -> None:
    places = Places(folder / "new", chosen=True)
    assert str(folder) in f"{places.postgres_data} {places.valkey_url} {places.data_moved}"
    assert list(folder.iterdir()) == []


@as_root
def test_a_closed_folder_is_out_of_reach_for_others(folder: Path) -> None:
    closed = folder / "closed"
    closed.mkdir(0o700)
    assert reachable(folder / "not there yet", NOBODY, NOBODY)
    assert not reachable(closed / "data", NOBODY, NOBODY)
    assert reachable(closed / "data", os.geteuid(), os.getegid())


@as_root
def test_roots_default_directory_moves_where_others_cannot_pass(folder: Path) -> None:
    closed = folder / "closed"
    closed.mkdir(0o700)
    default, chosen = Places(closed / "var", chosen=False), Places(closed / "var", chosen=True)
    assert default.postgres.is_relative_to("/var/lib/elsewhere")
    assert default.valkey.is_relative_to(closed)
    assert chosen.postgres.is_relative_to(closed)


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
