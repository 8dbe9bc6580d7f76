"""Facts that contradict themselves or their own evidence: they are not shown, and counted for the operator."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from math import isclose
from typing import Any

from listings.facts.base import Fact, Reading
from listings.facts.salary.numbers import numbers
from listings.facts.salary.periods import is_plausible
from listings.vocabulary.regions import expand

MAX_HOURS_APART = 14
# The factors that words such as "k", "lakh" and "million" put between a number as written and as stored.
FACTORS = (1, 1_000, 100_000, 1_000_000, 10_000_000)
MAX_EVIDENCE = 200
FIELD = "field:"


@dataclass(frozen=True, slots=True)
class Rule:
    """`strikes`: whether the fact `fact` is refused. `name` says what is wrong with it, for the admin."""

    fact: str
    name: str
    strikes: Callable[[Fact, Reading], bool]


def strike(facts: dict[str, Fact], reading: Reading) -> list[dict[str, str]]:
    """Take the facts that a rule refuses out of `facts`. Returns {fact, rule, evidence} of each."""
    struck = []
    for rule in RULES:
        fact = facts.get(rule.fact)
        if fact is not None and rule.strikes(fact, reading):
            del facts[rule.fact]
            struck.append({"fact": rule.fact, "rule": rule.name, "evidence": _words(fact, reading)[:MAX_EVIDENCE]})
    return struck


def _includes_what_it_excludes(fact: Fact, reading: Reading) -> bool:
    return not set(fact.value.get("include") or ()).isdisjoint(fact.value.get("exclude") or ())


def _leaves_nothing(fact: Fact, reading: Reading) -> bool:
    return bool(fact.value.get("include")) and not expand(fact.value)


def _is_too_wide(fact: Fact, reading: Reading) -> bool:
    low, high = fact.value.get("utc_min"), fact.value.get("utc_max")
    return low is not None and high is not None and high - low > MAX_HOURS_APART


def _is_upside_down(fact: Fact, reading: Reading) -> bool:
    low, high = fact.value["min"], fact.value["max"]
    return low is not None and high is not None and high < low


def _is_out_of_scale(fact: Fact, reading: Reading) -> bool:
    """Such as a year's pay of a few hundred dollars, or an hour's of thousands."""
    value = fact.value
    return not all(is_plausible(end, value["currency"], value["period"]) for end in _ends(value))


def _is_not_in_evidence(fact: Fact, reading: Reading) -> bool:
    written = [number.value for number in numbers(_words(fact, reading))]
    return not all(
        any(isclose(value * factor, end, rel_tol=0.001) for value in written for factor in FACTORS)
        for end in _ends(fact.value)
    )


def _ends(salary: Mapping[str, Any]) -> Iterator[float]:
    return (end for end in (salary["min"], salary["max"]) if end is not None)


def _words(fact: Fact, reading: Reading) -> str:
    """All words that the fact rests on: its evidence, or what the board's field holds."""
    if not fact.evidence.startswith(FIELD):
        return fact.evidence
    content = getattr(reading.ad, fact.evidence.removeprefix(FIELD), None)
    return ", ".join(map(str, content)) if isinstance(content, (list, tuple)) else str(content or "")


RULES = (
    Rule("residence", "a place is both included and excluded", _includes_what_it_excludes),
    Rule("residence", "nothing is left of the places", _leaves_nothing),
    Rule("hours", "the zones are more than 14 hours apart", _is_too_wide),
    Rule("salary", "the maximum is below the minimum", _is_upside_down),
    Rule("salary", "nobody is paid that much or little", _is_out_of_scale),
    Rule("salary", "a number is not in the evidence", _is_not_in_evidence),
)
