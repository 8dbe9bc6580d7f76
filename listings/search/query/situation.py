"""Where a reader lives, when they work and for what pay: held against every listing, never a filter."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields

from listings.search.query import parameters
from listings.search.query.parameters import Invalid

PREFIX = "my_"
DEFAULT_DAY, DEFAULT_CURRENCY = "9-17", "USD"
MOST_PAY = 100_000_000


@dataclass(frozen=True, slots=True)
class Situation:
    """All of it may be unsaid. `country` as DE, `state` as US-CA, `tz` an IANA zone, `day` as "9-17" ("" is the usual
    one), `pay` a year at least, in `currency` ("" is the usual one)."""

    country: str = ""
    state: str = ""
    tz: str = ""
    day: str = ""
    currency: str = ""
    pay: int = 0

    @classmethod
    def parse(cls, given: parameters.Given) -> Situation:
        """From parameters as `my_country`; others are left alone. Raises Invalid, which names the parameter."""
        stated = {name: read(given, name, reader) for name, reader in READERS.items()}
        state, country = stated["state"], stated["country"]
        if "-" in country:
            raise Invalid(f"{PREFIX}country", f"{country} is a state: it goes into {PREFIX}state.", country[:2])
        if state and "-" not in state:
            raise Invalid(f"{PREFIX}state", f"{state} is no state or province; it is a code as US-CA.")
        if state and country and not state.startswith(f"{country}-"):
            raise Invalid(f"{PREFIX}state", f"{PREFIX}state={state} is not in {PREFIX}country={country}.", "")
        pay = parameters.number(given, f"{PREFIX}pay", 0, MOST_PAY)
        return cls(
            country=country or state[:2],
            state=state,
            tz=stated["tz"],
            day="" if stated["day"] == DEFAULT_DAY or not stated["tz"] else stated["day"],
            currency="" if stated["currency"] == DEFAULT_CURRENCY or not pay else stated["currency"],
            pay=pay,
        )

    def __bool__(self) -> bool:
        return self != Situation()

    def pairs(self) -> list[tuple[str, str]]:
        """Parameters with their values, in a fixed order."""
        return [(f"{PREFIX}{one.name}", str(value)) for one in fields(self) if (value := getattr(self, one.name))]


NAMES = tuple(f"{PREFIX}{one.name}" for one in fields(Situation))
READERS: Mapping[str, tuple[str, Callable[[parameters.Given], str]]] = {
    "country": ("country", parameters.country),
    "state": ("country", parameters.country),
    "tz": ("tz", parameters.zone),
    "day": ("day", parameters.day),
    "currency": ("currency", parameters.currency),
}
"""Each is read as the parameter of a search that asks the same."""


def read(given: parameters.Given, name: str, reader: tuple[str, Callable[[parameters.Given], str]]) -> str:
    own, known_as, one = f"{PREFIX}{name}", *reader
    said: Sequence[str] = given.get(own, ())
    try:
        return one({known_as: said})
    except Invalid as wrong:
        words = str(wrong).replace(known_as, own, 1)
        raise Invalid(own, words, wrong.suggestion) from None
