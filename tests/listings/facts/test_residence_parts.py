"""Parts of countries other than the US and Canada: an ad that asks for one never asks for the whole country."""

from __future__ import annotations

from listings.facts.residence.demonyms import DEMONYMS
from listings.vocabulary.countries import COUNTRIES
from listings.vocabulary.places import divisions, folded, names
from listings.vocabulary.regions import REGIONS
from tests.examples import few
from tests.listings.facts.test_residence import included, read
from tests.tables import table


@table(
    ("sentence", "codes"),
    [
        ("You must be based in Ireland or Northern Ireland.", ["IE", "GB-NIR"]),
        *few(
            [
                ("Scotland only.", ["GB-SCT"]),
                ("Candidates have to live in England or Wales.", ["GB-ENG", "GB-WLS"]),
                ("UK only (England and Wales).", ["GB-ENG", "GB-WLS"]),
                ("Remote within Great Britain.", ["GB"]),
                ("You must be based in England, Scotland, Wales or Northern Ireland.", ["GB"]),
                ("You must be based in South Wales.", ["GB-WLS"]),
                ("Northern Irish residents only.", ["GB-NIR"]),
                ("Scottish residents only.", ["GB-SCT"]),
                ("Sie wohnen in NRW.", ["DE-NW"]),
                ("You must live in the canton of Zurich.", ["CH-ZH"]),
                ("You must live in Zurich.", ["CH"]),
                ("Debes residir en Cataluña.", ["ES-CT"]),
                ("You must live in South Tyrol.", ["IT-32"]),
                ("You must live in the state of São Paulo.", ["BR-SP"]),
                ("You must live in Himachal Pradesh or Kerala.", ["IN-HP", "IN-KL"]),
                ("NSW or Victoria only.", ["AU-NSW", "AU-VIC"]),
            ],
            1,
        ),
    ],
)
def test_a_part_of_a_country_is_not_all_of_it(sentence: str, codes: list[str]) -> None:
    assert included(f"<p>{sentence}</p>") == codes


@table(("location", "codes"), few([("Scotland", ["GB-SCT"]), ("England", ["GB-ENG"]), ("England, UK", ["GB-ENG"])]))
def test_a_field_that_names_a_part(location: str, codes: list[str]) -> None:
    assert included("<p>We mend nets.</p>", location=location) == codes


def test_a_part_may_be_left_out() -> None:
    residence = read("<p>You must live in the UK (except Northern Ireland).</p>")
    assert residence is not None
    assert (residence["include"], residence["exclude"]) == (["GB"], ["GB-NIR"])


def test_parts_have_codes_of_countries_and_names_of_their_own() -> None:
    for code, spellings in divisions().items():
        assert code[:2] in COUNTRIES
        assert code[:3] not in ("US-", "CA-")
        assert any(place.codes == (code,) for place in names()[folded(spellings[0])])
    assert {code for code in DEMONYMS.values() if code not in COUNTRIES} <= {*divisions(), *REGIONS}
