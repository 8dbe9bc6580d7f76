"""Places that another clause refers back to, and demands that a condition or the word order hides."""

from __future__ import annotations

from tests.examples import few
from tests.listings.facts.test_residence_requirements import stated
from tests.tables import table


@table(
    ("text", "include"),
    few(
        [
            ("Our payroll covers Malta and Cyprus only, which is where you must live.", ["CY", "MT"]),
            ("We only have entities in Chile and Peru, so you must live in one of these two countries.", ["CL", "PE"]),
            ("We pay people in Ghana, hence you have to live there.", ["GH"]),
            ("Since our entity is in Croatia, that is where you will have to live.", ["HR"]),
            ("We have entities in Serbia and Bosnia; you need to be resident in one of the two.", ["BA", "RS"]),
            ("We run payroll in Kenya. Your home must be there.", ["KE"]),
            ("We hire in Latvia and Estonia. You must be based in either country.", ["EE", "LV"]),
            ("Our insurance covers Peru only, so you have to live there.", ["PE"]),
            ("Everyone in this team works from Malta and so will you.", ["MT"]),
            ("We were founded in Oslo, but all of us live in Iceland, so should you.", ["IS"]),
            ("You must live in one of these countries: Spain, Italy.", ["ES", "IT"]),
        ],
        4,
    ),
)
def test_a_reference_back_is_read(text: str, include: list[str]) -> None:
    assert stated(text) == (include, [])


@table(
    "text",
    few(
        [
            "Our customers are in Peru, which is where they live.",
            "Our studio is in Bergen, but you do not have to live there.",
            "We sell in Peru and have an office in Kenya, which is where you must live.",
            "Our events are in Oslo, and the events you host will be there.",
            "Everyone in this team works from Malta.",
            "If you join our team in Peru, you may live there for a while.",
            "We visit schools in Ghana; you must be there on time.",
        ],
        3,
    ),
)
def test_a_reference_that_binds_nobody_states_nothing(text: str) -> None:
    assert stated(text) is None


@table(
    ("text", "include"),
    few(
        [
            ("Unless you live in Israel we will not consider your application.", ["IL"]),
            ("You may sit anywhere in Norway, though once a year we meet for two days in Oslo.", ["NO"]),
            ("You live in or relocate to Malta.", ["MT"]),
            ("We cannot employ you unless you are a resident of Japan.", ["JP"]),
            ("Please have a local bank account, and be located in Kenya.", ["KE"]),
            ("You can work from any EU country.", ["eu"]),
            ("No matter which Nordic country you live in, you can apply.", ["nordics"]),
            ("All of Africa is fine.", ["africa"]),
            ("For now this works for people in Malta or Cyprus only.", ["CY", "MT"]),
            ("Du selbst wohnst aber in Belgien.", ["BE"]),
            ("Wir können niemanden außerhalb Spaniens einstellen.", ["ES"]),
            ("Außerhalb Portugals können wir niemanden anstellen.", ["PT"]),
            ("Vous pouvez travailler depuis n'importe quelle région de France.", ["FR"]),
            ("Solo aceptamos candidaturas de Uruguay.", ["UY"]),
            ("You must be located in Washington OR willing to relocate to our office.", ["US-WA"]),
            ("You must be located in Washington, OR, or Idaho.", ["US-ID", "US-OR", "US-WA"]),
            ("All applying for U.S. jobs must be authorized to work in the United States.", ["US"]),
        ],
        3,
    ),
)
def test_further_wordings_of_a_demand(text: str, include: list[str]) -> None:
    assert stated(text) == (include, [])


@table(
    ("text", "include"),
    few(
        [
            ("You can be based in any country of the Nordics or Benelux.", ["benelux", "nordics"]),
            ("You may live in any country of the European Union.", ["eu"]),
            ("You can be based in any country of Africa.", ["africa"]),
            ("You can live in any country of your choice.", ["worldwide"]),
            ("You can live in any country we support.", None),
            ("You can be based in any country where we have an entity.", None),
            ("You work wherever you are most productive.", None),
            ("You may live in any country of the world.", ["worldwide"]),
        ],
        3,
    ),
)
def test_any_country_is_no_more_than_what_follows_says(text: str, include: list[str] | None) -> None:
    value = stated(text)
    assert (value and value[0]) == include


@table(
    "text",
    few(
        [
            "Our editors live all over Europe.",
            "Our interpreters work from all over Africa.",
            "We ship to all of Africa.",
            "You may work from Spain for up to four weeks a year.",
            "Our app works for people in Turkey.",
            "Nos clients viennent de n'importe quelle région de France.",
            "Unless you live in Peru, you will not have seen our shops.",
            "You will help customers live in or move to Malta.",
            "All applying for U.S. jobs must be authorized to work in the United States. All applying for Canadian "
            "jobs must be authorized to work in Canada.",
        ],
        2,
    ),
)
def test_like_words_of_others_state_nothing(text: str) -> None:
    assert stated(text) is None
