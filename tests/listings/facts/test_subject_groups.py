"""Groups of people of whom a clause is said."""

from __future__ import annotations

from listings.facts.subjects import SentenceSubject, groups_in
from tests.listings.facts.growth import LIMIT, growth
from tests.tables import table

TEAM, CUSTOMERS, COMPANY = SentenceSubject.TEAM, SentenceSubject.CUSTOMERS, SentenceSubject.COMPANY


@table(
    ("sentence", "subject", "trade", "is_part"),
    [
        ("Some colleagues write Prolog", TEAM, "colleagues", True),
        ("Another team owns the Kafka queues", TEAM, "", True),
        ("The data team works in Snowflake", TEAM, "data", False),
        ("Our developers write Kotlin", TEAM, "developers", False),
        ("The developers around you use Java", TEAM, "developers", False),
        ("You draw in Figma, while the web team codes in Ruby", TEAM, "web", False),
        ("Our team builds in Python", TEAM, "", False),
        ("Customers run our agent on AWS", CUSTOMERS, "", False),
        ("Our users write R and Stata", CUSTOMERS, "", False),
        ("The staff of our Lima office earn more", TEAM, "", True),
        ("People in our Oslo branch speak Norwegian", TEAM, "", True),
        ("The factory runs two shifts", COMPANY, "", True),
        ("Our paper mill operates at night", COMPANY, "", True),
        ("Unser Vertrieb nutzt Salesforce", TEAM, "vertrieb", False),
        ("Einige Kolleginnen schreiben R", TEAM, "kolleginnen", True),
        ("Nos clients utilisent Sage", CUSTOMERS, "", False),
        ("Nuestros desarrolladores usan React", TEAM, "desarrolladores", False),
        ("Inni programiści piszą w Go", TEAM, "programiści", True),
    ],
)
def test_a_clause_is_said_of_a_group(sentence: str, subject: SentenceSubject, trade: str, is_part: bool) -> None:
    (group,) = groups_in(sentence.lower())
    assert (group.subject, group.trade, group.is_part) == (subject, trade, is_part)


@table(
    "sentence",
    [
        "You work with the data team in Snowflake",
        "Our sales team uses Salesforce, and you will too",
        "Our team builds in Python, and you join it",
        "The engineers we hire write Go",
        "You and your colleagues run Kubernetes",
        "Client-facing work in Zendesk",
        "Users, groups and permissions in Active Directory",
        "Python and SQL",
        "The factory needs a planner",
        "You run the factory",
    ],
)
def test_the_person_is_one_of_them_or_no_group_is_named(sentence: str) -> None:
    assert list(groups_in(sentence.lower())) == []


def test_what_is_said_of_the_group_ends_where_the_person_comes_in() -> None:
    sentence = "some colleagues write r, and you write python"
    (group,) = groups_in(sentence)
    assert sentence[group.start : group.end] == " write r"


@table("piece", ["some colleagues write r, ", "our ", "customers ", "the data team, you and "])
def test_time_grows_linearly(piece: str) -> None:
    assert growth(lambda text: list(groups_in(text[:600])), lambda text: text, piece) < LIMIT
