"""Which of an ad's statements of residence counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from listings.facts.base import Span
from listings.vocabulary.regions import REGIONS, expand

WORLDWIDE = ("worldwide",)


class Source(IntEnum):
    """Where a claim stands, the strongest first. docs/facts.md shows this table.

    1 explicit words of the title ("Remote (US)") or of the text ("must be based in", "US only", "Location: Peru")
    2 "anywhere in the US"
    3 an explicit "no location restrictions"
    4 a right to work there
    5 places of the board's field
    6 places that merely stand in the title
    7 "worldwide" in the board's field
    8 "work from anywhere"

    A claim that names parts of a stronger one's places goes before it, except that nothing narrows number 2 but number
    1, and that a right to work counts only where the field names no country or a wider place.
    """

    TITLE = 1
    TEXT = 2
    ANYWHERE_IN = 3
    NO_LIMIT = 4
    RIGHT_TO_WORK = 5
    FIELD = 6
    BARE_TITLE = 7
    FIELD_ANYWHERE = 8
    ANYWHERE = 9


@dataclass(frozen=True, slots=True)
class Claim:
    """Places that one part of the ad includes and excludes, as codes, with the quote that says so."""

    source: Source
    include: tuple[str, ...]
    exclude: tuple[str, ...]
    evidence: str
    spans: tuple[Span, ...] = ()

    @property
    def members(self) -> frozenset[str]:
        return expand({"include": self.include, "exclude": self.exclude})

    @property
    def is_anywhere(self) -> bool:
        return self.include == WORLDWIDE and not self.exclude

    @property
    def has_only_regions(self) -> bool:
        return all(code in REGIONS for code in self.include)


def choose(claims: Sequence[Claim]) -> Claim | None:
    """The claim that counts, or None where none does."""
    by_source: dict[Source, list[Claim]] = {source: [] for source in Source}
    for claim in claims:
        by_source[claim.source].append(claim)
    field = next(iter(by_source[Source.FIELD]), None)
    bare = by_source[Source.BARE_TITLE]
    explicit = [claim for source in (Source.TITLE, Source.TEXT, Source.ANYWHERE_IN) for claim in by_source[source]]
    if (best := narrowest(explicit)) is not None:
        return _refined(best, field, bare)
    if by_source[Source.NO_LIMIT]:
        return by_source[Source.NO_LIMIT][0]
    permit = narrowest(by_source[Source.RIGHT_TO_WORK])
    if permit is not None and (field is None or field.has_only_regions or is_part_of(permit, field)):
        return permit
    weaker = [field, *bare, *by_source[Source.FIELD_ANYWHERE], *by_source[Source.ANYWHERE]]
    return next((claim for claim in weaker if claim is not None), None)


def _refined(best: Claim, field: Claim | None, bare: Sequence[Claim]) -> Claim:
    """The field or the title where it names parts of the explicit claim: states of its country, countries of its region."""
    # "Engineer, Texas" with "anywhere in the US": Texas is where the team is.
    if best.source is Source.ANYWHERE_IN:
        return best
    states = [claim for claim in bare if "-" in claim.include[0] and is_part_of(claim, best)]
    if states:
        return states[0]
    return field if field is not None and _is_finer(field, best) else best


def is_part_of(inner: Claim, outer: Claim) -> bool:
    """Whether `inner` covers less than `outer` and nothing else. A state is part of its country."""
    members, outer_members = inner.members, outer.members
    return members != outer_members and all(
        code in outer_members or code.partition("-")[0] in outer_members for code in members
    )


def _is_finer(field: Claim, text: Claim) -> bool:
    """Whether the field names states within the text's country, or countries within its region.

    Another list of countries is not finer than the text's list of countries.
    """
    if set(field.include) <= set(text.include):
        return False
    if text.has_only_regions:
        return is_part_of(field, text)
    return is_part_of(field, text) and any("-" in code for code in field.include)


def narrowest(claims: Sequence[Claim]) -> Claim | None:
    """The first claim, or a later one that names a part of it."""
    best: Claim | None = None
    for claim in claims:
        if best is None or is_part_of(claim, best) or (claim.exclude and claim.include == best.include):
            best = claim
    return best
