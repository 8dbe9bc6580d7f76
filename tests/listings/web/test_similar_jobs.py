"""Similar jobs are of the same kind, and those open to the reader come first."""

from __future__ import annotations

import pytest
from django.test import Client

from listings.search.query.situation import Situation
from listings.web.job_likeness import JobLikeness
from listings.web.related_jobs import related_jobs
from tests.listings.making import listing_with


@pytest.mark.parametrize(
    ("title", "skills", "is_alike"),
    [
        ("Senior Python Engineer", [], True),
        ("Python Developers", [], True),
        ("Backend Engineer", ["python", "django"], True),
        ("Data Scientist", ["python", "django", "postgresql"], True),
        ("Ruby on Rails Developer", ["ruby", "postgresql", "rails"], False),
        ("Senior Developer", [], False),
        ("Office Manager", ["python"], False),
    ],
)
def test_what_is_like_a_python_developer(title: str, skills: list[str], is_alike: bool) -> None:
    own = JobLikeness.of("Python Developer", ["python", "django", "postgresql"], [])
    assert bool(own.score(JobLikeness.of(title, skills, []))) is is_alike


def test_a_level_or_a_part_alone_makes_no_two_jobs_alike() -> None:
    assert not JobLikeness.of("Senior Account Manager", [], []).score(JobLikeness.of("Senior Product Manager", [], []))
    assert JobLikeness.of("Motion Designer", [], []).score(JobLikeness.of("Product Designer", [], []))


@pytest.mark.django_db
def test_those_open_to_the_reader_come_first(client: Client) -> None:
    listing = listing_with("Python developer")
    for number, country in enumerate(("US", "DE", "", "FR")):
        facts = {"residence": {"include": [country], "exclude": []}} if country else {}
        listing_with(f"Python developer {country}".strip(), f"Oak {number}", facts=facts)
    listing_with("Rust developer", "Elm", facts={"residence": {"include": ["DE"], "exclude": []}})
    similar = [card.title for card in related_jobs(listing, Situation(country="DE")).similar]
    assert similar[:2] == ["Python developer DE", "Python developer"]
    assert sorted(similar[2:]) == ["Python developer FR", "Python developer US"]


@pytest.mark.django_db
def test_those_of_the_employer_that_are_open_to_the_reader_come_first(client: Client) -> None:
    listing = listing_with("Python developer", "Oak")
    for country in ("DE", "US", "FR", "US", "GB", "US"):
        facts = {"residence": {"include": [country], "exclude": []}}
        listing_with(f"Keeper {country}", "Oak", facts=facts)
    assert related_jobs(listing, Situation(country="DE")).of_company[0].title == "Keeper DE"
    assert related_jobs(listing, Situation()).of_company[0].title == "Keeper US"
