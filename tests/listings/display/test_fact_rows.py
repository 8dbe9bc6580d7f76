"""Facts in rows and in one line."""

from __future__ import annotations

from typing import Any

from listings.display.fact_rows import PAY_NOT_STATED, fact_row, key_facts, quoted_once


def test_an_internship_is_named_once() -> None:
    facts: dict[str, Any] = {"employment": ["FULL_TIME", "INTERN"], "seniority": ["intern", "junior"]}
    assert key_facts(facts) == [PAY_NOT_STATED, "Full-time, Internship", "Entry level or junior"]


def test_a_hybrid_job_does_not_read_as_a_remote_one() -> None:
    facts: dict[str, Any] = {"employment": ["FULL_TIME"], "workplace": "hybrid"}
    assert key_facts(facts) == [PAY_NOT_STATED, "Hybrid", "Full-time"]
    both = facts | {"workplace": "remote", "offers_hybrid": True}
    assert key_facts(both) == [PAY_NOT_STATED, "Remote or hybrid", "Full-time"]
    assert fact_row(both, None, "workplace").text == "Remote or hybrid"
    assert key_facts(facts | {"workplace": "remote"}) == [PAY_NOT_STATED, "Full-time"]


def test_words_that_name_more_places_stand_beside_the_quote() -> None:
    residence = {"include": ["PE"], "exclude": [], "unread": "Peru/Southeast Asia"}
    facts: dict[str, Any] = {"residence": residence, "evidence": {"residence": "Lima, Peru"}}
    assert fact_row(facts, None, "residence").beside == ["Peru/Southeast Asia"]
    own = facts | {"evidence": {"residence": "Peru/Southeast Asia"}}
    assert fact_row(own, None, "residence").beside == []


def test_beside_hours_are_the_words_that_ask_to_live_in_their_zones() -> None:
    hours = {"utc_min": 1, "utc_max": 2, "overlap_hours": None, "based_in_zone": "You must be based in UTC+1 to UTC+2"}
    row = fact_row({"hours": hours, "evidence": {"hours": "UTC+1 to UTC+2"}}, None, "hours")
    assert (row.quote, row.beside) == ("You must be based in UTC+1 to UTC+2", [])
    row = fact_row({"hours": hours, "evidence": {"hours": "within an hour of CET"}}, None, "hours")
    assert (row.quote, row.beside) == ("within an hour of CET", ["You must be based in UTC+1 to UTC+2"])


def test_words_within_other_words_are_quoted_once() -> None:
    assert quoted_once(["b", "a", "a b", "c", "c"]) == ["a b", "c"]
    # What is cut off is not read.
    long = "x" * 240 + " end"
    assert quoted_once(["end", long]) == ["end", long]
