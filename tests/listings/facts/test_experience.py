"""The least years of experience that an ad asks for, and years of other things."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from listings.boards import BOARDS
from listings.boards.base import Ad
from listings.facts.base import Fact, Reading
from listings.facts.experience.reader import read
from tests.examples import few
from tests.listings.facts.growth import LIMIT, growth
from tests.tables import table

AD = Ad(external_id="1", url="https://board.example/1", title="Tide Engineer", company="Lantern Quay")
BOARD = BOARDS["jobposting"]


def stated(text: str = "", **fields: Any) -> Fact | None:
    """The fact of an ad whose lines are `text`; its quote has to stand in the ad."""
    reading = Reading(replace(AD, html="".join(f"<p>{line}</p>" for line in text.split("\n")), **fields), BOARD)
    fact = read(reading)
    if fact and fact.spans:
        source = reading.title if fact.spans[0].field == "title" else reading.text
        assert source[fact.spans[0].start : fact.spans[0].end] == fact.evidence
    return fact


def value(text: str = "", **fields: Any) -> int | None:
    fact = stated(text, **fields)
    return None if fact is None else fact.value


@table(
    ("text", "years"),
    [
        ("5+ years of experience", 5),
        ("Proven experience is required (at least 2 years)", 2),
        ("Join us if you have:\nAt least 3 years of professional experience in programming", 3),
        ("You have previous working experience in the role for 2 to 4 years.", 2),
        ("A background in a similar support position is required (at least 2 years)", 2),
        ("1+ years of sales experience (lighthouse background a plus)", 1),
        ("5+ years in a partnerships, account management or sales role - ideally in live events", 5),
        ("10+ years of enterprise B2B SaaS sales leadership", 10),
        ("5 years of experience as a painter (experience in a shipyard is a plus).", 5),
        ("- 5+ years of experience in software engineering", 5),
        ("3-5 years of experience", 3),
        ("3 to 5 years experience in a similar role", 3),
        ("At least two years of experience.", 2),
        ("Minimum of 7 years' experience in B2B sales.", 7),
        ("A minimum of 7 years’ relevant work experience", 7),
        ("You have 4 or more years of professional experience.", 4),
        ("five (5) years of experience", 5),
        ("3+ yrs exp", 3),
        ("6+ YOE", 6),
        ("Experience: 5 years", 5),
        ("Experience level: 5+ years", 5),
        (
            "You bring 2 years of experience leading teams. You have 5 years of experience.",
            5,
        ),
        ("10+ years in finance\nRequirements:\n- 10+ years in finance, incl. controlling", 10),
        ("Requirements:\n- 3+ years as a product designer", 3),
        ("You have at least 5 years of experience, including 3+ years of experience with Python.", 5),
        ("4+ years of Python experience", 4),
        ("4+ years with React\nRequirements\n- 4+ years with React", 4),
        ("No prior experience required.", 0),
        ("0-2 years of experience", 0),
        ("1-2 years of experience", 1),
        ("Mindestens 5 Jahre Berufserfahrung im Vertrieb", 5),
        ("3-5 Jahre Erfahrung als Entwickler", 3),
        ("Mehr als 3 Jahre Erfahrung in der Pflege", 3),
        ("Du bringst mindestens drei Jahre Berufserfahrung mit", 3),
        ("Erfahrung: mind. 5 Jahre", 5),
        ("mindestens 3-jährige Berufserfahrung", 3),
        ("Au moins 5 ans d'expérience en marketing", 5),
        ("Vous avez 3 à 5 ans d’expérience", 3),
        ("Expérience de 3 ans minimum sur un poste similaire", 3),
        ("Minimum 5 ans d'expérience", 5),
        ("Al menos 3 años de experiencia", 3),
        ("Mínimo 2 años de experiencia en ventas", 2),
        ("Experiencia mínima de 3 años", 3),
        ("Más de 5 años de experiencia profesional", 5),
        ("Pelo menos 3 anos de experiência", 3),
        ("Experiência mínima de 2 anos", 2),
        ("Mínimo de 4 anos de experiência com vendas", 4),
        ("Almeno 3 anni di esperienza", 3),
        ("Esperienza di almeno 3 anni nel ruolo", 3),
        ("Minimo 5 anni di esperienza", 5),
        ("Minimaal 3 jaar ervaring", 3),
        ("Ten minste 5 jaar werkervaring als developer", 5),
        ("2 tot 4 jaar ervaring", 2),
        ("Minimum 3 lata doświadczenia", 3),
        ("Co najmniej 5 lat doświadczenia na podobnym stanowisku", 5),
        ("Min. 2 lata doświadczenia w sprzedaży", 2),
        ("We are looking for someone with 5+ years of experience.", 5),
        ("This role requires 8 years of experience in accounting.", 8),
        ("5+ years of experience, preferably in fintech", 5),
        ("Bachelor's degree and 3+ years of experience", 3),
        ("5+ years’ experience leading our kind of teams", 5),
        ("2+ years of customer support experience", 2),
        ("12+ years of progressive leadership experience", 12),
        ("6+ years building products on the web\nWhat you bring\n- 6+ years building products on the web", 6),
        ("6 or more years building web apps", 6),
        ("You have worked as a nurse for at least three years.", 3),
        ("We ask for 3 years in sales.", 3),
        ("An ideal candidate has 3 years of shop experience.", 3),
        ("You need the following:\n- 3 years of experience", 3),
        ("Requirements:\n- 5–8+ Years of Lamp Communications: a record in lighthouses", 5),
        ("Preferred Qualifications: an MBA. Minimum Qualifications: 5 years of experience in trade.", 5),
        ("Preferred Skills: Dutch. 5 years of experience required.", 5),
        ("You gave recommendations for 5 years; 3+ years of experience translating data into recommended action", 3),
        ("A degree in optics.4+ years of experience with lamps.", 4),
        ("You like lamps.1–2 years of experience with lamps.", 1),
        ("Bachelor's degree and 4 years of experience\nAn advanced degree is welcome", 4),
        ("You have 5 years of experience.\nEquivalent experience may replace the degree.", 5),
    ],
)
def test_years_that_are_asked_for(text: str, years: int) -> None:
    assert value(text) == years


@table(
    "text",
    [
        "5 years of experience (a plus)",
        "5 years of experience (this is a big plus)",
        "5 years of sales (experience is a plus)",
        "We have 20 years of experience in the market.",
        "With over 20 years of experience, Millrace is a leader.",
        "Our team brings 15 years of experience.",
        "Our founders have 10+ years of experience in logistics.",
        "You must be at least 18 years old.",
        "A team with 50 years of combined experience.",
        "10 years of combined experience",
        "5+ years of experience preferred",
        "Nice to have: 3+ years of experience with Rust",
        "Nice to have:\n- 3+ years of experience in fintech",
        "This is a 2 year contract.",
        "2-year fixed term contract",
        "Founded 12 years ago",
        "In the last 3 years we have experience growing fast.",
        "Over the past five years, our experience has grown.",
        "Bachelor's degree or 5 years of experience",
        "Bachelor's and 5 years of experience, or Master's and 3 years of experience",
        "A degree, or 4 years of equivalent experience.",
        "Up to 2 years of experience",
        "Less than 3 years of experience",
        "Ideally, 3+ years of experience",
        "4 weeks of leave after 2 years; a great experience",
        "Millrace has been in business for 30 years.",
        "Equity vests over 4 years",
        "Work experience from the last 2 years",
        "Wir haben 20 Jahre Erfahrung am Markt.",
        "Nous avons 15 ans d'expérience.",
        "Tenemos más de 10 años de experiencia.",
        "Backed by 25 years of experience.",
        "Your colleagues and our candidates, backed by over 12 years of experience, win.",
        "Junior: 1+ years of experience\nSenior: 6+ years of experience",
        "Senior (8+ years of experience) or mid-level (3+ years of experience)",
        "Anniversary bonus after 5 years",
        "Our CEO has 12 years of experience in tech.",
        "3 years of experience would be a plus",
        "You will join engineers with 10 years of experience.",
        "the customer experience of the next 5 years",
        "Mayor de 18 años",
        "Als Unternehmen blicken wir auf 30 Jahre Erfahrung zurück.",
        "Millrace draws on 40 years of experience",
        "five-year strategy for the customer experience",
        "We expect 20% growth in 2 years; experience shows.",
        "No experience with Excel required",
        "My experience is 10+ years of software, and I look for a partner.",
        "Requirements:\n- B.Sc. with 5+ years of experience, or\n- M.Sc. with 3+ years of experience",
        "12 years of experience, but we consider all levels of experience.",
        "The average tenure of our staff is 6 years, and their experience shows.",
        "1 year warranty experience centre",
        "Bachelor of Science and 5 years of experience OR Master of Science and 3 years of experience",
        "Requirements:\n- B.Sc. with over 6 years of experience\n- Master's with 4 years of experience",
        "At least 3 years of shop experience is ideal",
        "You have 8 years of experience.\nA PhD may be substituted for up to three years of experience.",
        "You have 3 years of experience.\nWe accept a Master's degree in lieu of experience.",
        "Preferred Qualifications: an MBA. 5 years of experience in trade.",
        "You write well.Desirable:At least 5 years of experience",
        "Prefferred Qualifications\n- Five years of related experience",
        "It'd be great if you also have:\n4 years of experience in shipping",
        "PREFERRED QUALIFICATIONS\nOne to three years of experience",
        "Requirements:\n- 3+ years of experience recommended",
        "Requirements:\n- Typically, 5+ years of experience",
        "We typically expect candidates with at least 7 years of experience.",
        "Typically requires 8 years of experience.\nRequirements:\n- 2+ years of experience in shops",
        "Bachelor's degree in optics or a related discipline, with a good record and a minimum of 5 years of experience"
        "\nMaster's degree with a minimum of 3 years of experience",
        "Bachelor's degree requires at least 8 years of experience\nPhD degree requires at least 2 years of experience",
        "Requirements:\n- 2 years of experience (with a technical degree)\n- 3+ years of experience (with a diploma)",
        "Bachelor's or equivalent experience (high school +10 yrs; M.S.+7 yrs)\n2 years of experience",
        "Six years of experience (four years with a Ph.D.)",
        "Option 1: a degree and 4 years of experience.\nOption 2: 6 years of experience.",
        "Requirements:\n- 18 years or older, with experience of the sea",
        "2+ years of experience (5+ years for a senior role)",
        "Not necessary, but an added benefit:\n- 1+ years of experience in print\n- 2 years of experience in film",
        "Millrace has 20+ years of market leadership.",
        "With 30+ years in global thought leadership, we lead the way.",
    ],
)
def test_years_of_something_else(text: str) -> None:
    assert value(text) is None


def test_the_quote_begins_with_the_number() -> None:
    fact = stated("You have at least 5+ years of professional experience in sales.")
    assert fact
    assert fact.evidence == "5+ years of professional experience"


def test_years_with_one_tool_count_where_they_are_more_than_the_others() -> None:
    text = "Requirements:\n- {} years of experience in software development\n- 5+ years of Python experience"
    assert (value(text.format(3)), value(text.format(7))) == (5, 7)
    assert value(text.replace("3+ years of experience in software development", "Curiosity")) == 5


def test_each_general_requirement_has_to_be_met() -> None:
    assert value("Requirements:\n- 2+ years of management experience\n- 6+ years of experience in sales") == 6


def test_a_lower_number_beside_alternatives_is_not_the_least_of_all() -> None:
    text = "Requirements:\n- Bachelor's degree and 8 years of experience, or Master's and 6 years of experience"
    assert value(f"{text}\n- 2+ years of management experience") is None


@table(("words", "years"), [("2-5", 2), ("lt-1", 0), ("10-15", 10), ("gt-15", 15)])
def test_a_field_of_the_board(words: str, years: int) -> None:
    assert stated(fields={"yearsOfExperience": (words,)}) == Fact(years, "field:yearsOfExperience")


@table(
    "piece",
    few(
        [
            "we have 5+ years ",
            "5 years of experience or ",
            "3-5 years of a b c ",
            "5 years ",
        ]
    ),
)
def test_time_grows_linearly(piece: str) -> None:
    assert growth(read, lambda text: Reading(replace(AD, html=text), BOARD), piece) < LIMIT


@table(
    "text",
    [
        "You advise pilots with 10+ years of experience.",
        "A colleague with 16 years of experience will show you around.",
        "Your trainer has 14 years of experience in the trade.",
        "Engineers here have between 3 and 15 years of experience.",
        "You will coach managers who have 2 to 5 years of experience.",
        "Whether you have two or ten years of experience, we read your letter.",
        "It does not matter if you have 1 or 15 years of experience.",
    ],
)
def test_years_of_other_people_are_not_asked_for(text: str) -> None:
    assert value(text) is None


@table(
    "text",
    [
        "We need a lead with 6 years of experience.",
        "Support engineer with 6 years of experience",
        "Successful candidates have 6 years of experience.",
        "You have 6 years of experience.",
        "Looking for a mentor with 6 years of experience.",
    ],
)
def test_years_of_the_person_who_is_sought_are_asked_for(text: str) -> None:
    assert value(text) == 6


def test_who_is_sought_needs_the_years_below_any_heading() -> None:
    offer = "What we offer:\n- Remote work\n- Tea\n"
    assert value(f"{offer}We're looking for someone with 5+ years of programming experience.") == 5
    assert value(f"{offer}- 5+ years of programming experience in our team") is None
