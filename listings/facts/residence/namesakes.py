"""Claims that rest on the town of the board's field, taken for another of its name."""

from __future__ import annotations

from listings.facts.residence.precedence import Claim, ClaimSource, is_part_of

MIN_TOWN = 4


def is_namesake(claim: Claim, field: Claim, location: str) -> bool:
    """Whether a claim rests on the field's own town, taken for another of its name: "Aberdeen", of "Aberdeen, MD"."""
    town = location.partition(",")[0].strip().casefold()
    evidence = claim.evidence.casefold()
    # Of "Scottsdale" and "Scottsdale, Tasmania" the text says which is meant.
    if "," not in location and f"{town}, " in evidence:
        return False
    # "Aberdeen" of "Aberdeen Proving Ground, MD" as well.
    last = evidence.rstrip(" .,;:!)").rpartition(" ")[2]
    is_named = len(town) >= MIN_TOWN and (town in evidence or (len(last) >= MIN_TOWN and town.startswith(f"{last} ")))
    # "Location: Columbia" says less than "Columbia, MD".
    # "Remote/Washington" of "Washington, DC" is not the state.
    ends_with_town = "," in location and len(town) >= MIN_TOWN and evidence.rstrip(" .,;:!)").endswith(town)
    is_another = ends_with_town and field.members.isdisjoint(claim.members) and not is_part_of(field, claim)
    # Not so "Location: Europe or Lyon", whose place is not the town's.
    is_vaguer = claim.source is ClaimSource.LABEL and len(claim.members) == 1 and is_part_of(field, claim)
    return is_named and (is_vaguer or is_another or _countries(field).isdisjoint(_countries(claim)))


def _countries(claim: Claim) -> set[str]:
    return {code.partition("-")[0] for code in claim.members}
