"""Every list of places under every scope, in field, title and text: the value follows from the parts."""

from __future__ import annotations

from itertools import product
from typing import NamedTuple

from listings.boards import BOARDS
from listings.boards.base import Ad
from listings.facts.base import Reading
from listings.facts.residence.reader import read as read_residence
from tests.tables import table

BOARD = BOARDS["remotive"]


class Places(NamedTuple):
    words: str
    codes: tuple[str, ...]


class Scope(NamedTuple):
    """`{}` stands for the list. `where`: field, title or text."""

    where: str
    wording: str
    exclude: tuple[str, ...] = ()
    include: tuple[str, ...] | None = None


LISTS = (
    Places("the US", ("US",)),
    Places("the United States and Canada", ("US", "CA")),
    Places("US, UK & Ireland", ("US", "uk_ireland")),
    Places("US or Canada", ("US", "CA")),
    Places("Spain, Portugal and Italy", ("ES", "PT", "IT")),
    Places("Germany/Austria/Switzerland", ("DE", "AT", "CH")),
    Places("the EU, UK or Norway", ("eu", "GB", "NO")),
    Places("LATAM", ("latam",)),
    Places("Latin America or the Caribbean", ("latam", "caribbean")),
    Places("Poland; Czechia; Romania", ("PL", "CZ", "RO")),
    Places("Kenya, Ghana, and Nigeria", ("KE", "GH", "NG")),
    Places("Texas, Ohio or Maine", ("US-TX", "US-OH", "US-ME")),
    Places("TX, OH, ME", ("US-TX", "US-OH", "US-ME")),
    Places("Ontario and British Columbia", ("CA-ON", "CA-BC")),
    Places("MENA", ("mena",)),
    Places("the Nordics", ("nordics",)),
    Places("Canada (except Quebec), Mexico and Brazil", ("CA", "MX", "BR", "-CA-QC")),
    Places("CA (outside Los Angeles), CO, FL", ("US-CA", "US-CO", "US-FL")),
    Places("Bosnia and Herzegovina", ("BA",)),
    Places("Trinidad and Tobago or Jamaica", ("TT", "JM")),
)
SCOPES = (
    Scope("field", "{}"),
    Scope("field", "{} only"),
    Scope("field", "Remote ({})"),
    Scope("field", "Remote - {}"),
    Scope("field", "Anywhere in {}"),
    Scope("field", "Only {}"),
    Scope("title", "({} only)"),
    Scope("title", "– Remote ({})"),
    Scope("title", "[Remote, {}]"),
    Scope("title", "(anywhere in {})"),
    Scope("title", "- {} only"),
    Scope("text", "You must be based in {}."),
    Scope("text", "Candidates must live in {}."),
    Scope("text", "This role is open to candidates in {}."),
    Scope("text", "We can only hire in {}."),
    Scope("text", "Location: {}"),
    Scope("text", "Remote ({})"),
    Scope("text", "You can work from anywhere in {}."),
    Scope("text", "We are looking for somebody who lives in {}."),
    Scope("text", "Only applicants from {} will be considered."),
    Scope("text", "Must be authorized to work in {}."),
    Scope("text", "Residents of {} only"),
    Scope("text", "Candidates other than residents of {} cannot be hired."),
    Scope("text", "Applicants outside of {} are not eligible."),
)
# Said of somebody or something else: nothing is stated.
TRAPS = (
    "Our customers are based in {}.",
    "Our team is spread across {}.",
    "We have offices in {}.",
    "If you live in {}, you get a desk by mail.",
    "You will recruit candidates based in {}.",
    "You do not need to live in {}.",
    "Employees in {} receive a bike lease.",
    "You will report to a manager based in {}.",
    "We are also hiring in {}.",
    "Our servers are located in {}.",
    "Two retreats a year in {}.",
    "Ideally you live in {}.",
)
REFUSALS = (
    "We cannot hire in {}.",
    "We are unable to employ residents of {}.",
    "Applicants from {} cannot be considered.",
    "Residents of {} are not eligible for this role.",
    "This role is not available to residents of {}.",
    "We are not set up to employ people who live in {}.",
    "The work may not be performed from {}.",
    "Unfortunately we don't accept applications from {}.",
)


def read(where: str, words: str, *, location: str = "") -> tuple[list[str], list[str]] | None:
    ad = Ad(
        external_id="1",
        url="https://x.example/1",
        title=f"Tide Engineer {words}" if where == "title" else "Tide Engineer",
        company="Lantern",
        html=f"<p>Lantern builds lamps.</p><p>{words}</p><p>Send a letter.</p>" if where == "text" else "",
        location=words if where == "field" else location,
    )
    fact = read_residence(Reading(ad, BOARD))
    return (fact.value["include"], fact.value["exclude"]) if fact else None


def parts(places: Places) -> tuple[list[str], list[str]]:
    codes = [code for code in places.codes if not code.startswith("-")]
    return codes, [code[1:] for code in places.codes if code.startswith("-")]


# The parts of a field are separated by semicolons, and sentences end at them.
GRID = [
    (scope, places)
    for scope, places in product(SCOPES, LISTS)
    if not (";" in places.words and scope.where != "title" and (scope.where == "text" or "(" in scope.wording))
    and not ("(" in places.words and ("(" in scope.wording or "[" in scope.wording or scope.where == "title"))
]


@table(("scope", "places"), GRID)
def test_a_scope_around_a_list_states_the_list(scope: Scope, places: Places) -> None:
    assert read(scope.where, scope.wording.format(places.words)) == parts(places)


@table(("trap", "places"), [*product(TRAPS, LISTS[:10])])
def test_what_is_said_of_others_states_nothing(trap: str, places: Places) -> None:
    assert read("text", trap.format(places.words.replace(";", ","))) is None


@table(("refusal", "places"), [*product(REFUSALS, [one for one in LISTS if "(" not in one.words])])
def test_a_refusal_is_left_out_of_worldwide(refusal: str, places: Places) -> None:
    words = refusal.format(places.words.replace(";", ","))
    assert read("text", words, location="Worldwide") == (["worldwide"], list(places.codes))


def test_the_grid_is_large() -> None:
    assert len(GRID) >= 400
