"""Which of an ad's statements of residence counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from listings.facts.base import Span
from listings.vocabulary.places import UNNAMED_PART
from listings.vocabulary.regions import REGIONS, expand

WORLDWIDE = ("worldwide",)


class ClaimSource(IntEnum):
    """Where a claim stands, the strongest first. docs/facts.md shows this table.

    1 explicit words of the title ("Remote (US)") or of the text ("must be based in", "US only", "US-based")
    2 "anywhere in the US"
    3 a line of the text such as "Location: Peru"
    4 an explicit "no location restrictions"
    5 a right to work there
    6 places of the board's field
    7 places that merely stand in the title
    8 "worldwide" in the board's field
    9 "work from anywhere"

    Of several claims of number 1 the one that names parts of another's places counts, unless others name other parts.
    Countries in the text's line or several in the field narrow a region, and states in the title narrow a country, but
    nothing narrows number 2. A wider title comes before the one country of a field, unless it may be a territory.
    "US-based" gives way to "anywhere in the US or Canada". A right to work counts only where the field names no
    country or a wider place.
    """

    TITLE = 1
    TEXT = 2
    ADJECTIVE = 3
    ANYWHERE_IN = 4
    LABEL = 5
    NO_LIMIT = 6
    RIGHT_TO_WORK = 7
    FIELD = 8
    BARE_TITLE = 9
    FIELD_ANYWHERE = 10
    ANYWHERE = 11


@dataclass(frozen=True, slots=True)
class Claim:
    """Places that one part of the ad includes and excludes, as codes, with the quote that says so."""

    source: ClaimSource
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
        return all(code in REGIONS or code.endswith(UNNAMED_PART) for code in self.include)


def choose(claims: Sequence[Claim]) -> Claim | None:
    """The claim that counts, or None where none does."""
    by_source: dict[ClaimSource, list[Claim]] = {source: [] for source in ClaimSource}
    for claim in claims:
        by_source[claim.source].append(claim)
    field = next(iter(by_source[ClaimSource.FIELD]), None)
    bare = by_source[ClaimSource.BARE_TITLE]
    explicit = [
        claim
        for source in (ClaimSource.TITLE, ClaimSource.TEXT, ClaimSource.ADJECTIVE, ClaimSource.ANYWHERE_IN)
        for claim in by_source[source]
    ]
    if (best := narrowest(_without_adjectives(explicit))) is not None:
        return _refined(best, [narrowest(by_source[ClaimSource.LABEL]), field], bare)
    if (label := narrowest(by_source[ClaimSource.LABEL])) is not None:
        return _refined(label, [field], bare)
    if by_source[ClaimSource.NO_LIMIT]:
        return by_source[ClaimSource.NO_LIMIT][0]
    permit = narrowest(by_source[ClaimSource.RIGHT_TO_WORK])
    if permit is not None and (field is None or field.has_only_regions or is_part_of(permit, field)):
        return permit
    weaker = [field, *bare, *by_source[ClaimSource.FIELD_ANYWHERE], *by_source[ClaimSource.ANYWHERE]]
    return next((claim for claim in weaker if claim is not None), None)


def _without_adjectives(claims: Sequence[Claim]) -> list[Claim]:
    """The claims without a "US-based" that a sentence with several places contradicts."""
    lists = [claim for claim in claims if claim.source is ClaimSource.ANYWHERE_IN and len(claim.include) > 1]
    return [
        claim
        for claim in claims
        if claim.source is not ClaimSource.ADJECTIVE or not any(is_part_of(claim, wider) for wider in lists)
    ]


def _refined(best: Claim, weaker: Sequence[Claim | None], bare: Sequence[Claim]) -> Claim:
    """A weaker claim where it names parts of the explicit one: the title states of its country, others countries."""
    # "Engineer, Texas" with "anywhere in the US": Texas is where the team is.
    if best.source is ClaimSource.ANYWHERE_IN:
        return best
    states = [claim for claim in bare if "-" in claim.include[0] and is_part_of(claim, best)]
    if states:
        return states[0]
    return next((claim for claim in weaker if claim is not None and _is_finer(claim, best)), best)


def is_part_of(inner: Claim, outer: Claim) -> bool:
    """Whether `inner` covers less than `outer` and nothing else. A state is part of its country.

    Any place of a country or region may be in a part of it that has no code.
    """
    wider = [code if code in inner.include else code.removesuffix(UNNAMED_PART) for code in outer.include]
    members, outer_members = inner.members, expand({"include": wider, "exclude": outer.exclude})
    return members != outer_members and all(
        code in outer_members
        or code.partition("-")[0] in outer_members
        or code.removesuffix(UNNAMED_PART) in outer.include
        for code in members
    )


def _is_finer(claim: Claim, explicit: Claim) -> bool:
    """Whether the claim names countries within the explicit one's region.

    A state does not narrow the text's country: it is where the office is.
    """
    # Where a board makes the employer choose one place, that is often its own. A state may be in "the Midwest".
    is_one = claim.source is ClaimSource.FIELD and len(claim.members) == 1
    is_in_part = "-" in claim.include[0] and any(code.endswith(UNNAMED_PART) for code in explicit.include)
    if is_one and not is_in_part:
        return False
    return not set(claim.include) <= set(explicit.include) and explicit.has_only_regions and is_part_of(claim, explicit)


def narrowest(claims: Sequence[Claim]) -> Claim | None:
    """The first claim, or a later one that names a part of it, unless others name other parts."""
    best: Claim | None = None
    for claim in claims:
        is_narrower = best and is_part_of(claim, best) and not _is_one_of_several(claim, best, claims)
        if best is None or is_narrower or (claim.exclude and claim.include == best.include):
            best = claim
    return best


def _is_one_of_several(claim: Claim, wider: Claim, claims: Sequence[Claim]) -> bool:
    """Whether other claims name other parts of `wider`: "(US remote)" and "(Peru remote)" are of one opening each."""
    return any(is_part_of(other, wider) and other.members.isdisjoint(claim.members) for other in claims)
