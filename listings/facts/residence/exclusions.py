"""A claim without the places that other sentences rule out, and the words of these."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from listings.facts.base import Reading
from listings.facts.residence.evaluation import UNLISTED
from listings.facts.residence.hits import ResidenceStatement
from listings.facts.residence.precedence import Claim
from listings.facts.residence.refusals import Refusal
from listings.vocabulary.places import UNNAMED_PART
from listings.vocabulary.regions import expand

# Codes of their own, but parts of the country whose residence an ad may state: "US, but not Puerto Rico".
OF_COUNTRIES = dict.fromkeys(("PR", "GU", "VI", "AS", "MP"), "US")

# Of one ad, and of the words of one sentence: some list all fifty states.
MAX_QUOTES, MAX_QUOTE, MAX_WORD = 3, 300, 12
WORD_START = re.compile(r"\S+\Z")


def with_exclusions(claim: Claim, refused: Sequence[str]) -> Claim | None:
    """The claim without the refused places; None where nothing would be left of it."""
    include = tuple(code for code in claim.include if code not in refused)
    members = expand({"include": include, "exclude": ()})
    exclude = list(claim.exclude)
    for code in refused:
        # The expansion of a whole country has no states in it, but they can be excluded from it.
        is_covered = code in OF_COUNTRIES and OF_COUNTRIES[code] in include
        # Of "Southeast Asia" nobody knows what it leaves of the places, if any of them are in Asia.
        is_covered |= code == UNLISTED and claim.has_only_regions
        whole = code.removesuffix(UNNAMED_PART)
        is_covered |= bool(expand({"include": [whole], "exclude": ()}) & members) or code.partition("-")[0] in members
        if is_covered and code not in exclude:
            exclude.append(code)
    left = replace(claim, include=include, exclude=tuple(exclude))
    return left if left.members else None


def refusal_quotes(
    reading: Reading,
    claim: Claim,
    statements: Iterable[ResidenceStatement],
    refusals: Iterable[Refusal],
    unnamed_states: re.Match[str] | None,
) -> list[dict[str, Any]]:
    """[{places, evidence}] of the sentences beside the claim's own that rule out places of it; [] for unnamed ones."""
    ruled_out = [
        *((refusal.codes, refusal.start, refusal.end) for refusal in refusals if not refusal.is_outside),
        *((statement.exclude, statement.start, statement.end) for statement in statements if not statement.include),
    ]
    sentences = [(codes, start, end) for codes, start, end in ruled_out if not set(claim.exclude).isdisjoint(codes)]
    if unnamed_states:
        sentences.append(((), *unnamed_states.span()))
    quotes = []
    for codes, start, end in sorted(sentences, key=lambda sentence: sentence[1]):
        # Not "n’t hire in Ohio".
        begun = WORD_START.search(reading.text, max(0, start - MAX_WORD), start)
        start -= len(begun[0]) if begun else 0
        evidence, _ = reading.quote("text", start, min(end, start + MAX_QUOTE))
        if evidence not in claim.evidence:
            quotes.append({"places": [code for code in codes if code in claim.exclude], "evidence": evidence})
    return quotes[:MAX_QUOTES]
