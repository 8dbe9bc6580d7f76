"""Arrangements that an ad makes for its job: a hybrid model, days at a site of a client, and invitations."""

from __future__ import annotations

from dataclasses import replace

from listings.boards import BOARDS
from listings.facts.base import Reading
from listings.facts.workplace.reader import read
from tests.examples import few
from tests.listings.facts.test_workplace_homes import AD, workplace
from tests.tables import table


@table(
    "sentence",
    [
        "The role is full-time, in a hybrid working model.",
        "You will work in a hybrid model.",
        "This role follows a hybrid working model.",
        "The position is offered on a hybrid basis.",
        "This job is permanent and based on a hybrid schedule.",
        "This position is eligible for a hybrid work schedule, which includes home and our campus.",
        "Our role is hybrid-eligible for staff near Ghent: this role is eligible for hybrid work.",
        "Available to work from our Ghent HQ 2 days a week, preferably Tues & Thurs",
        "In the office 3-5 days a week",
        "Individuelle Flexibilität durch Homeoffice (2 Tage / Woche) und Gleitzeit",
        "We expect all staff to be in one of our offices at least 25% of the time.",
        "You work 4 to 5 days a week in our office.",
        "You come to our office 3 days a week, ideally Monday to Wednesday.",
    ],
)
def test_hybrid(sentence: str) -> None:
    assert workplace(sentence) == "hybrid"


@table(
    "sentence",
    [
        "This role requires working onsite daily at our client's office in Bruges.",
        "The job requires you to work on-site at the customer's plant.",
        "You must be on site at our clients' premises.",
        "In the office 5 days a week",
        "This position is based in Ghent and requires being onsite.",
        "You work in our office 5-6 days a week.",
        "On-site (4-5 days in the office)",
    ],
)
def test_at_the_place_of_a_client(sentence: str) -> None:
    assert workplace(sentence) == "onsite"


@table(
    "sentence",
    [
        "Remote candidates who meet all requirements may be considered.",
        "A hybrid role in our office in Ghent. Remote applicants with the right experience will be considered.",
        "Remote applicants from Belgium are welcome.",
        "#LI-REMOTEApplicants read our notice of privacy",
        "This role follows a hybrid model for people in Ghent and is also open to fully remote candidates.",
    ],
)
def test_invited_to_work_remotely(sentence: str) -> None:
    assert workplace(sentence) == "remote"


@table(
    "sentence",
    [
        "You will work on a hybrid model of tides and weather.",
        "The training results in a hybrid model.",
        "You help our clients to adopt a hybrid working model.",
        "You can work in a hybrid work arrangement from one of our halls.",
        "It is a firm of 80 people that follows a hybrid working model.",
        "For candidates working in person or remotely in Ohio, the salary range is $60,000 to $75,000.",
        "Our accounting team works in a hybrid model.",
        "You will sell hybrid work schedules to schools.",
        "Some employees are eligible for a hybrid schedule.",
        "You have worked in a hybrid model before, or want to learn it.",
        "Support our client's on-site technicians.",
        "Visits to a client's office may be required.",
        "Remote candidates who live in Ohio are paid by our partner.",
        "Remote candidates who need a laptop may ask for it.",
        "We meet for training 2 days a year, preferably in May.",
    ],
)
def test_nothing_of_this_job(sentence: str) -> None:
    assert workplace(sentence) is None


@table(
    ("line", "expected"),
    [
        ("Flexible working hours and hybrid work models", "hybrid"),
        *few(
            [
                ("We offer hybrid work.", "hybrid"),
                ("We offer our customers hybrid cloud models.", "onsite"),
                ("You have experience in hybrid working environments.", "onsite"),
            ],
            1,
        ),
    ],
)
def test_hybrid_work_that_is_offered_softens_an_office(line: str, expected: str) -> None:
    assert workplace(line, ("not remote",)) == expected


@table(
    ("line", "expected"), [("Bruges · Full-time, In-Office", "onsite"), *few([("We have an in-office gym.", None)], 1)]
)
def test_an_office_in_a_list_of_terms(line: str, expected: str | None) -> None:
    assert workplace(line) == expected


@table(
    ("line", "expected"),
    [
        ("This is a full-time, non-remote role based in Leeds.", "onsite"),
        ("Work Location: Hybrid remote in Leeds", "hybrid"),
        ("Leeds office 50% – remote 50%", "hybrid"),
        ("This role is remote until the stay-at-home order is lifted.", "onsite"),
        *few(
            [
                ("This job is non-remote.", "onsite"),
                ("Job type: remote-hybrid", "hybrid"),
                ("Remote 60% / office 40%", "hybrid"),
                ("This job is temporarily remote, and ends in the office after the stay-at-home orders.", "onsite"),
                ("Location: Leeds (remote until further notice)", "onsite"),
                ("This role is remote and will stay remote after the pandemic.", "remote"),
                ("This is a fully remote position (or optionally, hybrid remote in Leeds).", "remote"),
                ("Location: work from your home at a hybrid remote company", "remote"),
            ],
            1,
        ),
    ],
)
def test_remote_for_a_part_or_for_a_time(line: str, expected: str) -> None:
    assert workplace(line) == expected


@table(
    "line",
    [
        "Responsible for on-site and/or remote installation and repair of pumps.",
        "You give on-site or remote technical support.",
        *few(["You offer remote or on-site training.", "Help on-site or remote users with their desks."], 1),
    ],
)
def test_a_service_is_not_where_the_person_works(line: str) -> None:
    assert workplace(line) is None


def test_a_quote_ends_with_a_word() -> None:
    ad = replace(AD, html="<p>This role is remote until we return to the office in Leeds, then non-remote.</p>")
    fact = read(Reading(ad, BOARDS["remoteco"]))
    assert fact is not None
    assert fact.evidence.endswith("non-remote")


def test_a_title_that_is_remote_only_at_first() -> None:
    ad = replace(AD, title="Tide Engineer (initially remote, then onsite)")
    fact = read(Reading(ad, BOARDS["remoteco"]))
    assert fact is not None
    assert fact.value == "onsite"


@table(
    "sentence",
    [
        "This is a full-time position onsite at our studio in Ghent.",
        "A role on-site in our workshop.",
        "We are looking for an analyst to work onsite at our client’s Bruges, Flanders campus on a contract basis.",
        "Positions may begin remote before transitioning to onsite.",
        "This would be initial remote and after some time onsite at Ghent.",
    ],
)
def test_onsite_at_a_place(sentence: str) -> None:
    assert workplace(sentence) == "onsite"


@table("sentence", ["A position onsite at our studio or remote.", "Opportunities on-site and at our clients."])
def test_no_place_is_set(sentence: str) -> None:
    assert workplace(sentence) != "onsite"


@table(
    "title",
    [
        "Tide Analyst (Initial remote due to Covid-19)",
        "Tide Analyst (temporarily remote)",
        "Tide Analyst - Remote until the office opens",
        "Tide Analyst - remote for now",
    ],
)
def test_a_title_that_is_remote_for_a_time(title: str) -> None:
    fact = read(Reading(replace(AD, title=title, workplace=("Remote",)), BOARDS["jobposting"]))
    assert fact is not None
    assert fact.value == "onsite"


def test_a_title_that_is_remote_for_good() -> None:
    fact = read(Reading(replace(AD, title="Tide Analyst - Remote, not temporarily remote"), BOARDS["jobposting"]))
    assert fact is not None
    assert fact.value == "remote"


def test_a_title_that_names_what_is_done_about_it() -> None:
    fact = read(Reading(replace(AD, title="Covid-19 Contact Tracer (Remote)"), BOARDS["jobposting"]))
    assert fact is not None
    assert fact.value == "remote"
