"""What an ad for several roles says of one of them is not said of all."""

from __future__ import annotations

from typing import Any

from listings import facts
from listings.boards import BOARDS
from listings.boards.base import Ad
from tests.tables import table

ASKS = "We look for remote junior menders that have 0-3 years of professional experience with nets"


def read(text: str, title: str = "Net Menders") -> dict[str, Any]:
    html = "".join(f"<p>{line}</p>" for line in text.split("\n"))
    ad = Ad(external_id="1", url="https://board.example/1", title=title, company="Lantern Quay", html=html)
    return facts.read(ad, BOARDS["jobposting"])


def level_and_experience(text: str, title: str = "Net Menders") -> tuple[Any, ...]:
    facts_of_ad = read(text, title)
    return facts_of_ad["seniority"], facts_of_ad["experience_years"], facts_of_ad["in_words"].get("experience_years")


@table(
    ("text", "expected"),
    [
        (f"-- Junior Net Mender - Remote\n{ASKS}.\nNet Mender - Remote\nYou mend nets.", ([], None, ASKS)),
        (f"Junior Net Mender\n{ASKS}.\nNet Mender (Oslo)\nYou mend nets.", ([], None, ASKS)),
        ("+ Senior Net Mender (Oslo)\n+ Net Mender (Bergen)", ([], None, None)),
        # Every role has a level, or there is one role.
        (f"Junior Net Mender\n{ASKS}.\nYou mend nets.", (["junior"], 0, None)),
        (f"Junior Net Mender\n{ASKS}.\nSenior Net Mender\nYou mend nets.", (["junior", "senior"], 0, None)),
        (f"Junior Net Mender\n{ASKS}.\nNet Menders make the sea safe.", (["junior"], 0, None)),
        ("Senior Net Mender\nRope Maker", (["senior"], None, None)),
    ],
)
def test_a_level_beside_the_same_role_without_one(text: str, expected: tuple[Any, ...]) -> None:
    assert level_and_experience(text) == expected


def test_an_ad_for_one_role_keeps_its_level() -> None:
    text = f"Junior Net Mender\n{ASKS}.\nNet Mender\nYou mend nets."
    assert level_and_experience(text, "Junior Net Mender") == (["junior"], 0, None)


@table(
    ("text", "role"),
    [
        (f"-- Junior Net Mender - Remote\n{ASKS}.\nNet Mender - Remote\nYou mend nets.", "Junior Net Mender"),
        (f"Junior Net Mender\n{ASKS}.\nYou mend nets.", None),
        (f"Junior Net Mender\n{ASKS}.\nSenior Net Mender\nYou mend nets.", None),
    ],
)
def test_the_role_is_named_whose_level_it_is(text: str, role: str | None) -> None:
    assert read(text)["in_words"].get("seniority") == role
