"""Regions that have no code, beside places that have one: "Europe/Southeast Asia"."""

from __future__ import annotations

from typing import Any

from listings.boards import BOARDS
from listings.boards.base import Ad
from listings.facts import read, to_label
from listings.vocabulary.regions import verdict
from tests.tables import table


def residence(text: str = "We measure tides.", location: str | None = None) -> Any:
    html = "".join(f"<p>{line}</p>" for line in ("Lantern measures.", *text.split("\n"), "Please send us a few lines."))
    title, url = "Tide Engineer", "https://x.example/1"
    ad = Ad(external_id="1", url=url, title=title, company="Lantern", html=html, location=location)
    return read(ad, BOARDS["weworkremotely"])["residence"]


@table(
    ("location", "include"),
    [
        ("Europe/South America/South-east Asia", ["europe", "south_america"]),
        ("LATAM, Eastern Europe", ["latam"]),
        ("West Africa or Spain", ["ES"]),
        ("Spain, CIS", ["ES"]),
        ("GCC, Portugal, Chile", ["PT", "CL"]),
    ],
)
def test_the_places_beside_it_are_stated_with_the_words_that_name_more(location: str, include: list[str]) -> None:
    value = residence(location=location)
    assert (value["include"], value["unread"]) == (include, location)
    assert "unread" not in to_label({"residence": value})["residence"]
    assert verdict(value, "NG" if "Africa" in location else "VN") == "disputed"


@table(
    ("location", "expected"),
    [
        ("Europe/South America/Southeast Asia", {"NG": "not open", "US": "not open", "VN": "disputed", "DE": "open"}),
        ("West Africa or Spain", {"NG": "disputed", "VN": "not open", "PT": "not open", "ES": "open"}),
        # How far it reaches, nobody knows.
        ("LATAM, Eastern Europe", {"NG": "disputed", "RO": "disputed", "PE": "open"}),
    ],
)
def test_who_lives_far_from_all_of_them_is_left_out(location: str, expected: dict[str, str]) -> None:
    value = residence(location=location)
    assert {country: verdict(value, country) for country in expected} == expected


def test_of_a_text_the_words_are_its_own() -> None:
    value = residence("You must be based in Portugal or Southeast Asia.")
    assert value["include"] == ["PT"]
    assert value["unread"] == value["evidence"] == "You must be based in Portugal or Southeast Asia."


@table("location", ["Southeast Asia", "CIS", "Eastern Europe", "Eastern Europe, Southeast Asia"])
def test_alone_it_states_nothing(location: str) -> None:
    assert residence(location=location) is None


@table("location", ["Europe", "Europe, Eastern Europe", "US East Coast, Spain", "Spain, Scandinavia"])
def test_where_all_is_known_nothing_is_unread(location: str) -> None:
    assert "unread" not in residence(location=location)


@table(
    ("text", "location", "include"),
    [
        ("We cannot hire in Southeast Asia or Peru.", "Worldwide", None),
        ("We cannot hire in Eastern Europe or Peru.", "Europe", None),
        ("We cannot hire in the CIS or Peru.", "Worldwide", None),
        ("We cannot hire in Southeast Asia or Peru.", "Oceania", ["oceania"]),
        ("We cannot hire in the CIS or Peru.", "Spain", ["ES"]),
    ],
)
def test_left_out_of_a_residence_it_leaves_nothing_sure(text: str, location: str, include: list[str] | None) -> None:
    value = residence(text, location)
    assert (value and value["include"]) == include


LIST = "Oceania/Chile/Taiwan"


@table(
    ("text", "include"),
    [
        (f"Tide Engineer Remote\n{LIST}\n$40k", ["oceania", "CL", "TW"]),
        (f"Remote / {LIST}", ["oceania", "CL", "TW"]),
        ("Fully remote:\nChile, Peru only", ["CL", "PE"]),
    ],
)
def test_a_line_of_places_below_remote_says_where(text: str, include: list[str]) -> None:
    assert residence(text)["include"] == include


def test_a_line_of_the_text_leaves_the_boards_region_unclear() -> None:
    value = residence(f"Remote\n{LIST}", "Oceania/South America/Southeast Asia")
    assert value["include"] == ["oceania", "CL", "TW"]
    assert value["unread"] == "Oceania/South America/Southeast Asia"
    assert "unread" not in residence("You must be based in Chile.", "Chile/Southeast Asia")


@table(
    "text",
    [
        "We are remote\nChile and Peru are our markets",
        "Remote\nChile, Peru time zones",
        "Remote\nChile, Peru customers",
        "Lantern is not remote\nChile, Peru",
        "Remote\nOslo, Lima",
        "Remote\nChile",
        "Remote\nSpanish, English",
        "Remote\n\nWe sell to Chile, Peru",
    ],
)
def test_other_lines_below_remote_say_nothing(text: str) -> None:
    assert residence(text) is None
