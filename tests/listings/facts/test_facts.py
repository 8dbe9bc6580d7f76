"""Facts from the boards' own fields, in the shapes of labels, and the registry of facts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from listings import facts
from listings.boards import BOARDS
from listings.boards.base import Ad, Board
from listings.facts.base import with_whole_brackets
from listings.vocabulary.categories import CATEGORIES
from listings.vocabulary.category_names import CATEGORY_BY_NAME
from tests.tables import table

AD = Ad(external_id="1", url="https://board.example/1", title="Tide Keeper", company="Lantern Quay")
REMOTE_ONLY = BOARDS["remotive"]
MIXED = BOARDS["remoteco"]


def read(board: Board = MIXED, **stated: Any) -> dict[str, Any]:
    return facts.read(replace(AD, **stated), board)


def test_an_ad_that_states_nothing_has_no_facts() -> None:
    assert read() == {
        "workplace": None,
        "residence": None,
        "hours": None,
        "salary": None,
        "employment": [],
        "seniority": [],
        "category": None,
        "skills": [],
        "sponsorship": None,
        "experience_years": None,
        "evidence": {},
        "spans": {},
        "language": None,
        "lints": [],
        "left_out": None,
        "offers_hybrid": False,
        "legal_status": None,
        "near_zone": None,
        "in_words": {},
        "apply_by": None,
    }


def test_nothing_is_taken_from_what_is_likely() -> None:
    likely = read(html="<p>Our remote-friendly team likes chess. Dental care for full-time staff in the USA.</p>")
    assert likely | {"language": None} == read()


@table(
    ("text", "cut", "whole"),
    [
        ("Hybrid (Lyon, FR – 3 days in office) | Diver", "Hybrid (Lyon, FR", "Hybrid (Lyon, FR – 3 days in office)"),
        ("Remote (US) for you", "Remote (US", "Remote (US)"),
        ("Diver (part-time, from $90) wanted", "$90)", "$90"),
        ("a flexible (U.S.) remote job", "U.S.) remote", "(U.S.) remote"),
        ("from 5 (five) years on", "5 (five) years", "5 (five) years"),
        ("Remote (US\nor Peru)", "Remote (US", "Remote (US"),
        (f"Remote (US, {'and so on ' * 20})", "Remote (US", "Remote (US"),
        ("a) remote, b) in the US", "remote, b) in the US", "remote, b) in the US"),
    ],
)
def test_brackets_of_a_quote_are_whole(text: str, cut: str, whole: str) -> None:
    start = text.index(cut)
    begin, end = with_whole_brackets(text, start, start + len(cut))
    assert text[begin:end] == whole
    assert with_whole_brackets(text, begin, end) == (begin, end)


def test_the_quote_of_any_fact_has_whole_brackets() -> None:
    found = read(html="<p>Your pay: $84,842 - $116,657 (annually, before tax)</p><p>We look forward to you.</p>")
    assert found["evidence"]["salary"] == "$84,842 - $116,657 (annually, before tax)"
    [span] = found["spans"]["salary"]
    assert span["end"] - span["start"] == len(found["evidence"]["salary"])


def test_two_ads_share_no_list() -> None:
    read()["employment"].append("FULL_TIME")
    assert read()["employment"] == []


def test_whatever_lists_facts_follows_the_registry() -> None:
    assert list(facts.NOT_STATED) == list(facts.FACTS)
    beside = {
        "evidence",
        "spans",
        "language",
        "lints",
        "left_out",
        "offers_hybrid",
        "legal_status",
        "near_zone",
        "in_words",
        "apply_by",
    }
    assert set(read()) == {*facts.FACTS, *beside}
    assert set(facts.to_label(read())) == {*facts.FACTS, "evidence", "spans"}


def test_a_row_of_an_older_version_becomes_a_whole_label() -> None:
    salary = {"min": 1, "max": 2, "currency": "EUR", "period": "hour", "period_stated": True, "evidence": "1–2 €"}
    label = facts.to_label({"salary": salary})
    assert label["salary"] == {name: value for name, value in salary.items() if name != "period_stated"}
    assert (label["skills"], label["workplace"], label["spans"]) == ([], None, {})


def test_a_remote_only_board_states_it_for_its_ads() -> None:
    found = read(REMOTE_ONLY)
    assert (found["workplace"], found["evidence"], found["spans"]) == (
        "remote",
        {"workplace": "field:board"},
        {"workplace": []},
    )


@table(
    ("words", "category"),
    [
        ("Software Development", "engineering"),
        ("Full-Stack Programming", "engineering"),
        ("DevOps / Sysadmin", "infrastructure"),
        ("Devops", "infrastructure"),
        ("DevOps and Sysadmin", "infrastructure"),
        ("Sales / Business", "sales"),
        ("Sales", "sales"),
        ("Customer  service", "support"),
        ("Auditing; Insurance", "finance"),
        ("Sales and Marketing", None),
        ("Management and Finance", None),
        ("All Other Remote", None),
        ("Artificial Intelligence", None),
        ("Project Management; Software Development", None),
        ("Client Services; Software Development", None),
        ("", None),
        (None, None),
    ],
)
def test_the_boards_category_is_mapped_where_it_names_one_kind(words: str | None, category: str | None) -> None:
    # Developers are believed only beside words for software.
    found = read(category=words, html="You review Python that runs on AWS." if category == "engineering" else "")
    assert found["category"] == category
    assert found["evidence"].get("category") == ("field:category" if category else None)


def test_a_boards_own_words_come_first() -> None:
    assert read(REMOTE_ONLY, category="All others")["category"] == "other"
    assert read(category="All others")["category"] is None


def test_every_word_leads_into_the_vocabulary() -> None:
    named = {*CATEGORY_BY_NAME.values(), *(kind for board in BOARDS.values() for kind in board.categories.values())}
    # An empty category: a name that is known to say nothing.
    assert named <= {"", *CATEGORIES}
    assert len(CATEGORIES) == 19


def test_words_are_kept_as_they_are_looked_up() -> None:
    words = [*CATEGORY_BY_NAME, *(word for board in BOARDS.values() for word in board.categories)]
    assert [word for word in words if word != " ".join(word.casefold().split())] == []


@table(
    ("stated", "places", "evidence"),
    [
        ({"html": "<p>We cannot hire in Ohio.</p>"}, ["US-OH"], "cannot hire in Ohio."),
        ({"html": "<p>Not available in Quebec.</p>"}, ["CA-QC"], "Not available in Quebec."),
        ({"location": "not in CA, NY"}, ["US-CA", "US-NY"], "field:location"),
        ({"location": "Remote (not in CA, NY)"}, ["US-CA", "US-NY"], "field:location"),
    ],
)
def test_an_exclusion_alone_is_no_residence_and_is_kept(
    stated: dict[str, Any], places: list[str], evidence: str
) -> None:
    read_facts = read(**stated)
    assert read_facts["residence"] is None
    assert read_facts["left_out"] == {"places": places, "evidence": evidence}


@table(
    "stated",
    [
        {"html": "<p>You must live in the US. We cannot hire in Ohio.</p>"},
        {"html": "<p>Our customers in Ohio cannot be served.</p>"},
        {"location": "not in Peru, Chile"},
    ],
)
def test_nothing_is_left_out_beside_a_residence_or_of_others_or_in_doubt(stated: dict[str, Any]) -> None:
    assert read(**stated)["left_out"] is None
