"""The table of parameters, and what follows from it."""

from __future__ import annotations

from dataclasses import fields

from listings.search.index.documents import fact_fields
from listings.search.index.schema import FACET_FIELDS, TERM_FIELDS
from listings.search.query.parameter_names import OTHER_NAMES
from listings.search.query.parameters import FILTERS, LABELS, NAMES, PARAMETERS, SITUATION_PARAMETERS, removed_with
from listings.search.query.search import Search
from listings.search.query.situation import Situation


def test_a_search_has_an_attribute_for_each_parameter_with_its_default() -> None:
    attributes = {attribute.name: attribute.default for attribute in fields(Search) if attribute.compare}
    # Taken from the parameters of the situation.
    assert attributes.pop("fit_place") == ""
    assert attributes == {row.attribute: row.default for row in PARAMETERS}
    # The order of the address is that of the table.
    assert list(attributes) == [row.attribute for row in PARAMETERS]


def test_a_situation_has_an_attribute_for_each_of_its_parameters() -> None:
    names = [f"my_{attribute.name}" for attribute in fields(Situation) if attribute.name != "leaves_zone_out"]
    assert names == [row.name for row in SITUATION_PARAMETERS]


def test_names_are_unique_and_groups_exist() -> None:
    assert len(set(NAMES)) == len(NAMES)
    assert {row.group for row in PARAMETERS} - {""} <= set(NAMES)


def test_what_narrows_has_a_label() -> None:
    assert [row.name for row in PARAMETERS if row.narrows and not row.label] == []
    assert LABELS["sort"] == "Order"


def test_an_absent_parameter_has_its_default() -> None:
    assert [row.read({}, row.name) for row in PARAMETERS] == [row.default for row in PARAMETERS]


def test_filters_are_shown_with_open_lists_last() -> None:
    assert list(FILTERS) == [
        "category", "seniority", "employment", "workplace", "sponsorship", "skill", "language", "source", "company",
    ]  # fmt: skip


def test_what_refines_a_parameter_is_removed_with_it() -> None:
    groups = {name: [row.name for row in removed_with(name)] for name in ("country", "tz", "salary_min", "hours", "q")}
    assert groups == {
        "country": ["country", "residence"],
        "tz": ["tz", "overlap", "day", "hours"],
        "salary_min": ["salary_min", "currency", "period", "salary"],
        "hours": ["hours"],
        "q": ["q"],
    }


def test_the_index_holds_every_filter() -> None:
    indexed = fact_fields({})
    for row in FILTERS.values():
        assert row.field in TERM_FIELDS
        assert row.counted_field in FACET_FIELDS
        if row.fact:
            assert indexed[row.field] == ["none"]
            assert indexed[row.counted_field] == ["none"]
    assert fact_fields({"employment": ["INTERN", "FULL_TIME"]})["employments"] == ["FULL_TIME,INTERN"]


def test_other_names_of_parameters_are_none_and_lead_to_some() -> None:
    assert set(OTHER_NAMES.values()) <= set(NAMES)
    assert not set(OTHER_NAMES) & set(NAMES)
