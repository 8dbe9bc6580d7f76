"""Places that head others or stand beside them: a country before its towns, an area before its states, a header."""

from __future__ import annotations

from tests.examples import few
from tests.listings.facts.test_residence import included
from tests.tables import table


@table(
    ("location", "codes"),
    [
        ("Hybrid (USA) Boston MA, Salem OR", ["US-MA", "US-OR"]),
        ("Old Saybrook CT and Pune India", ["US-CT", "IN"]),
        ("Fond du Lac, WI; Isle of Wight, UK", ["US-WI", "GB"]),
        *few(
            [
                ("USA Washington DC (Tysons VA), Denver CO", ["US-DC", "US-VA", "US-CO"]),
                ("(UK) Leeds, Lyon", ["GB", "FR"]),
                ("Germany Berlin, Munich", ["DE"]),
                ("USA, Boston, Lyon", ["US", "FR"]),
                ("Peru NY", ["PE", "US-NY"]),
                ("Remote WI", None),
            ],
        ),
    ],
)
def test_towns_of_a_field(location: str, codes: list[str] | None) -> None:
    assert included(location=location) == codes


@table(
    ("text", "codes"),
    [
        ("You work remotely from a home office in the Northwest region (WA, OR).", ["US-WA", "US-OR"]),
        ("The study is for Europe, so only EU citizens may apply.", ["eu"]),
        *few(
            [
                ("You must be based in the Southeast (Georgia or Florida).", ["US-GA", "US-FL"]),
                ("You must live in the eastern region (preferred).", None),
                ("We ship worldwide, only US residents get a discount.", None),
                ("Only EU cityzens are eligible.", ["eu"]),
                ("You must be based in King of Prussia, PA.", ["US-PA"]),
                ("Location: Head of Sales, IN", None),
                ("We are hiring for several engineering roles, onsite in Lyon, France.", ["FR"]),
                ("Our customers are hiring for these roles, onsite in Lyon, France.", None),
                ("This role is hybrid (USA) Boston, Salem OR. We love Peru.", ["US-MA", "US-OR"]),
            ],
            2,
        ),
    ],
)
def test_places_of_a_sentence(text: str, codes: list[str] | None) -> None:
    assert included(f"<p>{text}</p>") == codes


def test_a_resident_is_asked_for_in_a_list_of_demands() -> None:
    assert included("<ul><li>Lyon resident</li><li>Full time</li></ul>", location="Asia") == ["FR"]
    assert included("<p>California residents</p><p>See our notice.</p>", location="Asia") == ["asia"]


@table(
    ("header", "codes"),
    [
        ("San Francisco Bay Area (office in Mountain View, CA) | Full-time | Engineer", ["US-CA"]),
        *few(
            [
                ("Tide Engineer<br>| San Francisco or DC - Hybrid | Full-time | $90,000", ["US-CA", "US-DC"]),
                ("Lyon, France (next to the river) | Full-time | Two roles | ONSITE", ["FR"]),
                (
                    "Tide Engineer | Hybrid (USA) Washington DC (Tysons VA), Salem OR | Full-time",
                    ["US-DC", "US-VA", "US-OR"],
                ),
                ("Boston, MA, Salem, OR, or REMOTE | USA candidates | Full-time", ["US"]),
            ],
            0,
        ),
    ],
)
def test_headers(header: str, codes: list[str]) -> None:
    assert included(f"<p>Lantern | {header}</p><p>We measure tides.</p>") == codes


def test_a_line_of_employment_and_countries_is_a_label() -> None:
    assert included("<p>Full time, Peru, Spain</p><p>We measure tides.</p>", location="Peru") == ["PE", "ES"]
    for text in ("Full-time, Lyon, Remote", "We hire full-time, Peru, Spain"):
        assert included(f"<p>{text}</p>", location="Peru") == ["PE"]


@table(
    ("text", "codes"),
    [
        ("We prefer Boston, but are open to very strong remote folks in time zones near ours.", None),
        *few(
            [
                ("Based in Boston, and flexible with remote and hybrid work.", None),
                ("Boston: on-site or remote (in France).", ["FR"]),
                ("We are open to strong remote engineers in Canada.", ["US-MA"]),
            ],
            1,
        ),
    ],
)
def test_remote_work_beside_the_town_of_the_field(text: str, codes: list[str] | None) -> None:
    assert included(f"<p>{text}</p>", location="Boston, MA") == codes


@table(
    ("text", "location", "codes"),
    [
        ("Hybrid, at least two days a week in our Lyon office.", "", ["FR"]),
        *few(
            [
                ("Hybrid, at least two days a week in our Lyon office.", "Peru", ["PE"]),
                ("You must live in Ohio or Iowa. One day a week in our Dayton, Ohio office.", "", ["US-OH", "US-IA"]),
                ("You may spend two days a week in our Lyon office.", "", None),
                ("Two days a week in our Lyon office. Three days a week in our Oslo office.", "", None),
                ("You work two days a week in our Lyon studio.", "", ["FR"]),
            ],
            1,
        ),
    ],
)
def test_an_office_to_be_in_on_some_days(text: str, location: str, codes: list[str] | None) -> None:
    assert included(f"<p>{text}</p>", location=location) == codes
