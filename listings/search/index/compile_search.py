"""A Search as the index understands it. Built term by term: no reader's text reaches a parser that could refuse it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import tantivy
from django.utils import timezone

from listings.search.index import opening_terms, working_hours
from listings.search.index.compile_terms import Clause, Find, compile_terms, somewhere
from listings.search.index.documents import oldest
from listings.search.index.opening_terms import SINGLE, OpeningRule
from listings.search.index.residence_terms import has_unstated, stated_residences, taking
from listings.search.index.schema import schema
from listings.search.index.searcher import IndexSearcher
from listings.search.query.comparable_pay import PERIODS, euros
from listings.search.query.filters import FILTERS, NONE
from listings.search.query.parameters import NOT
from listings.search.query.search import DEFAULT_CURRENCY, DEFAULT_DAY, Search

MANY = 40


@dataclass(frozen=True, slots=True)
class ResidenceTerms:
    """What the index holds of places and hours: few distinct statements, each judged outside of it."""

    residences: Sequence[str] = ()
    hours: Sequence[str] = ()
    openings: Sequence[str] = ()

    @classmethod
    def by(cls, searcher: IndexSearcher, search: Search) -> ResidenceTerms:
        """Only what this search asks for is looked up."""
        rule = OpeningRule.of(search)
        return cls(
            stated_residences(searcher) if search.country else (),
            working_hours.stated_bands(searcher) if search.tz else (),
            opening_terms.stated_openings(searcher) if rule.asks_place or rule.asks_pay else (),
        )


def compile_search(
    search: Search, held: ResidenceTerms, *, samples: bool = True, without: str = "", find: Find = somewhere
) -> tantivy.Query:
    """Every part of q as `find` looks for words, and every filter but those of the group named `without`."""
    clauses = compile_terms(search.q, find)
    for name, one in FILTERS.items():
        if name != without:
            clauses += among_and_not(one.field, getattr(search, name))
    clauses += place_and_pay(search, held, without)
    if hours := common_hours(search, held.hours):
        clauses.append(filtered(hours))
    if search.posted and without != "posted":
        clauses.append(filtered(between("newest", oldest(search.posted, timezone.now()), None)))
    if not samples:
        made_up = tantivy.Query.term_query(schema(), "is_sample", 1)
        clauses.append((tantivy.Occur.MustNot, made_up))
    if not any(occur == tantivy.Occur.Must for occur, _ in clauses):
        clauses.append((tantivy.Occur.Must, tantivy.Query.all_query()))
    return tantivy.Query.boolean_query(clauses)


def filtered(query: tantivy.Query) -> Clause:
    """Filters decide what is found, never its order."""
    return tantivy.Occur.Must, tantivy.Query.const_score_query(query, 0.0)


def among_and_not(field: str, values: Sequence[str]) -> list[Clause]:
    kept = [value for value in values if not value.startswith(NOT)]
    dropped = [value.removeprefix(NOT) for value in values if value.startswith(NOT)]
    clauses = [filtered(among(field, kept))] if kept else []
    return [*clauses, (tantivy.Occur.MustNot, among(field, dropped))] if dropped else clauses


def among(field: str, values: Sequence[str]) -> tantivy.Query:
    # A set is matched against every term of the field, which pays where many are looked for.
    if len(values) > MANY:
        return tantivy.Query.term_set_query(schema(), field, list(values))
    return either(*(tantivy.Query.term_query(schema(), field, value) for value in values))


def place_and_pay(search: Search, held: ResidenceTerms, without: str) -> list[Clause]:
    """Both of one opening: a listing for 60,000 in Germany and 120,000 in the US is not one for 120,000 in Germany."""
    rule = OpeningRule.of(search, without)
    clauses: list[Clause] = []
    if rule.place:
        clauses.append(filtered(place(search, held.residences)))
    elif rule.stated_only:
        clauses.append((tantivy.Occur.MustNot, among("residence", [NONE])))
    if rule.asks_pay and (pay := enough(search)):
        clauses.append(filtered(pay))
    if not (rule.asks_place and rule.asks_pay and held.openings):
        return clauses
    single = tantivy.Query.boolean_query([*clauses, filtered(among("openings", [SINGLE]))])
    fitting = [term for term in held.openings if rule.fits(term)]
    return [filtered(either(single, among("openings", fitting)))]


def place(search: Search, residences: Sequence[str]) -> tantivy.Query:
    kept = dict.fromkeys(taking(residences, search.country))
    if search.residence == "any":
        kept |= dict.fromkeys([NONE, *(term for term in residences if has_unstated(term))])
    return among("residence", list(kept))


def common_hours(search: Search, hours: Sequence[str]) -> tantivy.Query | None:
    unstated = [NONE] if search.hours else []
    if search.tz:
        today: date = timezone.now().date()
        near = working_hours.sharing(hours, search.tz, search.day or DEFAULT_DAY, search.overlap, today)
        return among("hours", [*near, *unstated])
    return among("hours", unstated) if unstated else None


def enough(search: Search) -> tantivy.Query | None:
    """By the top of the range, or by its low end where the whole of it shall pass."""
    if search.salary_min:
        worth = euros(search.currency or DEFAULT_CURRENCY) or 1.0
        least = round(search.salary_min * PERIODS[search.period or "year"] * worth)
        paid = between("pay_low" if "whole" in search.salary else "pay_high", least, None)
        return either(paid, unstated("pay_high")) if NONE in search.salary else paid
    return unstated("pay_high") if NONE in search.salary else None


def between(field: str, low: int | None, high: int | None) -> tantivy.Query:
    return tantivy.Query.range_query(schema(), field, tantivy.FieldType.Integer, low, high)


def unstated(field: str) -> tantivy.Query:
    return between(field, 0, 0)


def either(*queries: tantivy.Query) -> tantivy.Query:
    return tantivy.Query.boolean_query([(tantivy.Occur.Should, query) for query in queries])
