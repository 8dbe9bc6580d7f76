"""Sentences of residence in the languages that are read beside English."""

from __future__ import annotations

from tests.listings.facts.test_residence import included
from tests.tables import table


@table(
    ("sentence", "codes"),
    [
        # German
        ("Du wohnst in Deutschland.", ["DE"]),
        ("Ein Wohnsitz in Österreich oder der Schweiz ist nötig.", ["AT", "CH"]),
        ("Arbeite remote aus ganz Deutschland.", ["DE"]),
        ("Standort: Deutschland (remote)", ["DE"]),
        ("Du arbeitest ortsunabhängig in der EU.", ["eu"]),
        ("Homeoffice innerhalb Deutschlands", ["DE"]),
        ("Bewerber aus Polen oder Tschechien", ["PL", "CZ"]),
        ("Bewerbungen nehmen wir nur aus Deutschland an.", ["DE"]),
        # French
        ("Vous résidez en France ou en Belgique.", ["FR", "BE"]),
        ("Poste en télétravail depuis la France.", ["FR"]),
        ("Vous pouvez travailler de partout en Suisse.", ["CH"]),
        ("Lieu : Canada", ["CA"]),
        ("Lieu de travail: Canada", ["CA"]),
        # Spanish
        ("Buscamos a una persona que viva en México.", ["MX"]),
        ("Solo podemos contratar en España.", ["ES"]),
        ("Debes residir en Chile o Perú.", ["CL", "PE"]),
        ("Buscamos personas que vivan en Colombia.", ["CO"]),
        ("Trabajo remoto desde cualquier parte de Argentina.", ["AR"]),
        ("Ubicación: México", ["MX"]),
        ("Teletrabajo en toda España", ["ES"]),
        # Portuguese
        ("Você mora no Brasil.", ["BR"]),
        ("É preciso residir em Portugal.", ["PT"]),
        ("Vaga remota para todo o Brasil", ["BR"]),
        ("Trabalhe de qualquer cidade do Brasil.", ["BR"]),
        # Italian
        ("Devi risiedere in Italia.", ["IT"]),
        ("È richiesta la residenza in Italia.", ["IT"]),
        ("Kandydaci muszą mieszkać w Polsce.", ["PL"]),
        ("Lavori da remoto in tutta Italia.", ["IT"]),
        ("Sede di lavoro: Svizzera", ["CH"]),
        # Dutch
        ("Je woont in Nederland.", ["NL"]),
        ("Locatie: België", ["BE"]),
        ("Je werkt vanuit huis, overal in Nederland.", ["NL"]),
        # Polish
        ("Mieszkasz w Polsce.", ["PL"]),
        ("Praca zdalna z Polski", ["PL"]),
        ("Lokalizacja: Polska", ["PL"]),
        # Anywhere
        ("Du kannst weltweit remote arbeiten.", ["worldwide"]),
        ("Trabaja desde cualquier lugar del mundo.", ["worldwide"]),
        ("Travaillez de partout dans le monde.", ["worldwide"]),
    ],
)
def test_sentences_that_state_it(sentence: str, codes: list[str] | None) -> None:
    assert included(f"<p>{sentence}</p>") == codes


@table(
    "sentence",
    [
        "Unsere Kunden sitzen in Deutschland.",
        "Wir sind ein Team mit Sitz in Hamburg.",
        "Nos clients sont basés en France.",
        "Nous sommes basés en Belgique.",
        "Nuestros clientes viven en México.",
        "Somos una empresa ubicada en Madrid.",
        "I nostri clienti vivono in Italia.",
        "Onze klanten wonen in Nederland.",
        "Idealerweise wohnst du in Berlin.",
        "De preferência você mora em São Paulo.",
        "Du musst nicht in Deutschland wohnen.",
    ],
)
def test_sentences_that_do_not(sentence: str) -> None:
    assert included(f"<p>{sentence}</p>") is None


def test_text_in_another_language_is_not_read() -> None:
    swedish = "Vi söker en erfaren utvecklare som trivs med att arbeta i team och som vill växa tillsammans med oss. "
    assert included(f"<p>{swedish}</p><p>Location: Norge, based in Norway</p><p>{swedish}</p>") is None
    assert included(f"<p>{swedish}</p>", location="Sweden") == ["SE"]
