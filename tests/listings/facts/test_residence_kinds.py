"""Kinds of locations, headers and lists of places that boards and employers write."""

from __future__ import annotations

from typing import Any

from listings.facts.residence.headers import header_location
from listings.vocabulary.places import german_towns
from tests.listings.facts.test_residence import read as read_html
from tests.tables import table


def residence(text: str = "", **stated: str) -> dict[str, Any] | None:
    return read_html(text.replace("\n", "<br>"), **stated)


TOWN_AD = "Wir suchen eine Buchhalterin für unser kleines Büro. Sie arbeiten mit uns an den Abschlüssen der Mandanten."


@table(
    ("location", "included"),
    [
        ("Kent, UK", ["GB"]),
        ("Saint Louis, Missouri", ["US-MO"]),
        ("St. Louis / Vancouver", ["US-MO", "CA-BC"]),
        ("Remote US, Remote CA, Remote DE, Remote Fr, Remote UK", ["US", "CA", "DE", "FR", "GB"]),
        ("CO, NY, TX", ["US-CO", "US-NY", "US-TX"]),
        ("Remote, TX", ["US-TX"]),
        ("Remote - United States (Eastern Time Zone)", ["US"]),
        ("European countries", ["europe"]),
        ("Wien", ["AT"]),
        ("Brisbane, QLD, Australia", ["AU"]),
        ("Asia - Southeast Asia", None),
    ],
)
def test_fields(location: str, included: list[str] | None) -> None:
    assert (residence(location=location) or {}).get("include") == included


def test_small_towns_count_in_german_ads_alone() -> None:
    assert german_towns()["hetlingen"] == "DE"
    assert (residence(TOWN_AD, location="Hetlingen") or {})["include"] == ["DE"]
    assert residence("We build lamps for theatres and we like them bright.", location="Hetlingen") is None
    assert residence(TOWN_AD, location="Wiesenhausenthal") is None


@table(
    ("line", "part"),
    [
        ("Lantern | Engineer (£65-80k) | London, UK (HQ) | ONSITE | Full-time", "London, UK"),
        ("Lantern | Engineer | Remote (US) | Full-time", "Remote (US)"),
        ("Lantern | Engineer | NYC or Remote | Full-time", ""),
        ("Lantern | Engineer | Paris | Remote | Full-time", ""),
        ("Lantern | Engineer | Remote | Full-time", ""),
        ("We build lamps | for Paris", ""),
    ],
)
def test_headers(line: str, part: str) -> None:
    assert header_location(f"{line}\nWe build lamps.").strip() == part


@table(
    ("text", "included"),
    [
        ("We are currently only accepting applicants in European countries.", ["europe"]),
        ("This is a U.S.-based role. You can work from anywhere in the United States or Canada.", ["US", "CA"]),
        ("This is a U.S.-based role. You can work from anywhere in North America.", ["US"]),
        ("This is a Peru-based role, requires travel, and ideally you live near a quay.", ["PE"]),
        ("This is ideally a Peru-based role with travel.", None),
        (
            "We work with developers from 40+ countries across Europe, North America (the U.S. and Canada) and "
            "selected countries in Asia (Japan and Singapore).",
            ["europe", "US", "CA", "JP", "SG"],
        ),
        ("Hiring in Oslo for data science and St. Gallen for data engineering.", None),
        ("We work with brands from Europe, Asia and Africa.", None),
        ("We work with developers from 40 countries.", None),
        ("We work with engineers from Germany and Poland every day.", None),
        ("You will work with designers from the US and India.", None),
    ],
)
def test_texts(text: str, included: list[str] | None) -> None:
    assert (residence(text) or {}).get("include") == included


@table(
    ("text", "excluded"),
    [
        (
            "Remote (US only).\nUnapproved locations:\n- Alaska\n- California\n- Flagstaff, Arizona\n- Michigan\n"
            "- Minneapolis, Minnesota\n- New Jersey\n- New York\n- Oregon\n- Rhode Island\n- Vermont\n- Washington DC\n"
            "You remain an independent contractor.",
            ["US-AK", "US-CA", "US-MI", "US-NJ", "US-NY", "US-OR", "US-RI", "US-VT", "US-DC"],
        ),
        (
            "Work from anywhere in the world. We are unable to hire individuals located in these following countries "
            "at this time: China, France, Egypt.",
            ["CN", "FR", "EG"],
        ),
    ],
)
def test_exclusions(text: str, excluded: list[str]) -> None:
    assert (residence(text) or {}).get("exclude") == excluded


def test_a_choice_in_a_title_states_nothing() -> None:
    assert residence(title="Engineer (Remote or Boston)") is None
