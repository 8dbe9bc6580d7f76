"""Towns of one name in several places: alone they state no more than all of them have in common."""

from __future__ import annotations

from tests.examples import few
from tests.listings.facts.test_residence import included
from tests.tables import table


@table(
    ("location", "codes"),
    [
        ("Cambridge", None),
        *few(
            [
                ("San Mateo", None),
                ("Santa Clara", None),
                ("Springfield", ["US"]),
                ("Arlington", ["US"]),
                ("Barcelona", ["ES"]),
                ("Dublin", ["IE"]),
                ("Cambridge, MA", ["US-MA"]),
                ("Springfield, IL", ["US-IL"]),
                ("Cambridge, UK", ["GB"]),
            ],
            1,
        ),
    ],
)
def test_a_town_that_may_be_any_of_several(location: str, codes: list[str] | None) -> None:
    assert included("<p>We mend nets.</p>", location=location) == codes


@table(
    ("sentence", "codes"),
    [
        ("You must live in Boston or Cambridge.", ["US-MA"]),
        *few([("You must live in London or Cambridge.", ["GB"]), ("You must live in Cambridge.", None)], 1),
    ],
)
def test_other_places_decide(sentence: str, codes: list[str] | None) -> None:
    assert included(f"<p>{sentence}</p>") == codes


def test_the_field_decides_about_its_own_town() -> None:
    assert included("<p>Location: Columbia</p>", location="Columbia, MD") == ["US-MD"]
    assert included("<p>Location: US</p>", location="Columbia, MD") == ["US"]
    assert included("<p>Location: North America Remote / San Francisco</p>", location="San Francisco") == [
        "north_america"
    ]
    assert included("<p>Location: Remote/Washington</p>", location="Washington, DC") == ["US-DC"]
    assert included("<p>Location: Work at Home, Ohio, United States</p>", location="United States") == ["US-OH"]
    assert included("<p>You must live in Kansas.</p>", location="Kansas City, MO") == ["US-KS"]
