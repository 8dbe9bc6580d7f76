"""Whom a sentence is about, kind by kind."""

from __future__ import annotations

import pytest

from listings.facts.subjects import (
    MAX_SENTENCE,
    Subject,
    frame_of,
    governor,
    sentence_bounds,
    subject_at,
    subject_of,
)

OF_JOB = [
    "You must live in Spain or Portugal.",
    "Candidates must be based in Canada.",
    "This role is open to applicants in the EU.",
    "We hire in the US, the UK and Ireland.",
    "Remote (US only)",
    "Location: Warsaw",
    "We are looking for a bookkeeper based in Kenya.",
    "Applicants need the right to work in France.",
    "100% remote, Europe",
    "We only consider people who live in Brazil.",
]
OTHERS = {
    Subject.CONDITION: [
        "If you live in Oregon, you get a laptop by mail.",
        "Candidates based in Nevada will see a higher range.",
        "Applicants located in Leeds are welcome to use our desks.",
        "For candidates in Hamburg, hybrid work is possible.",
    ],
    Subject.NOTICE: [
        "We are an equal opportunity employer in the United States.",
        "Pursuant to the San Francisco Fair Chance Ordinance, we consider all.",
        "See our privacy notice for applicants in the EU.",
    ],
    Subject.BENEFIT: [
        "Life insurance of 50,000 EUR from the first day.",
        "Work from anywhere in the world for up to four weeks.",
        "Canada-only discounts for staff.",
    ],
    Subject.WISH: ["A European time zone is preferred.", "Ideally you live near Vienna."],
    Subject.OTHER_OPENING: ["We are also hiring in Mexico."],
    Subject.CUSTOMERS: ["We help customers in the United States.", "Trusted by brands across Europe."],
    Subject.TEAM: ["Our team is spread across Asia and Africa.", "We are a distributed team in 20 countries."],
    Subject.COMPANY: ["We are headquartered in Denver.", "All backups run in Switzerland.", "Founded in Oslo in 1999."],
    Subject.TRAVEL: ["Two retreats in Portugal.", "Some travel to Texas."],
}


@pytest.mark.parametrize("sentence", OF_JOB)
def test_said_of_the_person_or_the_role(sentence: str) -> None:
    assert subject_of(sentence.lower()).is_of_job


@pytest.mark.parametrize(
    ("subject", "sentence"), [(subject, sentence) for subject, sentences in OTHERS.items() for sentence in sentences]
)
def test_said_of_something_else(subject: Subject, sentence: str) -> None:
    assert not subject_of(sentence.lower()).is_of_job, subject_of(sentence.lower())


@pytest.mark.parametrize(
    ("clause", "subject"),
    [
        ("You must be ", Subject.PERSON),
        ("We are hiring nurses who ", Subject.PERSON),
        ("Our client looks for somebody and is seeking someone ", Subject.PERSON),
        ("Reporting to the CEO, you will be ", Subject.PERSON),
        ("This position will be ", Subject.PERSON),
        ("We are a start-up looking for an engineer ", Subject.PERSON),
        ("You will report to a manager ", Subject.TASK),
        ("You will recruit candidates ", Subject.TASK),
        ("You help people who ", Subject.TASK),
        ("Customers must be ", Subject.CUSTOMERS),
        ("Unsere Kunden ", Subject.CUSTOMERS),
        ("Our team of people ", Subject.TEAM),
        ("Our senior developer is ", Subject.TEAM),
        ("Our servers are ", Subject.COMPANY),
        ("We are ", Subject.COMPANY),
        ("Nous sommes ", Subject.TEAM),
        ("Senior staff engineer, ", Subject.UNKNOWN),
    ],
)
def test_the_last_noun_governs_what_follows(clause: str, subject: Subject) -> None:
    assert governor(clause.lower()) is subject


@pytest.mark.parametrize(
    ("sentence", "frame"),
    [
        ("Only apply if you live in Kenya.", Subject.UNKNOWN),
        ("If you live in Kenya, we send a desk.", Subject.CONDITION),
        ("Whether you live in Kenya or not, apply.", Subject.CONDITION),
        ("For our sales roles we hire in Kenya.", Subject.CONDITION),
        ("Local law applies in Kenya.", Subject.NOTICE),
        ("Dental plan in Kenya.", Subject.BENEFIT),
        ("Idealerweise wohnst du in Kenia.", Subject.WISH),
        ("You must live in Kenya.", Subject.UNKNOWN),
    ],
)
def test_frames(sentence: str, frame: Subject) -> None:
    assert frame_of(sentence.lower()) is frame


def test_a_sentence_ends_at_its_own_stop_and_not_at_an_abbreviation() -> None:
    text = "we are in the u.s. and grow. you live in spain! our office is in rome\nlocation: remote"
    assert text[slice(*sentence_bounds(text, text.index("u.s")))] == "we are in the u.s. and grow"
    assert text[slice(*sentence_bounds(text, text.index("spain")))].strip() == "you live in spain"
    assert text[slice(*sentence_bounds(text, text.index("remote")))] == "location: remote"
    assert subject_at(text, text.index("rome")) is Subject.COMPANY


def test_a_sentence_without_an_end_is_cut() -> None:
    start, end = sentence_bounds("x" * 5000, 2500)
    assert end - start <= 2 * MAX_SENTENCE
