"""Which of its skills a job is about."""

from __future__ import annotations

from listings.search.index.main_skills import MAX_MENTIONS, main_skills
from listings.search.text.analysis import terms

SKILLS = ["sql", "python", "excel", "tableau"]


def of_text(text: str, skills: list[str]) -> list[str]:
    return main_skills(skills, " ".join(terms(text)))


def test_the_first_ones_and_those_that_are_repeated() -> None:
    assert of_text("SQL, Python, Excel and Tableau.", SKILLS) == ["sql", "python", "excel"]
    assert of_text("Tableau, SQL, Python, Excel; our Tableau server.", SKILLS)[3:] == ["tableau", "tableau"]


def test_each_as_often_as_it_is_mentioned_under_any_name() -> None:
    assert of_text("Kubernetes: our k8s runs on Kubernetes.", ["kubernetes"]) == ["kubernetes"] * 3
    assert of_text("Kubernetes " * 50, ["kubernetes"]) == ["kubernetes"] * MAX_MENTIONS


def test_common_words_are_not_counted() -> None:
    assert of_text("We go where you go.", ["go"]) == ["go"]
    assert of_text("We go.", []) == []
