"""Whom a sentence is about, kind by kind."""

from __future__ import annotations

from listings.facts.subjects import (
    MAX_SENTENCE,
    SentenceSubject,
    frame_of,
    governor,
    holder_of,
    is_of_market,
    sentence_bounds,
    subject_at,
    subject_of,
)
from tests.tables import table

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
    SentenceSubject.CONDITION: [
        "If you live in Oregon, you get a laptop by mail.",
        "Candidates based in Nevada will see a higher range.",
        "Applicants located in Leeds are welcome to use our desks.",
        "For candidates in Hamburg, hybrid work is possible.",
    ],
    SentenceSubject.NOTICE: [
        "We are an equal opportunity employer in the United States.",
        "Pursuant to the San Francisco Fair Chance Ordinance, we consider all.",
        "See our privacy notice for applicants in the EU.",
    ],
    SentenceSubject.BENEFIT: [
        "Life insurance of 50,000 EUR from the first day.",
        "Work from anywhere in the world for up to four weeks.",
        "Canada-only discounts for staff.",
    ],
    SentenceSubject.WISH: ["A European time zone is preferred.", "Ideally you live near Vienna."],
    SentenceSubject.OTHER_OPENING: ["We are also hiring in Mexico.", "We also seek a painter in Lima."],
    SentenceSubject.CUSTOMERS: ["We help customers in the United States.", "Trusted by brands across Europe."],
    SentenceSubject.TEAM: ["Our team is spread across Asia and Africa.", "We are a distributed team in 20 countries."],
    SentenceSubject.COMPANY: [
        "We are headquartered in Denver.",
        "All backups run in Switzerland.",
        "Founded in Oslo in 1999.",
    ],
    SentenceSubject.TRAVEL: ["Two retreats in Portugal.", "Some travel to Texas."],
}


@table("sentence", OF_JOB)
def test_said_of_the_person_or_the_role(sentence: str) -> None:
    assert subject_of(sentence.lower()).is_of_job


@table(
    ("subject", "sentence"), [(subject, sentence) for subject, sentences in OTHERS.items() for sentence in sentences]
)
def test_said_of_something_else(subject: SentenceSubject, sentence: str) -> None:
    assert not subject_of(sentence.lower()).is_of_job, subject_of(sentence.lower())


@table(
    ("clause", "subject"),
    [
        ("You must be ", SentenceSubject.PERSON),
        ("We are hiring nurses who ", SentenceSubject.PERSON),
        ("Our client looks for somebody and is seeking someone ", SentenceSubject.PERSON),
        ("Reporting to the CEO, you will be ", SentenceSubject.PERSON),
        ("This position will be ", SentenceSubject.PERSON),
        ("We are a start-up looking for an engineer ", SentenceSubject.PERSON),
        ("You will report to a manager ", SentenceSubject.TASK),
        ("You will recruit candidates ", SentenceSubject.TASK),
        ("You help people who ", SentenceSubject.TASK),
        ("Customers must be ", SentenceSubject.CUSTOMERS),
        ("Unsere Kunden ", SentenceSubject.CUSTOMERS),
        ("Our team of people ", SentenceSubject.TEAM),
        ("Our senior developer is ", SentenceSubject.TEAM),
        ("Our servers are ", SentenceSubject.COMPANY),
        ("We are ", SentenceSubject.COMPANY),
        ("Nous sommes ", SentenceSubject.TEAM),
        ("Senior staff engineer, ", SentenceSubject.UNKNOWN),
    ],
)
def test_the_last_noun_governs_what_follows(clause: str, subject: SentenceSubject) -> None:
    assert governor(clause.lower()) is subject


@table(
    ("sentence", "frame"),
    [
        ("Only apply if you live in Kenya.", SentenceSubject.UNKNOWN),
        ("If you live in Kenya, we send a desk.", SentenceSubject.CONDITION),
        ("Whether you live in Kenya or not, apply.", SentenceSubject.CONDITION),
        ("For our sales roles we hire in Kenya.", SentenceSubject.CONDITION),
        ("Local law applies in Kenya.", SentenceSubject.NOTICE),
        ("Dental plan in Kenya.", SentenceSubject.BENEFIT),
        ("Idealerweise wohnst du in Kenia.", SentenceSubject.WISH),
        ("You must live in Kenya.", SentenceSubject.UNKNOWN),
    ],
)
def test_frames(sentence: str, frame: SentenceSubject) -> None:
    assert frame_of(sentence.lower()) is frame


def test_a_sentence_ends_at_its_own_stop_and_not_at_an_abbreviation() -> None:
    text = "we are in the u.s. and grow. you live in spain! our office is in rome\nlocation: remote"
    assert text[slice(*sentence_bounds(text, text.index("u.s")))] == "we are in the u.s. and grow"
    assert text[slice(*sentence_bounds(text, text.index("spain")))].strip() == "you live in spain"
    assert text[slice(*sentence_bounds(text, text.index("remote")))] == "location: remote"
    assert subject_at(text, text.index("rome")) is SentenceSubject.COMPANY


def test_a_sentence_without_an_end_is_cut() -> None:
    start, end = sentence_bounds("x" * 5000, 2500)
    assert end - start <= 2 * MAX_SENTENCE


@table(
    ("clause", "after", "subject"),
    [
        ("You bring at least ", "", SentenceSubject.PERSON),
        ("We are looking for someone with ", "", SentenceSubject.PERSON),
        ("We bring over ", "", SentenceSubject.COMPANY),
        ("Backed by nearly ", "", SentenceSubject.COMPANY),
        ("Lantern Quay has ", "", SentenceSubject.COMPANY),
        ("- Has ", "", SentenceSubject.UNKNOWN),
        ("- Also has ", "", SentenceSubject.UNKNOWN),
        ("Join engineers with ", "", SentenceSubject.TEAM),
        ("Your mentor has ", "", SentenceSubject.TEAM),
        ("You coach nurses with ", "", SentenceSubject.TASK),
        ("Our graduates earn ", "", SentenceSubject.CUSTOMERS),
        ("Customers pay ", "", SentenceSubject.CUSTOMERS),
        ("Tutors earn ", " an hour on our platform", SentenceSubject.CUSTOMERS),
        ("Tutors earn ", " an hour", SentenceSubject.UNKNOWN),
        ("A survey says that ", "", SentenceSubject.MARKET),
        ("Pay: ", "", SentenceSubject.UNKNOWN),
    ],
)
def test_whose_the_figure_after_a_clause_is(clause: str, after: str, subject: SentenceSubject) -> None:
    assert holder_of(clause.lower(), after) is subject


@table(("words", "is_guess"), [("glassdoor says", True), ("the median pay for nurses is", True), ("you earn", False)])
def test_the_market_is_not_the_employer(words: str, is_guess: bool) -> None:
    assert is_of_market(words) is is_guess
