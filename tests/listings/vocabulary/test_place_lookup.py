"""Whoever types where they live is understood, whatever name, code or town they type."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from listings.vocabulary.countries import COUNTRIES, SUBDIVISIONS
from listings.vocabulary.place_lookup import look_up
from tests.tables import table


@table(
    ("text", "code"),
    [
        ("Germany", "DE"), ("germany ", "DE"), ("deu", "DE"), ("Deutschland", "DE"), ("Alemania", "DE"),
        ("USA", "US"), ("U.S.A.", "US"), ("America", "US"), ("UK", "GB"), ("GB", "GB"), ("England", "GB"),
        ("Scotland", "GB"), ("Great Britain", "GB"), ("Holland", "NL"), ("Brasil", "BR"), ("Czechia", "CZ"),
        ("Czech Republic", "CZ"), ("UAE", "AE"), ("Turkey", "TR"), ("Türkiye", "TR"), ("Schweiz", "CH"),
        ("Österreich", "AT"), ("España", "ES"), ("Polska", "PL"), ("South Korea", "KR"), ("Ivory Coast", "CI"),
        ("Ohio", "US-OH"), ("oh", "US-OH"), ("California", "US-CA"), ("Ontario", "CA-ON"), ("Québec", "CA-QC"),
        ("Passau", "DE"), ("Bavaria", "DE"), ("Catalonia", "ES"),
        ("Berlin", "DE"), ("Lagos", "NG"), ("Bengaluru", "IN"), ("Bangalore", "IN"), ("London", "GB"), ("Paris", "FR"),
        ("München", "DE"), ("Munich", "DE"), ("São Paulo", "BR"), ("NYC", "US-NY"), ("New York", "US-NY"),
        ("Columbus, Ohio", "US-OH"), ("Columbus, OH", "US-OH"), ("Columbus Ohio", "US-OH"), ("Berlin, Germany", "DE"),
        ("London, Ontario", "CA-ON"), ("Portland, Maine", "US-ME"), ("Springfield, IL", "US-IL"),
        ("Kleinkleckersdorf, Germany", "DE"), ("Austin, Texas, USA", "US-TX"), ("Ft. Worth", "US-TX"),
        ("N.Y.C.", "US-NY"), ("D.C.", "US-DC"), ("U.K.", "GB"), ("Saint Louis, Missouri", "US-MO"), ("Vegas", "US-NV"),
        ("Saint Catharines", "CA-ON"), ("St Lucia", "LC"), ("Saint John", "CA-NB"), ("St. John's", "CA-NL"),
    ],
)  # fmt: skip
def test_knows_names_codes_and_towns(text: str, code: str) -> None:
    lookup = look_up(text)
    assert (lookup.certainty, lookup.matches[0].code) == ("exact", code)


@table(
    ("text", "first", "second"),
    [("Georgia", "GE", "US-GA"), ("CA", "CA", "US-CA"), ("Washington", "US-WA", "US-DC"), ("Cambridge", "GB", "CA-ON"),
     ("DE", "DE", "US-DE"), ("PA", "US-PA", "PA"), ("LA", "US-CA", "US-LA"), ("l.a.", "US-CA", "US-LA"),
     ("Columbus", "US-OH", "US-GA"), ("Saint Louis", "US-MO", "SN"), ("St. Louis", "US-MO", "SN"),
     ("St. Petersburg", "RU", "US-FL"), ("Birmingham", "GB", "US-AL"), ("Portland", "US-OR", "US-ME")],
)  # fmt: skip
def test_leaves_the_choice_between_places_of_one_name(text: str, first: str, second: str) -> None:
    lookup = look_up(text)
    assert lookup.certainty == "several"
    assert [match.code for match in lookup.matches[:2]] == [first, second]


@table(
    ("text", "codes"),
    [
        ("nige", ["NG", "NE"]),
        ("united", ["US", "GB", "AE"]),
        ("guin", ["GN"]),
        ("ber", ["BM"]),
        ("north ca", ["US-NC"]),
        ("states", ["US"]),
        ("deutschl", ["DE"]),
        ("berli", ["DE"]),
        ("new y", ["US-NY"]),
        ("new", ["US-NY"]),
        ("santi", ["CL"]),
        ("indi", ["IN", "US-IN"]),
        ("colum", ["US-OH", "CA-BC", "US-DC"]),
        ("carol", ["US-NC", "US-SC", "PR"]),
        ("king", ["JM"]),
        ("kingd", ["GB"]),
        ("puert", ["PR", "VE"]),
        ("saint lou", ["US-MO", "SN"]),
        ("st kit", ["KN"]),
    ],
)
def test_names_that_begin_so_come_with_the_largest_first(text: str, codes: list[str]) -> None:
    lookup = look_up(text)
    assert lookup.certainty == "begins"
    assert [match.code for match in lookup.matches[: len(codes)]] == codes


@table(
    ("text", "code"),
    [("germny", "DE"), ("Grmany", "DE"), ("Portgual", "PT"), ("Untied Kingdom", "GB"), ("Califronia", "US-CA"),
     ("Switzerlnd", "CH"), ("Singapoor", "SG")],
)  # fmt: skip
def test_a_slip_is_a_guess(text: str, code: str) -> None:
    lookup = look_up(text)
    assert (lookup.certainty, lookup.matches[0].code) == ("guess", code)


@table("text", ["", "   ", "qqqq", "!!!", "x" * 500])
def test_knows_when_it_does_not_know(text: str) -> None:
    assert look_up(text).certainty == "unknown"
    assert not look_up(text).matches


def test_says_which_name_leads_there() -> None:
    assert look_up("berlin").matches[0].via == "Berlin"
    assert look_up("usa").matches[0].via == "USA"
    assert look_up("germany").matches[0].via == ""
    assert look_up("berli").matches[0].via == "Berlin"


@table(
    ("text", "via"),
    [
        ("Sao Paulo", "São Paulo"),
        ("koln", "Köln"),
        ("KÖLN", "Köln"),
        ("munchen", "München"),
        ("österr", "Österreich"),
        ("Osterreich", "Österreich"),
        ("Cancun", "Cancún"),
        ("Los Angeles", "Los Angeles"),
        ("la", "Los Angeles"),
        ("Saint Louis", "St. Louis"),
        ("St Paul", "Saint Paul"),
    ],
)
def test_writes_names_as_people_there_do(text: str, via: str) -> None:
    assert look_up(text).matches[0].via == via


@table("text", ["puerto rico", "guam", "virgin", "samoa", "mariana"])
def test_a_territory_is_offered_once(text: str) -> None:
    codes = {match.code for match in look_up(text).matches}
    assert codes & {"PR", "GU", "VI", "AS", "MP"}
    assert not codes & {"US-PR", "US-GU", "US-VI", "US-AS", "US-MP"}


def test_every_country_and_state_is_found_by_its_own_name() -> None:
    for code, name in COUNTRIES.items():
        assert look_up(name).matches[0].code == code, name
    for code, name in SUBDIVISIONS.items():
        if code[3:] not in ("AS", "GU", "MP", "PR", "UM", "VI"):
            assert code in [match.code for match in look_up(name).matches], name


@given(st.text(max_size=100))
def test_no_text_breaks_it(text: str) -> None:
    lookup = look_up(text)
    assert all(match.code[:2] in COUNTRIES for match in lookup.matches)
    assert bool(lookup.matches) == (lookup.certainty != "unknown")
