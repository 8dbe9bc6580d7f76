"""Titles that name more than the one country of the board's field."""

from __future__ import annotations

from dataclasses import replace

from listings.boards import BOARDS
from listings.boards.base import Ad
from listings.facts.base import Reading
from listings.facts.hours.reader import read as read_hours
from listings.facts.residence.reader import read
from tests.examples import few
from tests.tables import table

AD = Ad(external_id="1", url="https://board.example/1", title="", company="Lantern Quay")


def included(title: str, location: str, text: str = "") -> list[str] | None:
    html = f"<p>{text}</p>"
    fact = read(Reading(replace(AD, title=title, location=location, html=html), BOARDS["himalayas"]))
    return None if fact is None else fact.value["include"]


@table(
    ("title", "location", "include"),
    [
        ("Data Engineer - (Chile y Colombia)", "Chile", ["CL", "CO"]),
        ("Elixir Engineer - Latin America", "Suriname", ["latam"]),
        ("Account Executive - Latin America", "Suriname", ["SR"]),
        *few(
            [
                ("Tide Coordinator - Peru & Bolivia", "Peru", ["PE", "BO"]),
                ("Country Manager - Peru & Bolivia", "Peru", ["PE"]),
                ("Support Engineer, EMEA", "Germany", ["DE"]),
                ("Office Manager, Europe", "Spain", ["ES"]),
                ("Designer (Costa Rica, LATAM)", "Costa Rica", ["CR"]),
                ("Developer - Latin America", "Peru; Chile", ["PE", "CL"]),
                ("Developer - Latin America", "Spain", ["ES"]),
            ],
            2,
        ),
    ],
)
def test_a_wider_title_counts_where_it_is_no_territory(title: str, location: str, include: list[str]) -> None:
    assert included(title, location) == include


@table(
    ("location", "include"), [("Serbia", ["europe"]), ("Serbia; Spain", ["RS", "ES"]), ("Novi Sad, Serbia", ["europe"])]
)
def test_one_country_of_the_field_narrows_no_region_of_the_text(location: str, include: list[str]) -> None:
    assert included("Lamp Keeper", location, "You must be based in Europe.") == include


@table(
    ("title", "include"),
    few(
        [
            ("Onboarding Lead, SaaS - North America, Remote", ["north_america"]),
            ("Account Executive - North America, Remote", ["americas"]),
            ("Onboarding Lead - Oslo, Remote", ["americas"]),
        ]
    ),
)
def test_remote_behind_a_region_of_the_title_is_no_choice(title: str, include: list[str]) -> None:
    assert included(title, "Americas") == include


def test_a_home_workspace_is_where_one_lives() -> None:
    assert included("Lamp Keeper", "United States", "You work from a quiet home workspace in Peru.") == ["PE"]


def test_the_hours_of_one_country_are_not_those_of_a_region() -> None:
    for title, hours in (("Elixir Engineer - Latin America", None), ("Elixir Engineer", -3)):
        ad = replace(AD, title=title, location="Suriname", time_zones=("UTC-3",))
        fact = read_hours(Reading(ad, BOARDS["himalayas"]))
        assert (fact and fact.value["utc_min"]) == hours


def test_a_line_that_locates_by_time_zones_takes_the_place_of_the_fields_country() -> None:
    assert included("Lamp Keeper", "Kenya", "Location: Remote - Africa/Europe time zones") is None
    assert included("Lamp Keeper", "Kenya", "Location: Kenya. We work across time zones.") == ["KE"]
