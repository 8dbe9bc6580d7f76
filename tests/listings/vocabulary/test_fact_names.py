"""Other names of kinds of work, levels and employment name values that exist."""

from __future__ import annotations

import tomllib

from listings.search.query.parameters import FILTERS
from listings.vocabulary.fact_names import FILE, MAX_NAME_WORDS, fact_values
from tests.tables import table


def test_every_value_is_one_of_its_filter() -> None:
    tables = tomllib.loads(FILE.read_text(encoding="utf-8"))
    assert list(tables.pop("experience")) == ["0"]
    for filter_name, names_by_value in tables.items():
        values = FILTERS[filter_name].values
        assert values is not None
        assert set(names_by_value) <= set(values)
        for names in names_by_value.values():
            assert max(len(name.split()) for name in names) <= MAX_NAME_WORDS


@table(
    ("name", "values"),
    [
        ("QA", (("category", "quality"),)),
        ("Part-Time", (("employment", "PART_TIME"),)),
        ("internship", (("seniority", "intern"), ("employment", "INTERN"))),
        ("seo", ()),
    ],
)
def test_names_are_read_in_any_case(name: str, values: tuple[tuple[str, str], ...]) -> None:
    assert fact_values(name) == values
