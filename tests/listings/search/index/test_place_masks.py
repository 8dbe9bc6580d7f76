"""Masks of places say of a residence what the vocabulary of regions says, and count as one by one."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from listings.search.index import residence_terms
from listings.search.index.place_masks import BITS, MASK_BYTES, countries_of
from listings.search.index.residence_bits import ResidenceBits, by_country, named_countries, totals_of
from listings.search.query.parameters import FIT_OPEN, FIT_UNSTATED
from listings.vocabulary.countries import COUNTRIES, SUBDIVISIONS
from listings.vocabulary.regions import verdict
from tests.examples import examples
from tests.listings.search.plain_openings import is_unclear, places_of

STATES = sorted(SUBDIVISIONS)
PARTS = ["US-CA", "US-TX", "CA-QC", "ES-CT", "DE-BY"]
CODES = st.sampled_from(["worldwide", "europe", "US", "CA", "DE", "FR", "MX", *PARTS])
residences = st.fixed_dictionaries(
    {"include": st.lists(CODES, max_size=4), "exclude": st.lists(CODES, max_size=3)},
    optional={"disputed": st.just("You can live anywhere"), "partly": st.lists(st.sampled_from(["US", "CA", "DE"]))},
).map(
    lambda residence: {
        **residence,
        "partly": [code for code in residence.get("partly", ()) if code in residence["include"]],
    }
)
TOTALS = st.integers(0, 70_000)
UNCLEAR = {"not stated", "disputed"}
thoroughly = settings(max_examples=examples(60), deadline=None)


def read_verdict(residence: Any, place: str) -> str:
    return verdict(residence, place[:2], place if "-" in place else None)


def bits_of(*terms: str) -> ResidenceBits:
    return ResidenceBits.of(terms)


@thoroughly
@given(alternatives=st.lists(st.none() | residences, min_size=1, max_size=4))
def test_a_term_says_what_each_of_its_residences_says(alternatives: list[Any]) -> None:
    term = residence_terms.term(alternatives)
    bits = bits_of(term)
    for place in ("ES", "AQ", "US", "CA", "DE", "FR", "MX", *STATES):
        verdicts = {read_verdict(residence, place) for residence in alternatives}
        is_in_doubt = "open" not in verdicts and "depends on your state" in verdicts
        assert bits.is_in_doubt(place) == is_in_doubt
        is_open = "open" in verdicts or is_in_doubt
        assert bits.is_open_to(place) == is_open
        assert bits.has_fit(place, FIT_OPEN) == is_open
        assert bits.has_fit(place, FIT_UNSTATED) == (not is_open and bool(verdicts & UNCLEAR))
    stated = [residence for residence in alternatives if residence and residence["include"]]
    assert residence_terms.is_stated(term) == bits.stated == bool(stated)
    unclear = [residence for residence in alternatives if residence not in stated or "disputed" in residence]
    assert bits.is_unclear() == bool(unclear)
    assert residence_terms.merged(residence_terms.term([residence]) for residence in alternatives) == term
    assert residence_terms.term(reversed(alternatives)) == term


@thoroughly
@given(
    counts=st.dictionaries(st.lists(st.none() | residences, min_size=1, max_size=2).map(residence_terms.term), TOTALS),
    keep_unstated=st.booleans(),
)
def test_residences_are_counted_as_one_by_one(counts: dict[str, int], keep_unstated: bool) -> None:
    expected, named = dict.fromkeys(COUNTRIES, 0), set()
    for term, count in counts.items():
        stated = set(countries_of(places_of(term)))
        named |= stated
        for country in COUNTRIES if keep_unstated and is_unclear(term) else stated:
            expected[country] += count
    bits, totals = totals_of(counts)
    assert by_country(bits.count_countries(totals, keep_unstated=keep_unstated)) == expected
    assert set(named_countries(bits)) == named


def test_a_part_without_a_name_leaves_its_country_in_doubt() -> None:
    bits = bits_of(residence_terms.term([{"include": ["US", "FR"], "exclude": [], "partly": ["US"]}]))
    assert all(bits.is_open_to(place) for place in ("US", "US-CA", "FR"))
    assert not bits.is_open_to("DE")
    assert [bool(bits.is_in_doubt(place)) for place in ("US", "FR")] == [True, False]


def test_states_far_from_the_zones_of_a_part_are_not_let_in() -> None:
    part = {"include": ["US", "FR"], "exclude": [], "partly": ["US"], "part_zones": {"US": [-5, -5]}}
    bits = bits_of(residence_terms.term([part]))
    expected = {"US": True, "US-OH": True, "US-TN": True, "US-CA": False, "FR": True, "DE": False}
    assert {place: bool(bits.is_open_to(place)) for place in expected} == expected
    assert bits.is_in_doubt("US")


def test_a_term_of_an_older_version_is_not_in_doubt() -> None:
    """It is searched until the new index is built, and does not say whether all of the country may take the job."""
    older = bits_of((BITS["DE"] << 1).to_bytes(40).hex())
    assert older.is_open_to("DE")
    assert not older.is_in_doubt("DE")


def test_a_term_is_short_however_many_places_an_ad_names() -> None:
    everywhere = {"include": [*COUNTRIES, *SUBDIVISIONS], "exclude": ["US-CA", "CA-QC"]}
    term = residence_terms.term([everywhere, None])
    assert len(term) == 2 * (MASK_BYTES + 1) < 100
    assert bits_of(term).is_open_to("US-TX")
    assert not bits_of(term).is_open_to("US-CA")
