"""What is kept of sets is bounded, with the names by which searches ask for them."""

from __future__ import annotations

from collections.abc import Hashable

from pyroaring import BitMap

from listings.search.counting.recent import RecentSets, serialized


def test_what_was_not_used_for_longest_goes_first() -> None:
    recent = RecentSets(max_bytes=30_000)
    made: list[object] = []

    def make(name: object) -> BitMap:
        made.append(name)
        return BitMap([1])

    def ask(name: Hashable) -> BitMap:
        return recent.get(("words", name), lambda: make(name))

    ask("kept")
    for number in range(200):
        ask(("x" * 1_000, number))
        ask("kept")
    assert made.count("kept") == 1
    ask(("x" * 1_000, 199))
    ask(("x" * 1_000, 0))
    assert made[-1] == ("x" * 1_000, 0)
    assert len(made) == 202


def test_sets_are_written_as_the_library_writes_them() -> None:
    for ids in ([0], [65_535], [65_536], [2**32 - 1], [3, 4], [1, 70_000]):
        assert serialized(ids) == BitMap(ids).serialize()
