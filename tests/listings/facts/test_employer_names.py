"""Tools that are the employer's own products, or its name as only the text has it."""

from __future__ import annotations

from dataclasses import replace

from listings.boards import BOARDS
from listings.boards.base import Ad
from listings.facts.base import Reading
from listings.facts.skills.reader import read
from tests.examples import few
from tests.tables import table

AD = Ad(external_id="1", url="https://board.example/1", title="Data Analyst", company="Lantern Quay")


def skills(text: str, company: str, title: str = "Data Analyst") -> set[str]:
    html = "".join(f"<p>{line}</p>" for line in text.split("\n"))
    fact = read(Reading(replace(AD, html=html, company=company, title=title), BOARDS["remoteco"]))
    return set(fact.value) if fact else set()


@table(
    ("company", "text", "asked"),
    [
        ("Google", "You sell Google Cloud Platform.\nGoogle Cloud grows.", set()),
        (
            "Microsoft",
            "We are the Outlook team.\nYou make Outlook calmer.\nYou know SQL and Python.",
            {"sql", "python"},
        ),
        *few(
            [
                ("Microsoft", "Requirements:\n- Experience with Azure", {"azure"}),
                ("Microsoft", "You study our users via Azure, SQL", {"azure", "sql"}),
                ("Microsoft", "Requirements:\n- Azure, AWS or Spark", {"azure", "aws", "spark"}),
                ("Microsoft", "Requirements:\n- Excel, SQL", {"excel", "sql"}),
                ("Quay", "We are the Outlook team.\nRequirements:\n- Outlook, Excel", {"outlook", "excel"}),
                ("1", "At Notion, we write.\nYou own Notion and Notion AI, in SQL, Python.", {"sql", "python"}),
                ("1", "- Grammarly and SQL, Python\nGrammarly is an equal opportunity employer", {"sql", "python"}),
                ("1", "Quay is an equal opportunity employer\nRequirements:\n- Grammarly, SQL", {"grammarly", "sql"}),
            ],
            2,
        ),
    ],
)
def test_what_the_employer_makes_is_asked_for_only_by_words_that_ask(company: str, text: str, asked: set[str]) -> None:
    assert skills(text, company) == asked


def test_a_product_in_the_title_of_its_makers_ad_is_what_the_work_is_about() -> None:
    assert skills("You sell.", "Google LLC", "Recruiter, Google Cloud") == set()
    assert skills("You sell.", "Quay", "Recruiter, Google Cloud") == {"gcp"}
