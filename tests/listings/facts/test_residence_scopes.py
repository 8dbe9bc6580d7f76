"""Exceptions, refusals and homes in wordings that employers vary: what is left out, of whom a place is said."""

from __future__ import annotations

from typing import Any

from tests.listings.facts.test_residence import read as read_html
from tests.tables import table


def residence(text: str = "", **stated: str) -> dict[str, Any] | None:
    return read_html(f"<p>Lantern builds lamps.</p><p>{text}</p><p>Write us a letter.</p>", **stated)


@table(
    ("text", "included", "excluded"),
    [
        ("We hire everywhere on the globe except Cuba.", ["worldwide"], ["CU"]),
        ("Open globally (Cuba and Iran excluded).", ["worldwide"], ["CU", "IR"]),
        ("Canada (Quebec excluded) or the US.", ["CA", "US"], ["CA-QC"]),
        ("All of Europe apart from Greece.", ["europe"], ["GR"]),
        ("Candidates from all countries but Belarus.", ["worldwide"], ["BY"]),
        ("Europe, but neither Malta nor Cyprus.", ["europe"], ["MT", "CY"]),
        ("Ganz Europa mit Ausnahme von Malta.", ["europe"], ["MT"]),
        ("Tutta l'Unione Europea, esclusa Cipro.", ["eu"], ["CY"]),
        ("De hele EU, behalve Spanje.", ["eu"], ["ES"]),
        ("Open to Canadians everywhere except in Alberta.", ["CA"], ["CA-AB"]),
        ("Remote (USA), no Oregon residents, please.", ["US"], ["US-OR"]),
        ("Argentina, except Tierra del Fuego.", ["AR"], ["AR-V"]),
        ("Toda España salvo Baleares.", ["ES"], ["ES-IB"]),
    ],
)
def test_exceptions(text: str, included: list[str], excluded: list[str]) -> None:
    read = residence(text) or {}
    assert (read.get("include"), read.get("exclude")) == (included, excluded)


def test_an_unknown_exception_stays_in_the_quote() -> None:
    read = residence("We hire across Chile, except Isla Negra.") or {}
    assert read["include"] == ["CL"]
    assert read["evidence"].endswith("except Isla Negra")


@table(
    ("text", "location", "excluded"),
    [
        ("Alberta is off limits for this opening.", "Canada", ["CA-AB"]),
        ("Nevada residents need not apply.", "USA", ["US-NV"]),
        ("Please do not apply from Peru.", "Worldwide", ["PE"]),
        ("Please don't apply if you live in Idaho.", "USA", ["US-ID"]),
        ("Due to local law, Spain is excluded.", "EU", ["ES"]),
        ("Sanctions keep us from hiring anybody in Syria.", "Worldwide", ["SY"]),
        ("We are prohibited from employing people in Iowa or Ohio.", "USA", ["US-IA", "US-OH"]),
        ("Employing people in Greece is not possible for us.", "EU", ["GR"]),
        ("Applications from Iran will be declined.", "Worldwide", ["IR"]),
        ("Spain is not included in our health plan.", "Europe", []),
        ("Our lamps are not sold in Ohio.", "USA", []),
        ("Residents of IA, OH, and NE are not eligible.", "USA", ["US-IA", "US-OH", "US-NE"]),
    ],
)
def test_refusals(text: str, location: str, excluded: list[str]) -> None:
    assert (residence(text, location=location) or {})["exclude"] == excluded


@table(
    ("text", "included", "excluded"),
    [
        ("You must be based in Spain. Germany is our biggest market.", ["ES"], []),
        ("We hire in Canada. Mexico is next.", ["CA"], []),
        ("Work from anywhere in Portugal. Spain and France host our offices.", ["PT"], []),
        ("You must live in the U.S. Canada and Peru hold our other offices.", ["US"], []),
        ("Must be authorised to work in the US. Chile holds our other office.", ["US"], []),
        ("We hire everywhere on the globe except Cuba. Iran and Syria are served by a partner.", ["worldwide"], ["CU"]),
        ("You must live in Europe. We cannot employ residents of Peru. Spain and Italy are welcome.", ["europe"], []),
        ("We cannot employ residents of Peru. Work from anywhere.", ["worldwide"], ["PE"]),
        ("You must live in the U.S. or Canada.", ["US", "CA"], []),
        ("We hire in Spain. Portugal. Italy.", ["ES", "PT", "IT"], []),
        (
            "You must live in the US.</p><p>Unapproved locations:<br>- Ohio<br>- St. Paul, Minnesota<br>- Utah",
            ["US"],
            ["US-OH", "US-UT"],
        ),
        ("We hire in Washington, D.C. and Maryland.", ["US-DC", "US-MD"], []),
    ],
)
def test_the_next_sentence_says_nothing_of_a_list(text: str, included: list[str], excluded: list[str]) -> None:
    read = residence(text) or {}
    assert (read.get("include"), read.get("exclude")) == (included, excluded)


@table(
    ("text", "included"),
    [
        ("Applicants without a Swiss address are welcome.", None),
        ("Applicants without a UK address will not be considered.", ["GB"]),
        ("Applications from outside Fiji will not be read.", ["FJ"]),
        ("If you are outside the UK, we cannot accept your application.", ["GB"]),
        ("People outside the EU need a visa, which we cannot sponsor.", None),
        ("Only people with a home in Finland can be hired.", ["FI"]),
        ("Base yourself in Portugal. The crew lives in Spain.", ["PT"]),
        ("Overseas applications cannot be accepted: you must be in Kenya.", ["KE"]),
        ("You must live in Spain, and Spanish is a plus.", ["ES"]),
        ("Must be living in Sweden, with Swedish as a bonus.", ["SE"]),
        ("Based in Spain or Portugal is a plus.", None),
        ("You should be resident in Ireland. Customers are mostly in Peru.", ["IE"]),
        ("You hold residence in an EU member state.", ["eu"]),
        ("Procuramos alguém que viva em Portugal.", ["PT"]),
        ("Contratamos únicamente en Chile.", ["CL"]),
        ("Vacante abierta para toda Latinoamérica.", ["latam"]),
        ("Arbeite von jedem Ort der Schweiz aus.", ["CH"]),
        ("Werk vanuit heel Nederland.", ["NL"]),
        ("Any town in Canada with a good connection will do.", ["CA"]),
        ("Hiring location(s): Romania, Bulgaria", ["RO", "BG"]),
        ("Location: the whole world", ["worldwide"]),
        ("Applicants of every country are welcome.", ["worldwide"]),
        ("Our lamps work anywhere in Kenya.", None),
        ("Our other vacancies (Spain, remote; Chile, remote) are on the website.", None),
    ],
)
def test_of_whom_a_place_is_said(text: str, included: list[str] | None) -> None:
    assert (residence(text) or {}).get("include") == included


@table(
    ("location", "included"),
    [
        ("SF, LA", ["US-CA"]),
        ("NYC / LA", ["US-NY", "US-CA"]),
        ("Lafayette, LA", ["US-LA"]),
        ("TX, LA, FL", ["US-TX", "US-LA", "US-FL"]),
        ("South Jersey", ["US-NJ"]),
        ("Curitiba - PR - Brasil", ["BR"]),
        ("Ulaanbaatar, MN", ["MN"]),
        ("Tel Aviv-Yafo, IL", ["IL"]),
        ("Guadalajara, Jalisco", ["MX-JAL"]),
    ],
)
def test_fields(location: str, included: list[str]) -> None:
    assert (residence(location=location) or {}).get("include") == included
