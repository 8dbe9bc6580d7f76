"""Until when people may apply, as an ad's own words state it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from listings import facts
from listings.boards import BOARDS
from listings.boards.base import Ad
from tests.tables import table

AD = Ad(external_id="1", url="https://board.example/1", title="Tide Engineer", company="Lantern Quay")
BOARD = BOARDS["jobposting"]
DANISH = "Vi søger en kollega, der kan lede vores projekter og som har lyst til at arbejde sammen med os."


def read(text: str, **fields: Any) -> dict[str, Any] | None:
    html = "".join(f"<p>{line}</p>" for line in text.split("\n"))
    apply_by: dict[str, Any] | None = facts.read(replace(AD, html=html, **fields), BOARD)["apply_by"]
    return apply_by


@table(
    ("text", "day"),
    [
        ("Applications close 30 June, 2026", "2026-06-30"),
        ("Applications will close at 5pm on Tuesday 30 June 2026.", "2026-06-30"),
        ("Applications must be received by 11:59 PM (EST) on June 30, 2026", "2026-06-30"),
        ("Applications for this role will be accepted until Sept. 3, 2026", "2026-09-03"),
        ("Applications will be accepted on a rolling basis through June 30th, 2026", "2026-06-30"),
        ("The opportunity will be open for applications from 6/1/26 to 6/30/26", "2026-06-30"),
        ("We are accepting applications until October, 28, 2026", "2026-10-28"),
        ("Application deadline is 06/30/2026", "2026-06-30"),
        ("Application Deadline\n30th June 2026", "2026-06-30"),
        ("DEADLINE: 30 June 2026", "2026-06-30"),
        ("Write to us. Deadline is 30 June 2026.", "2026-06-30"),
        ("The deadline to submit applications for this posting is 6/30/2026", "2026-06-30"),
        ("Deadline for submissions is 2026-06-30", "2026-06-30"),
        ("Closing date for applications is midnight on Tuesday 30 June 2026", "2026-06-30"),
        ("_Closing Date:_ _2026-06-30_", "2026-06-30"),
        ("Last date to apply: 30 June 2026", "2026-06-30"),
        ("Please apply no later than Tuesday, June 30th, 2026", "2026-06-30"),
        ("Send your CV to jobs@lantern.example by 30 June 2026", "2026-06-30"),
        ("We welcome your application no later than 30 June 2026", "2026-06-30"),
        ("This position will remain open until June 30, 2026.", "2026-06-30"),
        ("OPEN until 30 June, 2026", "2026-06-30"),
        ("This vacancy closes at 23:59 on 30.6.2026", "2026-06-30"),
        ("Job Posting End Date at 12:01 am on:\n06-30-2026", "2026-06-30"),
        ("Applications must be submitted via our website before 30 June 2026", "2026-06-30"),
        ("Application Close Date: 30-Jun-2026", "2026-06-30"),
        ("Final date for applications: 30 June 2026", "2026-06-30"),
        ("Applications for the Harbour Programme are open from 1 June and will close on 30 June 2026", "2026-06-30"),
        ("Bewerbungsschluss ist der 30. Juni 2026", "2026-06-30"),
        ("Bitte bewerben Sie sich bis zum 30.06.2026.", "2026-06-30"),
        ("Date limite de candidature : 1er juin 2026", "2026-06-01"),
        ("Merci d'envoyer votre candidature avant le 30/06/2026", "2026-06-30"),
        ("Fecha límite de postulación: 15 de agosto de 2026", "2026-08-15"),
        ("Inscrições até 30 de setembro de 2026", "2026-09-30"),
        ("Solliciteer vóór 30 juni 2026", "2026-06-30"),
        ("Scadenza candidature: 30 giugno 2026", "2026-06-30"),
        ("Termin składania aplikacji: 30 kwietnia 2026", "2026-04-30"),
        ("Ansøgningsfrist mandag den 8. juni 2026", "2026-06-08"),
    ],
)
def test_a_certain_day(text: str, day: str) -> None:
    apply_by = read(text)
    assert apply_by is not None
    assert apply_by["date"] == day
    assert apply_by["evidence"] in text.removesuffix("_")


@table(
    ("text", "quote"),
    [
        ("Deadline: Monday, May 11", "Deadline: Monday, May 11"),
        ("Applications close 22nd July at midnight.", "Applications close 22nd July"),
        ("Applications Deadline 3/29", "Applications Deadline 3/29"),
        ("Deadline for submissions is 11/4/2026", "Deadline for submissions is 11/4/2026"),
        # The 30th of June 2026 is a Tuesday.
        ("Closing date: Monday 30 June 2026", "Closing date: Monday 30 June 2026"),
        ("Closing date: 31 June 2026", "Closing date: 31 June 2026"),
        (
            "The application window is anticipated to close on June 30, 2026 and may be extended as needed.",
            "The application window is anticipated to close on June 30, 2026 and may be extended as needed",
        ),
        (
            "Applications will be accepted until 30 June 2026 or until the post is filled.",
            "Applications will be accepted until 30 June 2026 or until the post is filled",
        ),
    ],
)
def test_a_day_that_is_not_certain_is_quoted_alone(text: str, quote: str) -> None:
    assert read(text) == {"date": "", "evidence": quote}


@table(
    ("text", "fields", "day"),
    [
        ("Apply by 6/7/2026\nPosted 5/30/2026", {}, "2026-06-07"),
        ("Apply by 6/7/2026\nPosted 30/5/2026", {}, "2026-07-06"),
        ("Apply by 6/7/2026\nPosted 30/5/2026, starts 7/30/2026", {}, ""),
        ("Apply by 6/7/2026", {"location": "USA only"}, "2026-06-07"),
        ("Apply by 6/7/2026", {"location": "USA, Canada"}, ""),
        ("Apply by 6.7.2026\nPosted 5/30/2026", {"location": "USA only"}, ""),
        ("Apply by Sunday 6/7/2026", {}, "2026-06-07"),
        ("Apply by Monday 6/7/2026", {}, "2026-07-06"),
        (f"{DANISH}\nAnsøgningsfrist: 06-07-2026", {}, "2026-07-06"),
        ("Apply by 6/7/2026\nApplications close 6 July", {}, "2026-07-06"),
        ("Applications close 6 July\nClosing date: 6 July 2026", {}, "2026-07-06"),
    ],
)
def test_the_rest_of_an_ad_may_tell_which_day_is_meant(text: str, fields: dict[str, Any], day: str) -> None:
    apply_by = read(text, **fields)
    assert apply_by is not None
    assert apply_by["date"] == day


@table(
    ("text", "quote"),
    [
        ("Expected Close Date 09-23-2026", "Expected Close Date 09-23-2026"),
        (
            "We anticipate the application window for this opening will close on: 12/31/2026",
            "We anticipate the application window for this opening will close on: 12/31/2026",
        ),
        ("Target close date: 30 June 2026", "Target close date: 30 June 2026"),
        ("Anticipated Posting Close Date:\nSep 18, 2026", "Anticipated Posting Close Date:\nSep 18, 2026"),
    ],
)
def test_an_expectation_is_quoted_as_such(text: str, quote: str) -> None:
    apply_by = read(text)
    assert apply_by is not None
    assert apply_by["evidence"] == quote


@table(
    "text",
    [
        # Work.
        "Able to meet deadlines in a 24/7 newsroom",
        "Deadline: 24/7",
        "The deadline for the project is 5 June 2026",
        "Your first deadline is on 30 June 2026",
        "You will close the monthly books by 5 June 2026",
        "Our fundraising campaign closes on 30 June 2026",
        "We hope to fill this position by 30 June 2026",
        "Applications will be reviewed by 30 June 2026",
        "Submit your timesheet by 30 June 2026",
        "You process applications received by June 5, 2026",
        "Our customers must submit their applications by 5 June 2026",
        "The migration window closes on June 5, 2026",
        # The time of the job, of shops and events.
        "Posting date: 12/31/2026",
        "Your offer expires on 30 June 2026",
        "Start date: 1 June 2026",
        "The contract runs until 5 June 2026",
        "The role ends on 5 June 2026",
        "The post is available from 1 January 2026 until 30 June 2026",
        "Bewerbung mit Gehaltswunsch, Eintritt bis 30.06.2026",
        "We close early on 24 December 2026",
        "Registration for the conference closes on 5 June 2026",
        "Our call for papers closes on 5 June 2026",
        "Open enrollment period ends 5 June 2026",
        # No end, or one of a few people.
        "This position is open until filled; review begins June 5, 2026.",
        "Posting will remain open until at least June 5, 2026",
        "Applications open on 5 June 2026",
        "Applications submitted by June 5, 2026 will be given priority",
        "For full consideration, apply by June 5, 2026",
        "Last day for internal candidates to apply is 5 June 2026",
        "Earliest close date: 5 June 2026",
        "Employees who apply before 5 June 2026 get a bonus",
        # Of another time.
        "Applications closed on 5 June 2026",
        "The deadline was 5 June 2026",
        # Other things that people apply for.
        "Scholarship application deadline: 5 June 2026",
        "H-1B application deadline: June 5, 2026",
        # Numbers that are no dates.
        "Apply within 5 days",
        "Apply before 10.30. on weekdays",
        "Deadline: 3 days before each event",
        "We close 3/4 of our deals",
        # Each of several roles has its own.
        "Deck hand: applications close 5 June 2026\nCook: applications close 8 June 2026",
    ],
)
def test_what_states_no_last_day(text: str) -> None:
    assert read(text) is None


def test_its_words_have_a_span_in_the_text_or_in_the_title() -> None:
    ad = replace(AD, html="<p>Hello.</p><p>Apply by 30 June 2026.</p>")
    assert facts.read(ad, BOARD)["spans"]["apply_by"] == [{"field": "text", "start": 7, "end": 28}]
    ad = replace(AD, title="Tide Engineer (apply by 30 June 2026)")
    assert facts.read(ad, BOARD)["spans"]["apply_by"] == [{"field": "title", "start": 15, "end": 36}]
