"""Texts that let the person live anywhere, beside a board's field that names places."""

from __future__ import annotations

from typing import Any

import pytest

from listings.boards import BOARDS
from listings.boards.base import Ad
from listings.facts import read, to_label
from listings.vocabulary.regions import verdict
from tests.examples import few
from tests.tables import table


def residence(text: str, location: str = "Americas Only", title: str = "Tide Engineer", **fields: Any) -> Any:
    lines = "".join(
        f"<p>{line}</p>" for line in ("We measure tides.", *text.split("\n"), "Please send us a few lines.")
    )
    ad = Ad(
        external_id="1",
        url="https://x.example/1",
        title=title,
        company="Lantern",
        html=lines,
        location=location,
        **fields,
    )
    return read(ad, BOARDS["weworkremotely"])["residence"]


def test_the_boards_places_stay_and_the_text_is_kept_beside_them() -> None:
    value = residence("Where you live does not matter, though we would like some overlap with Lima time. Ask us.")
    assert value["include"] == ["americas"]
    assert value["evidence"] == "field:location"
    assert value["disputed"] == "Where you live does not matter, though we would like some overlap with Lima time"
    assert "disputed" not in to_label({"residence": value})["residence"]


@table(
    ("text",),
    few(
        [
            ("You can work from anywhere in the world.",),
            ("The right candidate may be based anywhere, and travels twice to Oslo.",),
            ("Your location doesn't matter to us; your working hours should overlap with New York time.",),
            ("You are free to live wherever you like.",),
            ("This position can be done remotely from any country in the world.",),
            ("- Live and work anywhere on the planet\n- A new laptop",),
            ("100% remote: work from anywhere in the world",),
            ("- Work from wherever you have access to a fast internet connection.",),
            ("You’ll have the flexibility to work from wherever there is a good internet connection.",),
            ("Work from anywhere with reliable Wi-Fi.",),
            ("We don't care where you live.",),
            ("You may do this job from wherever in the world you want, with a fast internet connection.",),
            ("You can live anywhere in the world. However, our team meets between 14:00 and 17:00 UTC.",),
            ("Applicants from anywhere in the world are welcome.",),
            ("You could join us from anywhere on the globe, be it a village or a boat.",),
            ("Where in the world you live is not important.\nPreference is given to candidates based in Peru.",),
            ("You can be anywhere in the world.",),
            ("This role is fully remote from anywhere in the world.",),
            ("A remote position that you can do from anywhere in the world.",),
            ("We are open to candidates based anywhere in the world.",),
            ("Puedes trabajar desde cualquier lugar del mundo.",),
            ("Du kannst von überall auf der Welt arbeiten.",),
            ("Vous pouvez travailler depuis n'importe où dans le monde.",),
        ],
        4,
    ),
)
def test_plain_words_of_the_text_dispute_the_field(text: str) -> None:
    assert residence(text).get("disputed"), text


# Near misses: perks, other people, limits of their own, and texts that limit the residence elsewhere.
@table(
    ("text",),
    few(
        [
            ("You can work from anywhere in the world for four weeks a year.",),
            ("Our customers can work from anywhere in the world.",),
            ("You can be located anywhere in the Americas.",),
            ("Work from anywhere.",),
            ("You can work from anywhere in the world.\nYou must be authorized to work in Canada.",),
            ("Work from anywhere in the world: spend up to 8 weeks abroad.",),
            ("Work from anywhere in the world\nUp to thirty days, twice a year.",),
            ("You can work from anywhere in the world where we have an entity.",),
            ("You can live anywhere on the East Coast.",),
            ("You can live anywhere, as long as you are in Canada and keep Toronto hours.",),
            ("You can work from almost anywhere in the world.",),
            ("Location is not important to our customers' data.",),
            ("With our app you can work from anywhere in the world.",),
            ("We believe that you can work from anywhere in the world.",),
            ("Our developers can be located anywhere.",),
            ("Our team members live anywhere in the world.",),
            ("You cannot work from anywhere in the world.",),
            ("You can work from anywhere in the world, except Cuba.",),
            ("You can work from anywhere in the world. However, we only employ people of the Americas.",),
            ("You can work from anywhere in the world.\nWe cannot hire in Texas.",),
            ("You can work from anywhere in the world.\nEligible locations are listed on our site.",),
            ("During the pandemic you can work from anywhere in the world.",),
            ("Earn a city salary from anywhere.",),
            ("You can be the best engineer anywhere in the world.",),
            ("A location in Lisbon is preferred but not required.",),
            ("Our product runs anywhere in the world.",),
            ("Pay is the same no matter where you live.",),
            ("Sometimes you can work from anywhere in the world.",),
            ("You can work from anywhere in the world if you have been with us for a year.",),
        ],
        5,
    ),
)
def test_near_misses_dispute_nothing(text: str) -> None:
    assert "disputed" not in (residence(text) or {}), text


@table(
    ("text",),
    few(
        [
            ("Vollständig remote (weltweit)",),
            ("Weltweites Arbeiten möglich",),
            ("Arbeitsort: weltweit frei wählbar",),
            ("Fully remote, worldwide",),
            ("Location: Remote worldwide",),
            ("All our roles are globally remote.",),
            ("Trabajo remoto desde cualquier parte del mundo",),
            ("Trabalho remoto de qualquer lugar do mundo",),
            ("100 % télétravail partout dans le monde",),
            ("Lavoro da remoto da qualsiasi parte del mondo",),
            ("Remote werken vanuit overal ter wereld",),
            ("Praca zdalna z dowolnego miejsca na świecie",),
        ],
        4,
    ),
)
def test_an_item_of_a_list_disputes_the_boards_country(text: str) -> None:
    value = residence(f"Das bieten wir:\n{text}\n- Viel Urlaub", "Switzerland")
    assert (value["include"], value["evidence"]) == (["CH"], "field:location")
    assert value["disputed"]


@table(
    ("text",),
    few(
        [
            ("Remote arbeiten weltweit führende Teams",),
            ("- 30 Tage im Jahr weltweit remote arbeiten",),
            ("- Weltweit remote arbeiten (bis zu 20 Tage)",),
            ("Workation: weltweit remote arbeiten",),
            ("Kunden weltweit",),
            ("Remote worldwide team of 40",),
            ("Globally remote-first company",),
            ("Trabaja todo el mundo",),
            ("Travail avec des clients du monde entier",),
            ("Werken voor klanten overal ter wereld",),
            ("Mobiles Arbeiten weltweit, 4 Wochen im Jahr",),
            ("Remote weltweit: nur mit Wohnsitz in der EU",),
            ("Weltweit mobil",),
        ],
        4,
    ),
)
def test_other_items_leave_the_boards_country_alone(text: str) -> None:
    value = residence(f"Das bieten wir:\n{text}\n- Viel Urlaub", "Switzerland")
    assert (value["include"], value["evidence"]) == (["CH"], "field:location")
    assert "disputed" not in value


@pytest.mark.parametrize("text", ["- 100% Remote-Arbeit weltweit möglich", "• Homeoffice weltweit möglich"])
def test_an_item_that_says_outright_anywhere_goes_before_the_boards_country(text: str) -> None:
    value = residence(f"Das bieten wir:\n{text}\n- Viel Urlaub", "Switzerland")
    assert value["include"] == ["worldwide"]


def test_only_a_boards_limit_is_disputed() -> None:
    text = "You can work from anywhere in the world."
    assert "disputed" not in residence(text, location="Anywhere in the World")
    assert "disputed" not in residence(text, title="Tide Engineer (Peru)")
    assert "disputed" not in residence(text, location="Americas, except Peru")
    assert "disputed" not in residence(text, workplace=("hybrid",))


@table(
    ("title",),
    few(
        [
            ("Tide Manager (SE Asia or LatAm)",),
            ("Tide Manager - South East Asia / Latin America",),
            ("Tide Manager, Latin America or Southeast Asia",),
        ],
        2,
    ),
)
def test_a_title_with_a_region_that_has_no_code_disputes_the_board(title: str) -> None:
    value = residence("We measure tides.", "Latin America Only", title)
    assert (value["include"], value["disputed"]) == (["latam"], title)


@table(
    ("title", "location"),
    few(
        [
            ("Tide Manager, Southeast Asia", "Asia Only"),
            ("Sales for Southeast Asia, Tide Manager", "Latin America Only"),
            ("Tide Manager (SE Asia or LatAm)", "Spain"),
        ],
        2,
    ),
)
def test_another_title_disputes_nothing(title: str, location: str) -> None:
    assert "disputed" not in (residence("We measure tides.", location, title) or {})


@table(
    ("title", "elsewhere"),
    [
        ("Tide Manager (SE Asia or LatAm)", "not open"),
        ("Tide Manager (Australia, SE Asia or LatAm)", "not open"),
        ("Tide Manager (Eastern Europe, SE Asia or LatAm)", "disputed"),
        ("Tide Manager (UK, SE Asia or LatAm)", "disputed"),
    ],
)
def test_a_title_leaves_out_who_lives_far_from_all_of_its_places(title: str, elsewhere: str) -> None:
    value = residence("We measure tides.", "Latin America Only", title)
    assert (verdict(value, "PH"), verdict(value, "RO"), verdict(value, "PE")) == ("disputed", elsewhere, "open")


def test_an_employer_of_one_country_is_not_the_person() -> None:
    value = residence(
        "Lantern is U.S. only, but our team is global. We love hiring the best people all over the world.", "USA Only"
    )
    assert value["evidence"] == "field:location"
    assert "disputed" not in value


@table(
    ("sentence", "is_disputed"),
    [
        ("Our firm is US only due to the law.", False),
        ("For now this is United States only.", False),
        ("US-based talent is what we look for.", False),
        ("We sell in the US only.", True),
        ("Our product is for Norway only.", True),
        ("We are a US-based company.", True),
        ("Our US-based clients measure tides.", True),
        ("We only drink tea.", True),
        ("Our firm is not US only.", True),
    ],
)
def test_a_text_that_has_the_boards_limit_too_disputes_nothing(sentence: str, is_disputed: bool) -> None:
    value = residence(f"{sentence} We love hiring the best people all over the world.", "USA Only")
    assert value["include"] == ["US"]
    assert ("disputed" in value) == is_disputed
