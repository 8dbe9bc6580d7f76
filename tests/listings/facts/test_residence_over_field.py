"""A title or a text that says more of remote work than the one place of the board's field, which may be an office."""

from __future__ import annotations

from tests.listings.facts.test_residence import included
from tests.tables import table


def residence(text: str = "", title: str = "Tide Engineer", location: str = "Austin, TX") -> list[str] | None:
    return included("".join(f"<p>{line}</p>" for line in text.split("\n")), title=title, location=location)


@table(
    ("title", "codes"),
    [
        ("Tide Engineer | Remote (US)", ["US"]),
        ("Tide Engineer, Remote – US", ["US"]),
        ("Tide Engineer (US)", ["US-TX"]),
        # A town is often that of an office.
        ("Account Manager - Central US - Remote (Minneapolis, MN, US, MN)", ["US-TX"]),
        ("Tide Engineer - Austin or Remote", None),
        ("Tide Engineer (Austin or Remote", None),
        ("Tide Engineer - Remote or Austin, TX", None),
        ("Tide Engineer - Remote or Hybrid", ["US-TX"]),
        ("Tide Engineer - Austin or remote in Texas", ["US-TX"]),
    ],
)
def test_a_title(title: str, codes: list[str] | None) -> None:
    assert residence(title=title) == codes


@table(
    ("text", "codes"),
    [
        ("Location: Remote-North America (EST preferred)", ["north_america"]),
        ("Location: Peru (Lima preferred)", ["PE"]),
        ("Location: Remote (Peru preferred)", ["US-TX"]),
        ("Flexible Location (Remote Hubs):\nLima, Peru | Quito, Ecuador | USA", ["PE", "EC", "US"]),
        (
            "We are only able to hire full-time employees in the following states: CA, GA and NY.",
            ["US-CA", "US-GA", "US-NY"],
        ),
        ("We only hire employees in Spain and Peru.", ["ES", "PE"]),
        ("Our employees in Spain and Peru have lunch together.", ["US-TX"]),
        ("We hire employees in 12 countries.", ["US-TX"]),
        ("We consider people who are fully remote within Peru.Job Type: Full-time", ["PE"]),
        (
            "The preference is a candidate based in Lima or Quito, however my client is open to people based in Peru.",
            ["PE"],
        ),
        ("This role is REMOTE or AUSTIN based", None),
    ],
)
def test_a_text(text: str, codes: list[str] | None) -> None:
    assert residence(text) == codes


def test_a_town_whose_name_begins_with_that_of_another() -> None:
    assert residence(location="Ho Chi Minh") == ["VN"]


@table(
    ("location", "codes"),
    [("Remote NE US", ["US"]), ("Remote (SE USA)", ["US"]), ("Lincoln, NE US", ["US-NE"]), ("Lincoln, NE", ["US-NE"])],
)
def test_a_corner_of_a_country_is_no_state(location: str, codes: list[str]) -> None:
    assert residence(location=location) in (codes, None)
