"""Sets of places as numbers, with a bit for each country and state: joined, judged and counted by the dozen at once."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from listings.vocabulary.countries import COUNTRIES, SUBDIVISIONS
from listings.vocabulary.regions import MEMBERS, STATES, expand

# Countries first: their bits are below those of states.
BITS = {code: 1 << number for number, code in enumerate((*COUNTRIES, *SUBDIVISIONS))}
ALL_COUNTRIES = (1 << len(COUNTRIES)) - 1
MASK_BYTES = -(-len(BITS) // 8)
# A country and all its states.
WHOLE = {code: BITS[code] | sum(BITS[state] for state in STATES.get(code, ())) for code in COUNTRIES}


def place_mask(residence: Mapping[str, Any]) -> int:
    """Where people may live who take a job. Of a country, it is enough that those in some of its states may."""
    return _mask(tuple(residence.get("include") or ()), tuple(residence.get("exclude") or ()))


@lru_cache(maxsize=5_000)
def _mask(include: Sequence[str], exclude: Sequence[str]) -> int:
    mask = 0
    for member in expand({"include": include, "exclude": exclude}):
        mask |= WHOLE.get(member) or BITS.get(member, 0) | BITS.get(member.partition("-")[0], 0)
    return mask


def has_place(mask: int, place: str) -> bool:
    return bool(mask & BITS.get(place, 0))


def countries_of(mask: int) -> Iterator[str]:
    return (code for code in COUNTRIES if has_place(mask, code))


def count_masks(counts: Mapping[int, int]) -> Counter[str]:
    """Country → the sum of the counts of all masks that have it."""
    # Those in powers[n] count 2 ** n each. A full adder makes one of three, and one of the next power: an addition for
    # all countries at once.
    powers: list[list[int]] = [[] for _ in range(max(counts.values(), default=0).bit_length() + 1)]
    for mask, count in counts.items():
        for power in range(count.bit_length()):
            if count >> power & 1:
                powers[power].append(mask & ALL_COUNTRIES)
    for power, masks in enumerate(powers):
        if len(masks) > 1 and power + 1 == len(powers):
            powers.append([])
        while len(masks) > 1:
            first, second, third = masks.pop(), masks.pop(), masks.pop() if masks else 0
            differing = first ^ second
            masks.append(differing ^ third)
            powers[power + 1].append(first & second | differing & third)
    digits = [masks[0] if masks else 0 for masks in powers]
    sums = (
        (code, sum((digit >> place & 1) << n for n, digit in enumerate(digits))) for place, code in enumerate(COUNTRIES)
    )
    return Counter({code: total for code, total in sums if total})


def edition() -> int:
    """A number that changes with the places: documents hold the masks of their day."""
    regions = sorted((name, sorted(members)) for name, members in MEMBERS.items())
    return zlib.crc32(repr((list(BITS), regions)).encode())
