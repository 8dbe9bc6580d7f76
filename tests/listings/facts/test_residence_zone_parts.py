"""Parts of countries that zones bound: who surely lives there, and who surely does not."""

from __future__ import annotations

from typing import Any

from listings.boards import BOARDS
from listings.boards.base import Ad
from listings.facts import read, to_label
from listings.vocabulary.regions import verdict
from tests.tables import table


def residence(text: str) -> Any:
    html = f"<p>Lantern measures tides.</p><p>{text}</p><p>Please send us a few lines.</p>"
    ad = Ad(external_id="1", url="https://x.example/1", title="Tide Engineer", company="Lantern", html=html)
    return read(ad, BOARDS["weworkremotely"])["residence"]


def test_states_within_are_open_and_those_far_from_it_are_not() -> None:
    value = residence("Candidates must be based in Norway or in the Eastern time zone in the US.")
    assert (value["include"], value["partly"], value["part_zones"]) == (["NO", "US"], ["US"], {"US": [-5, -5]})
    expected = {
        "US-OH": "open",
        "US-CA": "not open",
        "US-TN": "depends on your state",
        "US-TX": "depends on your state",
    }
    assert {state: verdict(value, "US", state) for state in expected} == expected
    assert (verdict(value, "US"), verdict(value, "NO"), verdict(value, "PE")) == (
        "depends on your state",
        "open",
        "not open",
    )
    assert "part_zones" not in to_label({"residence": value})["residence"]


@table(
    ("text", "expected"),
    [
        ("You must be based in the Western part of the USA.", None),
        ("You must live in the Eastern timezone of Canada.", {"CA": [-5, -5]}),
        ("Candidates must be based on the East Coast of the US.", None),
        ("Candidates must be based in the US.", None),
        ("Candidates must not be based in the Eastern time zone in the US.", None),
    ],
)
def test_only_zones_bound_a_part(text: str, expected: Any) -> None:
    assert (residence(text) or {}).get("part_zones") == expected
