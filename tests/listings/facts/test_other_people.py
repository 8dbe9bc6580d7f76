"""What an ad says of other people states nothing of the job, whatever the fact."""

from __future__ import annotations

from typing import Any

from listings import facts
from listings.boards import BOARDS
from listings.boards.base import Ad
from listings.facts import FACTS
from tests.tables import table

OTHERS = (
    "Our customers",
    "The users of our app",
    "Our suppliers",
    "Our competitors",
    "Our investors",
    "The patients you call",
    "The students you teach",
    "Graduates of our course",
    "Our recruiters",
    "Our founders",
    "Your manager and her deputies",
    "Your predecessors",
    "Two of your teammates",
    "Some of our colleagues",
    "The engineers of another team",
    "People who interned with us",
    "Two former employees",
    "Other applicants",
    "Our drivers",
    "The staff of our Lima office",
    "People in our Oslo branch",
)
# What is said of them, in which each fact would find a value.
STATEMENTS: dict[str, tuple[str, ...]] = {
    "residence": ("live in Peru.", "work remotely from Peru.", "must be residents of Peru."),
    "salary": ("earn $90,000 a year.", "are paid a salary of $90,000 a year.", "make $40 an hour."),
    "hours": ("work from 9 am to 5 pm EST.", "need four hours of overlap with CET.", "work Pacific hours."),
    "workplace": ("work in the office three days a week.", "work fully remotely.", "work on site."),
    "employment": ("work part-time.", "are employed full-time.", "are freelancers."),
    "seniority": ("are senior engineers.", "are looking for a senior engineer."),
    "skills": ("write Python and SQL.", "use Salesforce and Excel."),
    "sponsorship": ("get visa sponsorship.", "cannot be sponsored for a visa."),
    "experience_years": ("have ten years of experience.", "bring at least 5 years of experience."),
    "category": ("write software.",),
}
GRID = [(fact, f"{who} {words}") for fact, every in STATEMENTS.items() for words in every for who in OTHERS]

IN_OTHER_LANGUAGES = {
    "residence": (
        "Einige Kollegen wohnen in Peru.",
        "Dein Vorgänger lebt in Peru.",
        "Nos recruteurs résident au Pérou.",
        "Nuestros clientes viven en Perú.",
        "Nossos fundadores moram no Peru.",
        "Onze oprichters wonen in Peru.",
        "Nasi klienci mieszkają w Peru.",
    ),
    "salary": (
        "Unsere Absolventen verdienen 60.000 € im Jahr.",
        "Nos clients gagnent 60 000 € par an.",
        "Nuestros clientes ganan 60.000 € al año.",
        "Nasi klienci zarabiają 60 000 zł rocznie.",
    ),
    "hours": ("Einige Kollegen arbeiten von 9 bis 17 Uhr MEZ.", "Nuestros clientes trabajan de 9 a 17 h CET."),
    "workplace": ("Unsere Kunden arbeiten komplett remote.", "Nos clients travaillent à distance."),
    "employment": (
        "Einige Kollegen arbeiten in Teilzeit.",
        "Nos clients travaillent à temps plein.",
        "Unsere Mitarbeiter in Teilzeit bekommen Urlaub.",
        "Wir beraten Kunden in Teilzeit.",
        "Nos salariés à temps plein.",
        "Clientes en tiempo completo.",
    ),
    "experience_years": ("Nos fondateurs ont 10 ans d'expérience.", "Onze oprichters hebben 10 jaar ervaring."),
}


def read(fact: str, text: str, title: str = "Tide Keeper") -> Any:
    html = f"<p>Lantern builds lamps.</p><p>{text}</p>"
    ad = Ad(external_id="1", url="https://board.example/1", company="Lantern", title=title, html=html)
    return facts.read(ad, BOARDS["jobposting"])[fact]


def test_every_fact_is_in_the_grid() -> None:
    assert STATEMENTS.keys() == FACTS.keys()


@table("fact", FACTS)
def test_nothing_is_read_of_what_is_said_of_others(fact: str) -> None:
    read_of_others = {text: read(fact, text) for of, text in GRID if of == fact}
    assert {text: value for text, value in read_of_others.items() if value != FACTS[fact].empty} == {}


@table(("fact", "text"), [(fact, text) for fact, every in IN_OTHER_LANGUAGES.items() for text in every])
def test_nor_in_other_languages(fact: str, text: str) -> None:
    assert read(fact, text) == FACTS[fact].empty


@table(
    ("fact", "text", "title"),
    [
        ("residence", "You live in Peru, and our customers live in Chile.", "Tide Keeper"),
        ("salary", "Our drivers earn $25 an hour.", "Delivery Driver"),
        ("salary", "Our engineers earn a salary of $120,000 to $150,000 a year.", "Backend Developer"),
        ("salary", "Our customers are farms, and the pay is $40 an hour.", "Tide Keeper"),
        ("hours", "Some of our colleagues work in Lima; you work from 9 am to 5 pm EST.", "Tide Keeper"),
        ("hours", "You run the factory from 9 am to 5 pm EST.", "Tide Keeper"),
        ("hours", "The design team works from 9 am to 5 pm EST.", "Web Designer"),
        ("workplace", "Our whole team works fully remotely.", "Tide Keeper"),
        ("workplace", "Our consultants work fully remotely.", "Consultant"),
        ("workplace", "You and your colleagues work fully remotely.", "Tide Keeper"),
        ("employment", "Our company offers full-time employment.\nThis is a full-time position.", "Tide Keeper"),
        ("seniority", "Our team is growing and we are looking for a senior engineer.", "Tide Keeper"),
        ("experience_years", "The successful applicants have five years of experience.", "Tide Keeper"),
        ("skills", "Our team writes Python and SQL.", "Backend Developer"),
        ("sponsorship", "Our investors live in Oslo, and we offer visa sponsorship.", "Tide Keeper"),
    ],
)
def test_what_is_said_of_the_job_counts_beside_it(fact: str, text: str, title: str) -> None:
    assert read(fact, text, title) != FACTS[fact].empty
