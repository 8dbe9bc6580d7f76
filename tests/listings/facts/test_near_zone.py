"""Words that tie where the person lives to a zone, roughly, and others that speak of hours."""

from __future__ import annotations

from typing import Any

import pytest

from listings.boards import BOARDS
from listings.boards.base import Ad
from listings.facts import read

NEAR = [
    ("Location independence (within a few hours of Pacific Standard Timezone)", (-8, -8)),
    ("You must be based within a few hours of Eastern time", (-5, -5)),
    ("Remote (close to US time zones)", (-8, -5)),
    ("Location: within a couple of hours of CET", (1, 1)),
    ("You should live within a few hours of London time", (0, 0)),
]
OTHERS = [
    "We work within a few hours of Pacific time.",
    "Our team is based within a few hours of Eastern time.",
    "You must be based within a few hours of Oslo airport.",
    "You work hours close to US time zones.",
    "You live within a few hours of Pacific time or are willing to work those hours.",
    "Ideally based within a few hours of CET.",
    "You do not need to live within a few hours of CET.",
    "Our clients are located within a few hours of CET.",
]


def facts(text: str) -> Any:
    html = f"<p>Lantern measures tides.</p><p>{text}</p><p>Please send us a few lines.</p>"
    ad = Ad(external_id="1", url="https://x.example/1", title="Tide Engineer", company="Lantern", html=html)
    return read(ad, BOARDS["weworkremotely"])


@pytest.mark.parametrize(("text", "band"), NEAR)
def test_a_place_near_a_zone_states_no_hours(text: str, band: tuple[int, int]) -> None:
    read_facts = facts(text)
    assert (read_facts["hours"], read_facts["near_zone"]["evidence"]) == (None, text)
    assert (read_facts["near_zone"]["low"], read_facts["near_zone"]["high"]) == band


@pytest.mark.parametrize("text", OTHERS)
def test_other_words_tie_nobody_to_a_zone(text: str) -> None:
    assert facts(text)["near_zone"] is None
