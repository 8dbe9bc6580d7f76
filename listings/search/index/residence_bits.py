"""Residence terms as arrays of bits: what tens of thousands of them say of a place takes one step, not one for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np

from listings.search.index.place_masks import (
    BITS,
    MARKED,
    MASK_BYTES,
    SCOPE_NUMBERS,
    STRICT_ZONES,
    UNCLEAR_ANYWHERE,
    UNNAMED_PARTS,
    WHOLE_CODES,
    ZONE_BITS,
    ZONE_VALUE,
    ZONES_BEGIN,
    Array,
    doubt_mask,
    half_hour,
    sums_of_bits,
)
from listings.search.query.parameters import FIT_IN_DOUBT, FIT_OPEN, NONE
from listings.vocabulary.countries import COUNTRIES
from listings.vocabulary.doubt_scopes import SCOPES
from listings.vocabulary.place_offsets import SURELY_OUTSIDE, offsets_of, widest_offsets_of

WORD = np.dtype("<u8")
WORD_BITS = 8 * WORD.itemsize
# Of a term's number, whose lowest bit says that an opening is unclear; and those of them with countries.
WORDS = -(-(MASK_BYTES + 1) // WORD.itemsize)
COUNTRY_WORDS = -(-(1 + len(COUNTRIES)) // WORD_BITS)
EVERYWHERE = np.iinfo(WORD).max
# Digits of a term. An older version wrote fewer.
DIGITS = 2 * (MASK_BYTES + 1)
UNCLEAR = f"{doubt_mask(None) << 1 | 1:0{DIGITS}x}"


@dataclass(frozen=True, slots=True)
class ResidenceBits:
    """`words`: the numbers of terms, WORDS × terms, the lowest word first. `stated`: by term, False for NONE."""

    words: Array
    stated: Array

    @classmethod
    def of(cls, terms: Sequence[str]) -> ResidenceBits:
        """Raises ValueError for what is no term of residence_terms."""
        digits = "".join([term if len(term) == DIGITS else _digits(term) for term in terms])
        rows = np.zeros((len(terms), WORDS * WORD.itemsize), np.uint8)
        numbers = np.frombuffer(bytes.fromhex(digits), np.uint8).reshape(len(terms), MASK_BYTES + 1)
        rows[:, : MASK_BYTES + 1] = numbers[:, ::-1]
        stated = np.fromiter((term != NONE for term in terms), bool, len(terms))
        return cls(np.ascontiguousarray(rows.view(WORD).T), stated)

    @classmethod
    def empty(cls, count: int) -> ResidenceBits:
        """To be filled."""
        return cls(np.empty((WORDS, count), WORD), np.empty(count, bool))

    def merged(self, starts: Array) -> ResidenceBits:
        """A term for each run of terms, all of which it joins. `starts`: where the runs begin."""
        return ResidenceBits(
            np.bitwise_or.reduceat(self.words, starts, axis=1), np.logical_or.reduceat(self.stated, starts)
        )

    def is_unclear(self) -> Array:
        """True if an opening leaves unclear whether people outside of its places may take it."""
        return self._has_bit(0)

    def is_open_to(self, place: str) -> Array:
        """Whether an opening states that people in `place` (a country, or a state as "US-CA") may take it.

        For a country it is enough that those in some of its states may.
        """
        return self._names(place) | self._is_in_unnamed_part(place)

    def _names(self, place: str) -> Array:
        # The place of the bit in the number, which has one bit more than the mask.
        return self._has_bit(BITS[place].bit_length()) if place in BITS else np.zeros(len(self.stated), bool)

    def _is_in_unnamed_part(self, state: str) -> Array:
        number = UNNAMED_PARTS.get(state[:2]) if "-" in state else None
        return np.zeros(len(self.stated), bool) if number is None else self._has_bit(1 + number)

    def open_to(self, place: str, *, keep_unstated: bool) -> Array:
        """Open to people in `place`, or unclear about it if `keep_unstated`; not if all of them live in other zones."""
        is_open = self.is_open_to(place) & ~self._is_left_out(place)
        return is_open | self._may_mean(place[:2]) if keep_unstated else is_open

    def is_in_doubt(self, place: str) -> Array:
        """True if it is open to some of the people in `place` and not to others: it depends on their state.

        In a state, to some if it may lie in the part of the country that is meant. A term of an index that an older
        version built never is.
        """
        takes_part = self.is_fit_for(place) & self._names(MARKED)
        return takes_part & ~self._names(WHOLE_CODES.get(place, place))

    def is_fit_for(self, place: str) -> Array:
        """Open to people in `place`, all of whom live in the zones that are asked for, if any are."""
        return self.is_open_to(place) & ~self._may_lie_outside(place)

    def is_unclear_to(self, place: str) -> Array:
        """An opening leaves it unclear, or is open to people in `place` who may live outside of the zones asked for."""
        in_zones = self._may_lie_outside(place) & ~self._is_left_out(place)
        return self._may_mean(place[:2]) | (self.is_open_to(place) & in_zones)

    def _may_mean(self, country: str) -> Array:
        """Whether an opening leaves unclear whether people in `country` may take it."""
        unclear = self._may_mean_anybody()
        for scope, members in SCOPES.items():
            if country in members:
                unclear = unclear | self._has_bit(1 + SCOPE_NUMBERS[scope])
        return unclear

    def _may_mean_anybody(self) -> Array:
        """A term of an index of an older version says so by its lowest bit alone."""
        in_scopes = np.logical_or.reduce([self._has_bit(1 + number) for number in SCOPE_NUMBERS.values()])
        unclear: Array = self._has_bit(1 + UNCLEAR_ANYWHERE) | (self.is_unclear() & ~in_scopes)
        return unclear

    def _may_lie_outside(self, place: str) -> Array:
        offsets = offsets_of(place)
        if offsets is None:
            return np.zeros(len(self.stated), bool)
        lowest, highest = self._zone(0), self._zone(ZONE_BITS)
        low, high = map(half_hour, offsets)
        outside: Array = (lowest != 0) & ((lowest > low) | (highest < high))
        return outside

    def _is_left_out(self, place: str) -> Array:
        """Whether all people in `place` live far outside of zones beside which nobody is taken."""
        left_out: Array = self._left_out_of(half_hours_of((place,)))[:, 0]
        return left_out

    def _left_out_of(self, bands: Array) -> Array:
        """The same of several places, terms × places. `bands`: 2 × places, as `half_hours_of` returns them."""
        lowest, highest = (self._zone(begin).astype(np.int64)[:, np.newaxis] for begin in (0, ZONE_BITS))
        low, high = bands
        apart = 2 * SURELY_OUTSIDE
        is_strict = self._has_bit(1 + STRICT_ZONES)[:, np.newaxis]
        left_out: Array = is_strict & ((high < lowest - apart) | (low > highest + apart))
        return left_out

    def _zone(self, begin: int) -> Array:
        """The half hour in the bits from there on, which may lie in two words."""
        word, bit = divmod(1 + ZONES_BEGIN + begin, WORD_BITS)
        number: Array = self.words[word] >> np.uint64(bit)
        if bit + ZONE_BITS > WORD_BITS:
            number = number | self.words[word + 1] << np.uint64(WORD_BITS - bit)
        return number & np.uint64(ZONE_VALUE)

    def has_fit(self, place: str, wanted: str) -> Array:
        """Whether `wanted` is what it is for people in `place`: the best of the openings counts.

        `wanted`: FIT_OPEN, FIT_UNSTATED or FIT_IN_DOUBT.
        """
        if wanted == FIT_IN_DOUBT:
            return self.is_in_doubt(place)
        if wanted == FIT_OPEN:
            return self.is_fit_for(place)
        return self.is_unclear_to(place) & ~self.is_fit_for(place)

    def count_countries(self, counts: Array, *, keep_unstated: bool) -> Array:
        """By country, in their order, the sum of the `counts` of the terms that are `open_to` it."""
        return sums_of_bits(counts, country_bits(self.country_words(keep_unstated=keep_unstated)))

    def country_words(self, *, keep_unstated: bool) -> Array:
        """COUNTRY_WORDS × terms: the countries that each is `open_to`, as `country_bits` takes them."""
        words = self.words[:COUNTRY_WORDS].copy()
        strict = np.flatnonzero(self._has_bit(1 + STRICT_ZONES))
        if len(strict):
            part = ResidenceBits(self.words[:, strict], self.stated[strict])
            words[:, strict] &= ~words_of(part._left_out_of(half_hours_of(tuple(COUNTRIES))))
        if keep_unstated:
            words[:, self._may_mean_anybody()] = EVERYWHERE
            for scope in SCOPES:
                words[:, self._has_bit(1 + SCOPE_NUMBERS[scope])] |= scope_words(scope)
        return words

    def _has_bit(self, number: int) -> Array:
        word, bit = divmod(number, WORD_BITS)
        has: Array = (self.words[word] & np.uint64(1 << bit)) != 0
        return has


@dataclass(frozen=True, slots=True)
class KnownResidences:
    """Terms of an index, and their bits."""

    terms: Sequence[str]
    bits: ResidenceBits

    @classmethod
    def of(cls, terms: Sequence[str]) -> KnownResidences:
        return cls(terms, ResidenceBits.of(terms))


def country_bits(words: Array) -> Array:
    """Terms × countries, 0 or 1. `words`: at least COUNTRY_WORDS of each term."""
    rows = np.ascontiguousarray(words[:COUNTRY_WORDS].T).view(np.uint8)
    return np.unpackbits(rows, axis=1, bitorder="little")[:, 1 : 1 + len(COUNTRIES)]


def words_of(bits: Array) -> Array:
    """COUNTRY_WORDS × terms, which `country_bits` turns into `bits` again."""
    rows = np.zeros((len(bits), COUNTRY_WORDS * WORD_BITS), np.uint8)
    rows[:, 1 : 1 + len(COUNTRIES)] = bits
    return np.ascontiguousarray(np.packbits(rows, axis=1, bitorder="little").view(WORD).T)


@cache
def scope_words(scope: str) -> Array:
    """The countries of one of SCOPES, as `words_of` returns them."""
    return words_of(np.array([[country in SCOPES[scope] for country in COUNTRIES]]))


@lru_cache(maxsize=1_000)
def half_hours_of(places: tuple[str, ...]) -> Array:
    """2 × places: the half hours of their lowest and highest zones. An unknown place has all: none leaves it out."""
    bands = [widest_offsets_of(place) for place in places]
    halves = [(half_hour(band[0]), half_hour(band[1])) if band else (0, ZONE_VALUE) for band in bands]
    return np.array(halves, np.int64).T


def named_countries(bits: ResidenceBits) -> list[str]:
    """Those that any of the terms states."""
    every = np.bitwise_or.reduce(bits.words, axis=1, keepdims=True)
    return [country for country, is_named in zip(COUNTRIES, country_bits(every)[0].tolist(), strict=True) if is_named]


def totals_of(counts: Mapping[str, int]) -> tuple[ResidenceBits, Array]:
    """Counted terms, and the counts."""
    return ResidenceBits.of(list(counts)), np.array(list(counts.values()), dtype=np.int64)


def by_country(sums: Array) -> Counter[str]:
    """From sums in the order of countries."""
    return Counter(dict(zip(COUNTRIES, sums.tolist(), strict=True)))


def _digits(term: str) -> str:
    return UNCLEAR if term == NONE else term.zfill(DIGITS)
