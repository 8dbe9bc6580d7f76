"""Facts that an ad states, in our vocabulary, each with the words it rests on."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import Any

from listings.boards.base import Ad, Board
from listings.facts import language, lints
from listings.facts.base import Fact, Reading
from listings.facts.registry import (
    FACTS,
    apply_by_reader,
    hybrid_reader,
    left_out_reader,
    legal_status_reader,
    near_zone_reader,
)

__all__ = ["FACTS", "NOT_STATED", "VERSION", "read", "read_all", "to_label"]

# Raise it whenever any ad may read differently: postings read by an older version are then read again.
VERSION = 24

UNLABELLED = {
    "salary": {
        "period_stated",
        "places",
        "with_variable",
        "comprises",
        "average",
        "two_currencies",
        "for_part",
        "varies",
        "piece",
    },
    "hours": {"based_in_zone", "only_in_zone"},
    "residence": {"disputed", "part_zones", "refusals", "unclear_in", "unread"},
}
# Fact → its value where the ad does not state it. Lists in it are shared: copy them, or use `FactSpec.empty`.
NOT_STATED: dict[str, Any] = {name: spec.empty for name, spec in FACTS.items()}


def read(ad: Ad, board: Board) -> dict[str, Any]:
    """All facts of an ad, as `read_all` returns them."""
    return read_all(Reading(ad, board))


def read_all(reading: Reading) -> dict[str, Any]:
    """Every fact of FACTS in the shape of a label, plus nine keys.

    `evidence`: fact → quoted words. `spans`: fact → [{field, start, end}]. `language`: the ad's BCP 47 tag or None.
    `lints`: [{fact, rule, evidence}] of the facts that were refused because they contradict themselves. `left_out`:
    {places, evidence} of an ad that states no residence, but where nobody may live; else None. `offers_hybrid`: whether
    an ad of remote work offers hybrid work too. `legal_status`: the words that ask for citizenship or a security
    clearance; else None. `near_zone`: {low, high, evidence} of words that tie where the person lives to a zone, but
    roughly; else None. `in_words`: fact → what the ad says of it where that states no value ("within a few hours of
    Pacific"), or beside one ("we prefer B2B"); the former have `spans` too. `apply_by`: {date, evidence} of the day
    until which people may apply, as the ad itself says, its date "" where the day is not certain; else None; it has
    `spans` too. Facts that the ad does not state, or that were refused, are None or [].

    Labels lack some parts of facts: the `refusals` of a residence, [{places, evidence}] of the sentences beside its
    evidence that rule out places of it; `disputed` where a board's field states it, the words of the text that let
    people live anywhere; `unread`, the words that name a region without a code beside its places; `unclear_in`, the
    SCOPES of those who may be meant by them, where that is certain; `part_zones`, country → lowest and highest offset
    of the zones that bound the part of it that is let in; of hours `based_in_zone`, the words that ask the person to
    live in their zones, and `only_in_zone` where they take nobody else; of a salary `period_stated`, `places` where it
    is the pay in those places alone, `with_variable` where it holds commission or bonus ("OTE"), `comprises` where it
    is "total" compensation or holds "equity", `average` where people earn it on average, `two_currencies` with the
    words for both where it may be in either ("CAD/USD"), `for_part` with the words of pay for a part of the week ("for
    2 days / week"), `varies` where other countries have other pay, and `piece` where it is paid for one ("article").
    """
    facts = {name: fact for name, spec in FACTS.items() if (fact := spec.reader(reading)) is not None}
    struck = lints.strike(facts, reading)
    facts = {name: reading.with_whole_quote(fact) for name, fact in facts.items()}
    in_words = _in_words(reading, {*facts, *(strike["fact"] for strike in struck)})
    apply_by = apply_by_reader()(reading, facts["residence"].value if "residence" in facts else None)
    quoted = {**in_words, **facts, **({"apply_by": apply_by} if apply_by else {})}
    return {
        **{name: facts[name].value if name in facts else spec.empty for name, spec in FACTS.items()},
        "evidence": {name: fact.evidence for name, fact in facts.items()},
        "spans": {name: [span.as_json() for span in fact.spans] for name, fact in quoted.items()},
        "language": language.read(reading),
        "lints": struck,
        "left_out": None if "residence" in facts else _left_out(reading),
        "offers_hybrid": hybrid_reader()(reading),
        "legal_status": legal_status_reader()(reading),
        "near_zone": near_zone_reader()(reading) if "hours" in in_words else None,
        "in_words": {name: fact.evidence for name, fact in in_words.items()},
        "apply_by": {"date": apply_by.value, "evidence": apply_by.evidence} if apply_by else None,
    }


def _in_words(reading: Reading, known: Container[str]) -> dict[str, Fact]:
    """What the ad says of other facts than the `known` ones, or beside these."""
    readers = {name: spec.words_reader for name, spec in FACTS.items() if spec.words_beside or name not in known}
    return {name: fact for name, reader in readers.items() if reader and (fact := reader(reading)) is not None}


def _left_out(reading: Reading) -> dict[str, Any] | None:
    fact = left_out_reader()(reading)
    return {"places": fact.value, "evidence": fact.evidence} if fact else None


def to_label(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Facts as read (or stored) in exactly the shape of a label, with `evidence` and `spans`."""
    # Facts may come from a row written by an older version: a fact added since is missing there.
    label = {name: facts.get(name, spec.empty) for name, spec in FACTS.items()}
    for fact, beside in UNLABELLED.items():
        if value := facts.get(fact):
            label[fact] = {name: part for name, part in value.items() if name not in beside}
    return {**label, "evidence": facts.get("evidence", {}), "spans": facts.get("spans", {})}
