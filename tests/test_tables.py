"""A table of cases is one test: all its cases run, and its failure shows each that fails."""

from __future__ import annotations

import os

import pytest

from tests.tables import table


def test_the_failure_shows_each_case_that_fails() -> None:
    @table(("number", "half"), [(2, 1), (4, 3), (6, 3), (8, 5)])
    def halves(number: int, half: int) -> None:
        assert number / 2 == half

    with pytest.raises(ExceptionGroup, match="2 of 4 cases of halves") as caught:
        halves()
    notes = [error.__notes__ for error in caught.value.exceptions]
    assert notes == [["case: {'number': 4, 'half': 3}"], ["case: {'number': 8, 'half': 5}"]]


@pytest.mark.parametrize("slow", ["", "1"])
def test_slow_cases_run_on_request(slow: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "SLOW", slow)
    tried = []

    @table("word", ["usual", pytest.param("rare", marks=pytest.mark.slow)])
    def words(word: str) -> None:
        tried.append(word)

    words()
    assert tried == (["usual", "rare"] if slow else ["usual"])


def test_tables_of_tables_try_every_pair() -> None:
    tried = []

    @table("left", [1, 2])
    @table("right", "ab")
    def pairs(left: int, right: str) -> None:
        tried.append((left, right))

    pairs()
    assert tried == [(1, "a"), (1, "b"), (2, "a"), (2, "b")]


@table("number", range(3))
def test_other_parameters_are_fixtures(number: int, request: pytest.FixtureRequest) -> None:
    assert request.node.name == "test_other_parameters_are_fixtures"
    assert number in range(3)


def test_a_parameter_that_the_test_lacks_is_named() -> None:
    with pytest.raises(TypeError, match="no parameter colour"):

        @table("colour", ["red"])
        def shapes(shape: str) -> None:
            raise AssertionError(shape)
