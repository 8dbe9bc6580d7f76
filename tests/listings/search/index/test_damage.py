"""Any damage to any file of an index is found before tantivy maps it, and ends in a new version.

Files that are mapped lose their end: should one be read nevertheless, the kernel ends the whole process of the tests.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from listings.models import Change, Listing
from listings.search.index import index_versions
from listings.search.index import indexer as indexer_module
from listings.search.index.damage import FileCheck
from listings.search.index.indexer import Indexer
from listings.search.index.reader import IndexReader
from listings.search.query.search import Search
from listings.search.results.find import find
from tests.examples import few, sampled
from tests.forks import start_copy
from tests.listings.making import listing_with
from tests.processes import until

pytestmark = pytest.mark.django_db(transaction=True)
Damage = Callable[[Path], None]


def truncate(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def empty(path: Path) -> None:
    os.truncate(path, 0)


def delete(path: Path) -> None:
    path.unlink()


def overwrite(path: Path) -> None:
    """With its size kept, and its end."""
    with path.open("r+b") as file:
        file.write(os.urandom(max(1, path.stat().st_size // 8)))


def replace_by_folder(path: Path) -> None:
    """Nobody can read it as a file, whoever they are: root reads files without permission."""
    path.unlink()
    path.mkdir()
    (path / "file").touch()


DAMAGES: list[Damage] = [truncate, empty, delete, overwrite, replace_by_folder]
SEGMENT_FILES = ["*.idx", "*.pos", "*.term", "*.store", "*.fast", "*.fieldnorm", "*.del", "meta.json"]
COUNT_FILES = ["*.counts", "counting.json"]
FILES_BESIDE = ["current", "generation-*.json"]


def each_damaged(patterns: list[str]) -> list[Any]:
    """Every damage to every file, of which each file's first always runs: another one for each file, by turns."""
    cases = [
        (pattern, DAMAGES[(number + turn) % len(DAMAGES)])
        for number, pattern in enumerate(patterns)
        for turn in range(len(DAMAGES))
    ]
    return sampled(cases, key=lambda pattern, damage: pattern)


def change(listing: Listing) -> None:
    Change.objects.create(listing_id=listing.pk, kind=Change.Kind.CHANGED)


@pytest.fixture
def built(indexer: Indexer) -> Indexer:
    """An index with a file of deleted documents."""
    listings = [listing_with(f"Engineer {number}") for number in range(3)]
    indexer.step()
    change(listings[0])
    indexer.step()
    return indexer


def file_of(folder: Path, pattern: str) -> Path:
    """Waits for it: the indexer may be putting another in its place."""
    files: list[Path] = []

    def is_there() -> bool:
        version = folder / index_versions.current(folder)
        files.extend(path for place in (version, folder) for path in sorted(place.glob(pattern)) if path.is_file())
        return bool(files)

    until(is_there)
    return files[0]


def is_tantivy_idle() -> bool:
    """A thread of tantivy's reads each index soon after it was opened: a file that ends early then ends the process."""
    for task in Path("/proc/self/task").glob("*"):
        # A thread may end meanwhile.
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            name, state = (task / "stat").read_text().partition("(")[2].rpartition(") ")[::2]
            if name == "watch-callbacks" or (name.startswith("thread-tantivy-") and not state.startswith("S")):
                return False
    return True


@pytest.mark.parametrize(("pattern", "damage"), each_damaged(SEGMENT_FILES + COUNT_FILES + FILES_BESIDE))
def test_readers_notice_before_they_read_and_it_is_built_anew(built: Indexer, pattern: str, damage: Damage) -> None:
    folder, first = built.folder, index_versions.current(built.folder)
    assert find(Search()).total == 3
    until(is_tantivy_idle)
    damage(file_of(folder, pattern))
    results = find(Search(q="engineer"))
    # The cursor is not a reader's business.
    assert results.state == ("results" if pattern == "generation-*.json" else "rebuilding")
    assert len(results.listings) == 3
    built.step()
    assert index_versions.current(folder) not in ("", first)
    assert IndexReader(folder).searcher().num_docs == 3
    assert built._reason_to_rebuild() == ""


@pytest.mark.parametrize(
    ("pattern", "damage"), each_damaged([".managed.json", "heartbeat.json", "indexer.lock", ".tantivy-meta.lock"])
)
def test_damage_beside_the_documents_stops_nothing(built: Indexer, pattern: str, damage: Damage) -> None:
    folder = built.folder
    damage(file_of(folder, pattern))
    built.heartbeat_at = 0.0
    change(listing_with("Afterwards"))
    built.step()
    assert IndexReader(folder).searcher().num_docs == 4
    assert index_versions.seconds_since_heartbeat(folder) is not None


def test_damaged_readers_have_the_databases_answers_during_the_rebuild(
    built: Indexer, monkeypatch: pytest.MonkeyPatch
) -> None:
    states: list[str] = []
    monkeypatch.setattr("listings.search.index.rows.CHUNK", 1)
    rebuild = built.rebuild

    def watched(report: Callable[[int], None] = lambda count: None) -> int:
        return rebuild(lambda count: states.append(find(Search()).state))

    monkeypatch.setattr(built, "rebuild", watched)
    overwrite(file_of(built.folder, "*.store"))
    built.step()
    assert set(states) == {"rebuilding"}


def test_damage_that_keeps_a_files_time_is_noticed_within_half_a_minute(
    built: Indexer, monkeypatch: pytest.MonkeyPatch
) -> None:
    built.step()
    path = file_of(built.folder, "*.store")
    status = path.stat()
    overwrite(path)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert built._reason_to_rebuild() == ""
    assert indexer_module.CHECKSUM_INTERVAL <= 30
    built._read_again_at = 0.0
    assert "is damaged" in built._reason_to_rebuild()


def test_commits_and_merges_are_no_damage(built: Indexer) -> None:
    first = index_versions.current(built.folder)
    reader = IndexReader(built.folder)
    for number in range(12):
        change(listing_with(f"More {number}"))
        built.step()
        assert reader.searcher().num_docs == 4 + number
    assert index_versions.current(built.folder) == first


def test_a_forged_cursor_is_not_believed(folder: Path, built: Indexer) -> None:
    path = file_of(folder, "generation-*.json")
    stored = path.read_text()
    assert built.cursor is not None
    path.write_text(stored.replace(f'"xid": {built.cursor.xid}', f'"xid": {built.cursor.xid + 10**6}'))
    assert index_versions.read_cursor(folder, built.name) is None
    built.step()
    assert index_versions.read_cursor(folder, built.name) == built.cursor


def take_back_the_right_to_enter(folder: Path) -> None:
    os.setgid(65534)
    os.setuid(65534)
    folder.chmod(0)
    with Indexer(folder):
        assert os.access(folder, os.W_OK)


def test_the_owner_gets_the_right_to_write_back(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    folder.mkdir()
    if os.geteuid() == 0:
        for path in (tmp_path, *list(tmp_path.parents)[:-2]):
            path.chmod(path.stat().st_mode | 0o011)
        os.chown(folder, 65534, 65534)
        # A child, as the rights of root cannot be taken back.
        child = start_copy(take_back_the_right_to_enter, folder)
        child.join()
        assert child.exitcode == 0
    else:
        folder.chmod(0)
        with Indexer(folder):
            assert os.access(folder, os.W_OK)


@pytest.mark.parametrize(
    ("pattern", "damage"),
    few(
        [("*.store", truncate), ("*.idx", overwrite), ("meta.json", empty), ("current", delete), ("*.json", overwrite)]
    ),
)
def test_verify_mends_without_a_running_indexer(
    folder: Path, pattern: str, damage: Damage, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("listings.management.commands.index.time.sleep", lambda seconds: None)
    listing_with("Here")
    with Indexer(folder) as indexer:
        indexer.step()
    damage(file_of(folder, pattern))
    call_command("index", "--verify")
    assert "hold the same listings" in capsys.readouterr().out
    assert IndexReader(folder).searcher().num_docs == 1


def test_verify_mends_from_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    listing_with("Here")
    call_command("index", "--verify")
    shutil.rmtree(folder)
    call_command("index", "--verify")
    assert capsys.readouterr().out.count("hold the same listings") == 2


def test_a_whole_index_passes(built: Indexer) -> None:
    check = FileCheck(built.folder / built.name, checksums=True)
    check.run()
    check.forget()
    check.run()


def flip(path: Path, wanted: bytes, bit: int) -> None:
    """A bit of the byte before the end of `wanted`, with the file's time kept, as a fault of the disk does."""
    status, content = path.stat(), bytearray(path.read_bytes())
    content[content.rindex(wanted) + len(wanted)] ^= 1 << bit
    path.write_bytes(content)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


@pytest.mark.parametrize(
    ("pattern", "wanted", "bit"),
    few(
        [
            ("meta.json", b'"num_deleted_docs": ', 0),
            ("*.store", b'{"versio', 3),
            ("meta.json", b'"max_doc": ', 1),
            ("meta.json", b'"indexed', 5),
            ("meta.json", b'"docstore_compression": "l', 2),
            ("*.idx", b'"index_format_version', 1),
            ("*.del", b'{"versio', 0),
            ("*.fast", b'{"versio', 1),
        ],
        count=2,
    ),
)
def test_a_flipped_bit_without_a_checksum_is_found(built: Indexer, pattern: str, wanted: bytes, bit: int) -> None:
    built.step()
    flip(file_of(built.folder, pattern), wanted, bit)
    built._read_again_at = 0.0
    first = index_versions.current(built.folder)
    built.step()
    assert index_versions.current(built.folder) not in ("", first)
    assert find(Search()).total == 3
    assert find(Search()).state == "results"
