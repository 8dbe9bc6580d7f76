"""A claim without the places that other sentences rule out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from listings.facts.residence.precedence import Claim
from listings.vocabulary.regions import expand


def with_exclusions(claim: Claim, refused: Sequence[str]) -> Claim | None:
    """The claim with the refused places that it covers; None where nothing would be left of it.

    A place that the claim itself names and another sentence refuses is a contradiction: the refusal is ignored.
    """
    members = expand({"include": claim.include, "exclude": ()})
    exclude = list(claim.exclude)
    for code in refused:
        if code in claim.include or code in exclude:
            continue
        # The expansion of a whole country has no states in it, but they can be excluded from it.
        if expand({"include": [code], "exclude": ()}) & members or code.partition("-")[0] in members:
            exclude.append(code)
    narrowed = replace(claim, exclude=tuple(exclude))
    return narrowed if narrowed.members else None
