"""Seniority levels: by the title, else the board's field, else a sentence about the job."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from listings.boards import BOARDS
from listings.boards.base import Ad
from listings.facts.base import Fact, Reading
from listings.facts.seniority.reader import read as read_seniority
from listings.vocabulary.seniority import SENIORITIES
from tests.examples import few
from tests.listings.facts.growth import LIMIT, growth
from tests.tables import table

AD = Ad(external_id="1", url="https://board.example/1", title="Tide Engineer", company="Lantern Quay")


def read(title: str = "Tide Engineer", **stated: Any) -> Fact | None:
    return read_seniority(Reading(replace(AD, title=title, **stated), BOARDS["remoteco"]))


def levels(title: str = "Tide Engineer", **stated: Any) -> list[str]:
    fact = read(title, **stated)
    return fact.value if fact else []


@table(
    ("title", "due"),
    [
        ("Senior Tide Engineer", "senior"),
        ("Principal (Elementary School)", ""),
        ("Several roles at Lead Bank: Tide Engineer, Junior Diver", "junior"),
        ("VP of Engineering's Executive Assistant", ""),
        ("Assistant of the CFO", ""),
        ("Tide Analyst, Reports To: Director of Locks", ""),
        ("SVP 2031/2032 - Tide Science", ""),
        ("SVP, Tide Science", "executive"),
        ("Senior & Staff Engineers", "senior staff"),
        ("Senior II and Staff Engineers", "senior staff"),
        ("Senior Tide Engineer and Principal Lock Designer", "senior staff"),
        ("Senior Tide and Engineering Manager", "manager"),
        ("Tide Developer - Lead, Mid", "mid lead"),
        ("Tide Engineer - New College Grad", "junior"),
        ("Tech Manager, Locks", "manager"),
        ("Harbour Tech Manager", ""),
        ("Frontend EM (Remote)", "manager"),
        ("Estágio, Frontend em Lisboa", "intern"),
        ("Tide Developer (Mid)", "mid"),
        ("Líder de Marés", "lead"),
        ("Executive Assistant / Chief of Staff to the CEO", ""),
        ("Sr. Tide Engineer", "senior"),
        ("(Senior) Lock Keeper (f/m/d)", "senior"),
        ("TIDE ENGINEER, SENIOR", "senior"),
        ("Mid/Senior Tide Engineer", "mid senior"),
        ("Mid-Level Lock Keeper", "mid"),
        ("Tide Engineer II", ""),
        ("Tide Engineer III", ""),
        ("Tide Support, Tier II", ""),
        ("Jr Tide Analyst", "junior"),
        ("Entry Level Tide Analyst", "junior"),
        ("Tide Engineer, New Grad", "junior"),
        ("Graduate Tide Engineer", "junior"),
        ("Graduate School Adviser", ""),
        ("Tide Data Trainee", "junior"),
        ("Tide Engineering Intern (Summer)", "intern"),
        ("Internal Auditor", ""),
        ("Werkstudent Gezeiten (m/w/d)", "intern"),
        ("Staff Tide Engineer", "staff"),
        ("Principal Tide Engineer", "staff"),
        ("Senior Staff Engineer", "staff"),
        ("Senior/Staff Engineer", "senior staff"),
        ("Member of Technical Staff", ""),
        ("Chief of Staff", ""),
        ("Staff Writer", ""),
        ("Staff Accountant", ""),
        ("Tech Lead, Locks", "lead"),
        ("Lead Tide Engineer", "lead"),
        ("Sr. Lead Tide Engineer", "senior lead"),
        ("Harbour Transformation Lead", "lead"),
        ("Lead Generation Specialist", ""),
        ("Lead Poisoning Researcher", ""),
        ("Intermediate Language Teacher", ""),
        ("Intermediate Developer", "mid"),
        ("Principal Broker Assistant", ""),
        ("Director Assistant", ""),
        ("Graduate Program Coordinator", ""),
        ("Internship Coordinator", ""),
        ("Junior Program Manager", "junior"),
        ("Leader of Songs", ""),
        ("Engineering Manager, Locks", "manager"),
        ("Senior Manager, Tides", "manager"),
        ("Manager of Customer Success", "manager"),
        ("Marketing Manager", ""),
        ("Google Ads Manager", ""),
        ("Pricing Manager", ""),
        ("Discharge Case Manager", ""),
        ("SAP Solution Manager Consultant", ""),
        ("Harbour Manager Assistant", ""),
        ("Manager in Training", ""),
        ("Associate Product Manager", ""),
        ("Assistant Brand Manager", ""),
        ("Assistant Pricing Manager", "manager"),
        ("Assistant Manager", "manager"),
        ("Program Sr. Manager", "manager"),
        ("Sr. Program Manager", "senior"),
        ("Manager - Field Sales", "manager"),
        ("Manager Tide Partnerships", "manager"),
        ("Software Engineering Manager", "manager"),
        ("General Manager", "manager"),
        ("Team Manager", "manager"),
        ("Nurse Manager", "manager"),
        ("Account Manager", ""),
        ("Senior Account Manager", "senior"),
        ("Technical Program Manager", ""),
        ("Product Manager", ""),
        ("Lead Product Manager", "lead"),
        ("Customer Success Manager - SMB", ""),
        ("Business Development Manager", ""),
        ("Head of Tides", "director"),
        ("Headhunter", ""),
        ("Director, Tides", "director"),
        ("Senior Director of Tides", "director"),
        ("Associate Vice President, Ferries", "executive"),
        ("VP of Engineering", "executive"),
        ("Chief Tide Officer", "executive"),
        ("CTO", "executive"),
        ("Executive Assistant to the CEO", ""),
        ("Account Executive", ""),
        ("Senior Living Adviser", ""),
        ("Senior Engineer / Engineering Manager", "senior manager"),
        ("Mid-Market Ferry Sales", ""),
        ("Senior CRO Specialist", "senior"),
        ("Enablement Partner, CRO", ""),
        ("CEO Office Manager", ""),
        ("CRO", "executive"),
        ("🚢 CEO (m/w/d) Lantern Quay", "executive"),
        ("Fractional CFO", "executive"),
        ("CTO & Co-Founder", "executive"),
        ("President's Office Clerk", ""),
        ("Vice Principal", ""),
        ("Primary School Principal", ""),
        ("Principal, Tide Models", "staff"),
        ("Engineer, Staff", "staff"),
        ("Tide Engineer Staff", "staff"),
        ("Tide Engineer Sr. Staff", "staff"),
        ("Bar & Waiting Staff", ""),
        ("Kitchen Staff/Waiter", ""),
        ("Staff Pharmacist", ""),
        ("Head Chef", ""),
        ("Head Coach", ""),
        ("Head, Tides", "director"),
        ("Deputy Head of HR", "director"),
        ("Leiterin Hafen (m/w/d)", "director"),
        ("Projektleiter (m/w/d)", ""),
        ("Teamleitung Kundenservice", "lead"),
        ("Sales Lead", "lead"),
        ("Sales Leads Specialist", ""),
        ("Tide Engineer - Technical Lead", "lead"),
        ("Tide Engineer - Senior Lock Group", ""),
        ("Junior Tide Developer - Team Lead Support", "junior"),
        ("Junior/Mid Tide Developer", "junior mid"),
        ("Mid Tide Developer", "mid"),
        ("Middle Tide Developer", "mid"),
        ("Middle School Teacher", ""),
        ("Junior High Teacher", ""),
        ("Not-so-junior Keeper", ""),
        ("Analista de Marés Pleno/Sênior", "mid senior"),
        ("Analista de Marés Pleno", "mid"),
        ("Tide Engineer, Jr.", "junior"),
        ("Desenvolvedora Júnior", "junior"),
        ("Desarrollador Ssr", "mid"),
        ("Estagiário de Marés", "intern"),
        ("Alternante Marketing", "intern"),
        ("Entry - Level Clerk", "junior"),
        ("Early Career Keeper", "junior"),
        ("Designer, Director's Office", ""),
        ("Ausbildung Hafenlogistiker (m/w/d)", "junior"),
        ("Ausbildung zum Schleusenwärter", "junior"),
        ("Kauffrau für Gezeiten - Ausbildung zum 1.9.", "junior"),
        ("Ausbildungsplatz Elektroniker", "junior"),
        ("Lernende Kauffrau EFZ", "junior"),
        ("Apprentie développeuse", "junior"),
        ("Ausbildungsleiter (m/w/d)", ""),
        ("Referent Aus- und Weiterbildung", ""),
        ("Apprenticeship Program Coordinator", ""),
        ("Tide Marketing Manager (Lead Lifecycle & Email)", ""),
        ("Lead Funnel Specialist", ""),
        ("Lead Quality Engineer", "lead"),
        ("Ferry Sales Specialist & Team Lead Track", ""),
        ("Keeper - Manager Track", ""),
        ("Agent with Team Lead Potential", ""),
        ("Sales Leader, Nordics", "lead"),
        ("Worship Leader", ""),
        ("Scrum Master", ""),
        ("Director of Photography", ""),
        ("", ""),
    ],
)
def test_titles(title: str, due: str) -> None:
    assert levels(title) == due.split()


@table(
    ("field", "due"),
    [
        (("Senior",), ["senior"]),
        (("Jr",), ["junior"]),
        (("Pleno",), ["mid"]),
        (("Mid-level",), ["mid"]),
        (("Midweight",), ["mid"]),
        (("mid_level",), ["mid"]),
        (("Entry-Level, Junior",), ["junior"]),
        (("Manager", "Senior"), ["senior", "manager"]),
        (("Mid-Senior level",), ["mid", "senior"]),
        (("Director",), ["director"]),
        (("Any",), []),
        (("Experienced",), []),
        ((), []),
        (None, []),
    ],
)
def test_the_boards_field(field: tuple[str, ...] | None, due: list[str]) -> None:
    assert levels(seniority=field) == due


@table("title", ["Sales Executive", "Executive Planner"])
def test_a_field_that_repeats_the_trade_states_no_level(title: str) -> None:
    assert levels(title, seniority=("Executive",)) == []
    assert levels("Tide Strategist", seniority=("Executive",)) == ["executive"]


def test_the_title_is_before_the_field_and_the_field_before_the_text() -> None:
    said = "<p>We are looking for a junior tide engineer.</p>"
    assert levels("Staff Tide Engineer", seniority=("Senior",), html=said) == ["staff"]
    assert levels(seniority=("Senior",), html=said) == ["senior"]
    assert levels(seniority=("Any",), html=said) == ["junior"]


def test_evidence_is_the_ads_own_words() -> None:
    fact = read("Tide Engineer, SENIOR")
    assert fact is not None
    assert (fact.evidence, [(s.field, s.start, s.end) for s in fact.spans]) == ("SENIOR", [("title", 15, 21)])
    fact = read(seniority=("Senior",))
    assert fact is not None
    assert (fact.evidence, fact.spans) == ("field:seniority", ())
    fact = read(html="<p>Hello.</p><p>We are hiring a Senior Tide Engineer.</p>")
    assert fact is not None
    assert (fact.evidence, fact.spans[0].field) == ("Senior", "text")


@table(
    ("sentence", "due"),
    [
        ("We're looking for a senior tide engineer with a steady hand.", ["senior"]),
        ("We find the need for a Senior Lock Engineer to help us.", ["senior"]),
        ("This is a great mid-level opportunity for someone who likes water.", ["mid"]),
        ("This entry-level opportunity is designed for people who like water.", ["junior"]),
        ("The Senior Tide Engineer will lead the design of locks.", ["senior"]),
        ("Your level of experience: Intermediate or Senior (2+ years)", ["mid", "senior"]),
        ("Seniority: Junior", ["junior"]),
        ("- Entry-level position.", ["junior"]),
        ("You will work with our senior developer.", []),
        ("You report to senior management.", []),
        ("5+ years of experience supporting a senior executive.", []),
        ("A chance to grow into a more senior role.", []),
        ("You handle entry-level bookkeeping.", []),
        ("You will lead a team of principal engineers.", []),
        ("10 years of experience with tides.", []),
        ("This is not a senior level role.", []),
        ("We want mid and senior tide developers.", ["mid", "senior"]),
        ("This is a mid to senior level position.", ["mid", "senior"]),
        ("We're looking for an early career keeper.", ["junior"]),
        ("Remote, Oslo, Full Time, Entry Level", ["junior"]),
        ("The Quay Liaison is a senior harbour-facing role.", ["senior"]),
        ("We seek a Dock Agent (Jr Support Technician).", ["junior"]),
        ("We're seeking a tide developer (mid level) who swims.", ["mid"]),
        ("No experience required.", ["junior"]),
        ("No prior experience is necessary, we train you.", ["junior"]),
        ("Keine Erfahrung erforderlich.", ["junior"]),
        ("Experience level: Intermediate", ["mid"]),
        ("Wir suchen einen Senior Entwickler (m/w/d).", ["senior"]),
        ("This position is open to junior and senior keepers.", ["junior", "senior"]),
        ("We are looking for a tide developer (mid-level, full time, remote).", ["mid"]),
        ("We are looking for a tide developer (junior, senior).", []),
        ("We are hiring engineers from Senior to Staff, and designers.", ["senior", "staff"]),
        ("We are looking for mid-to-senior tide engineers.", ["mid", "senior"]),
        ("As a Rust Tech Lead you will keep the locks.", ["lead"]),
        ("As a keeper, you report to the Tech Lead you like.", []),
        ("No experience with tides required.", []),
        ("No experience required in welding.", []),
        ("You will be mentored by senior keepers.", []),
        ("You mentor junior keepers.", []),
        ("We have hired a senior keeper last month.", []),
        ("We are also hiring a senior pilot.", []),
        ("We present the tides to senior stakeholders.", []),
        ("We are looking for a graduate degree in tides.", []),
        ("Looking for staff to run the shop.", []),
        ("Spanish level: intermediate", []),
        ("English level: Upper-Intermediate", []),
    ],
)
def test_sentences(sentence: str, due: list[str]) -> None:
    assert levels(html=f"<p>We keep tides.</p><p>{sentence}</p>") == due


def test_an_ad_of_several_roles_lists_their_levels() -> None:
    html = (
        "Lantern Quay | Multiple Roles | Remote<p>We keep tides.<p>- Staff Tide Engineer: locks"
        "<p>- Senior Tide Designer | €60k"
        "<p>- Head of Ferries - https://quay.example/1<p>You report to our CTO."
    )
    assert levels("Multiple Roles", html=html) == ["senior", "staff", "director"]
    assert levels("Tide Engineer", html=html) == []
    assert levels("Tide Engineer(s)", html=html) == ["senior", "staff", "director"]
    fact = read("Several roles at Lantern Quay: Lead Diver, Keeper", html=html)
    assert fact is not None
    assert (fact.value, fact.evidence) == (["senior", "staff", "lead", "director"], "Lead")
    assert [span.field for span in fact.spans] == ["title", "text", "text", "text"]
    assert levels("Lead Diver, Keeper", html=html) == ["lead"]


def test_a_boards_tags_state_no_level() -> None:
    assert read(tags=("tides", "Senior", "junior")) is None


@given(st.lists(st.sampled_from(list(SENIORITIES)), min_size=1, unique=True))
def test_levels_come_in_the_order_of_a_career(fields: list[str]) -> None:
    assert levels(seniority=tuple(fields)) == [level for level in SENIORITIES if level in fields]


@given(st.text(max_size=200), st.text(max_size=400))
def test_no_words_break_it(title: str, html: str) -> None:
    assert set(levels(title, html=html)) <= set(SENIORITIES)


@table(
    "piece",
    few(
        [
            "| vp | ",
            "looking for a senior ",
            "senior ",
            "this is a ",
            "level: ",
            "- senior engineer\n",
            "direct reports ",
            "no experience ",
            "mid or ",
            "level: mid to ",
            "recent graduate ",
            "erste erfahrung ",
            "experience is ",
        ],
        2,
    ),
)
def test_time_is_linear_in_the_text(piece: str) -> None:
    def prepare(text: str) -> Reading:
        # A title without a level of its own, as the text is not read otherwise.
        reading = Reading(replace(AD, title="Multiple roles", html=text), BOARDS["remoteco"])
        assert reading.lower_text
        return reading

    assert growth(read_seniority, prepare, piece) < LIMIT


@table("piece", few(["senior ", "manager, ", "head of ", "graduate-", "II ", "staff ", "mid ", " - ", "cto & "], 2))
def test_time_is_linear_in_the_title(piece: str) -> None:
    def prepare(text: str) -> Reading:
        reading = Reading(replace(AD, title=text), BOARDS["remoteco"])
        assert reading.lower_title
        return reading

    assert growth(read_seniority, prepare, piece) < LIMIT
