"""Where a reader lives, when they work and for what pay: compared with every listing. Alone never a filter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from listings.search.query.parameters import NONE, SITUATION_PARAMETERS
from listings.search.query.value_readers import Given

PREFIX = "my_"
ZONE = "my_tz"
NAMES = tuple(row.name for row in SITUATION_PARAMETERS)
DEFAULT_DAY, DEFAULT_CURRENCY = "9-17", "USD"


@dataclass(frozen=True, slots=True)
class Situation:
    """What a reader has said; every part may be empty.

    `country` as "DE", `state` as "US-CA", `tz` an IANA zone, `day` as "9-17" ("" is DEFAULT_DAY), `pay` the least a
    year, in `currency` ("" is DEFAULT_CURRENCY). `leaves_zone_out`: the reader chose to have no zone, and was not just
    never asked; `my_tz=none`.
    """

    country: str = ""
    state: str = ""
    tz: str = ""
    day: str = ""
    currency: str = ""
    pay: int = 0
    leaves_zone_out: bool = False

    @classmethod
    def parse(cls, given: Given) -> Situation:
        """From parameters like `my_country`; all others are ignored. Raises Invalid, which names the parameter."""
        leaves_zone_out = list(given.get(ZONE, ())) == [NONE]
        given = {name: texts for name, texts in given.items() if name != ZONE} if leaves_zone_out else given
        values: dict[str, Any] = {
            row.name.removeprefix(PREFIX): row.read(given, row.name) for row in SITUATION_PARAMETERS
        }
        situation = cls(**values)
        return cls(
            country=situation.country or situation.state[:2],
            state=situation.state,
            tz=situation.tz,
            # Without a zone or an amount these mean nothing, and forms send them all the same.
            day="" if situation.day == DEFAULT_DAY or not situation.tz else situation.day,
            currency="" if situation.currency == DEFAULT_CURRENCY or not situation.pay else situation.currency,
            pay=situation.pay,
            # Alone it says nothing.
            leaves_zone_out=leaves_zone_out and bool(situation.place or situation.pay),
        )

    @classmethod
    def in_place(cls, place: str) -> Situation:
        """`place` as in the property."""
        return cls(country=place[:2], state=place if "-" in place else "")

    @property
    def place(self) -> str:
        """The state as "US-CA", or else the country as "DE"."""
        return self.state or self.country

    def __bool__(self) -> bool:
        return self != Situation()

    def pairs(self) -> list[tuple[str, str]]:
        """Names and values of its parameters, in the order of the table."""
        values = {name: getattr(self, name.removeprefix(PREFIX)) for name in NAMES}
        if self.leaves_zone_out:
            values[ZONE] = NONE
        return [(name, str(value)) for name, value in values.items() if value]
