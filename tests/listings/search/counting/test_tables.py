"""Tables hold what they are given, however they are merged, and say so if they are no tables."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from pyroaring import BitMap

from listings.search.counting import counts, table
from listings.search.counting.build import TableBuilder, merge_tables
from listings.search.counting.counts import Counted
from listings.search.counting.entries import LIST_FIELD, NUMBER_FIELDS, VALUE_FIELDS, Entry, key
from listings.search.counting.order import highest
from listings.search.counting.state import STATE, CountState, TableName, read_state, state_text
from listings.search.counting.table import CountTable
from listings.search.counting.tables import CountTables, live_parts

WORDS = ("alpha", "beta", "gamma", "delta")
SKILLS = ("go", "rust", "sql")
Change = dict[int, Entry | None]
"""The new state of each listing, None if it was closed."""


def random_entry(chance: random.Random, listing_id: int) -> Entry:
    return Entry(
        listing_id,
        [("words", chance.sample(WORDS, chance.randrange(4)))],
        tuple(chance.choice(WORDS) for _ in VALUE_FIELDS),
        tuple(chance.sample(SKILLS, chance.randrange(3))),
        tuple(chance.choice([0, chance.randrange(-1, 2**40)]) for _ in NUMBER_FIELDS),
    )


def random_change(chance: random.Random, step: int) -> Change:
    ids = chance.sample(range(70_000, 70_000 + 60 * step, step), chance.randrange(30))
    return {listing_id: random_entry(chance, listing_id) if chance.random() < 0.8 else None for listing_id in ids}


def written(path: Path, change: Change) -> CountTable:
    builder = TableBuilder()
    for entry in change.values():
        if entry:
            builder.add(entry)
    builder.write(path)
    return CountTable(path)


def assert_equal(tables: CountTables, entries: Sequence[Entry]) -> None:
    assert set(tables.ids) == {entry.listing_id for entry in entries}
    for word in WORDS:
        expected = {entry.listing_id for entry in entries if word in dict(entry.terms)["words"]}
        assert set(tables.ids_with(key("words", word))) == expected
    middle = 2**39
    for place, name in enumerate(NUMBER_FIELDS):
        expected = {entry.listing_id for entry in entries if entry.numbers[place] >= middle}
        assert set(tables.ids_between(name, middle, None)) == expected
        in_order = sorted(((entry.numbers[place], entry.listing_id) for entry in entries), reverse=True)
        for count in (0, 5, len(entries)):
            assert highest(tables, tables.ids, name, count) == [listing_id for _, listing_id in in_order[:count]]
    assert_counts(tables, entries)
    # Nearly all, which are counted by those that are left out, and a few.
    assert_counts(tables, entries[2:])
    assert_counts(tables, entries[:3])


def assert_counts(tables: CountTables, entries: Sequence[Entry]) -> None:
    counted = Counted(tables, BitMap(entry.listing_id for entry in entries))
    for place, name in enumerate(VALUE_FIELDS):
        values = [entry.values[place] for entry in entries]
        assert counted.terms(name, 10) == {word: values.count(word) for word in WORDS if word in values}
    skills = [skill for entry in entries for skill in entry.items]
    assert counted.terms(LIST_FIELD, 10) == {skill: skills.count(skill) for skill in SKILLS if skill in skills}
    if skills:
        rarest = min(SKILLS, key=lambda skill: (skills.count(skill), skill))
        assert counted.terms(LIST_FIELD, 1, [rarest]).get(rarest, 0) == skills.count(rarest)


def test_several_tables_and_those_merged_of_them_hold_the_newest_state(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(1)
    monkeypatch.setattr(counts, "MANY", 5)
    monkeypatch.setattr(table, "READ_AT_ONCE", 7)
    for round_ in range(30):
        # Ids beside each other, with gaps, and so far apart that columns go by rank.
        step = (1, 2, 50_000_000)[round_ % 3]
        changes = [random_change(chance, step) for _ in range(1 + round_ % 4)]
        newest: Change = {}
        for change in changes:
            newest |= change
        entries = [entry for entry in newest.values() if entry]
        opened = [written(tmp_path / f"{round_}-{number}", change) for number, change in enumerate(changes)]
        touched = [BitMap(change) for change in changes]
        assert_equal(CountTables(opened, touched), entries)
        for _ in merge_tables(tmp_path / "merged", live_parts(opened, touched)):
            pass
        assert_equal(CountTables([CountTable(tmp_path / "merged")], [BitMap()]), entries)


def test_a_table_of_few_listings_is_small_however_far_apart_they_are(tmp_path: Path) -> None:
    chance = random.Random(2)
    written(tmp_path / "near", {listing_id: random_entry(chance, listing_id) for listing_id in (1, 2)})
    written(tmp_path / "far", {listing_id: random_entry(chance, listing_id) for listing_id in (1, 2**32 - 1)})
    assert (tmp_path / "far").stat().st_size < 2 * (tmp_path / "near").stat().st_size


def test_the_state_after_a_commit_has_its_table(tmp_path: Path) -> None:
    old, new = TableName("1.counts", BitMap()), TableName("2.counts", BitMap([3, 70_000]))
    (tmp_path / STATE).write_text(state_text(CountState(5, (old,), new)))
    state = read_state(tmp_path)
    assert state.at(5) == CountState(5, (old,))
    assert state.at(9) == CountState(9, (old, new))
    with pytest.raises(ValueError, match="newer"):
        state.at(4)


@pytest.mark.parametrize("content", [b"", b"short", bytes(400)])
def test_what_is_no_table_says_so(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "1.counts").write_bytes(content)
    with pytest.raises((ValueError, OSError)):
        CountTable(tmp_path / "1.counts")


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"state": {}, "crc": 0}'])
def test_what_is_no_state_says_so(tmp_path: Path, content: str) -> None:
    (tmp_path / STATE).write_text(content)
    with pytest.raises(ValueError, match=r"damaged|Expecting"):
        read_state(tmp_path)
