"""After an upgrade, the index of the older version is searched until the new one is built."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from listings.search.index import index_form, index_versions, place_masks
from listings.search.index import schema as schema_module
from listings.search.index.indexer import Indexer
from listings.search.index.verify import compare
from listings.search.query.search import Search
from listings.search.results.find import Results, find
from tests.examples import few
from tests.listings.making import listing_with

pytestmark = pytest.mark.django_db(transaction=True)

WORDS = Search(q="writer", sort="best")
KIND = Search(category=("writing",))
SKILL = Search(skill=("latex",))
PLACE = Search(country="DE")
PAY = Search(sort="salary")


@pytest.fixture
def built(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    facts = {"category": "writing", "skills": ["latex"], "residence": {"include": ["DE"]}}
    for number in range(3):
        listing_with(f"Writer {number}", facts=facts)
    listing_with("Tide clerk", facts={"category": "operations"})
    with Indexer(folder) as indexer:
        indexer.step()
    yield folder
    monkeypatch.undo()
    schema_module.schema.cache_clear()


def upgrade(monkeypatch: pytest.MonkeyPatch, *, fields: frozenset[str] = frozenset({"added"})) -> None:
    """To a version with more fields, the first of them before all others."""
    monkeypatch.setattr(schema_module, "SCHEMA_VERSION", schema_module.SCHEMA_VERSION + 1)
    monkeypatch.setattr(schema_module, "TERM_FIELDS", schema_module.TERM_FIELDS | fields)
    schema_module.schema.cache_clear()


def answers(*searches: Search) -> list[tuple[str, int | None, int]]:
    return [(results.state, results.total, len(results.ids)) for results in map(find, searches)]


def with_counts(results: Results) -> set[str]:
    return {name for name, counts in results.counts.items() if any(count.total for count in counts)}


def test_no_search_waits_while_the_new_index_is_built(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, counted = answers(WORDS, KIND, PLACE, PAY), with_counts(find(Search()))
    upgrade(monkeypatch)
    assert answers(WORDS, KIND, PLACE, PAY) == before
    assert {state for state, _, _ in before} == {"results"}
    assert with_counts(find(Search())) == counted
    monkeypatch.setattr("listings.search.index.rows.CHUNK", 2)
    while_building: list[object] = []
    old = index_versions.current(built)
    with Indexer(built) as indexer:
        assert indexer._reason_to_rebuild() == "an older version of the software built it"
        indexer.rebuild(lambda count: while_building.append(answers(WORDS, KIND, PLACE, PAY)))
    assert while_building == [before, before]
    assert index_versions.current(built) != old
    assert answers(WORDS, KIND, PLACE, PAY) == before
    assert not compare()


def test_only_searches_by_what_has_changed_wait(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    upgrade(monkeypatch)
    monkeypatch.setattr(index_form, "CHANGED_IN", {"skill": schema_module.SCHEMA_VERSION, "pay_high": 0})
    waiting = find(SKILL)
    assert (waiting.state, waiting.pending_filters) == ("rebuilding", ("skill",))
    assert [state for state, _, _ in answers(WORDS, KIND, PLACE, PAY)] == ["results"] * 4
    assert "skill" not in find(Search()).counts
    assert "category" in find(Search()).counts


def test_an_index_without_the_order_of_pay_is_sorted_by_its_top(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = answers(PAY)
    upgrade(monkeypatch)
    monkeypatch.setattr(index_form, "CHANGED_IN", {"pay_order": schema_module.SCHEMA_VERSION})
    assert answers(PAY) == before


def test_places_that_have_changed_wait_alone(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Their masks would name other countries."""
    monkeypatch.setattr(place_masks, "BITS", {**place_masks.BITS, "XX": 9_999})
    assert [state for state, _, _ in answers(WORDS, PLACE, KIND)] == ["results", "rebuilding", "results"]
    assert not {"country", "fit"} & set(find(Search(), reader_place="DE").counts)
    with Indexer(built) as indexer:
        assert "other names or places" in indexer._reason_to_rebuild()


@pytest.mark.parametrize("version", few([index_form.OLDEST_SEARCHED - 1, schema_module.SCHEMA_VERSION + 9]))
def test_what_this_version_cannot_read_is_not_searched(
    built: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, version: int
) -> None:
    name = index_versions.current(built)
    monkeypatch.setattr(schema_module, "SCHEMA_VERSION", version)
    monkeypatch.setattr(index_form, "OLDEST_SEARCHED", version)
    assert answers(WORDS)[0][0] == "rebuilding"
    with Indexer(built) as indexer, caplog.at_level("INFO"):
        indexer.step()
    assert "damaged" not in caplog.text
    assert index_versions.current(built) != name
    assert answers(WORDS)[0][0] == "results"


def test_an_older_index_that_is_damaged_is_not_searched(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    upgrade(monkeypatch)
    for path in (built / index_versions.current(built)).glob("*.term"):
        path.write_bytes(path.read_bytes()[:-9])
    with Indexer(built) as indexer:
        assert "damaged" in indexer._reason_to_rebuild()
    assert index_versions.current(built) == ""
