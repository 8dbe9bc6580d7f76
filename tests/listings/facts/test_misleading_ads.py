"""Ads that mislead: nothing is better than what is not so."""

from __future__ import annotations

from typing import Any

import pytest

from listings import facts
from listings.boards import BOARDS
from listings.boards.base import Ad
from tests.listings.facts.misleading_ads import OTHERS, RESIDENCE, SALARY

CASES = [
    *(("residence", *case) for case in RESIDENCE),
    *(("salary", *case) for case in SALARY),
    *OTHERS,
]


def read(fact: str, part: str, words: str) -> str:
    """What is read of a fact, in short."""
    fields: dict[str, Any] = {"title": "Tide Keeper", "html": "<p>We keep tides.</p>", part: words}
    ad = Ad(external_id="1", url="https://board.example/1", company="Lantern", **fields)
    value = facts.read(ad, BOARDS["remoteok"])[fact]
    if value is None or value == []:
        return ""
    if fact == "residence":
        return ",".join(value["include"]) + "".join(f" -{code}" for code in value["exclude"])
    if fact == "salary":
        return f"{value['min']}-{value['max']} {value['currency']} {value['period']}"
    return str(value)


@pytest.mark.parametrize(("fact", "part", "words", "allowed"), CASES)
def test_nothing_is_said_that_is_not_so(fact: str, part: str, words: str, allowed: str) -> None:
    said = read(fact, part, words)
    # Several values may be allowed of a workplace.
    assert said in ("", allowed, *allowed.split())
