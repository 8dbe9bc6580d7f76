"""Other names of kinds of work, levels and types of employment, as people type them in a search."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from listings.vocabulary.synonyms import key

FILE = Path(__file__).with_name("data") / "fact_names.toml"
MAX_NAME_WORDS = 4


def fact_values(phrase: str) -> tuple[tuple[str, str], ...]:
    """Filters with the value that the phrase names: "QA" → (("category", "quality"),). Empty for other phrases."""
    return _values_by_name().get(key(phrase), ())


def names() -> frozenset[str]:
    return frozenset(_values_by_name())


@cache
def _values_by_name() -> Mapping[str, tuple[tuple[str, str], ...]]:
    by_name: dict[str, tuple[tuple[str, str], ...]] = {}
    for name, filter_name, value in _rows():
        by_name[key(name)] = (*by_name.get(key(name), ()), (filter_name, value))
    return by_name


def _rows() -> list[tuple[str, str, str]]:
    tables: Mapping[str, Mapping[str, list[str]]] = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return [
        (name, filter_name, value)
        for filter_name, names_by_value in tables.items()
        for value, names in names_by_value.items()
        for name in names
    ]
