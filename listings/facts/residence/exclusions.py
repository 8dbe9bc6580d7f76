"""A claim without the places that other sentences rule out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from listings.facts.residence.precedence import Claim
from listings.vocabulary.regions import expand

# Codes of their own, but parts of the country whose residence an ad may state: "US, but not Puerto Rico".
OF_COUNTRIES = dict.fromkeys(("PR", "GU", "VI", "AS", "MP"), "US")


def with_exclusions(claim: Claim, refused: Sequence[str]) -> Claim | None:
    """The claim without the refused places; None where nothing would be left of it."""
    include = tuple(code for code in claim.include if code not in refused)
    members = expand({"include": include, "exclude": ()})
    exclude = list(claim.exclude)
    for code in refused:
        # The expansion of a whole country has no states in it, but they can be excluded from it.
        is_covered = code in OF_COUNTRIES and OF_COUNTRIES[code] in include
        is_covered |= bool(expand({"include": [code], "exclude": ()}) & members) or code.partition("-")[0] in members
        if is_covered and code not in exclude:
            exclude.append(code)
    left = replace(claim, include=include, exclude=tuple(exclude))
    return left if left.members else None
