"""Places in boards' fields: towns with states and codes, exceptions, choices, headquarters."""

from __future__ import annotations

from tests.listings.facts.test_residence import included, read
from tests.tables import table


@table(
    ("location", "codes"),
    [
        ("United States-Georgia", ["US-GA"]),
        ("US, Georgia", ["US-GA"]),
        ("US, Georgia, Armenia", ["US", "GE", "AM"]),
        ("US/DE", ["US", "DE"]),
    ],
)
def test_georgia_beside_the_us_is_its_state(location: str, codes: list[str]) -> None:
    assert included(location=location) == codes


def test_a_text_that_shortens_the_town_of_the_field_means_that_town() -> None:
    assert included("You must be based in Aberdeen.", location="Aberdeen Proving Ground, MD") == ["US-MD"]


@table(
    ("location", "codes"),
    [
        ("Troy, MI", ["US-MI"]),
        ("Peru, IL", ["US-IL"]),
        ("Cuba, MO", ["US-MO"]),
        ("Sweden, ME", ["US-ME"]),
        ("Milan, TN", ["US-TN"]),
        ("Laguna Beach, CA", ["US-CA"]),
        ("Manila Park, MN", ["US-MN"]),
        ("Mysuru, KA, IN", ["IN"]),
        ("Palermo, PA, IT", ["IT"]),
        ("Nevada, MO", ["US-MO"]),
        ("Regina, SK", ["CA-SK"]),
        ("Lyon, FR", ["FR"]),
        ("Ottawa, CA", ["CA"]),
        ("Jaipur, IN", ["IN"]),
        ("Valletta, MT", ["MT"]),
        ("Bologna, BO, IT", ["IT"]),
        ("Dresden, SN, DE", ["DE"]),
        ("Lucknow, UP, IN", ["IN"]),
        ("Kochi, Kerala, India", ["IN-KL"]),
        ("Kochi, Kerala, IN", ["IN"]),
        ("Austin, TX, US", ["US-TX"]),
        ("Leeds, England, United Kingdom", ["GB-ENG"]),
        ("Hamburg, Hamburg, Germany", ["DE-HH"]),
        ("USA-OH-Dayton", ["US-OH"]),
        ("CAN - Alberta - Calgary", ["CA-AB"]),
        ("United States-Vermont", ["US-VT"]),
        ("FR-Lyon", ["FR"]),
        ("JPN; NZL", ["JP", "NZ"]),
        ("Remote-PT", ["PT"]),
        ("REMOTE_UK", ["GB"]),
        ("Middle East and North Africa", ["mena"]),
        ("Asia (Japan, Vietnam)", ["JP", "VN"]),
        ("Turin, Genoa (EU)", ["IT"]),
        ("Amsterdam, Berlin, Ghent (EU)", ["NL", "DE", "BE"]),
        ("Freiburg im Breisgau", ["DE"]),
        ("Kryvyi Rih", ["UA"]),
        ("Denver, CO; Provo, UT (HQ)", ["US-CO", "US-UT"]),
        ("LATAM: Chile, Peru", ["CL", "PE"]),
        ("Georgia, USA", ["US-GA"]),
        ("Georgia, Alabama", ["US-GA", "US-AL"]),
        ("Kutaisi, Georgia", ["GE"]),
        ("Deutschland", ["DE"]),
        ("Niemcy", ["DE"]),
        ("Remote (US ONLY, LA or SF a plus)", ["US"]),
        ("US, Austin preferred", ["US"]),
        ("US, New York, NY a big plus", ["US"]),
        ("US, Canada, Austin preferred", ["US", "CA"]),
        ("US only, East Coast preferred", ["US"]),
        ("Texas, Austin preferred", ["US-TX"]),
        ("Spain - Madrid welcome", ["ES"]),
        ("NYC, Northern Virginia", ["US-NY", "US-VA"]),
        ("Boston, Southern California", ["US-MA", "US-CA"]),
        ("Chicago, Upstate New York", ["US-IL", "US-NY"]),
        ("Denver, West Texas", ["US-CO", "US-TX"]),
        ("Tampa, Central Florida", ["US-FL"]),
        ("NYC, Washington DC", ["US-NY", "US-DC"]),
        ("Bristol, West Virginia", ["US-WV"]),
        ("London, Northern Ireland", ["GB-NIR"]),
        ("South Africa, Kenya", ["ZA", "KE"]),
    ],
)
def test_places(location: str, codes: list[str]) -> None:
    assert included(location=location) == codes


@table(
    "location",
    [
        "Georgia",
        "Central Europe",
        "Remote NV",
        "NA",
        "Non-EU",
        "Provo, UT (HQ)",
        "Lyon, France; Remote",
        "Remote (our team sits in Oslo)",
        "Remote (Spain ± 3 hours)",
        "Chicago preference",
        "Boston, MA preferred",
        "Europe, UK preferred",
        "Various",
    ],
)
def test_what_states_nothing(location: str) -> None:
    assert included(location=location) is None


@table(
    ("location", "include", "exclude"),
    [
        ("Worldwide (except North Korea, Syria)", ["worldwide"], ["KP", "SY"]),
        ("Anywhere but China", ["worldwide"], ["CN"]),
        ("Outside the EU", ["worldwide"], ["eu"]),
        ("Americas (excl. Cuba)", ["americas"], ["CU"]),
        ("US (not CA or WA)", ["US"], ["US-CA", "US-WA"]),
        ("Canada other than Quebec", ["CA"], ["CA-QC"]),
        ("Continental US", ["US"], ["US-AK", "US-HI"]),
        ("Remote, lower 48 states", ["US"], ["US-AK", "US-HI"]),
        ("Continental US + Hawaii", ["US"], ["US-AK"]),
        ("Continental United States (incl. Alaska)", ["US"], ["US-HI"]),
        ("Contiguous US, Hawaii", ["US"], ["US-AK"]),
        ("Continental US, Texas", ["US-TX"], []),
        ("Continental US (Hawaii preferred)", ["US"], ["US-AK", "US-HI"]),
        ("Mexico (outside Cancún)", ["MX"], []),
    ],
)
def test_exceptions(location: str, include: list[str], exclude: list[str]) -> None:
    found = read(location=location)
    assert found is not None
    assert (found["include"], found["exclude"]) == (include, exclude)


def test_what_contradicts_itself_is_not_stated() -> None:
    assert read(location="Spain (except Spain)") in (
        None,
        {"include": ["ES"], "exclude": [], "evidence": "field:location"},
    )
    assert included(location="Texas except Texas") in (None, ["US-TX"])
    assert included("<p>We cannot hire in Spain.</p>", location="Spain") is None
    assert included("<p>We cannot hire in Europe.</p>", location="Spain, France") is None
