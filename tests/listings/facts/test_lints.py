"""Facts that contradict themselves are refused, and nothing else is."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from listings import facts
from listings.boards import BOARDS
from listings.boards.base import Ad
from listings.facts.base import Fact, Reading
from listings.facts.lints import RULES, strike
from tests.tables import table

AD = Ad(external_id="1", url="https://board.example/1", title="Tide Engineer", company="Lantern Quay")
MIXED = BOARDS["remoteco"]


def struck(name: str, value: Any, evidence: str = "", **stated: Any) -> list[str]:
    stating = {name: Fact(value, evidence)}
    rules = [lint["rule"] for lint in strike(stating, Reading(replace(AD, **stated), MIXED))]
    assert (name in stating) == (not rules)
    return rules


def pay(low: float | None, high: float | None, currency: str = "USD", period: str = "year") -> dict[str, Any]:
    return {"min": low, "max": high, "currency": currency, "period": period}


@table(
    ("include", "exclude", "rules"),
    [
        (["US"], ["US"], ["a place is both included and excluded"]),
        (["US", "CA"], ["CA"], ["a place is both included and excluded"]),
        (["DE"], ["europe"], ["nothing is left of the places"]),
        (["US-CA"], ["US"], ["nothing is left of the places"]),
        (["US"], ["US-CA", "US-NY"], []),
        (["europe"], ["GB"], []),
        (["worldwide"], ["IN"], []),
        ([], ["US-CA"], []),
        (["DE"], [], []),
    ],
)
def test_places(include: list[str], exclude: list[str], rules: list[str]) -> None:
    assert struck("residence", {"include": include, "exclude": exclude}) == rules


@table(
    ("low", "high", "is_struck"),
    [(-8, -5, False), (-8, 6, False), (-8, 6.5, True), (-12, 14, True), (None, None, False), (3, None, False)],
)
def test_hours(low: float | None, high: float | None, is_struck: bool) -> None:
    value = {"utc_min": low, "utc_max": high, "overlap_hours": 4, "overlap_with": None}
    assert bool(struck("hours", value)) == is_struck


@table(
    ("value", "evidence", "rules"),
    [
        (pay(90_000, 120_000), "$90,000 - $120,000", []),
        (pay(90_000, 120_000), "$90-120k", []),
        (pay(90_000, 120_000), "$120,000", ["a number is not in the evidence"]),
        (pay(173_000, 255_000), "$173,000 - $233,000 … $195,000 - $255,000", []),
        (pay(None, 120_000), "up to 120K", []),
        (pay(1_800_000, 2_500_000, "INR"), "₹18–25 LPA", []),
        (pay(1_200_000, 1_600_000, "HUF", "month"), "HUF 1.2M - 1.6M", []),
        (pay(120_000, 90_000), "$120,000 - $90,000", ["the maximum is below the minimum"]),
        (pay(75, 95), "75 - 95 USD yearly", ["nobody is paid that much or little"]),
        (pay(90, 120_000), "$90 - $120,000", ["nobody is paid that much or little"]),
        (pay(2_000, 2_000), "$2,000 annually", ["nobody is paid that much or little"]),
        (pay(12_000, 12_000), "$12,000 a year", []),
        (pay(1_200, 1_200, "USD", "hour"), "$1,200 per hour", ["nobody is paid that much or little"]),
        (pay(600, 600, "USD", "hour"), "$600 per hour", []),
        (pay(1_800, 1_800, "JPY", "hour"), "¥1,800 per hour", []),
        (pay(100_000, 100_000, "INR", "year"), "₹1,00,000 a year", []),
    ],
)
def test_pay(value: dict[str, Any], evidence: str, rules: list[str]) -> None:
    assert struck("salary", value, evidence) == rules


def test_the_evidence_may_be_a_field() -> None:
    assert not struck("salary", pay(90_000, 120_000), "field:salary", salary="90k - 120k USD")
    assert struck("salary", pay(90_000, 120_000), "field:salary", salary="90k USD")


def test_a_refused_fact_is_not_stated_and_its_words_are_kept() -> None:
    values = facts.read(replace(AD, salary="75 - 95 USD yearly"), MIXED)
    assert values["salary"] is None
    assert "salary" not in values["evidence"]
    assert "salary" not in values["spans"]
    assert values["lints"] == [
        {"fact": "salary", "rule": "nobody is paid that much or little", "evidence": "75 - 95 USD yearly"}
    ]


def test_readers_json_holds_no_lints() -> None:
    assert "lints" not in facts.to_label(facts.read(replace(AD, salary="75 - 95 USD yearly"), MIXED))


def test_every_rule_is_about_a_fact_and_has_a_name_of_its_own() -> None:
    assert {rule.fact for rule in RULES} <= set(facts.FACTS)
    assert len({rule.name for rule in RULES}) == len(RULES)
