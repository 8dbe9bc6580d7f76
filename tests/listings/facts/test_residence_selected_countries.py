"""Regions of which an ad means some countries, and names a few."""

from __future__ import annotations

from tests.examples import few
from tests.listings.facts.test_residence import read
from tests.tables import table

EVERYWHERE = "Americas, Europe, Asia, Africa, Oceania"
SELECTIONS = [
    (
        "We work with developers from 40+ countries across Latin America, selected countries in Asia (Japan,"
        " Israel), Oceania (Australia) and Africa (including Morocco and Ghana).",
        ["latam", "JP", "IL", "AU", "MA", "GH"],
        "selected countries in Asia (Japan, Israel), Oceania (Australia) and Africa (including Morocco and Ghana)",
        ["africa"],
    ),
    (
        "We hire people in Europe and certain countries in Asia (e.g. Japan).",
        ["europe", "JP"],
        "certain countries in Asia (e.g. Japan)",
        ["asia_pacific"],
    ),
]


@table(("text", "include", "unread", "scopes"), SELECTIONS)
def test_the_rest_of_the_region_is_in_doubt(text: str, include: list[str], unread: str, scopes: list[str]) -> None:
    value = read(f"<p>{text}</p>", location=EVERYWHERE)
    assert value is not None
    assert (value["include"], value["unread"], value["unclear_in"]) == (include, unread, scopes)


@table(
    ("text", "include"),
    few(
        [
            ("You must live in Africa (including Morocco).", ["africa"]),
            ("You must live in one of the following countries in Africa: Kenya, Ghana", ["KE", "GH"]),
            ("We hire people in selected countries in Asia (Japan, Israel).", ["JP", "IL"]),
        ],
        1,
    ),
)
def test_other_lists_are_whole(text: str, include: list[str]) -> None:
    value = read(f"<p>{text}</p>", location=EVERYWHERE)
    assert value is not None
    assert value["include"] == include
    assert "unread" not in value
