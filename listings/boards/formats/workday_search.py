"""Workday's search as it is posted: a page of a list, and how a list of more than 2,000 vacancies is split."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from listings.boards.formats.json_api import children, whole_number

PAGE_SIZE, MOST = 20, 2000
# Facets may be nested; a large site has some hundred values of one.
MAX_DEPTH, MAX_VALUES = 3, 300


@dataclass(frozen=True, slots=True)
class WorkdaySearch:
    text: str = ""
    offset: int = 0
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def as_body(self) -> str:
        """All four fields: without any of them, the answer is an error."""
        facets = {name: list(values) for name, values in self.facets.items()}
        return json.dumps({"appliedFacets": facets, "limit": PAGE_SIZE, "offset": self.offset, "searchText": self.text})

    @classmethod
    def from_body(cls, body: str) -> WorkdaySearch:
        if not body:
            return cls()
        value = json.loads(body)
        facets = {name: tuple(values) for name, values in value["appliedFacets"].items()}
        return cls(value["searchText"], value["offset"], facets)


def further_searches(search: WorkdaySearch, values: Mapping[str, Any], count: int) -> list[WorkdaySearch]:
    """The other pages of the list, or the lists that it is split into. `values`: the response; `count`: its records."""
    if search.offset:
        return []
    total = whole_number(values.get("total")) or count
    if total >= MOST and (facet := splitting_facet(search, values)):
        name, ids = facet
        return [replace(search, facets={**search.facets, name: (value,)}) for value in ids]
    return [replace(search, offset=offset) for offset in range(PAGE_SIZE, min(total, MOST), PAGE_SIZE)]


def splitting_facet(search: WorkdaySearch, values: Mapping[str, Any]) -> tuple[str, list[str]] | None:
    """The facet that has not been applied yet whose longest list is the shortest."""
    facets: dict[str, dict[str, int]] = {}
    for name, value, count in facet_values(values):
        facets.setdefault(name, {})[value] = count
    splitting = {name: counts for name, counts in facets.items() if name not in search.facets and len(counts) > 1}
    if not splitting:
        return None
    name = min(splitting, key=lambda name: (max(splitting[name].values()), name))
    return name, list(splitting[name])[:MAX_VALUES]


def facet_values(values: Mapping[str, Any], depth: int = 0) -> Iterator[tuple[str, str, int]]:
    """(facet, id of its value, how many vacancies have it)"""
    for facet in children(values, "values" if depth else "facets")[:MAX_VALUES] if depth <= MAX_DEPTH else ():
        name = facet.get("facetParameter")
        if isinstance(name, str):
            for value in children(facet, "values"):
                if isinstance(value.get("id"), str):
                    yield name, value["id"], whole_number(value.get("count")) or 0
            yield from facet_values(facet, depth + 1)
