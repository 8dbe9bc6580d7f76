"""What is suggested while somebody types, and how many jobs it leads to."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from listings.models import Listing
from listings.search.index.role_titles import role
from listings.search.results.completions import MAX_COMPLETIONS, Completion, CompletionTable
from tests.listings.indexing import Reindex
from tests.listings.making import listing_with
from tests.tables import table


@table(
    ("title", "named"),
    [
        ("Senior Data Analyst", "Senior Data Analyst"),
        ("Senior Data Analyst (m/f/d), Berlin", "Senior Data Analyst"),
        ("[Remote] Customer Success Manager - EMEA", "Customer Success Manager"),
        ("Remote Full-Stack Developer | $120k", "Full-Stack Developer"),
        ("C++/C# Engineer: Games", "C++/C# Engineer"),
        ("Nurse – fully remote", "Nurse"),
        ('The "best" Cook', "The best Cook"),
        ("123", ""),
        ("", ""),
        ("(((", ""),
        ("x" * 300, ""),
    ],
)
def test_the_role_of_a_title(title: str, named: str) -> None:
    assert role(title) == named


def known(kind: Any, label: str) -> Completion:
    return Completion(kind, label, label.lower(), tuple(label.lower().split()))


TITLES = ["data analyst", "data engineer", "senior data analyst", "database administrator", "data scientist", "dancer"]
SOME = CompletionTable(
    [
        *(known("title", label) for label in TITLES),
        known("skill", "kubernetes"),
        known("skill", "databricks"),
        known("company", "datalake works"),
        known("company", "north data"),
    ]
)


def labels(typed: str) -> list[str]:
    return [one.label for one in SOME.complete(typed)]


def test_the_beginning_of_any_word_is_enough() -> None:
    assert labels("data an") == ["data analyst", "senior data analyst"]
    assert labels("analyst data") == ["data analyst", "senior data analyst"]
    assert labels("kub") == ["kubernetes"]
    assert labels("NORTH") == ["north data"]


def test_each_kind_has_its_place() -> None:
    found = labels("data")
    assert found[:2] == ["data analyst", "data engineer"]
    assert {"databricks", "datalake works", "north data"} <= set(found)
    assert len(found) <= MAX_COMPLETIONS


@table("slip", ["kubrenetes", "kubernets", "kubernettes", "jubernetes", "kubxr"])
def test_one_slip_is_forgiven(slip: str) -> None:
    assert labels(slip) == ["kubernetes"]


def test_short_words_and_two_slips_are_not() -> None:
    assert labels("xub") == []
    assert labels("kxbxrnetes") == []
    assert labels("") == labels("!?") == []


def test_the_most_used_skills_and_roles_come_first() -> None:
    table = CompletionTable(
        [
            known("title", "python developer"),
            known("skill", "python"),
            *(known("title", f"python tester {number}") for number in range(5)),
            known("company", "pythonic"),
            known("place", "pythonia"),
        ]
    )
    kinds = [completion.kind for completion in table.complete("pyth")]
    assert kinds[:2] == ["title", "skill"]
    assert kinds[-2:] == ["company", "place"]
    assert len(kinds) == MAX_COMPLETIONS


@given(st.text(max_size=60))
def test_no_words_break_it(typed: str) -> None:
    assert len(SOME.complete(typed)) <= MAX_COMPLETIONS


def make_jobs() -> None:
    listing_with("Senior Data Analyst (m/f/d)", company="Datalake", facts={"skills": ["python", "kubernetes"]})
    for company in ("Datalake", "Other"):
        listing_with("SENIOR DATA ANALYST", company=company, facts={"skills": ["python"]})
    listing_with("Senior Data Analyst - EMEA", company="Other", facts={"skills": ["c++"]})
    listing_with("Cook", company="Kitchen", html="<p>Not a data analyst.</p>")


def asked(client: Client, typed: str) -> list[dict[str, Any]]:
    answer = client.get("/jobs/suggest", {"q": typed})
    assert answer.status_code == 200
    found: list[dict[str, Any]] = answer.json()["suggestions"]
    return found


def test_each_leads_to_as_many_as_it_says(jobs: None, client: Client) -> None:
    for typed in ("d", "data", "senior", "python", "k8s", "c+", "kitch", "cook"):
        found = asked(client, typed)
        assert found
        for one in found:
            shown = client.get(one["address"].replace("/jobs/", "/jobs.json", 1)).json()
            assert len(shown["items"]) == one["count"]
    [title] = asked(client, "senior data")
    assert title["label"].lower() == "senior data analyst"
    # However most ads shout it.
    assert not title["label"].isupper()
    assert (title["address"], title["count"]) == ("/jobs/?q=senior+data+analyst", 4)
    places = [one for one in asked(client, "portug") if one["kind"] == "place"]
    assert [(one["label"], one["address"], one["count"]) for one in places] == [("Portugal", "/jobs/?country=PT", 5)]
    assert asked(client, "k8s") == [
        {"kind": "skill", "label": "Kubernetes", "address": "/jobs/?skill=kubernetes", "count": 1}
    ]


def test_what_was_typed_comes_before_what_leads_to_most_jobs(db: None, client: Client, reindex: Reindex) -> None:
    for number in range(3):
        listing_with(f"Gopher tester {number}", company="Other", facts={"skills": ["python"]})
    listing_with("Gopher", company="Other", facts={"skills": ["go"]})
    listing_with("Goal tester", company="Other", facts={})
    listing_with("Goal keeper", company="Goals", facts={})
    reindex()
    found = [(one["kind"], one["label"], one["count"]) for one in asked(client, "go")]
    assert found[0] == ("skill", "Go", 1)
    leading = [count for kind, _, count in found[1:] if kind in ("skill", "title")]
    assert leading == sorted(leading, reverse=True)
    assert found[1] == ("title", "Gopher", 4)
    assert [kind for kind, *_ in found if kind in ("company", "place")] == ["company"]


def test_it_costs_no_query(jobs: None, client: Client, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        assert asked(client, "data")


def test_what_has_gone_is_not_suggested(jobs: None, client: Client, reindex: Reindex) -> None:
    assert asked(client, "kitchen")
    Listing.objects.filter(title="Cook").update(hidden_at=timezone.now())
    reindex()
    assert asked(client, "kitchen") == []


HOSTILE = [
    "",
    " ",
    "\x00",
    "💼",
    '"',
    '"data',
    "-data",
    "title:",
    "title:data",
    "company:x or",
    "a" * 200,
    "%",
    "\\",
    "<b>",
]


@pytest.mark.parametrize("typed", HOSTILE)
def test_hostile_words_are_answered(jobs: None, client: Client, typed: str) -> None:
    answer = client.get("/jobs/suggest", {"q": typed})
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "public, max-age=60"
    assert answer["X-Robots-Tag"] == "noindex"
    assert not answer.cookies


def test_mistakes_are_told(jobs: None, client: Client) -> None:
    for address, word in (("/jobs/suggest?q=" + "x" * 201, "200"), ("/jobs/suggest?query=x", "query")):
        answer = client.get(address)
        assert answer.status_code == 400
        assert word in answer.json()["detail"]
    assert client.post("/jobs/suggest").status_code == 405


def test_without_an_index_nothing_is_suggested(client: Client, db: None, no_index: None) -> None:
    assert asked(client, "data") == []
