"""The rule for openings of different pay, written for one listing after another: what the arrays have to give."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from listings.search.index import residence_terms
from listings.search.index.opening_rule import OpeningRule
from listings.search.index.opening_terms import PricedOpening
from listings.search.index.place_masks import BITS, MARKED, WHOLE_CODES, countries_of, has_place, is_in_unnamed_part
from listings.search.query.parameters import FIT_IN_DOUBT, FIT_OPEN, FIT_UNSTATED, NONE
from listings.vocabulary.countries import COUNTRIES


def openings_of_term(term: str) -> list[PricedOpening]:
    split = (part.replace("-", "@").split("@") for part in term.split(" "))
    return [PricedOpening(residence, int(low), int(high)) for residence, low, high in split]


def residence_of_term(term: str) -> str:
    """The residence term of the same document."""
    return residence_terms.merged(opening.residence for opening in openings_of_term(term))


def places_of(residence: str) -> int:
    return 0 if residence == NONE else int(residence, 16) >> 1


def is_unclear(residence: str) -> bool:
    return residence == NONE or bool(int(residence, 16) & 1)


def is_in_doubt(residence: str, place: str) -> bool:
    mask = places_of(residence)
    if is_in_unnamed_part(mask, place):
        return True
    return has_place(mask, place) and has_place(mask, MARKED) and not has_place(mask, WHOLE_CODES.get(place, place))


def has_fit(residence: str, place: str, wanted: str) -> bool:
    if wanted == FIT_IN_DOUBT:
        return is_in_doubt(residence, place)
    is_open = has_place(places_of(residence), place)
    return is_open if wanted == FIT_OPEN else is_unclear(residence) and not is_open


def suits(rule: OpeningRule, residence: str) -> bool:
    if rule.fit and not has_fit(residence, rule.fit_place, rule.fit):
        return False
    if rule.place:
        is_open = bool(places_of(residence) & BITS[rule.place])
        return is_open or (is_unclear(residence) and not rule.stated_only)
    return residence != NONE or not rule.stated_only


def placed(rule: OpeningRule, openings: Sequence[PricedOpening]) -> list[PricedOpening]:
    is_open = any(has_fit(opening.residence, rule.fit_place, FIT_OPEN) for opening in openings)
    if rule.fit == FIT_UNSTATED and is_open:
        return []
    return [opening for opening in openings if suits(rule, opening.residence)]


def fits_pay(rule: OpeningRule, openings: Sequence[PricedOpening]) -> bool:
    if not openings or not rule.asks_pay:
        return bool(openings)
    if rule.unstated_pay and not any(opening.high for opening in openings):
        return True
    pays = [opening.low if rule.whole_range else opening.high for opening in openings]
    return bool(rule.min_pay) and max(pays) >= rule.min_pay


def term_is_in_doubt(rule: OpeningRule, openings: Sequence[PricedOpening]) -> bool:
    found = placed(rule, openings)
    certain = [opening for opening in found if not is_in_doubt(opening.residence, rule.fit_place)]
    return fits_pay(rule, found) and not fits_pay(rule, certain)


def fits(rule: OpeningRule, openings: Sequence[PricedOpening]) -> bool:
    if rule.fit == FIT_IN_DOUBT:
        return term_is_in_doubt(replace(rule, fit=FIT_OPEN), openings)
    return fits_pay(rule, placed(rule, openings))


def fitting_countries(rule: OpeningRule, openings: Sequence[PricedOpening]) -> set[str]:
    """All that, as the rule's place, would let the openings fit, one country after another."""
    return {code for code in COUNTRIES if fits(replace(rule, place=code), openings)}


def stated_countries(openings: Sequence[PricedOpening]) -> set[str]:
    return {code for opening in openings for code in countries_of(places_of(opening.residence))}
