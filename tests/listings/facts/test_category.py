"""The category of an ad: by its title's head noun, else the board's category, else the role that the text names."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from listings.boards import BOARDS
from listings.boards.base import Ad
from listings.facts.base import Fact, Reading
from listings.facts.category.reader import read as read_category
from listings.vocabulary.categories import CATEGORIES
from listings.vocabulary.category_names import CATEGORY_BY_NAME
from listings.vocabulary.category_rules import PHRASES, Phrase, PhraseKind, parse_phrases
from listings.vocabulary.title_slips import correct
from tests.listings.facts.category_titles import CATEGORY_BY_TITLE
from tests.listings.facts.growth import LIMIT, growth
from tests.tables import table

AD = Ad(external_id="1", url="https://board.example/1", title="Tide Keeper", company="Lantern Quay")


def read(title: str = "Tide Keeper", **stated: Any) -> Fact | None:
    return read_category(Reading(replace(AD, title=title, **stated), BOARDS["remoteco"]))


@table(("title", "category"), CATEGORY_BY_TITLE.items())
def test_the_title_names_the_category(title: str, category: str) -> None:
    fact = read(title)
    assert fact is not None
    assert fact.value == category
    (span,) = fact.spans
    assert (span.field, title[span.start : span.end]) == ("title", fact.evidence)


@table(
    ("title", "category"),
    [
        ("Several roles at Writer Labs", None),
        ("Several roles at Quay: Software Engineer, Frontend Developer, Product Manager", "engineering"),
        ("Several roles at Quay: Head of Marketing, Accountant", None),
    ],
)
def test_several_roles_are_of_the_kind_of_most(title: str, category: str | None) -> None:
    fact = read(title)
    assert (fact and fact.value) == category


@table("title", ["Engineer II", "Rope Engineer", "Moss Engineer", "Engineering Manager, Payroll"])
def test_an_engineer_of_unknown_things_makes_software_only_beside_words_for_it(title: str) -> None:
    assert read(title, html="<p>You join a calm team.</p>") is None
    fact = read(title, html="<p>You write Python and review what runs on AWS.</p>")
    assert fact is not None
    assert fact.value == "engineering"


LONG = "You answer what is asked, write down what you learn, keep the notes of your group, " * 6


@table(
    ("title", "text", "category"),
    [
        ("Security Supervisor", "You lead the guards, and watch the CCTV.", "other"),
        ("Security Supervisor", "You lead the guards, watch the CCTV, and report vulnerabilities.", "security"),
        ("Security Supervisor", "You keep the quay safe.", "security"),
        ("Research Analyst", "You study stocks, build financial models, and meet portfolio managers.", "finance"),
        ("Research Analyst", "You count ships for portfolio managers.", "data"),
        ("Solutions Consultant", f"{LONG}and guide customers.", "support"),
        ("Solutions Consultant", f"{LONG}and guide prospects, then customers.", "sales"),
        ("Solutions Consultant", f"{LONG}and keep our Python on AWS.", "engineering"),
        ("Solutions Consultant", "You guide customers.", "sales"),
    ],
)
def test_a_title_of_several_meanings_means_the_work_that_the_text_describes(
    title: str, text: str, category: str
) -> None:
    fact = read(title, html=f"<p>{text}</p>")
    assert fact is not None
    assert fact.value == category


@table(
    "title",
    [
        "Fine Harbour",
        "Seoul or Rome",
        "Saler",
        "Rusty",
        "Dataria",
        "",
        "((((",
        "🚀 -- / --",
        "AI Specialist",
        "Analyst",
        "Manager",
        "Consultant, Lantern",
        "Senior Lead",
        "Fraud Analyst",
        "Solutions Analyst",
        "Client Manager",
        "Remote | Full Time or Contract",
        "Quay | 3x/week in office",
        "REMOTE | Offices in Oslo and Rome",
        "Remote w/ Quarterly Travel",
        "Full-time | tide tech",
        "Projektentwickler (m/w/d)",
        "Project Developer",
        "Real Estate Developer",
        "Produktentwickler",
        "Life Hacker",
        "Partner",
        "Founding Team",
    ],
)
def test_heads_without_a_topic_name_nothing(title: str) -> None:
    assert read(title) is None


@table(
    ("title", "field", "category"),
    [
        ("Lead, Harbour Readiness", "Project & Program Management", "projects"),
        ("Subject Reviewer, Dental", "Content & Editorial", "writing"),
        ("Reporting Specialist", "Finance & Accounting", "finance"),
        ("Technical Architect", "Sales/GTM", "sales"),
        ("Lantern Residency", "AI Research & Engineering", "data"),
        ("Consultant", "Legal; Other", "legal"),
        ("Specialist", "Customer Support / Care", "support"),
        ("Specialist", "Payroll Team", "finance"),
        ("Tide Writer", "Design", "writing"),
        ("Executive Assistant", "Marketing", "operations"),
        ("Reporting Specialist", "All Other Remote", "data"),
        ("Senior Engineer", "Data Science", "data"),
        ("Quality Lead", "Quality & Operations", "quality"),
        ("Accounts Payable", "Customer Support", "finance"),
        ("Senior Product Design Engineer", "Design", "design"),
        ("Specialist", "Design; Writing", None),
        ("Consultant", "Sales & Marketing", None),
        ("Quality Lead", "Sales & Marketing", None),
        ("Specialist", "Lantern Guild", None),
        ("Analyst", "Artificial Intelligence", None),
    ],
)
def test_the_boards_category_counts_where_the_title_is_unsure(title: str, field: str, category: str | None) -> None:
    fact = read(title, category=field)
    assert (fact.value if fact else None) == category


def test_a_board_that_files_a_job_among_developers_needs_words_for_software() -> None:
    assert read("Case Reviewer", category="Developer", html="<p>You read letters.</p>") is None
    fact = read("Case Reviewer", category="Developer", html="<p>You write Python and review what runs on AWS.</p>")
    assert fact == Fact("engineering", "field:category")
    html = "<p>Referência em arquitetura de software e microsserviços.</p>"
    assert read("Especialista de Marés", category="Developer", html=html) == fact


def test_the_evidence_is_the_words_that_decide() -> None:
    fact = read("🚢 Wanted: Senior Site-Reliability  Engineer (m/w/d)")
    assert fact is not None
    assert fact.evidence == "Site-Reliability"
    assert read("Senior Engineer", category="Data") == Fact("data", "field:category")
    # What says nothing of software by itself is quoted with its head.
    fact = read("Senior + Staff Engineers (Elixir)")
    assert fact is not None
    assert fact.evidence == "Staff Engineers"


def test_tags_and_a_companys_story_state_nothing() -> None:
    assert read(tags=("Bookkeeping", "Payroll clerk", "Graphic design")) is None
    assert read(html="<p>We make marketing and design software. Our backend developers love boats.</p>") is None
    assert read(html="<p>Marketing, sales, design and software for everybody.</p>") is None


@table(
    ("text", "category"),
    [
        ("We are looking for an experienced bookkeeper who likes ferries.", "finance"),
        ("Lantern Quay is hiring a Customer Support Specialist for its island.", "support"),
        ("Position: Copywriter", "writing"),
        ("As our recruiter, you will meet many sailors.", "people"),
        ("Wir suchen eine Buchhalterin für den Hafen.", "finance"),
        ("I'm looking to bring in a great full-stack engineer who swims.", "engineering"),
        ("We want to hire a copywriter.", "writing"),
        ("Wanted: bookkeeper that likes ferries", "finance"),
        ("We're hiring primarily for: Sr. Copywriter", "writing"),
        ("We are looking for:<br>- Bookkeepers who like ferries", "finance"),
        ("Lantern Quay is inviting experienced attorneys to join its practice.", "legal"),
        ("Customers wanted: bookkeepers", None),
        ("You will work with our recruiter.", None),
        ("We help accountants and lawyers.", None),
        ("Our customers are looking for a bookkeeper.", None),
        ("Another team is searching for a copywriter.", None),
        ("We are also hiring a recruiter.", None),
        ("Our customers are looking for a bookkeeper, and we are hiring a copywriter.", "writing"),
    ],
)
def test_a_text_counts_where_it_introduces_the_role(text: str, category: str | None) -> None:
    fact = read("Lantern Quay", html=f"<p>Boats since 1990.</p><p>{text}</p>")
    assert (fact.value if fact else None) == category
    if fact:
        assert fact.evidence.lower() in text.lower()


def test_where_the_title_names_no_role_the_first_listed_one_counts() -> None:
    fact = read("Several roles", html="<p>Boats since 1990.<p>- Senior Bookkeeper | Lisbon<p>- Designer | Oslo")
    assert fact is not None
    assert (fact.value, fact.evidence, fact.spans[0].field) == ("finance", "Bookkeeper", "text")


@table(
    ("text", "category"),
    [
        ("Seeking a Secondary Marketing Analyst.", "finance"),
        ("Seeking a Harbour Marketing Analyst.", "marketing"),
        ("You help our staff, secondary marketing analyst included.", "marketing"),
    ],
)
def test_a_word_that_the_text_puts_before_the_title_counts(text: str, category: str) -> None:
    fact = read("Marketing Analyst", html=f"<p>Boats since 1990.</p><p>{text}</p>")
    assert fact is not None
    assert fact.value == category
    assert fact.evidence in f"Marketing {text}"


@table("line", ["- wave mechanics", "Ann Quay</p><p>Managing Director</p><p>Pier 3</p><p>Tel.: +41 44 1"])
def test_a_signature_or_a_field_of_knowledge_is_no_listed_role(line: str) -> None:
    assert read("Several roles", html=f"<p>Boats since 1990.</p><p>{line}</p>") is None


def test_the_employers_name_is_no_role() -> None:
    html = "<p>Bookkeeper | Several roles | Remote<p>Bookkeeper's own tide tables (TT)<p>- Designer - US/Peru"
    fact = read("Several roles at Bookkeeper", html=html, company="Bookkeeper")
    assert fact is not None
    assert (fact.value, fact.evidence) == ("design", "Designer")


def test_engineers_of_unknown_things_need_a_text_about_software() -> None:
    filler = "We keep the tides and the locks of the coast in order, day and night. " * 6
    assert read("Tide Engineer", html=f"<p>{filler}</p>") is None
    fact = read("Tide Engineer", html=f"<p>{filler} You write Python and TypeScript.</p>")
    assert fact is not None
    assert fact.value == "engineering"


@table(
    ("title", "work", "category"),
    [
        ("Systems Engineer", "You know vehicles and mechanical engineering.", "other"),
        ("Systemingenieur (m/w/d)", "Studium: Maschinenbau oder Elektrotechnik.", "other"),
        ("Tide Engineer", "You draw pumps and valves.", "other"),
        ("Summer Engineering Intern", "You help with plumbing and mechanical drawings.", "other"),
        ("Summer Engineering Intern", "You help with our website.", "engineering"),
        ("Systems Engineer", "You write Rust and C++ for vehicles and aircraft.", "infrastructure"),
        ("Systems Engineer", "You keep our servers in order.", "infrastructure"),
        ("Backend Engineer", "Our customers make vehicles and machinery.", "engineering"),
    ],
)
def test_engineers_of_general_things_are_what_their_text_is_about(title: str, work: str, category: str) -> None:
    fact = read(title, html=f"<p>Boats since 1990.</p><p>{work}</p>")
    assert fact is not None
    assert fact.value == category


@table(
    ("word", "meant"),
    [
        ("engineeer", "engineer"),
        ("developper", "developer"),
        ("manageer", "manager"),
        ("salesss", "saless"),
        ("iii", "iii"),
        ("engineer", "engineer"),
        ("www", "www"),
    ],
)
def test_slips_of_the_pen_are_corrected(word: str, meant: str) -> None:
    assert correct(word) == meant


def test_every_phrase_leads_into_the_vocabulary_and_is_written_as_titles_are_compared() -> None:
    assert {phrase.category for phrase in PHRASES} == {None, *CATEGORIES}
    assert [
        phrase.text for phrase in PHRASES if phrase.text != " ".join(phrase.text.lower().split()) or phrase.text == "*"
    ] == []
    assert set(CATEGORY_BY_NAME.values()) <= {"", *CATEGORIES}


def test_an_indented_line_goes_on() -> None:
    source = "[trades]\n# why\nlegal: one | two\n    | three* |\n    four\n[heads]\nnone: five\n"
    assert list(parse_phrases(source)) == [
        *(Phrase(text, PhraseKind.TRADE, "legal") for text in ("one", "two", "three*", "four")),
        Phrase("five", PhraseKind.HEAD, None),
    ]


@table(
    "piece",
    ["(", "data ", "a, ", "-", "é", "hiring a ", "manager | ", "of and ", "(m/w/d) ", "AA - ", "content & ", "sales, "],
)
def test_time_is_linear_in_the_text(piece: str) -> None:
    def prepare(text: str) -> Reading:
        reading = Reading(replace(AD, title=text, html=text, tags=(text,) * 50), BOARDS["remoteco"])
        assert reading.text
        return reading

    assert growth(read_category, prepare, piece) < LIMIT
