"""What comes first of what is found, and what comes near where few jobs are found in names."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.http import QueryDict
from django.utils import timezone

from listings.search.query.search import Search
from listings.search.results.find import find
from tests.listings.indexing import Reindex
from tests.listings.making import listing_with

pytestmark = pytest.mark.django_db


def titles(query: str) -> list[str]:
    return [listing.title for listing in find(Search.parse(QueryDict(query))).listings]


def job(title: str, company: str, category: str, text: str = "Tools.", **facts: object) -> None:
    # All of one age, so that only the words decide.
    posted = timezone.now().replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=3)
    listing_with(title, company, html=f"<p>{text}</p>", facts={"category": category, **facts}, posted=posted)


def test_a_tool_alone_finds_first_the_jobs_that_are_about_it(reindex: Reindex) -> None:
    skills = ["sql", "tableau", "excel"]
    job("Data Analyst", "Acorn", "data", "SQL, Tableau and Excel.", skills=skills)
    job("Reporting Analyst", "Birch", "data", "Tableau boards. Keep our Tableau server well. Tableau!", skills=skills)
    job("Business Analyst", "Cedar", "data", "SQL, Excel, Jira, Tableau.", skills=["sql", "excel", "jira", "tableau"])
    reindex()
    assert titles("q=tableau") == ["Reporting Analyst", "Data Analyst", "Business Analyst"]


def test_a_developer_works_with_the_first_skills_and_with_those_that_the_ad_repeats(reindex: Reindex) -> None:
    skills = ["react", "node.js", "css", "php"]
    job("Full-Stack Developer", "Acorn", "engineering", "React, Node.js, CSS, PHP.", skills=skills)
    job("Web Developer", "Birch", "engineering", "React, CSS. Our PHP is old, and PHP is fun.", skills=skills)
    job("Backend Developer", "Cedar", "engineering", "PHP, SQL.", skills=["php", "sql"])
    reindex()
    assert set(titles("q=php developer")) == {"Web Developer", "Backend Developer"}
    # What only lists it is the first of the second group.
    assert titles("q=php developer&in=text")[2:] == ["Full-Stack Developer"]
    # Alone, the tool is found wherever it is listed.
    assert len(titles("q=php")) == 3


def test_words_far_apart_are_near_in_ads_of_the_role_and_trade(reindex: Reindex) -> None:
    job("Frontend Developer", "Acorn", "engineering")
    job("Full-Stack Developer", "Birch", "engineering", "You build our frontend.")
    job("Sales Manager", "Cedar", "sales", "You sell a frontend.")
    job("Engineering Manager", "Dogwood", "engineering", "You lead our frontend team.")
    reindex()
    assert titles("q=frontend developer") == ["Frontend Developer"]
    assert titles("q=frontend developer&in=text") == ["Frontend Developer", "Full-Stack Developer"]


def test_of_trades_that_are_confused_the_named_one_comes_first(reindex: Reindex) -> None:
    job("Data Engineer, Security", "Acorn", "data")
    job("Principal Network Security Operations Engineer", "Birch", "security")
    reindex()
    assert titles("q=security engineer") == [
        "Principal Network Security Operations Engineer",
        "Data Engineer, Security",
    ]


def test_of_mentions_those_whose_title_ends_in_the_role_come_first(reindex: Reindex) -> None:
    job("Fraud Scientist", "Acorn", "data", "Fraud, and again fraud. You help every analyst.")
    job("Payments Analyst", "Birch", "data", "You look into payments and find fraud among them.")
    reindex()
    assert titles("q=fraud analyst&in=text") == ["Payments Analyst", "Fraud Scientist"]


def test_an_employers_jobs_stay_before_those_that_mention_it(reindex: Reindex) -> None:
    for number in range(4):
        job(f"Analyst {number}", "Northwind", "data")
    job("Writer", "Birch", "writing", "Once we wrote for Northwind.")
    reindex()
    assert titles("q=northwind&in=text")[-1] == "Writer"


def test_the_exact_name_of_an_employer_is_no_slip_of_a_commoner_one(reindex: Reindex) -> None:
    job("Lamp Keeper", "Quayside", "other")
    for number in range(9):
        job(f"Rope Maker {number}", "Quaysider Works", "other")
    reindex()
    assert titles("q=quayside") == ["Lamp Keeper"]
    assert len(titles("q=quaysidor")) == 9
