"""Jobs whose names have the words of a search are one group, ads that only mention them another."""

from __future__ import annotations

import pytest
from django.http import QueryDict

from listings.search.query.scope import Scope
from listings.search.query.search import Search
from listings.search.results.find import Results, find
from tests.listings.indexing import Reindex
from tests.listings.making import listing_with

pytestmark = pytest.mark.django_db


def results(query: str) -> Results:
    return find(Search.parse(QueryDict(query)))


def titles(query: str) -> set[str]:
    return {listing.title for listing in results(query).listings}


def make_jobs() -> None:
    def job(title: str, company: str, category: str, text: str = "Tools.", **facts: object) -> None:
        listing_with(title, company, html=f"<p>{text}</p>", facts={"category": category, **facts})

    job("Product Designer", "Acorn", "design")
    job("Illustrator", "Birch", "design", "You work beside our product designer.")
    job("PHP Engineer", "Cedar", "engineering")
    job("Full-Stack Developer", "Dogwood", "engineering", skills=["php", "react"])
    job("QA Tester", "Elm", "quality", "Some PHP.", skills=["php"])
    job("Customer Support Hero", "Fir", "support")
    job("Account Manager", "Ginkgo", "sales", "We sell SaaS.")
    job("Accountant", "Hazel", "finance", "Look after the account of each customer and ask customer support.")
    job("Product Manager", "Ivy", "product")
    job("Product Marketing Manager", "Juniper", "marketing")
    job("Head of Product", "Kapok", "product")
    job("Sales Manager", "Larch", "sales", "Our SaaS is loved.")
    job("Sales Manager", "Maple", "sales", "Our shops are loved.")
    job("Data Scientist", "Marketing Pros", "data", "Help marketing.")
    job("Analyst", "Nutmeg", "data", seniority="junior")


@pytest.mark.parametrize(
    ("q", "named"),
    [
        ("designer", {"Product Designer"}),
        ("design", {"Product Designer", "Illustrator"}),
        ("php developer", {"PHP Engineer", "Full-Stack Developer"}),
        ("php", {"PHP Engineer", "Full-Stack Developer", "QA Tester"}),
        ("customer support", {"Customer Support Hero"}),
        ("accountant", {"Accountant"}),
        ("account manager", {"Account Manager"}),
        ("product manager", {"Product Manager", "Head of Product"}),
        ("marketing", {"Product Marketing Manager"}),
        ("junior analyst", {"Analyst"}),
        ("sales manager saas", {"Sales Manager"}),
        ("developer", {"PHP Engineer", "Full-Stack Developer"}),
        ("company:cedar", {"PHP Engineer"}),
        ("cedar", {"PHP Engineer"}),
        ("marketing pros", {"Data Scientist"}),
        ('"product marketing"', {"Product Marketing Manager"}),
        ("illustrator or accountant", {"Illustrator", "Accountant"}),
        ("product -marketing", {"Product Designer", "Product Manager", "Head of Product"}),
    ],
)
def test_words_are_found_in_names(jobs: None, q: str, named: set[str]) -> None:
    search_results = results(f"q={q}")
    assert {listing.title for listing in search_results.listings} == named
    assert search_results.scope is Scope.NAMES
    assert search_results.total == search_results.named == len(search_results.listings)


def test_an_industry_may_stand_in_the_text(jobs: None) -> None:
    (listing,) = results("q=sales manager saas").listings
    assert listing.company.name == "Larch"


@pytest.mark.parametrize("sort", ["best", "new", "salary"])
def test_ads_that_mention_the_words_are_a_second_group(jobs: None, sort: str) -> None:
    first = results(f"q=product designer&sort={sort}")
    assert (first.total, first.named, first.mentioned) == (1, 1, 1)
    both = results(f"q=product designer&in=text&sort={sort}")
    assert (both.total, both.named, both.mentioned, both.scope) == (2, 1, 1, Scope.TEXT)
    assert {listing.title for listing in both.listings} == {"Product Designer", "Illustrator"}


def test_named_ones_come_first_and_pages_fit_together(jobs: None) -> None:
    whole = [listing.title for listing in results("q=customer support&in=text").listings]
    assert whole == ["Customer Support Hero", "Accountant"]
    assert titles("q=customer support&in=text&per_page=1") == {"Customer Support Hero"}
    assert titles("q=customer support&in=text&per_page=1&page=2") == {"Accountant"}


def test_counts_are_those_of_the_shown_group(jobs: None) -> None:
    def categories(query: str) -> dict[str, int]:
        return {value: count for value, _, count in results(query).counts["category"] if count}

    assert categories("q=product designer") == {"design": 1}
    assert categories("q=customer support") == {"support": 1}
    assert categories("q=customer support&in=text") == {"support": 1, "finance": 1}


def test_an_empty_first_group_shows_the_second(jobs: None) -> None:
    shown = results("q=loved shops")
    assert (shown.total, shown.named, shown.mentioned, shown.scope) == (1, 0, 1, Scope.TEXT)


def test_an_unfinished_word_is_completed(jobs: None) -> None:
    shown = results("q=illus")
    assert (shown.corrected, shown.total) == ("illustrator", 1)
    assert results("q=zzz").state == "nothing"


def test_where_words_stand_is_a_parameter_of_searches_with_words() -> None:
    assert Search.parse(QueryDict("q=php&in=text")).query_string() == "q=php&in=text"
    assert Search.parse(QueryDict("in=text")).query_string() == ""
    assert Search.parse(QueryDict("in=text")).is_canonical is False


def test_words_are_near_each_other_in_any_order(reindex: Reindex) -> None:
    listing_with("Office Manager", "Acorn", html="<p>The marimba, a good zither, then a bassoon.</p>")
    # Which places tantivy compares first depends on how many ads have each of the words.
    listing_with("Office Clerk", "Birch", html="<p>A zither.</p>")
    reindex()
    assert results("q=bassoon zither marimba&in=text").total == 1


@pytest.fixture
def pairs(reindex: Reindex) -> None:
    for title, category, *skills in (
        ("UX/UI Designer", "design"),
        ("Designer (UI/UX)", "design"),
        ("UI & UX Lead", "design"),
        ("UI Designer", "design"),
        ("Engineer, UX/UI Designer", "engineering"),
        ("HR / IT Generalist", "hr"),
        ("Go Developer", "engineering", "go"),
        ("Go-to-Market Strategist", "marketing"),
        ("Senior Manager, Go To Market", "sales"),
        ("EHR Go-Live Support", "support"),
        ("Go Developer, Go-to-Market Tools", "engineering", "go"),
    ):
        listing_with(title, f"Aspen {title}", html="<p>Tools.</p>", facts={"category": category, "skills": skills})
    reindex()


@pytest.mark.parametrize(
    ("q", "named"),
    [
        ("UX/UI", {"UX/UI Designer", "Designer (UI/UX)", "UI & UX Lead", "Engineer, UX/UI Designer"}),
        ("ui/ux", {"UX/UI Designer", "Designer (UI/UX)", "UI & UX Lead", "Engineer, UX/UI Designer"}),
        ("ui/ux designer", {"UX/UI Designer", "Designer (UI/UX)", "Engineer, UX/UI Designer"}),
        ("ux/ui designer", {"UX/UI Designer", "Designer (UI/UX)", "Engineer, UX/UI Designer"}),
        ("IT/HR", {"HR / IT Generalist"}),
        ('"ui/ux"', {"Designer (UI/UX)", "UI & UX Lead"}),
    ],
)
def test_two_short_names_are_found_in_either_order(pairs: None, q: str, named: set[str]) -> None:
    assert titles(f"q={q}") == named


@pytest.mark.parametrize(
    ("q", "named"),
    [
        ("go", {"Go Developer", "Go Developer, Go-to-Market Tools"}),
        ("go developer", {"Go Developer", "Go Developer, Go-to-Market Tools"}),
        (
            "go to market",
            {"Go-to-Market Strategist", "Senior Manager, Go To Market", "Go Developer, Go-to-Market Tools"},
        ),
        ("go-live", {"EHR Go-Live Support"}),
    ],
)
def test_a_tool_is_not_looked_for_in_other_names(pairs: None, q: str, named: set[str]) -> None:
    assert titles(f"q={q}") == named
