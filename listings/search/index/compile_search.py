"""A Search as a query of the index. Built term by term: no reader's text reaches a parser that could refuse it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from django.utils import timezone

from listings.search.index.compile_text import compile_text
from listings.search.index.documents import min_newest
from listings.search.index.known_openings import StoredOpenings
from listings.search.index.opening_rule import OpeningRule
from listings.search.index.opening_terms import SINGLE
from listings.search.index.place_masks import Array
from listings.search.index.residence_bits import KnownResidences
from listings.search.index.schema import NO_YEARS
from listings.search.index.searcher import IndexSearcher
from listings.search.index.working_hours import stored_hours, terms_sharing
from listings.search.query.comparable_pay import PERIODS, euros
from listings.search.query.nodes import (
    AnyTerm,
    Between,
    Boolean,
    Clause,
    Everything,
    Node,
    Occur,
    Term,
    any_of,
    must,
    zero,
)
from listings.search.query.parameters import FILTERS, NONE, NOT, UNASKED_WORKPLACES
from listings.search.query.scope import Scope
from listings.search.query.search import Search
from listings.search.query.situation import DEFAULT_CURRENCY, DEFAULT_DAY


@dataclass(frozen=True, slots=True)
class StoredTerms:
    """Distinct residences and hours in the index: few enough to judge each outside, then ask for those that fit.

    `judged`: which residences and openings fit a rule. The queries of one search share their rules.
    """

    residences: Sequence[KnownResidences] = ()
    hours: Sequence[str] = ()
    openings: StoredOpenings = field(default_factory=StoredOpenings)
    judged: dict[tuple[str, OpeningRule], Sequence[str]] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def read(cls, searcher: IndexSearcher, search: Search) -> StoredTerms:
        """Only what this search needs."""
        rule = OpeningRule.of(search)
        return cls(
            searcher.made_of_terms("places", KnownResidences.of) if search.country or search.fit else (),
            stored_hours(searcher) if search.tz else (),
            StoredOpenings.read(searcher) if rule.asks_place or rule.asks_pay else StoredOpenings(),
        )

    def fitting_residences(self, rule: OpeningRule) -> Sequence[str]:
        key = "residences", rule
        if key not in self.judged:
            self.judged[key] = _chosen((known.terms, rule.fitting_residences(known.bits)) for known in self.residences)
        return self.judged[key]

    def fitting_openings(self, rule: OpeningRule) -> Sequence[str]:
        key = "openings", rule
        if key not in self.judged:
            self.judged[key] = _chosen((known.terms, rule.fits(known)) for known in self.openings.parts)
        return self.judged[key]


def _chosen(judged: Iterable[tuple[Sequence[str], Array]]) -> list[str]:
    """The terms that are judged True, each once."""
    chosen = (terms[place] for terms, fits in judged for place in np.flatnonzero(fits).tolist())
    return list(dict.fromkeys(chosen))


def compile_search(
    search: Search,
    stored_terms: StoredTerms,
    *,
    samples: bool = True,
    without: str = "",
    scope: Scope = Scope.NAMES,
    scored: bool = False,
) -> Node:
    """Search text within `scope`, and every filter but the group named `without`.

    Jobs with days at a place are found only by those who ask for them.
    """
    clauses = compile_text(search.q, scope, scored=scored)
    for name, row in FILTERS.items():
        if name != without:
            clauses += list_clauses(row.field, getattr(search, name))
    if not search.workplace and without != "workplace":
        clauses.append((Occur.MUST_NOT, AnyTerm("workplace", UNASKED_WORKPLACES)))
    clauses += opening_clauses(search, stored_terms, without)
    if hours := hours_query(search, stored_terms.hours):
        clauses.append(must(hours))
    if search.experience and without != "experience":
        clauses.append(must(experience_query(search)))
    if search.posted and without != "posted":
        clauses.append(must(Between("newest", min_newest(search.posted, timezone.now()), None)))
    if not samples:
        clauses.append((Occur.MUST_NOT, Term("is_sample", 1)))
    if not any(occur == Occur.MUST for occur, _ in clauses):
        # A boolean query that only excludes matches nothing.
        clauses.append((Occur.MUST, Everything()))
    return Boolean(clauses)


def list_clauses(field: str, values: Sequence[str]) -> list[Clause]:
    """For values of a list, those with a leading minus excluded."""
    included = [value for value in values if not value.startswith(NOT)]
    excluded = [value.removeprefix(NOT) for value in values if value.startswith(NOT)]
    clauses = [must(AnyTerm(field, included))] if included else []
    return [*clauses, (Occur.MUST_NOT, AnyTerm(field, excluded))] if excluded else clauses


def opening_clauses(search: Search, stored_terms: StoredTerms, without: str) -> list[Clause]:
    """Place and pay of one opening: 60,000 in Germany and 120,000 in the US is not a job for 120,000 in Germany."""
    rule = OpeningRule.of(search, without)
    clauses = residence_clauses(rule, stored_terms) if rule.asks_place else []
    if rule.asks_pay and (pay := pay_query(search)):
        clauses.append(must(pay))
    if not (rule.asks_place and rule.asks_pay and stored_terms.openings):
        return clauses
    single = Boolean([*clauses, must(AnyTerm("openings", [SINGLE]))])
    return [must(any_of(single, AnyTerm("openings", stored_terms.fitting_openings(rule))))]


def residence_clauses(rule: OpeningRule, stored_terms: StoredTerms) -> list[Clause]:
    if rule.place or rule.fit:
        return [must(AnyTerm("places", stored_terms.fitting_residences(rule)))]
    return [(Occur.MUST_NOT, AnyTerm("places", [NONE]))]


def hours_query(search: Search, hours: Sequence[str]) -> Node | None:
    unstated = [NONE] if search.hours else []
    if search.tz:
        today = timezone.now().date()
        near = terms_sharing(tuple(hours), search.tz, search.day or DEFAULT_DAY, search.overlap, today)
        return AnyTerm("hours", [*near, *unstated])
    return AnyTerm("hours", unstated) if unstated else None


def pay_query(search: Search) -> Node | None:
    """By the top of the range, or by its bottom if the whole of it has to reach the amount."""
    if search.salary_min:
        rate = euros(search.currency or DEFAULT_CURRENCY) or 1.0
        min_euros = round(search.salary_min * PERIODS[search.period or "year"] * rate)
        enough = Between("pay_low" if "whole" in search.salary else "pay_high", min_euros, None)
        return any_of(enough, zero("pay_high")) if NONE in search.salary else enough
    return zero("pay_high") if NONE in search.salary else None


def experience_query(search: Search) -> Node:
    queries = [Between("experience", NO_YEARS, NO_YEARS)] if NONE in search.experience else []
    if search.max_experience is not None:
        queries.append(Between("experience", 0, search.max_experience))
    return any_of(*queries)
