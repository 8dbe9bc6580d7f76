"""How many of the jobs that a search finds are open to people in one place."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from listings.search.index import residence_terms
from listings.search.index.opening_terms import MAX_TERMS, SINGLE, OpeningRule, residence_of_term
from listings.search.index.residence_terms import MAX_RESIDENCES, NO_FIT
from listings.search.index.searcher import IndexSearcher
from listings.search.query.nodes import Node
from listings.search.query.parameters import FIT_OPEN, FIT_UNSTATED
from listings.search.query.search import Search
from listings.search.results.facets import FacetCount
from listings.vocabulary.regions import STATES

LABELS = {FIT_OPEN: "open to you", FIT_UNSTATED: "unclear", NO_FIT: "not open"}
IN_DOUBT = "fit in doubt"


def count_fits(searcher: IndexSearcher, search: Search, query: Node, place: str) -> dict[str, list[FacetCount]]:
    """ "fit" → a count for each of LABELS; together they are what `query` finds, the query of `search` without its fit.
    IN_DOUBT → how many of FIT_OPEN are open in a part of the country only, where no state says whether that is theirs.
    """
    rule = OpeningRule.of(search, "fit")
    request = {"residence": {"terms": {"field": "places", "size": MAX_RESIDENCES}}}
    if rule.asks_pay:
        request["openings"] = {"terms": {"field": "openings", "size": MAX_TERMS}}
    buckets = searcher.counts(query, request)
    counts: Counter[str] = Counter()
    for term, count in buckets.get("openings", Counter()).items():
        # Openings of different pay are judged one by one: what is open to the reader has to pay enough.
        if term != SINGLE:
            buckets["residence"][residence_of_term(term)] -= count
            fit = _fit_of_openings(rule, term, place)
            counts[fit] += count
            counts[IN_DOUBT] += count if replace(rule, fit=FIT_OPEN, fit_place=place).is_in_doubt(term) else 0
    for term, count in buckets["residence"].items():
        counts[residence_terms.fit(term, place)] += count
        counts[IN_DOUBT] += count if residence_terms.is_in_doubt(term, place) else 0
    part = "state" if place in STATES else "region"
    return {
        "fit": [FacetCount(fit, label, counts[fit]) for fit, label in LABELS.items()],
        IN_DOUBT: [FacetCount(FIT_OPEN, f"depend on your {part}", counts[IN_DOUBT])],
    }


def _fit_of_openings(rule: OpeningRule, term: str, place: str) -> str:
    fits = (fit for fit in (FIT_OPEN, FIT_UNSTATED) if replace(rule, fit=fit, fit_place=place).fits(term))
    return next(fits, NO_FIT)
