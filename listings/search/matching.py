"""A Search as the index understands it. Built term by term: no reader's text reaches a parser that could refuse it."""

from __future__ import annotations

import re
from collections.abc import Sequence

import tantivy

from listings.search.amounts import PERIODS, euros
from listings.search.bands import HOUR, offset
from listings.search.filters import FILTERS, NONE
from listings.search.query import USUAL_CURRENCY, WORKING_DAY, Search
from listings.search.residences import taking
from listings.search.schema import SEARCHED, schema, terms

PART = re.compile(r'(?P<no>-)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
Clause = tuple[tantivy.Occur, tantivy.Query]


def matching(search: Search, residences: Sequence[str], *, samples: bool = True, without: str = "") -> tantivy.Query:
    """Every part of q, and every filter but the one named `without`. `residences`: all that the index holds."""
    clauses = words(search.q)
    for name, one in FILTERS.items():
        values = getattr(search, name)
        if values and name != without:
            clauses.append(filtered(among(one.field, values)))
    if search.country and without != "country":
        clauses.append(filtered(place(search, residences)))
    elif search.residence == "stated":
        clauses.append((tantivy.Occur.MustNot, among("residence", [NONE])))
    if hours := common_hours(search):
        clauses.append(filtered(hours))
    if pay := enough(search):
        clauses.append(filtered(pay))
    if not samples:
        made_up = tantivy.Query.term_query(schema(), "is_sample", 1)
        clauses.append((tantivy.Occur.MustNot, made_up))
    if not any(occur == tantivy.Occur.Must for occur, _ in clauses):
        clauses.append((tantivy.Occur.Must, tantivy.Query.all_query()))
    return tantivy.Query.boolean_query(clauses)


def filtered(query: tantivy.Query) -> Clause:
    """Filters decide what is found, never its order."""
    return tantivy.Occur.Must, tantivy.Query.const_score_query(query, 0.0)


def among(field: str, values: Sequence[str]) -> tantivy.Query:
    return tantivy.Query.term_set_query(schema(), field, list(values))


def place(search: Search, residences: Sequence[str]) -> tantivy.Query:
    kept = taking(residences, search.country)
    return among("residence", [*kept, *([NONE] if search.residence == "any" else [])])


def common_hours(search: Search) -> tantivy.Query | None:
    """Two days of eight hours have as many fewer in common as their offsets are apart."""
    if search.tz:
        here, apart = offset(search.tz) or 0, (WORKING_DAY - search.overlap) * HOUR
        near = tantivy.Query.boolean_query(
            [
                (tantivy.Occur.Must, between("hours_west", None, here + apart)),
                (tantivy.Occur.Must, between("hours_east", here - apart, None)),
            ]
        )
        return either(near, unstated("hours_west")) if search.hours else near
    return unstated("hours_west") if search.hours else None


def enough(search: Search) -> tantivy.Query | None:
    """By the top of the range, or by its low end where the whole of it shall pass."""
    if search.salary_min:
        worth = euros(search.currency or USUAL_CURRENCY) or 1.0
        least = round(search.salary_min * PERIODS[search.period or "year"] * worth)
        paid = between("pay_low" if "whole" in search.salary else "pay_high", least, None)
        return either(paid, unstated("pay_high")) if NONE in search.salary else paid
    return unstated("pay_high") if NONE in search.salary else None


def between(field: str, low: int | None, high: int | None) -> tantivy.Query:
    return tantivy.Query.range_query(schema(), field, tantivy.FieldType.Integer, low, high)


def unstated(field: str) -> tantivy.Query:
    return tantivy.Query.boolean_query(
        [
            (tantivy.Occur.Must, tantivy.Query.all_query()),
            (tantivy.Occur.MustNot, tantivy.Query.exists_query(field)),
        ]
    )


def either(*queries: tantivy.Query) -> tantivy.Query:
    return tantivy.Query.boolean_query([(tantivy.Occur.Should, query) for query in queries])


def words(q: str) -> list[Clause]:
    """Words must all be there, -words must not; "words in quotes", and words joined by a sign, are phrases."""
    clauses: list[Clause] = []
    for part in PART.finditer(q):
        wanted = terms(part["phrase"] if part["phrase"] is not None else part["word"])
        if wanted:
            occur = tantivy.Occur.MustNot if part["no"] else tantivy.Occur.Must
            clauses.append((occur, anywhere(wanted)))
    return clauses


def says_nothing(q: str) -> bool:
    """True where q holds signs only, nothing that could be looked for."""
    return bool(q) and not words(q)


def anywhere(wanted: list[str]) -> tantivy.Query:
    """In the field where it counts most."""
    return tantivy.Query.disjunction_max_query(
        [tantivy.Query.boost_query(_in_field(name, wanted), weight) for name, weight in SEARCHED.items()], 0.1
    )


def _in_field(name: str, wanted: list[str]) -> tantivy.Query:
    if len(wanted) == 1:
        return tantivy.Query.term_query(schema(), name, wanted[0])
    return tantivy.Query.phrase_query(schema(), name, list(wanted))
