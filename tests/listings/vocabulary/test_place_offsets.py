"""How far from UTC people live, and whom a required band of zones may leave out."""

from __future__ import annotations

from listings.vocabulary.countries import COUNTRIES, SUBDIVISIONS
from listings.vocabulary.place_offsets import RequiredBand, is_left_out, may_lie_outside, offsets_of, required_band
from tests.tables import table

UNINHABITED = {"BV", "HM"}


def test_every_place_where_people_live_has_offsets() -> None:
    assert {place for place in (*COUNTRIES, *SUBDIVISIONS) if offsets_of(place) is None} <= UNINHABITED


@table(
    ("place", "band", "expected"),
    [
        ("DE", (0, 3), False),
        ("IN", (0, 3), True),
        ("IN", (5, 6), False),
        ("US", (-8, -5), False),
        ("US", (-5, -5), True),
        ("US-NY", (-5, -5), False),
        ("US-CA", (-5, -5), True),
        ("US-TN", (-5, -5), True),
        ("BR", (-6, -5), True),
        ("BV", (0, 0), False),
    ],
)
def test_a_band_leaves_out_who_may_live_elsewhere(place: str, band: tuple[float, float], expected: bool) -> None:
    assert may_lie_outside(place, RequiredBand(*band)) == expected


@table(
    ("place", "band", "expected"),
    [
        ("DE", (-8, -3), True),
        ("DE", (2, 4), False),
        ("DE", (2.5, 4), True),
        ("US", (0, 3), True),
        ("US", (-11, -10), False),
        ("US-NY", (-11, -10), True),
        ("US-HI", (-8, -5), False),
        ("US-HI", (0, 3), True),
        ("US-CA", (-5, -5), True),
        ("US-TX", (-5, -5), False),
        ("US-TN", (-8, -7), False),
        ("BV", (0, 0), False),
    ],
)
def test_a_strict_band_leaves_out_who_surely_lives_far_from_it(
    place: str, band: tuple[float, float], expected: bool
) -> None:
    assert is_left_out(place, RequiredBand(*band, is_strict=True)) == expected
    assert not is_left_out(place, RequiredBand(*band))


def test_hours_alone_require_no_zone_to_live_in() -> None:
    hours = {"utc_min": 1, "utc_max": 2}
    assert (
        required_band({"hours": hours})
        is required_band({})
        is required_band({"hours": {**hours, "utc_min": None, "based_in_zone": "x"}})
        is None
    )
    assert required_band({"hours": {**hours, "based_in_zone": "Live there"}}) == (1, 2, False)
    strict = {**hours, "based_in_zone": "Must live there", "only_in_zone": True}
    assert required_band({"hours": strict}) == (1, 2, True)


def test_a_few_hours_from_a_zone_are_four() -> None:
    near = {"low": -8.0, "high": -8.0, "evidence": "Location (within a few hours of Pacific time)"}
    assert required_band({"hours": None, "near_zone": near}) == (-12, -4, False)
