"""Parts of countries that only a direction names: they have no code, and the whole country is never stated for them."""

from __future__ import annotations

from tests.examples import few
from tests.listings.facts.test_residence import included
from tests.tables import table

PARTS = [
    "within the Northeast U.S.",
    "Northeast, US",
    "US East Coast",
    "Remote - US: East Coast",
    "US (Pacific Northwest)",
    "Midwest, USA",
    "US-East",
    "Southern Germany",
    "Southern Germany, Austria",
    "Germany (North)",
    "DACH-Raum Süd",
    "Süddeutschland",
    "Norditalien",
    "South India",
    "Western Canada",
    "North East, UK",
    "Norte de España",
    "Eastern Europe",
    "Europe, Southeast Asia",
]


@table("location", few(PARTS, 3))
def test_fields(location: str) -> None:
    assert included(location=location) is None


@table(
    "sentence",
    few(
        [
            "You must be based in southern Germany.",
            "This is a remote role within the Northeast U.S.",
            "You must be based in the Pacific Northwest.",
            "You must be based in the Midwest.",
            "You must be based in the south of Germany.",
            "You must be based on the East Coast of the US.",
            "You must live in Northern France or Belgium.",
            "Remote, Northeast US only",
            "We hire in the Eastern US only.",
            "We are hiring in the northern states of Germany.",
            "This role is open to candidates in the eastern half of the US.",
            "Wohnort: DACH-Raum Süd",
            "Vous habitez dans le sud de la France.",
            "Debes residir en el norte de España.",
            "You must live in the US, except the West Coast.",
            "We cannot hire in the southern US. You must live in the US.",
        ],
        3,
    ),
)
def test_sentences_overrule_the_field_of_the_whole_country(sentence: str) -> None:
    assert included(f"<p>{sentence}</p>", location="United States; Germany; France") is None


@table("title", few(["Engineer - Southern Germany", "Engineer (Remote, US East Coast)", "Engineer, US East"]))
def test_titles(title: str) -> None:
    assert included(title=title) is None


@table(
    ("sentence", "codes"),
    few(
        [
            ("You must be based in the Midwest (Ohio, Illinois or Iowa).", ["US-OH", "US-IL", "US-IA"]),
            ("You must live in the US or South Korea.", ["US", "KR"]),
            ("You must live in North Macedonia or South Africa.", ["MK", "ZA"]),
            ("You must live in Central or South America.", ["central_america", "south_america"]),
            ("You may live in the US, ideally in the Midwest.", ["US"]),
            ("Must live in the US (Eastern or Central time zones).", ["US"]),
            ("You must live in Northern Virginia.", ["US-VA"]),
            ("Candidates must live in the north-west of England.", ["GB-ENG"]),
        ],
        3,
    ),
)
def test_names_that_only_hold_a_direction(sentence: str, codes: list[str]) -> None:
    assert included(f"<p>{sentence}</p>") == codes


def test_a_part_is_narrowed_by_a_place_in_it() -> None:
    assert included("<p>You must be based in Eastern Europe.</p>", location="Poland") == ["PL"]
    assert included("<p>You must be based in the Midwest.</p>", location="Ohio") == ["US-OH"]
