"""Fast and wrong is no use: what searches by facts alone find and count, against PostgreSQL's own counts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.db import connection

from listings.search.query.search import Search
from listings.search.results.find import find

STATED: dict[str, str] = {
    "category": "SELECT category, count(*) FROM {found} GROUP BY 1",
    "seniority": "SELECT value, count(*) FROM {found}, jsonb_array_elements_text(facts->'seniority') value GROUP BY 1",
    "employment": "SELECT value, count(*) FROM {found}, unnest(employment) value GROUP BY 1",
    "skill": "SELECT value, count(*) FROM {found}, jsonb_array_elements_text(facts->'skills') value GROUP BY 1",
    "company": (
        "SELECT company.slug, count(*) FROM {found} JOIN listings_company company ON company.id = company_id GROUP BY 1"
    ),
}
# A search that asks for no workplace leaves hybrid jobs out.
ALL = "(SELECT * FROM listings_listing WHERE workplace <> 'hybrid') found"
WITHIN = f"(SELECT * FROM {ALL} WHERE employment @> ARRAY['CONTRACTOR']::varchar[]) found"
NONE = "none"
PLACES = ("DE", "US-CA")


def measure() -> dict[str, Any]:
    """Each value of each group: how many it is said to find, and how many it does find, alone and within a filter."""
    checked = equal = 0
    wrong: list[str] = []
    for narrowed, found in (("", ALL), ("CONTRACTOR", WITHIN)):
        search = Search(employment=(narrowed,)) if narrowed else Search()
        results = find(search)
        for name, statement in STATED.items():
            if narrowed and name == "employment":
                continue
            true = _counted(statement.format(found=found))
            shown = {one[0]: one[2] for one in results.counts[name] if one[0] != NONE and one[2]}
            for value, count in shown.items():
                checked += 1
                alike = count == true.get(value, 0) == find(search.adding(name, value)).total
                equal += alike
                wrong += [] if alike else [f"{name}={value}"]
            if name == "company":
                checked += 1
                alike = list(shown.items()) == _most_frequent(true, len(shown))
                equal += alike
                wrong += [] if alike else ["which employers are shown"]
        for place in PLACES:
            for fit, _, count in find(search, reader_place=place).counts["fit"]:
                # What is open to nobody there has no search of its own.
                if fit:
                    checked += 1
                    alike = count == find(replace(search, fit=fit, fit_place=place)).total
                    equal += alike
                    wrong += [] if alike else [f"fit={fit} in {place}"]
    return {"checked": checked, "equal": equal, "wrong": wrong[:5]}


def _most_frequent(counts: dict[str, int], count: int) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:count]


def _counted(statement: str) -> dict[str, int]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return dict(cursor.fetchall())
