"""Sets of places as numbers, with a bit for each country and state: joined, judged and counted by the dozen at once."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from listings.vocabulary.countries import COUNTRIES, SUBDIVISIONS
from listings.vocabulary.doubt_scopes import SCOPES
from listings.vocabulary.place_offsets import RequiredBand, is_left_out
from listings.vocabulary.places import divisions
from listings.vocabulary.regions import MEMBERS, STATES, expand, is_unclear_elsewhere, part_band, takes_whole

# Of each country whose parts ads name: the code of the bit that is set if people in all of it may take the job.
WHOLE_CODES = {country: f"{country}-*" for country in sorted({*STATES, *(code[:2] for code in divisions())})}
# The bit of every mask that has those of WHOLE_CODES, which an index of an older version lacks.
MARKED = "*"
# Countries first: their bits are below those of states.
BITS = {code: 1 << number for number, code in enumerate((*COUNTRIES, *SUBDIVISIONS, *WHOLE_CODES.values(), MARKED))}
# Above them: the band of zones that the ad asks people to live in, its lowest and highest half hour, 0 for no band; and
# whether it takes nobody else.
ZONE_BITS, ZONE_VALUE = 6, (1 << 6) - 1
ZONES_BEGIN = len(BITS)
ALL_COUNTRIES = (1 << len(COUNTRIES)) - 1
STRICT_ZONES = ZONES_BEGIN + 2 * ZONE_BITS
# Above them: whether an opening leaves it unclear to people anywhere, then to those of each of SCOPES.
UNCLEAR_ANYWHERE = STRICT_ZONES + 1
SCOPE_NUMBERS = {scope: UNCLEAR_ANYWHERE + number for number, scope in enumerate(SCOPES, 1)}
# Above them: of each country of STATES, whether an opening is for a part of it that has no name, be it any of them.
UNNAMED_PARTS = {country: UNCLEAR_ANYWHERE + len(SCOPES) + number for number, country in enumerate(STATES, 1)}
MASK_BYTES = -(-(max(UNNAMED_PARTS.values()) + 1) // 8)
# Added to an offset, so that none is below one half hour: the westernmost is -12.
EASTWARD = 13
Array = np.ndarray[Any, np.dtype[Any]]
# A country and all its states.
WHOLE = {code: BITS[code] | sum(BITS[state] for state in STATES.get(code, ())) for code in COUNTRIES}


def place_mask(residence: Mapping[str, Any]) -> int:
    """Where people may live who take a job. Of a country, it is enough that those in some of its states may."""
    include, exclude, partly = (tuple(residence.get(name) or ()) for name in ("include", "exclude", "partly"))
    in_zones = tuple(residence.get("part_zones") or ())
    mask = _mask(include, exclude, partly, in_zones)
    for country in in_zones:
        band = part_band(residence, country)
        outside = (BITS[state] for state in STATES[country] if band and is_left_out(state, band))
        mask &= ~sum(outside)
    return mask


@lru_cache(maxsize=5_000)
def _mask(include: Sequence[str], exclude: Sequence[str], partly: Sequence[str], in_zones: Sequence[str]) -> int:
    """`in_zones`: of these the part is known well enough to name its states."""
    mask, residence = BITS[MARKED], {"include": include, "exclude": exclude, "partly": partly}
    for member in expand(residence):
        if member in UNNAMED_PARTS and member in partly and member not in in_zones:
            mask |= BITS[member] | 1 << UNNAMED_PARTS[member]
            continue
        mask |= WHOLE.get(member) or BITS.get(member, 0) | BITS.get(member.partition("-")[0], 0)
        if member in WHOLE_CODES and takes_whole(residence, member):
            mask |= BITS[WHOLE_CODES[member]]
    return mask


def zone_mask(band: RequiredBand | None) -> int:
    """The band as bits of a mask. All openings of a listing have the same, so that joining their masks keeps it."""
    if band is None:
        return 0
    zones = half_hour(band.low) | half_hour(band.high) << ZONE_BITS
    return zones << ZONES_BEGIN | band.is_strict << STRICT_ZONES


def doubt_mask(residence: Mapping[str, Any] | None) -> int:
    """To whom it is unclear whether they are meant: 0 to nobody."""
    if not residence or not residence.get("include"):
        return 1 << UNCLEAR_ANYWHERE
    if not is_unclear_elsewhere(residence):
        return 0
    scopes = residence.get("unclear_in") or ()
    return sum(1 << SCOPE_NUMBERS[scope] for scope in scopes) or 1 << UNCLEAR_ANYWHERE


def half_hour(offset: float) -> int:
    """The number of an offset from UTC, from 1 on."""
    return min(max(round((offset + EASTWARD) * 2), 1), ZONE_VALUE)


def has_place(mask: int, place: str) -> bool:
    return bool(mask & BITS.get(place, 0)) or is_in_unnamed_part(mask, place)


def is_in_unnamed_part(mask: int, place: str) -> bool:
    """Whether only an unnamed part of its country may hold `place`, a state."""
    number = UNNAMED_PARTS.get(place[:2]) if "-" in place else None
    return number is not None and bool(mask >> number & 1) and not mask & BITS.get(place, 0)


def countries_of(mask: int) -> Iterator[str]:
    return (code for code in COUNTRIES if has_place(mask, code))


def sums_of_bits(counts: Array, bits: Array) -> Array:
    """Of each column, the sum of the counts of the rows that have its bit."""
    # Not a product of matrices: the threads of numpy's library for these wait in a loop, for longer than this takes.
    sums: Array = np.einsum("i,ij->j", counts, bits, dtype=np.int64)
    return sums


def edition() -> int:
    """A number that changes with the places: documents hold the masks of their day."""
    regions = sorted((name, sorted(members)) for name, members in MEMBERS.items())
    layout = list(BITS), ZONE_BITS, MASK_BYTES, STRICT_ZONES, SCOPE_NUMBERS, UNNAMED_PARTS, regions
    return zlib.crc32(repr(layout).encode())
