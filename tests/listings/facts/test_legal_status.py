"""Citizenship and clearances that an ad asks for, and sentences of fairness, of wishes and of other citizens."""

from __future__ import annotations

import pytest

from listings.boards import BOARDS
from listings.boards.base import Ad
from listings.facts import read

ASKED = [
    "US citizenship required.",
    "You must be a U.S. citizen.",
    "European citizenship",
    "Applicants need British citizenship and SC clearance.",
    "Canadian citizen or permanent resident",
    "Applicants must be citizens of Norway.",
    "Citizenship: required",
    "Only US citizens can be considered.",
    "This role requires U.S. citizenship.",
    "Active Secret clearance",
    "Must be able to obtain a security clearance.",
    "A current TS/SCI clearance is needed from the first day.",
    "Security clearance required",
    "You must hold a green pass and must be an Australian citizen.",
    "We only consider people in the United States (US citizens and green card holders only please).",
    "Citizenship and travel - US citizen or green card holder with ability to travel.",
    "US Citizen: Applicant selected will be subject to a government investigation",
]
NOT_ASKED = [
    "We hire regardless of citizenship, age or race.",
    "All applicants are equal whatever their race, citizenship status or religion.",
    "You are a good citizen of the internet.",
    "You treat tests as first-class citizens.",
    "US citizens and green card holders are encouraged to apply.",
    "US citizenship is not required.",
    "You do not need to be a US citizen.",
    "An active security clearance is a plus.",
    "Ideally you have a current Secret clearance.",
    "Our tools serve senior citizens.",
    "You help clients who require US citizenship.",
    "Many of our roles require a security clearance.",
    "A US citizen or green card holder may apply.",
    "US citizens and permanent residents may skip this form.",
    "We work with citizen developers.",
    "You organise the clearance of goods at the border.",
    "You know the current customs clearance rules.",
    "You must have active knowledge of medical clearance.",
    "No security clearance is required.",
    "Our customers must be citizens of Norway.",
]


def legal_status(sentence: str, title: str = "Tide Engineer") -> str | None:
    html = f"<p>Lantern measures tides.</p><ul><li>{sentence}</li></ul><p>Please send us a few lines.</p>"
    ad = Ad(external_id="1", url="https://x.example/1", title=title, company="Lantern", html=html)
    words: str | None = read(ad, BOARDS["weworkremotely"])["legal_status"]
    return words


@pytest.mark.parametrize("sentence", ASKED)
def test_quotes_what_is_asked_for(sentence: str) -> None:
    assert legal_status(sentence) == sentence.rstrip(".")


@pytest.mark.parametrize("sentence", NOT_ASKED)
def test_nothing_is_quoted_of_other_sentences(sentence: str) -> None:
    assert legal_status(sentence) is None


def test_what_is_nice_to_have_is_not_asked_for() -> None:
    assert legal_status("Tides</li></ul><p>Nice to have:</p><ul><li>Sails</li><li>Swedish citizenship") is None
    assert legal_status("Tides</li></ul><p>Preferred Qualifications</p><ul><li>Active Secret clearance") is None
    asked = legal_status("Sails</li></ul><p>Essential:</p><ul><li>Ropes</li><li>Swedish citizenship")
    assert asked == "Swedish citizenship"


def test_a_title_may_ask() -> None:
    title = "Tide Engineer (US citizens only)"
    assert legal_status("We like tides.", title) == title
