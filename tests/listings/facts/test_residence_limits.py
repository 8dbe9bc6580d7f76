"""Words for "only" beside a place, in the languages that are read, and lists with "remote" in them."""

from __future__ import annotations

from tests.examples import few
from tests.listings.facts.test_residence import included
from tests.listings.facts.test_residence_unnamed_parts import places
from tests.tables import table


@table(
    ("sentence", "codes"),
    few(
        [
            ("Candidats en Bretagne uniquement.", ["FR-BRE"]),
            ("Remote, nur in Bayern.", ["DE-BY"]),
            ("Remoto, solo desde Cataluña.", ["ES-CT"]),
            ("Vaga remota, apenas Minas Gerais.", ["BR-MG"]),
            ("Lavoro da remoto, solo dalla Lombardia.", ["IT-25"]),
            ("Alleen in Noord-Holland.", ["NL-NH"]),
            ("Praca zdalna, tylko z Mazowsza.", ["PL-14"]),
            ("Apenas candidatos de Minas Gerais.", ["BR-MG"]),
            ("Tylko kandydaci z Małopolski.", ["PL-12"]),
            ("Poste ouvert uniquement aux candidats d'Occitanie.", ["FR-OCC"]),
            ("Exclusivamente en la Comunidad de Madrid.", ["ES-MD"]),
            ("Homeoffice nur aus Baden-Württemberg.", ["DE-BW"]),
            ("Wohnort in Sachsen erforderlich.", ["DE-SN"]),
            ("Résidence en Normandie obligatoire.", ["FR-NOR"]),
            ("Residência no Paraná obrigatória.", ["BR-PR"]),
            ("Residenza in Sicilia obbligatoria.", ["IT-82"]),
            ("Miejsce zamieszkania: Dolny Śląsk", ["PL-02"]),
            ("Francia e Spagna soltanto.", ["FR", "ES"]),
        ],
        3,
    ),
)
def test_only(sentence: str, codes: list[str]) -> None:
    assert included(f"<p>{sentence}</p>") == codes


@table(
    "sentence",
    few(
        [
            "Nos clients sont en Bretagne uniquement.",
            "Wir liefern nur in Bayern.",
            "El equipo trabaja solo desde Cataluña.",
            "Nicht nur in Bayern.",
            "Pas uniquement en Bretagne.",
            "Alleen in het Engels.",
        ],
        2,
    ),
)
def test_only_of_something_else(sentence: str) -> None:
    assert included(f"<p>{sentence}</p>") is None


@table(
    ("line", "codes"),
    few(
        [
            ("Location: Canada, U.S. Remote, Mexico", ["CA", "US", "MX"]),
            ("U.S. Remote, Canada", ["US", "CA"]),
            ("Canada / U.S. Remote / Mexico", ["CA", "US", "MX"]),
            ("Germany, Remote, Spain", None),
        ],
        2,
    ),
)
def test_lists_with_remote_in_them(line: str, codes: list[str] | None) -> None:
    assert included(f"<p>We measure tides.</p><p>{line}</p>") == codes


def test_lists_with_remote_in_a_title() -> None:
    assert included(title="Canada (Remote), U.S. (Remote), Mexico (Remote)") == ["CA", "US", "MX"]


@table(
    ("sentence", "codes"),
    few(
        [
            ("Any Location / Remote. Our team is spread throughout the country.", None),
            ("Work from anywhere. We have clients nationwide.", None),
            ("Work from anywhere in the world. We have clients nationwide.", ["worldwide"]),
        ],
        1,
    ),
)
def test_anywhere_in_the_country(sentence: str, codes: list[str] | None) -> None:
    assert included(f"<p>{sentence}</p>") == codes


def test_any_location_in_the_field_is_in_the_country_too() -> None:
    text = "<p>Our team is spread throughout the country.</p>"
    assert included(text, location="Any Location / Remote") is None
    assert included(text, location="Anywhere in the World") == ["worldwide"]


@table(
    ("text", "country"),
    few(
        [
            ("Apenas Curitiba", "BR"),
            ("nur Innsbruck", "AT"),
            ("Nantes uniquement", "FR"),
            ("Solo Zaragoza", "ES"),
            ("Solo Torino", "IT"),
            ("Alleen Groningen", "NL"),
            ("Tylko Wrocław", "PL"),
            ("Remote (Bergen only)", "NO"),
        ],
        2,
    ),
)
def test_a_town_alone_is_a_part_of_its_country(text: str, country: str) -> None:
    assert places(f"<p>{text}</p>") == ([country], [country])
    assert places(location=text) == ([country], [country])


def test_not_only_a_town_is_the_country() -> None:
    assert places(location="Not only Bergen") != (["NO"], ["NO"])
    assert places("<p>You must live in Bergen.</p>") == (["NO"], [])


def test_a_line_of_places_between_full_stops() -> None:
    assert included("<p>Locations: Peru. Chile. Cuba.</p>") == ["PE", "CL", "CU"]
    assert included("<p>Location: Bergen. Peru is where we sell.</p>") == ["NO"]
