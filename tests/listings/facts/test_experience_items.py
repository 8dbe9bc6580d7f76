"""Years of requirements that name the work alone, and those of a tool in brackets."""

from __future__ import annotations

from listings.boards import BOARDS
from listings.boards.base import Ad
from listings.facts.base import Fact, Reading
from listings.facts.experience.reader import read
from tests.tables import table


def experience(html: str) -> Fact | None:
    ad = Ad(external_id="1", url="https://board.example/1", title="Tide Engineer", company="Lantern Quay", html=html)
    return read(Reading(ad, BOARDS["jobposting"]))


def item(text: str, heading: str = "Requirements") -> Fact | None:
    return experience(f"<h2>{heading}</h2><ul><li>{text}</li><li>You write well.</li></ul>")


@table(
    ("text", "years", "evidence"),
    [
        ("At least 2 years harbour billing, or insurance", 2, "2 years harbour billing"),
        ("5+ years lamp development", 5, "5+ years lamp development"),
        ("5+ Years – Tide analytics", 5, "5+ Years – Tide analytics"),
        ("4 years strategic sales", 4, "4 years strategic sales"),
        ("Minimum 8 years Ship Change Management", 8, "8 years Ship Change Management"),
        ("3 years in Business Intelligence", 3, "3 years in"),
        ("Have worked as a keeper for 5+ years by the sea", 5, "5+ years"),
        ("≥ 5 ans d'expérience en optique", 5, "5 ans d'expérience"),
        ("Minimum (3) years of lamp experience", 3, "(3) years of lamp experience"),
        ("At least [5] years of lamp experience", 5, "[5] years of lamp experience"),
        ("4 years of combined legal and harbour experience", 4, "4 years of combined legal and harbour experience"),
        ("Python (5+ years, expert level)", 5, "Python (5+ years, expert level)"),
        ("Kelp (5+ years, advanced)", 5, "Kelp (5+ years, advanced)"),
        ("SQL (at least 3 years)", 3, "SQL (at least 3 years)"),
        ("5+ years of experience as a Sr. Keeper", 5, "5+ years of experience"),
    ],
)
def test_an_item_asks_for_years(text: str, years: int, evidence: str) -> None:
    fact = item(text)
    assert fact is not None
    assert (fact.value, fact.evidence) == (years, evidence)


@table(
    "text",
    [
        "20 years in business",
        "5-year strategy for lamps",
        "A bonus every 2 years following a review",
        "After 3 years, paid leave",
        "A contract of 2 years starting in May",
        "Grow within 3 years to management",
        "Manager track (2-3 years)",
        "SQL: 3 years (Preferred)",
        "Lamps (2-3 years)",
        "Three years running a leader of lamp design",
        "6 ans d'expérience additionnelle",
        "40 years of combined experience",
        "In 5 years our harbour will be the largest",
    ],
)
def test_an_item_that_asks_for_none(text: str) -> None:
    assert item(text) is None


def test_years_that_a_firm_looks_for() -> None:
    fact = experience("<h2>About us</h2><p>We light harbours. We’re looking for 3–6 years on real lamps.</p>")
    assert fact is not None
    assert (fact.value, fact.evidence) == (3, "3–6 years")
    assert experience("<p>We’re looking for 3 years of funding.</p>") is None
    fact = item("5 – 8 year’s experience in harbours", heading="Who We Are Looking For:")
    assert fact is not None
    assert fact.value == 5
    assert item("30 years’ experience in harbours", heading="Who we are") is None


@table(
    ("sentence", "years"),
    [
        ("Minimum of 2 – 4 years of professional experience.", 2),
        ("To be successful in this role you will have 5-10 years of harbour experience.", 5),
        ("At least 3 years of experience with lamps", 3),
        ("With over 20 years of experience, we light harbours.", None),
        ("At least 20 years after its founding, Lantern Quay grows.", None),
        ("We have at least 30 years of experience.", None),
    ],
)
def test_a_demand_below_a_heading_for_the_firm(sentence: str, years: int | None) -> None:
    fact = experience(f"<h2>About us</h2><p>{sentence}</p>")
    assert (fact.value if fact else None) == years


def test_a_demand_among_wishes_stays_one() -> None:
    assert item("At least 3 years of experience with lamps", heading="Nice to have") is None


def test_headings_for_several_positions_leave_the_years_open() -> None:
    lists = [
        f"<p>Requirements for the {name} position:</p><ul><li>{years}+ years of experience</li></ul>"
        for name, years in (("lamp", 4), ("rope", 5))
    ]
    assert experience("<p>We mend.</p>" + "".join(lists)) is None
    one = experience(f"<p>We mend.</p>{lists[0]}")
    assert one is not None
    assert one.value == 4


def test_a_wish_between_requirements_is_no_heading() -> None:
    fact = experience(
        "<p>What you need</p><p>A degree required</p><p>MBA preferred</p><p>4+ years of work experience required</p>"
    )
    assert fact is not None
    assert fact.value == 4
    assert experience("<p>Preferred skills</p><p>4+ years of work experience</p>") is None


@table(
    ("text", "years"),
    [
        ("<p>Minimum Years of Work Experience:</p><p>3</p>", 3),
        ("<p>Years of experience: 5+</p>", 5),
        ("<p>Preferred years of experience: 5</p>", None),
        ("<p>Years of experience: 10 people wrote about theirs</p>", None),
    ],
)
def test_a_label_before_the_number(text: str, years: int | None) -> None:
    fact = experience(text)
    assert (fact.value if fact else None) == years
