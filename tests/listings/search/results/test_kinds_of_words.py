"""Words that name a kind of work, a role or a filter, and words that any ad has."""

from __future__ import annotations

import pytest

from listings.search.query.search import Search
from listings.search.results.find import Results, find
from listings.search.results.offers import Offer, offers
from tests.listings.indexing import Reindex
from tests.listings.making import listing_with

pytestmark = pytest.mark.django_db


def make_jobs() -> None:
    def job(title: str, category: str, text: str = "Tools.", **facts: object) -> None:
        listing_with(title, f"Employer of {title}", html=f"<p>{text}</p>", facts={"category": category, **facts})

    job("Customer Support Specialist", "support")
    job("Support Team Lead", "support")
    job("Customer Success Manager", "support", "We offer 2 to 4 years of growth, every day. No experience with X.")
    job("Technical Support Engineer", "support")
    job("Data Analyst, Customer Support", "data", skills=["sql"])
    job("Design Systems Engineer", "engineering", "Tea each week, no less. Our insurance.", skills=["javascript"])
    job("Brand Designer", "design")
    job("Illustrator", "design")
    job("Senior Medical Coder", "health")
    job("Cloud Engineer, Developer Experience", "infrastructure", skills=["javascript"])
    job("Python Developer", "engineering", experience_years=0, skills=["javascript", "python"])
    job("Junior Java Developer", "engineering", seniority="junior", sponsorship="offered", skills=["javascript"])
    job("Curriculum Developer", "education", "You work four-day weeks.")
    job("Senior Editor", "writing")
    job("Frontend Engineer (Editor)", "engineering")
    job("PR Manager", "marketing")
    job("Machine Learning Engineer", "data")
    job("Legal Counsel", "legal")
    job("Head of Engineering", "engineering")
    job("Data Engineer", "data")


def search_for(q: str) -> tuple[Search, Results]:
    search = Search.parse({"q": [q]})
    return search, find(search)


def titles(q: str) -> list[str]:
    return [listing.title for listing in search_for(q)[1].listings]


def offered(q: str) -> list[Offer]:
    return offers(*search_for(q))


@pytest.mark.parametrize(
    ("q", "first", "later"),
    [
        ("customer support", ["Customer Support Specialist"], ["Data Analyst, Customer Support"]),
        ("client services", [], ["Customer Success Manager", "Support Team Lead", "Technical Support Engineer"]),
        ("design", ["Brand Designer", "Illustrator"], ["Design Systems Engineer"]),
        ("editor", ["Senior Editor"], ["Frontend Engineer (Editor)"]),
        ("developer", ["Junior Java Developer", "Python Developer"], ["Curriculum Developer"]),
    ],
)
def test_the_kind_comes_before_those_that_only_have_its_name(
    jobs: None, q: str, first: list[str], later: list[str]
) -> None:
    found = titles(q)
    assert sorted(found[: len(first)]) == sorted(first)
    assert set(later) <= set(found[len(first) :])


def test_other_trades_come_last(jobs: None) -> None:
    assert titles("customer support")[-1] == "Data Analyst, Customer Support"
    assert titles("design")[-1] == "Design Systems Engineer"
    assert "Senior Medical Coder" not in titles("engineer")


@pytest.mark.parametrize(
    ("q", "title"),
    [
        ("public relations", "PR Manager"),
        ("communications", "PR Manager"),
        ("ai engineer", "Machine Learning Engineer"),
        ("llm", "Machine Learning Engineer"),
        ("attorney", "Legal Counsel"),
        ("vp engineering", "Head of Engineering"),
        ("cto", "Head of Engineering"),
        ("etl", "Data Engineer"),
        ("help desk", "Technical Support Engineer"),
        ("it support", "Technical Support Engineer"),
        ("ingénieur", "Data Engineer"),
        ("ingenieur", "Data Engineer"),
        ("diseñadora", "Brand Designer"),
        ("avocate", "Legal Counsel"),
    ],
)
def test_other_names_of_a_role_find_it(jobs: None, q: str, title: str) -> None:
    assert title in titles(q)


@pytest.mark.parametrize(
    ("q", "found"),
    [
        ("no experience", ["Python Developer"]),
        ("sin experiencia", ["Python Developer"]),
        ("visa sponsorship", ["Junior Java Developer"]),
        ("developer visa sponsorship", ["Junior Java Developer"]),
        ("entry level developer", ["Junior Java Developer"]),
    ],
)
def test_a_name_of_a_filter_finds_its_jobs(jobs: None, q: str, found: list[str]) -> None:
    assert titles(q) == found


@pytest.mark.parametrize("q", ["work from home", "home office", "wfh", "remote", "télétravail", "100% remote"])
def test_words_that_hold_for_all_jobs_ask_for_nothing(jobs: None, q: str) -> None:
    assert search_for(q)[1].total == 20
    assert titles(f"{q} illustrator") == ["Illustrator"]


@pytest.mark.parametrize(
    ("q", "mentioned"), [("4 day week", 1), ("4", 0), ("no", 0), ("it", 0), ("tea insurance", 1), ("tea growth", 0)]
)
def test_short_and_scattered_words_are_no_mention(jobs: None, q: str, mentioned: int) -> None:
    assert (search_for(q)[1].named, search_for(q)[1].mentioned) == (0, mentioned)


@pytest.mark.parametrize(("q", "corrected"), [("javscript", "javascript"), ("javasript", "javascript")])
def test_a_slip_of_a_skill_that_no_title_has_is_corrected(jobs: None, q: str, corrected: str) -> None:
    assert search_for(q)[1].corrected == corrected


@pytest.mark.parametrize(
    ("q", "kind", "value", "query", "count"),
    [
        ("help desk", "kind", "support", "category=support", 4),
        ("cto", "kind", "engineering", "category=engineering", 5),
        ("developer 100k", "filter", "salary_min", "q=developer&salary_min=100000", 0),
        ("illustrator python", "words", "python", "q=python", 1),
        ("legal council", "name", "Legal Counsel", "q=legal+counsel", 1),
    ],
)
def test_ways_on_have_true_counts(jobs: None, q: str, kind: str, value: str, query: str, count: int) -> None:
    matching = [offer for offer in offered(q) if (offer.kind, offer.value) == (kind, value)]
    assert [(offer.search.query_string(), offer.count) for offer in matching] == ([(query, count)] if count else [])
    for offer in offered(q):
        assert find(offer.search).named == offer.count


def test_filters_can_be_left_out(jobs: None) -> None:
    search = Search.parse({"q": ["illustrator"], "category": ["legal"]})
    # The page of an empty search offers to leave out each filter.
    assert "unfiltered" not in {offer.kind for offer in offers(search, find(search))}
    search = Search.parse({"q": ["illustrator"], "category": ["legal"], "seniority": ["lead"]})
    (offer,) = [offer for offer in offers(search, find(search)) if offer.kind == "unfiltered"]
    assert (offer.search.query_string(), offer.count) == ("q=illustrator", 1)


def test_a_tool_offers_no_kind_of_work(jobs: None) -> None:
    assert [offer for offer in offered("javascript") if offer.kind == "kind"] == []


def test_a_long_search_leads_to_the_work_that_it_names(jobs: None, reindex: Reindex) -> None:
    facts = {"category": "design", "employment": ["CONTRACTOR"]}
    listing_with("Poster Designer", "Fernhill Press", facts=facts)
    reindex()
    [kind] = [offer for offer in offered("graphic design contract ohio") if offer.kind == "kind"]
    assert (kind.search.category, kind.search.employment, kind.count) == (("design",), ("CONTRACTOR",), 1)
    # Leaving out one word of three is not enough.
    words = {offer.value: offer.count for offer in offered("illustrator sql curriculum") if offer.kind == "words"}
    assert words == {"illustrator": 1, "sql": 1, "curriculum": 1}
