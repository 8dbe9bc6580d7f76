"""Remote, hybrid or on site: statements in field, title, header and text, and what only resembles one."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from listings.boards import BOARDS
from listings.boards.base import Ad
from listings.facts.base import Fact, Reading
from listings.facts.workplace.reader import read
from listings.vocabulary.workplace import WORKPLACES
from tests.examples import few
from tests.listings.facts.growth import LIMIT, growth
from tests.tables import table

AD = Ad(external_id="1", url="https://board.example/1", title="Tide Engineer", company="Lantern Quay")
REMOTE_ONLY = BOARDS["remotive"]
MIXED = BOARDS["remoteco"]


def stated(text: str = "", *, board: Any = MIXED, **fields: Any) -> Fact | None:
    return read(Reading(replace(AD, html=text, **fields), board))


def workplace(text: str = "", **fields: Any) -> str | None:
    fact = stated(text, **fields)
    return fact.value if fact else None


@table(
    ("words", "expected"),
    [
        (("100% Remote Work",), "remote"),
        (("100% Remote",), "remote"),
        (("Option for Remote Work",), "remote"),
        (("TELECOMMUTE",), "remote"),
        (("Remote-India (Coast)",), "remote"),
        (("Hybrid Remote Work",), "hybrid"),
        (("hybrid",), "hybrid"),
        (("No Remote Work",), "onsite"),
        (("On-Site",), "onsite"),
        (("OnSite",), "onsite"),
        (("on_site",), "onsite"),
        (("Remote or on-site",), "remote"),
        (("Hybrid / Remote",), "remote"),
        (("Hybrid Remote Work", "100% Remote Work"), "remote"),
        (("On-site", "Hybrid"), "hybrid"),
        (("Remote", "2 days in office per month"), "hybrid"),
        (("Remotely possible",), None),
        (("Occasionally remote",), None),
        ((), None),
    ],
)
def test_a_field_states_the_workplace(words: tuple[str, ...], expected: str | None) -> None:
    assert stated(workplace=words) == (Fact(expected, "field:workplace") if expected else None)


def test_a_field_says_more_than_the_kind_of_board() -> None:
    assert stated(board=REMOTE_ONLY) == Fact("remote", "field:board")
    assert workplace(board=REMOTE_ONLY, workplace=("Hybrid",)) == "hybrid"


@table(
    ("title", "expected"),
    [
        ("Tide Engineer (Remote, US)", "remote"),
        ("Dock Internship – remote possible", "remote"),
        ("Tide Engineer (Hybrid)", "hybrid"),
        ("Harbour Analyst - On-site", "onsite"),
        ("Growth Lead: Hybrid / Remote", "remote"),
        ("Hybrid Cloud Engineer", None),
        ("Hybrid Mobile Developer", None),
        ("Remote Sensing Scientist", None),
        ("Remote Support Specialist", None),
        ("On-Site Search Manager", None),
        ("Head of Remote", None),
        ("Head of Remote, Bergen", None),
        ("VP of Remote Work", None),
        ("VP Remote", None),
        ("Chief Remote Officer", None),
        ("Remote Work Program Manager", None),
        ("Head of Hybrid Work", None),
        ("Head of Harbours (Remote)", "remote"),
        ("Remote Head of Harbours", "remote"),
    ],
)
def test_a_title_names_it(title: str, expected: str | None) -> None:
    assert workplace(title=title) == expected
    assert expected is None or expected in WORKPLACES


def test_a_location_may_say_remote() -> None:
    assert stated(location="Remote (Norway)") == Fact("remote", "field:location")
    assert workplace(location="Bergen, Norway") is None


@table(
    ("header", "expected"),
    [
        ("Lantern Quay | Tide Engineer | REMOTE (EU) | Full-time", "remote"),
        ("Lantern Quay | Tide Engineer | Bergen or Remote | Full-time", "remote"),
        ("Lantern Quay | Tide Engineer | ONSITE, REMOTE, HYBRID | Full-time", "remote"),
        ("Lantern Quay | Tide Engineer | Bergen (Onsite) | Full-time", "onsite"),
        ("Lantern Quay | Tide Engineer | Onsite or Hybrid | Full-time", "hybrid"),
        ("Lantern Quay | Tide Engineer | ONSITE (part remote) | Full-time", "hybrid"),
        ("Lantern Quay | Tide Engineer | ONSITE (2 days/week) | Full-time", "hybrid"),
        ("Lantern Quay | Tide Engineer | Norway | Remote | 2 days in office per month", "hybrid"),
        ("Lantern Quay | Tide Engineer | 5 days a week in office | Full-time", "onsite"),
        ("Lantern Quay | Tide Engineer | Bergen, Norway | Full-time", None),
    ],
)
def test_a_header_line_names_it(header: str, expected: str | None) -> None:
    assert workplace(f"<p>{header}<p>We measure tides.") == expected


@table(
    ("text", "expected"),
    [
        ("This role is fully remote.", "remote"),
        ("This is a remote position.", "remote"),
        ("Location: Remote within Norway", "remote"),
        ("You will be working from the Bergen office 3 days a week.", "hybrid"),
        ("Hybrid, 2 days a week in our Bergen office.", "hybrid"),
        ("We meet at the office at least once a week.", "hybrid"),
        ("This is a hybrid role based in Bergen.", "hybrid"),
        ("Work from home up to 2 days a week, with the rest in the office.", "hybrid"),
        ("One 2-day onsite in Bergen every month.", "hybrid"),
        ("This is an on-site position.", "onsite"),
        ("Our crew is in-person 5 days a week.", "onsite"),
        ("Please note: this is not a remote position.", "onsite"),
        ("Work arrangement: Hybrid", "hybrid"),
        ("Tide Engineer<br>Location: Bergen<br>Hybrid<br>About us", "hybrid"),
        ("You support remote teams with remote desktop tools.", None),
        ("We build hybrid cloud and hybrid apps.", None),
        ("Remote sensing of the sea.", None),
        ("On-site search and onsite optimisation.", None),
        ("Our office is open from 9 to 5.", None),
        ("Attend in-person interviews at our office.", None),
        ("Free onsite parking.", None),
        ("We meet in person twice a year.", None),
        ("", None),
    ],
)
def test_a_text_says_it_of_this_role(text: str, expected: str | None) -> None:
    assert workplace(text) == expected


@table(
    "text",
    [
        "Many teams offer hybrid options, a day or two a week.",
        "If you live near Bergen you are welcome to work in the office 3 days a week.",
        "An in-person onboarding week at our headquarters.",
        "The harbour congress is held onsite once per quarter.",
        "Remote-first with an occasional off-site.",
        "Other companies have hybrid offices. We do not.",
        "One-time $1,000 home office stipend once you've been here for 6 months.",
        "Whether remote or in-office, this role uses standard equipment.",
        "Interview steps:<br>- Screen<br>- Onsite<br>- Offer".rjust(900, "x"),
        "A home-office-based role with travel.",
        "Smart hybrid contracts.",
    ],
)
def test_only_this_role_contradicts_a_remote_only_board(text: str) -> None:
    assert stated(text, board=REMOTE_ONLY) == Fact("remote", "field:board")


@table(
    ("text", "expected"),
    [
        ("The role is hybrid, with three days per week in our Bergen office.", "hybrid"),
        ("This is a field-based role along the coast.", "hybrid"),
        ("Work Location: Onsite (Bergen)", "onsite"),
    ],
)
def test_this_role_contradicts_a_remote_only_board(text: str, expected: str) -> None:
    fact = stated(text, board=REMOTE_ONLY)
    assert fact
    assert fact.value == expected
    plain = Reading(replace(AD, html=text), MIXED).text
    assert plain[fact.spans[0].start : fact.spans[0].end] == fact.evidence


@table("piece", few(["remote ", "hybrid, office 3 days a week ", "office ", "one two ", "|", "1 "], 2))
def test_time_is_linear_in_the_text(piece: str) -> None:
    def prepare(text: str) -> Reading:
        reading = Reading(replace(AD, title=text, html=text), MIXED)
        assert reading.lower_text
        assert reading.lower_title
        return reading

    assert growth(read, prepare, piece) < LIMIT
