"""One listing with hundreds of openings costs a search little, and is found for what its openings say."""

from __future__ import annotations

import random
import sys
from dataclasses import replace
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from listings.lifecycle.openings import MAX_OPENINGS
from listings.search.index import opening_terms, residence_terms
from listings.search.index.known_openings import KnownOpenings, StoredOpenings
from listings.search.index.opening_rule import OpeningRule
from listings.search.index.opening_terms import MAX_PRICED, SINGLE, PricedOpening
from listings.search.index.residence_bits import by_country
from listings.search.query.parameters import FIT_IN_DOUBT, FIT_OPEN, FIT_UNSTATED
from listings.search.query.search import Search
from listings.search.results.find import find
from listings.vocabulary.countries import COUNTRIES
from tests.examples import examples
from tests.listings.indexing import Reindex
from tests.listings.making import listing_with
from tests.listings.search import plain_openings

thoroughly = settings(max_examples=examples(60), deadline=None)
RESIDENCES = [
    None,
    *({"include": list(codes), "exclude": []} for codes in (["DE"], ["DE", "FR"], ["US"], ["US-CA", "FR"])),
    {"include": ["US"], "exclude": ["US-CA"]},
]
PAYS = [
    None,
    *({"min": low, "max": high, "currency": "EUR", "period": "year"} for low, high in ((1, 9), (3, 5), (6, 8))),
]
openings = st.lists(st.tuples(st.sampled_from(RESIDENCES), st.sampled_from(PAYS)), min_size=1, max_size=8)
rules = st.builds(
    OpeningRule,
    place=st.sampled_from(["", "DE", "FR", "US", "US-CA", "BR"]),
    stated_only=st.booleans(),
    fit=st.sampled_from(["", FIT_OPEN, FIT_UNSTATED, FIT_IN_DOUBT]),
    fit_place=st.sampled_from(["DE", "US", "US-CA", "US-TX", "BR"]),
    min_pay=st.sampled_from([0, 4, 5, 7, 9]),
    whole_range=st.booleans(),
    unstated_pay=st.booleans(),
)


def fields_of(pairs: list[tuple[Any, Any]]) -> dict[str, Any]:
    entries = [{"residence": residence, "salary": salary} for residence, salary in pairs]
    return opening_terms.fields(entries, {})


def by_pay(pairs: list[tuple[Any, Any]]) -> list[PricedOpening]:
    """The openings as they are: those of equal pay are one."""
    groups: dict[tuple[int, int], list[Any]] = {}
    for residence, salary in pairs:
        groups.setdefault((salary["min"], salary["max"]) if salary else (0, 0), []).append(residence)
    return [PricedOpening(residence_terms.term(group), *pay) for pay, group in groups.items()]


def terms_of(listings: list[list[tuple[Any, Any]]]) -> list[str]:
    """Distinct, as an index has them."""
    return sorted({fields_of(pairs)["openings"][0] for pairs in listings})


@thoroughly
@given(pairs=openings, rule=rules)
def test_a_term_fits_as_its_openings_do(pairs: list[tuple[Any, Any]], rule: OpeningRule) -> None:
    terms = terms_of([pairs])
    if terms != [SINGLE]:
        assert rule.fits(KnownOpenings.of(terms)).tolist() == [plain_openings.fits(rule, by_pay(pairs))]


@thoroughly
@given(listings=st.lists(openings, max_size=9), rule=rules)
def test_all_terms_are_judged_at_once_as_one_by_one(listings: list[list[tuple[Any, Any]]], rule: OpeningRule) -> None:
    terms = terms_of(listings)
    known = KnownOpenings.of(terms)
    each = [plain_openings.openings_of_term(term) for term in terms if term != SINGLE]
    assert rule.fits(known).tolist() == [plain_openings.fits(rule, every) for every in each]
    assert rule.is_in_doubt(known).tolist() == [plain_openings.term_is_in_doubt(rule, every) for every in each]
    placed = [plain_openings.placed(rule, every) for every in each]
    best = [max((opening.high for opening in every), default=0) for every in placed]
    assert known.max_pay(rule.placed(known)).tolist() == best


@thoroughly
@given(listings=st.lists(openings, max_size=9), rule=rules)
def test_countries_are_counted_as_one_by_one(listings: list[list[tuple[Any, Any]]], rule: OpeningRule) -> None:
    anywhere = replace(rule, place="", fit="" if rule.fit == FIT_IN_DOUBT else rule.fit)
    terms = terms_of(listings)
    counts = {term: number + 1 for number, term in enumerate(terms)}
    expected = dict.fromkeys(COUNTRIES, 0)
    for term in terms:
        if term != SINGLE:
            for code in plain_openings.fitting_countries(anywhere, plain_openings.openings_of_term(term)):
                expected[code] += counts[term]
    # Two tables that share a term, and one term that no table has.
    parts = [KnownOpenings.of(part) for part in (terms[:4], terms[3:8])]
    stored = StoredOpenings([part for part in parts if part.terms])
    found = dict.fromkeys(COUNTRIES, 0)
    for known, totals in stored.counted(counts):
        for code, total in by_country(anywhere.count_countries(known, totals)).items():
            found[code] += total
    assert found == expected


def costly(count: int, seed: int) -> list[tuple[Any, Any]]:
    """So many openings, each in sixty countries and with a pay of its own."""
    chance = random.Random(seed)
    return [
        (
            {"include": chance.sample(sorted(COUNTRIES), 60), "exclude": []},
            {"min": 30_000 + number, "max": 60_000 + number, "currency": "EUR", "period": "year"},
        )
        for number in range(count)
    ]


def test_the_term_of_many_openings_is_bounded_and_names_every_place() -> None:
    pairs = costly(MAX_OPENINGS, 1)
    fields = fields_of(pairs)
    term = fields["openings"][0]
    parts = plain_openings.openings_of_term(term)
    assert len(parts) == MAX_PRICED
    assert len(term) < 6_000
    assert fields["places"] == [residence_terms.term(residence for residence, _ in pairs)]
    assert plain_openings.residence_of_term(term) == fields["places"][0]
    assert (fields["pay_low"], fields["pay_high"]) == (30_000 + MAX_OPENINGS - 1, 60_000 + MAX_OPENINGS - 1)
    lead = PricedOpening(residence_terms.term([pairs[0][0]]), 30_000, 60_000)
    assert lead in parts
    # The least of what the folded ones pay is promised in all of their places.
    others = [salary["max"] for _, salary in pairs[1 : MAX_OPENINGS - MAX_PRICED + 2]]
    assert sorted(opening.high for opening in parts)[:2] == [60_000, min(others)]


def calls_of(search: Search) -> int:
    """How many functions a search calls in its own thread."""
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        find(search)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.django_db
def test_another_pay_costs_about_as_much_beside_listings_with_many_openings(reindex: Reindex) -> None:
    for number in range(3):
        listing_with(f"Plain {number}", facts={"residence": {"include": ["DE"]}, "salary": costly(1, number)[0][1]})
    reindex()
    find(Search(salary_min=40_000, currency="EUR"))
    plain = calls_of(Search(salary_min=40_001, currency="EUR"))
    for number in range(3):
        pairs = costly(MAX_OPENINGS, number)
        entries = [{"residence": residence, "salary": salary} for residence, salary in pairs]
        listing_with(f"Costly {number}", facts=entries[0], openings=entries)
    reindex()
    find(Search(salary_min=40_000, currency="EUR"))
    assert calls_of(Search(salary_min=40_001, currency="EUR")) < 3 * plain
    assert calls_of(Search(salary_min=40_002, currency="EUR", country="DE")) < 4 * plain


@pytest.mark.slow
@pytest.mark.django_db
def test_a_job_is_in_doubt_if_only_openings_in_a_part_of_the_country_pay_enough(reindex: Reindex) -> None:
    low, high = ({"min": pay, "max": pay, "currency": "EUR", "period": "year"} for pay in (30_000, 90_000))
    germany, bavaria = ({"include": [code], "exclude": []} for code in ("DE", "DE-BY"))
    for title, offers in (("Doubt", ((germany, low), (bavaria, high))), ("Open", ((germany, high), (bavaria, low)))):
        entries = [
            {"posting": 0, "place": "", "evidence": {}, "residence": residence, "salary": salary}
            for residence, salary in offers
        ]
        listing_with(title, facts={"residence": germany, "salary": low}, openings=entries)
    reindex()
    for pay, expected in (("20000", [2, 0]), ("80000", [2, 1]), ("95000", [0, 0])):
        counts = find(Search.parse({"salary_min": [pay], "currency": ["EUR"]}), reader_place="DE").counts
        assert [counts["fit"][0].total, counts["fit in doubt"][0].total] == expected
