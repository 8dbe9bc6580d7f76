"""Where people may live, in the few words that a card has: the broadest places, and the reader's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from listings.display import fact_text
from listings.search.query.situation import Situation
from listings.vocabulary.bounded_cache import bounded_cache
from listings.vocabulary.regions import MEMBERS

MAX_SHOWN = 2


@dataclass(frozen=True, slots=True)
class CardPlaces:
    """`shown`: "" if no place is stated; `more`: the names that the card only counts."""

    shown: str = ""
    more: tuple[str, ...] = ()


def card_places(
    residence: Mapping[str, Any] | None, situation: Situation, other_openings: Sequence[str] = ()
) -> CardPlaces:
    """The places of a residence, then those of the job's other openings."""
    if not residence:
        return CardPlaces("", tuple(other_openings))
    included = _named(residence, "include", situation)
    excluded = _named(residence, "exclude", situation)
    text = included.shown
    if excluded.shown:
        text += f" except {excluded.shown}" + (f" and {len(excluded.more)} more" if excluded.more else "")
    return CardPlaces(text, (*included.more, *other_openings))


def _named(residence: Mapping[str, Any], part: str, situation: Situation) -> CardPlaces:
    shown, more = _order(tuple(residence.get(part) or ()), situation.country, situation.state)
    name = partial(fact_text.place_in, residence)
    return CardPlaces(", ".join(map(name, shown)), tuple(map(name, more)))


@bounded_cache(5000, longest=40)
def _order(codes: tuple[str, ...], country: str, state: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The places to show and the others, the broadest first, without those that a wider one covers."""
    widest = _widest(codes)
    shown = widest[:MAX_SHOWN]
    reader_place = next((code for code in widest if _concerns(code, country, state)), None)
    if reader_place and reader_place not in shown:
        shown[-1] = reader_place
    return tuple(shown), tuple(code for code in widest if code not in shown)


def _widest(codes: Iterable[str]) -> list[str]:
    widest: list[str] = []
    # A state comes after the countries. Stable: places of the same kind stay in the order of the ad.
    for code in sorted(dict.fromkeys(codes), key=lambda code: (-len(_members(code)), "-" in code)):
        if not any(_covers(wider, code) for wider in widest):
            widest.append(code)
    return widest


def _members(code: str) -> frozenset[str]:
    return MEMBERS.get(code, frozenset([code]))


def _covers(wider: str, code: str) -> bool:
    return _members(code) <= _members(wider) or code.partition("-")[0] in _members(wider)


def _concerns(code: str, country: str, state: str) -> bool:
    """Whether it holds the reader's country or state, or, if no state is known, a state of the country."""
    if not country:
        return False
    return bool({country, state} & _members(code)) or (not state and code.startswith(f"{country}-"))
