"""Countries and states of a residence, and verdicts for a person."""

from __future__ import annotations

from listings.vocabulary.countries import COUNTRIES, SUBDIVISIONS
from listings.vocabulary.regions import MEMBERS, REGIONS, expand, verdict
from tests.tables import table

CONTINENTS = ("europe", "asia", "africa", "americas", "oceania")


def place(*included: str, without: tuple[str, ...] = ()) -> dict[str, list[str]]:
    return {"include": list(included), "exclude": list(without)}


def test_regions_hold_countries() -> None:
    assert set().union(*MEMBERS.values()) <= set(COUNTRIES)
    assert set().union(*(MEMBERS[name] for name in CONTINENTS)) == set(COUNTRIES) - {"AQ"}
    assert MEMBERS["worldwide"] == set(COUNTRIES)
    assert len(MEMBERS["eu"]) == 27
    assert MEMBERS["eu"] < MEMBERS["eea"] < MEMBERS["europe"] < MEMBERS["emea"]
    assert MEMBERS["dach"] | MEMBERS["benelux"] | MEMBERS["nordics"] | MEMBERS["uk_ireland"] < MEMBERS["europe"]
    assert MEMBERS["latam"] < MEMBERS["americas"] >= MEMBERS["caribbean"] | MEMBERS["north_america"]
    assert all(REGIONS.values())


@table(
    ("residence", "members"),
    [
        (None, set()),
        (place(), set()),
        (place("DE", "FR"), {"DE", "FR"}),
        (place("benelux", without=("LU",)), {"BE", "NL"}),
        (place("US", "US-CA"), {"US"}),
        (place("US-CA", "CA-ON"), {"US-CA", "CA-ON"}),
        (place("IN-KA"), {"IN-KA"}),
        (place("north_america", without=("US",)), {"CA", "MX"}),
    ],
)
def test_a_residence_comes_to_its_members(residence: dict[str, list[str]] | None, members: set[str]) -> None:
    assert expand(residence) == members


def test_a_country_without_a_state_is_its_others() -> None:
    others = expand(place("US", without=("US-CA", "US-NY")))
    assert "US" not in others
    assert others == {code for code in SUBDIVISIONS if code.startswith("US-")} - {"US-CA", "US-NY"}
    assert expand(place("worldwide", without=("US-CA",))) >= {"DE", "CA", "US-TX"}


@table(
    ("residence", "country", "state", "said"),
    [
        (None, "DE", None, "not stated"),
        (place("eu"), "DE", None, "open"),
        (place("eu"), "GB", None, "not open"),
        (place("worldwide", without=("DE",)), "DE", None, "not open"),
        (place("US"), "US", "US-CA", "open"),
        (place("US-CA"), "US", "US-CA", "open"),
        (place("US-CA"), "US", "US-NY", "not open"),
        (place("US-CA"), "US", None, "depends on your state"),
        (place("US", without=("US-CA",)), "US", None, "depends on your state"),
        (place("US", without=("US-CA",)), "US", "US-CA", "not open"),
        (place("US", without=("US-CA",)), "US", "US-TX", "open"),
        (place("CA-ON"), "US", None, "not open"),
        (place("IE", "GB-NIR"), "GB", None, "depends on your state"),
        (place("europe", without=("DE-BY",)), "DE", None, "depends on your state"),
        (place("europe", without=("DE-BY",)), "FR", None, "open"),
        ({**place("US", "DE"), "partly": ["US"]}, "US", None, "depends on your state"),
        ({**place("US", "DE"), "partly": ["US"]}, "US", "US-CA", "depends on your state"),
        ({**place("US", "DE"), "partly": ["US"]}, "DE", None, "open"),
    ],
)
def test_verdicts(residence: dict[str, list[str]] | None, country: str, state: str | None, said: str) -> None:
    assert verdict(residence, country, state) == said
