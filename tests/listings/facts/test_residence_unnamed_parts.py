"""Parts of countries that only a direction names: they have no code, so the country is stated as open in part."""

from __future__ import annotations

from tests.examples import few
from tests.listings.facts.test_residence import included, read
from tests.tables import table

FIELDS: list[tuple[str, list[str], list[str]]] = [
    ("within the Northeast U.S.", ["US"], ["US"]),
    ("Northeast, US", ["US"], ["US"]),
    ("US East Coast", ["US"], ["US"]),
    ("Remote - US: East Coast", ["US"], ["US"]),
    ("US (Pacific Northwest)", ["US"], ["US"]),
    ("Midwest, USA", ["US"], ["US"]),
    ("US-East", ["US"], ["US"]),
    ("Southern Germany", ["DE"], ["DE"]),
    ("Southern Germany, Austria", ["DE", "AT"], ["DE"]),
    ("Germany (North)", ["DE"], ["DE"]),
    ("Süddeutschland", ["DE"], ["DE"]),
    ("Norditalien", ["IT"], ["IT"]),
    ("South India", ["IN"], ["IN"]),
    ("Western Canada", ["CA"], ["CA"]),
    ("North East, UK", ["GB"], ["GB"]),
    ("Norte de España", ["ES"], ["ES"]),
    ("Poland", ["PL"], []),
]


def places(*args: str, **stated: str) -> tuple[list[str], list[str]] | None:
    """What is included, and of which countries only a part."""
    value = read(*args, **stated)
    return (value["include"], value.get("partly", [])) if value else None


@table(("location", "include", "partly"), few(FIELDS, 3))
def test_fields(location: str, include: list[str], partly: list[str]) -> None:
    assert places(location=location) == (include, partly)


@table(
    "location",
    few(["DACH-Raum Süd", "Eastern Europe", "Southeast Asia", "East Coast", "Remote, West Coast"], 3),
)
def test_parts_of_regions_and_bare_coasts_are_not_stated(location: str) -> None:
    assert places(location=location) is None


@table(
    ("sentence", "include", "partly"),
    few(
        [
            ("You must be based in southern Germany.", ["DE"], ["DE"]),
            ("This role is eligible for hire in select U.S. locations.", ["US"], ["US"]),
            ("We hire in certain states in the US.", ["US"], ["US"]),
            ("You must live in the US. We are not eligible to employ in every state.", ["US"], ["US"]),
            ("You must live in the US. We do not operate in other states.", ["US"], []),
            ("You must live in the US, in a state where Lantern Quay has a physical presence.", ["US"], ["US"]),
            (
                "You live in the US. We hire people residing in states in which we are registered.",
                ["US"],
                ["US"],
            ),
            ("You must live in the US. Pay differs for those living in states where you set your hours.", ["US"], []),
            ("You must live in the US. We serve customers in states where we have offices.", ["US"], []),
            ("Candidates must either be based out of Spain or in the Eastern timezone in US.", ["ES", "US"], ["US"]),
            ("We can hire in select US states: Texas and Ohio.", ["US-TX", "US-OH"], []),
            ("Remote in select locations: Germany, France", ["DE", "FR"], []),
            ("This is a remote role within the Northeast U.S.", ["US"], ["US"]),
            ("You must be based in the Pacific Northwest.", ["US"], ["US"]),
            ("You must be based in the Midwest.", ["US"], ["US"]),
            ("You must be based in the south of Germany.", ["DE"], ["DE"]),
            ("You must be based on the East Coast of the US.", ["US"], ["US"]),
            ("You must live in Northern France or Belgium.", ["FR", "BE"], ["FR"]),
            ("Remote, Northeast US only", ["US"], ["US"]),
            ("We hire in the Eastern US only.", ["US"], ["US"]),
            ("We are hiring in the northern states of Germany.", ["DE"], ["DE"]),
            ("This role is open to candidates in the eastern half of the US.", ["US"], ["US"]),
            ("Vous habitez dans le sud de la France.", ["FR"], ["FR"]),
            ("Debes residir en el norte de España.", ["ES"], ["ES"]),
        ],
        3,
    ),
)
def test_sentences_overrule_the_field_of_the_whole_country(
    sentence: str, include: list[str], partly: list[str]
) -> None:
    assert places(f"<p>{sentence}</p>", location="United States; Germany; France") == (include, partly)


@table(
    "sentence",
    few(
        [
            "Wohnort: DACH-Raum Süd",
            "You must live in the US, except the West Coast.",
            "We cannot hire in the southern US. You must live in the US.",
        ],
        3,
    ),
)
def test_what_remains_without_an_unnamed_part_is_not_stated(sentence: str) -> None:
    assert places(f"<p>{sentence}</p>", location="United States; Germany; France") is None


@table(
    ("title", "stated"),
    few(
        [
            ("Engineer - Southern Germany", None),
            ("Engineer (Remote, US East Coast)", (["US"], ["US"])),
            ("Engineer, US East", (["US"], ["US"])),
        ]
    ),
)
def test_titles(title: str, stated: tuple[list[str], list[str]] | None) -> None:
    assert places(title=title) == stated


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
    assert included("<p>You must be based in Eastern Europe.</p>", location="Poland; Romania") == ["PL", "RO"]
    assert included("<p>You must be based in the Midwest.</p>", location="Ohio") == ["US-OH"]


def test_the_quote_goes_on_to_the_parts_it_speaks_of() -> None:
    value = read("This role is eligible for hire in select U.S. locations based on need. We list them elsewhere.")
    assert value is not None
    assert value["evidence"] == "eligible for hire in select U.S. locations based on need"
