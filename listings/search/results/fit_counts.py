"""How many of the jobs that a search finds are open to people in one place."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from listings.search.index.known_openings import KnownOpenings, counted_openings
from listings.search.index.opening_rule import OpeningRule
from listings.search.index.opening_terms import MAX_TERMS
from listings.search.index.place_masks import Array
from listings.search.index.residence_bits import ResidenceBits, totals_of
from listings.search.index.residence_terms import MAX_RESIDENCES
from listings.search.index.searcher import IndexSearcher
from listings.search.query.nodes import Node
from listings.search.query.parameters import FIT_OPEN, FIT_UNSTATED
from listings.search.query.search import Search
from listings.search.results.facets import FacetCount
from listings.vocabulary.regions import part_name

NO_FIT = ""
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
    residences, totals = totals_of(buckets["residence"])
    _add(counts, totals, *_fits_of_residences(residences, place))
    for known, totals in counted_openings(searcher, buckets.get("openings", Counter())):
        # Openings of different pay are judged one by one: what is open to the reader has to pay enough.
        _add(counts, -totals, *_fits_of_residences(known.merged, place))
        _add(counts, totals, *_fits_of_openings(rule, known, place))
    return {
        "fit": [FacetCount(fit, label, counts[fit]) for fit, label in LABELS.items()],
        IN_DOUBT: [FacetCount(FIT_OPEN, f"depend on your {part_name(place[:2])}", counts[IN_DOUBT])],
    }


def _fits_of_residences(residences: ResidenceBits, place: str) -> tuple[Array, Array, Array]:
    """By residence, whether it is open to people in `place`, unclear to them, and in doubt."""
    return residences.is_fit_for(place), residences.is_unclear_to(place), residences.is_in_doubt(place)


def _fits_of_openings(rule: OpeningRule, known: KnownOpenings, place: str) -> tuple[Array, Array, Array]:
    """The same by term."""
    open_to, unclear = (replace(rule, fit=fit, fit_place=place) for fit in (FIT_OPEN, FIT_UNSTATED))
    return open_to.fits(known), unclear.fits(known), open_to.is_in_doubt(known)


def _add(counts: Counter[str], totals: Array, is_open: Array, is_unclear: Array, is_in_doubt: Array) -> None:
    counts[FIT_OPEN] += int(totals[is_open].sum())
    counts[FIT_UNSTATED] += int(totals[is_unclear & ~is_open].sum())
    counts[NO_FIT] += int(totals[~is_unclear & ~is_open].sum())
    counts[IN_DOUBT] += int(totals[is_in_doubt].sum())
