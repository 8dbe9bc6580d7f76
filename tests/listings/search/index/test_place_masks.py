"""Masks of places say of a residence what the vocabulary of regions says, and count as one by one."""

from __future__ import annotations

from collections import Counter
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from listings.search.index import residence_terms
from listings.search.index.place_masks import BITS, MASK_BYTES, count_masks, countries_of, has_place, place_mask
from listings.search.index.residence_terms import NO_FIT
from listings.search.query.parameters import FIT_OPEN, FIT_UNSTATED
from listings.vocabulary.countries import COUNTRIES, SUBDIVISIONS
from listings.vocabulary.regions import verdict
from tests.examples import examples

STATES = sorted(SUBDIVISIONS)
PARTS = ["US-CA", "US-TX", "CA-QC", "ES-CT", "DE-BY"]
CODES = st.sampled_from(["worldwide", "europe", "US", "CA", "DE", "FR", "MX", *PARTS])
residences = st.fixed_dictionaries(
    {"include": st.lists(CODES, max_size=4), "exclude": st.lists(CODES, max_size=3)},
    optional={"disputed": st.just("You can live anywhere")},
)
UNCLEAR = {"not stated", "disputed"}
thoroughly = settings(max_examples=examples(60), deadline=None)


def read_verdict(residence: Any, place: str) -> str:
    return verdict(residence, place[:2], place if "-" in place else None)


@thoroughly
@given(alternatives=st.lists(st.none() | residences, min_size=1, max_size=4))
def test_a_term_says_what_each_of_its_residences_says(alternatives: list[Any]) -> None:
    term = residence_terms.term(alternatives)
    for place in ("ES", "AQ", "US", "CA", "DE", "FR", "MX", *STATES):
        verdicts = {read_verdict(residence, place) for residence in alternatives}
        is_in_doubt = "open" not in verdicts and "depends on your state" in verdicts
        assert residence_terms.is_in_doubt(term, place) == is_in_doubt
        assert residence_terms.is_open_to(term, place) == ("open" in verdicts or is_in_doubt)
        fit = FIT_OPEN if "open" in verdicts or is_in_doubt else FIT_UNSTATED if verdicts & UNCLEAR else NO_FIT
        assert residence_terms.fit(term, place) == fit
    stated = [residence for residence in alternatives if residence and residence["include"]]
    assert residence_terms.is_stated(term) == bool(stated)
    unclear = [residence for residence in alternatives if residence not in stated or "disputed" in residence]
    assert not stated or residence_terms.is_unclear(term) == bool(unclear)
    assert residence_terms.merged(residence_terms.term([residence]) for residence in alternatives) == term
    assert residence_terms.term(reversed(alternatives)) == term


@thoroughly
@given(counts=st.dictionaries(residences.map(place_mask), st.integers(0, 70_000), max_size=40))
def test_masks_are_counted_as_one_by_one(counts: dict[int, int]) -> None:
    expected = Counter[str]()
    for mask, count in counts.items():
        for country in countries_of(mask):
            expected[country] += count
    assert count_masks(counts) == +expected


def test_a_part_without_a_name_leaves_its_country_in_doubt() -> None:
    term = residence_terms.term([{"include": ["US", "FR"], "exclude": [], "partly": ["US"]}])
    assert all(residence_terms.is_open_to(term, place) for place in ("US", "US-CA", "FR"))
    assert not residence_terms.is_open_to(term, "DE")
    assert [residence_terms.is_in_doubt(term, place) for place in ("US", "FR")] == [True, False]


def test_a_term_of_an_older_version_is_not_in_doubt() -> None:
    """It is searched until the new index is built, and does not say whether all of the country may take the job."""
    older = (BITS["DE"] << 1).to_bytes(40).hex()
    assert residence_terms.is_open_to(older, "DE")
    assert not residence_terms.is_in_doubt(older, "DE")


def test_a_term_is_short_however_many_places_an_ad_names() -> None:
    everywhere = {"include": [*COUNTRIES, *SUBDIVISIONS], "exclude": ["US-CA", "CA-QC"]}
    term = residence_terms.term([everywhere, None])
    assert len(term) == 2 * (MASK_BYTES + 1) < 100
    assert has_place(residence_terms.places_of(term), "US-TX")
    assert not has_place(residence_terms.places_of(term), "US-CA")
