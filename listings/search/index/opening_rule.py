"""What a search asks of an opening, judged for all openings of an index at once."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from listings.search.index.known_openings import KnownOpenings
from listings.search.index.place_masks import Array, sums_of_bits
from listings.search.index.residence_bits import COUNTRY_WORDS, WORD, ResidenceBits, country_bits
from listings.search.query.comparable_pay import PERIODS, euros
from listings.search.query.parameters import FIT_IN_DOUBT, FIT_OPEN, FIT_UNSTATED, NONE
from listings.search.query.search import Search
from listings.search.query.situation import DEFAULT_CURRENCY


@dataclass(frozen=True, slots=True)
class OpeningRule:
    """What a search asks of an opening. `place` "" is anywhere; `min_pay` 0 asks for no pay, in euros a year.

    `fit`, if not "", is what its residence must be to people in `fit_place`.
    """

    place: str = ""
    stated_only: bool = False
    fit: str = ""
    fit_place: str = ""
    min_pay: int = 0
    whole_range: bool = False
    unstated_pay: bool = False

    @classmethod
    def of(cls, search: Search, without: str = "") -> OpeningRule:
        """`without`: the group of filters that is left out, "country", "fit" or "salary"."""
        worth = euros(search.currency or DEFAULT_CURRENCY) or 1.0
        with_place, with_pay = without != "country", without != "salary"
        return cls(
            place=search.country if with_place else "",
            stated_only=with_place and search.residence == "stated",
            fit=search.fit if without != "fit" else "",
            fit_place=search.fit_place,
            min_pay=round(search.salary_min * PERIODS[search.period or "year"] * worth) if with_pay else 0,
            whole_range=with_pay and "whole" in search.salary,
            unstated_pay=with_pay and NONE in search.salary,
        )

    @property
    def asks_place(self) -> bool:
        return bool(self.place or self.fit) or self.stated_only

    @property
    def asks_pay(self) -> bool:
        return bool(self.min_pay) or self.unstated_pay

    def fitting_residences(self, residences: ResidenceBits) -> Array:
        """By residence, whether it suits both the place and the reader."""
        fitting = np.ones(len(residences.stated), bool)
        if self.fit:
            fitting &= residences.has_fit(self.fit_place, self.fit)
        if self.place:
            fitting &= residences.open_to(self.place, keep_unstated=not self.stated_only)
        elif self.stated_only:
            fitting &= residences.stated
        return fitting

    def lacks_residence(self, residences: ResidenceBits) -> Array:
        """By residence, whether it suits the place only as long as nothing stated is asked for."""
        if not self.place:
            return ~residences.stated
        return residences.open_to(self.place, keep_unstated=True) & ~residences.open_to(self.place, keep_unstated=False)

    def placed(self, known: KnownOpenings) -> Array:
        """By opening, whether it is in the place. One that is unclear does not count beside one open to the reader."""
        fitting = self.fitting_residences(known.residences)
        if self.fit != FIT_UNSTATED:
            return fitting
        return fitting & ~known.of_terms(known.any(known.residences.is_fit_for(self.fit_place)))

    def fits(self, known: KnownOpenings) -> Array:
        """By term."""
        if self.fit == FIT_IN_DOUBT:
            return replace(self, fit=FIT_OPEN).is_in_doubt(known)
        return self._fits_pay(known, self.placed(known))

    def is_in_doubt(self, known: KnownOpenings) -> Array:
        """By term, whether it fits, but none of its openings that pay enough is open in the whole of `fit_place`."""
        placed = self.placed(known)
        certain = placed & ~known.residences.is_in_doubt(self.fit_place)
        return self._fits_pay(known, placed) & ~self._fits_pay(known, certain)

    def count_countries(self, known: KnownOpenings, counts: Array) -> Array:
        """By country, in their order, the sum of the `counts` of the terms that would fit with it as the rule's place.

        The rule itself has none.
        """
        placed = self.placed(known)
        states_pay, pays_enough = known.high != 0, self._pays_enough(known) & bool(self.min_pay)
        fitting = np.empty((COUNTRY_WORDS, len(known.terms)), WORD)
        for word, open_to in zip(
            fitting, known.residences.country_words(keep_unstated=not self.stated_only), strict=True
        ):
            countries = np.where(placed, open_to, 0)
            if not self.asks_pay:
                word[:] = np.bitwise_or.reduceat(countries, known.starts)
                continue
            word[:] = np.bitwise_or.reduceat(np.where(pays_enough, countries, 0), known.starts)
            if self.unstated_pay:
                with_pay = np.bitwise_or.reduceat(np.where(states_pay, countries, 0), known.starts)
                word |= np.bitwise_or.reduceat(countries, known.starts) & ~with_pay
        return sums_of_bits(counts, country_bits(fitting))

    def _fits_pay(self, known: KnownOpenings, openings: Array) -> Array:
        """By term, from some of its openings. Pay counts as not stated only if none of these states it."""
        if not self.asks_pay:
            return known.any(openings)
        fits = known.any(openings & self._pays_enough(known)) if self.min_pay else np.zeros(len(known.terms), bool)
        if self.unstated_pay:
            fits |= known.any(openings) & ~known.any(openings & (known.high != 0))
        return fits

    def _pays_enough(self, known: KnownOpenings) -> Array:
        enough: Array = (known.low if self.whole_range else known.high) >= self.min_pay
        return enough
