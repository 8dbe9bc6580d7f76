"""Usual years of experience are quoted with what makes them usual, and with the heading that makes them a wish."""

from __future__ import annotations

from tests.cpu_time import assert_growth
from tests.listings.facts.test_facts_in_words import read
from tests.tables import table


def quote(text: str) -> str | None:
    stated = read(text)
    words: str | None = stated["in_words"].get("experience_years")
    assert words is None or stated["experience_years"] is None
    return words


@table(
    ("text", "words"),
    [
        (
            "Nice to have:\n- Typically has 5 years’ experience in net design, by any method\n- Ropes",
            "Nice to have:\n- Typically has 5 years’ experience in net design",
        ),
        (
            "Typically 5-8 years of successful experience in nets and successful talks.",
            "Typically 5-8 years of successful experience in nets",
        ),
        ("You have deep experience (typically 5+ years) mending nets.", "typically 5+ years"),
        ("The position generally requires 4 years as a mender.", "generally requires 4 years as a mender"),
        (
            "Preferred qualifications:\n- Typically 5+ years of experience",
            "Preferred qualifications:\n- Typically 5+ years of experience",
        ),
    ],
)
def test_usual_years_are_quoted(text: str, words: str) -> None:
    assert quote(f"We keep tides.\n{text}") == words


@table(
    "text",
    [
        # The heading is too far to be quoted.
        "Nice to have:\n- Ropes\n- Typically has 5 years’ experience in net design",
        "Bachelor's degree and typically 5 years of successful experience.",
        "Typically 5 years of successful experience.\nTypically 3 years of successful experience.",
        "Our customers typically have 5 years of experience.",
        "Our mid-tier roles are typically 5-10 years experience.",
        "A project typically takes 2 years.",
        "Boats typically last 20 years with care.",
    ],
)
def test_other_years_are_not(text: str) -> None:
    assert quote(f"We keep tides.\n{text}") is None


def test_time_grows_with_the_length_alone() -> None:
    assert_growth(lambda count: quote("year typically, a minimum of 5 years of " * count), 200, below=10)
