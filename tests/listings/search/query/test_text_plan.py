"""Which words of a search decide, and what kind of job they name."""

from __future__ import annotations

from listings.search.query.text_plan import text_plan
from tests.tables import table


def deciding(q: str) -> list[str]:
    return [" ".join(group.words or group.typed) for group in text_plan(q).groups]


@table(
    ("q", "words", "trade"),
    [
        ("php developer", ["php"], "engineering"),
        ("developer", ["developer"], "engineering"),
        ("executive assistant", ["executive assistant"], "operations"),
        ("seo specialist", ["seo"], "marketing"),
        ("information security engineer", ["information security"], "security"),
        ("sales manager saas", ["sales"], "sales"),
        ("fintech", ["fintech"], ""),
        ("front end developer", ["front-end"], "engineering"),
        ("customer support", ["customer support"], "support"),
        ("marketing", ["marketing"], "marketing"),
        ("python", ["python"], ""),
        ("remote jobs", [], ""),
        ("mechanical engineer", ["mechanical"], ""),
        ("remote part time data entry", ["part-time", "data entry"], "operations"),
    ],
)
def test_what_decides(q: str, words: list[str], trade: str) -> None:
    assert deciding(q) == words
    assert text_plan(q).trade == trade


@table(
    ("q", "accepted", "refused"),
    [
        ("php developer", {"developer", "engineer", "programmer"}, {"manager", "analyst", "specialist", "intern"}),
        ("product manager", {"manager", "head"}, {"developer", "specialist", "director"}),
        ("sales rep", {"representative", "agent", "specialist"}, {"manager"}),
    ],
)
def test_roles_stand_for_their_like(q: str, accepted: set[str], refused: set[str]) -> None:
    assert accepted <= text_plan(q).roles
    assert not refused & text_plan(q).roles


def test_words_without_a_role_ask_for_none() -> None:
    assert text_plan("customer support").roles == frozenset()
    assert text_plan("seo specialist").roles == frozenset()
    assert text_plan("").groups == ()


def test_levels_and_employment_are_facts_too() -> None:
    (junior,) = text_plan("junior data").groups[:1]
    assert junior.facts == (("seniority", "junior"),)
    (freelance,) = text_plan("freelance").groups
    assert freelance.facts == (("employment", "CONTRACTOR"),)
