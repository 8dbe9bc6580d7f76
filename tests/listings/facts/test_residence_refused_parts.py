"""Parts of a place that an ad refuses in ways of its own, beside a field that names the whole."""

from __future__ import annotations

from listings.boards import BOARDS
from listings.boards.base import Ad
from listings.facts.base import Reading
from listings.facts.residence.reader import read
from tests.examples import few
from tests.listings.facts.test_residence_requirements import stated
from tests.tables import table


def left_out(location: str, text: str) -> list[str]:
    ad = Ad(
        external_id="1", url="https://board.example/1", title="Tide Engineer", company="L", location=location, html=text
    )
    fact = read(Reading(ad, BOARDS["remotive"]))
    assert fact is not None
    return sorted(fact.value["exclude"])


@table(
    ("location", "text", "exclude"),
    few(
        [
            ("United States", "We hire in 48 states; Alaska and Hawaii are not among them.", ["US-AK", "US-HI"]),
            ("Canada", "Nous ne pouvons malheureusement pas embaucher au Québec.", ["CA-QC"]),
            ("United States", "In Ohio we cannot employ anybody.", ["US-OH"]),
            ("Canada", "We hire in most provinces. Quebec is not one of them.", ["CA-QC"]),
            ("Europe", "We employ people in most countries, but Russia isn't among them.", ["RU"]),
            ("United States", "Residents of Puerto Rico and Guam may not apply.", ["GU", "PR"]),
            ("Europe", "Nous ne recrutons pas au Portugal.", ["PT"]),
            ("Europe", "Non possiamo assumere nei Paesi Bassi.", ["NL"]),
            ("Americas", "Não podemos contratar nos Estados Unidos.", ["US"]),
            ("Europe", "Wir können im Vereinigten Königreich leider nicht einstellen.", ["GB"]),
            ("Europe", "In der Schweiz können wir leider niemanden anstellen.", ["CH"]),
            ("Europe", "In Frankrijk kunnen we niemand aannemen.", ["FR"]),
            ("Canada", "Au Québec, nous ne pouvons pas embaucher.", ["CA-QC"]),
            ("Germany, Austria, Switzerland (not Bavaria)", "", ["DE-BY"]),
            # Of others, or of something else
            ("Europe", "We have 30 customers; France is not among them.", []),
            ("United States", "In Ohio we cannot hire juniors.", []),
            ("United States", "Residents of Ohio may not need a visa.", []),
            ("Canada", "Nous ne pouvons pas embaucher au forfait jour.", []),
            ("Europe (non-EU too)", "", []),
        ],
        4,
    ),
)
def test_a_part_is_refused(location: str, text: str, exclude: list[str]) -> None:
    assert left_out(location, text) == exclude


@table(
    ("text", "value"),
    few(
        [
            ("Candidates outside of India only.", (["worldwide"], ["IN"])),
            ("APAC - not India.", (["apac"], ["IN"])),
            ("We welcome candidates in Europe (non-EU countries too).", (["europe"], [])),
            ("Outside the EU only.", (["worldwide"], ["eu"])),
            ("You can live anywhere in Europe, including non-EU countries.", (["europe"], [])),
            ("All of Europe is fine, only Russia and Belarus are not possible.", (["europe"], ["BY", "RU"])),
            ("All of Europe is fine; only Russia and Belarus are not.", (["europe"], ["BY", "RU"])),
            ("US, Canada (not Ontario).", (["CA", "US"], ["CA-ON"])),
            ("Candidates in Spain, except the islands, can apply.", None),
            ("Candidates in Europe (non-EU).", (["europe"], ["eu"])),
        ],
        3,
    ),
)
def test_an_exception_of_a_sentence(text: str, value: tuple[list[str], list[str]] | None) -> None:
    assert stated(text) == value
