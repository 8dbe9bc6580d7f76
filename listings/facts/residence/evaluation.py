"""What the places of an expression amount to: codes to include and to exclude."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from listings.facts.residence.names import PlaceMention
from listings.facts.residence.resolving import Resolved, is_within, resolve
from listings.facts.residence.tokens import NARROWING
from listings.vocabulary.places import UNNAMED_PART
from listings.vocabulary.regions import expand

WORLDWIDE = ("worldwide",)
# While an ad is read: a region without codes beside other places.
UNLISTED = "unlisted" + UNNAMED_PART


@dataclass(frozen=True, slots=True)
class Places:
    """The places in characters `start` to `end`, as codes in the order named.

    `only_towns`: no country or region is named. `is_exception`: the expression begins with "except" or the like, so
    that nothing is included. `has_headquarters`: a place is marked as the firm's. `count`: of the places named.
    `of_towns`: the codes that only towns stand for. `wishes_follow`: towns that are wished for stood behind them.
    """

    include: tuple[str, ...]
    exclude: tuple[str, ...]
    start: int
    end: int
    only_towns: bool = False
    is_exception: bool = False
    has_headquarters: bool = False
    has_town: bool = False
    count: int = 1
    of_towns: tuple[str, ...] = ()
    wishes_follow: bool = False

    @property
    def is_anywhere(self) -> bool:
        return self.include == WORLDWIDE and not self.exclude


@dataclass(slots=True)
class Walk:
    """What has been read of an expression so far."""

    # Where the text to read ends.
    limit: int
    is_nested: bool = False
    # The codes of the places that this expression is said to be left out of: "CA" in "US (except CA)" is a state.
    within: tuple[str, ...] = ()
    mentions: list[PlaceMention] = field(default_factory=list)
    # (index of the mention that the exception concerns, or -1 for all of them; the places left out)
    exceptions: list[tuple[int, Places]] = field(default_factory=list)
    separator: str = ""
    fillers: int = 0
    # A bracket has no end among the tokens.
    is_cut: bool = False
    # Of the token where the expression ends, and of the text.
    index: int = 0
    end: int = 0
    has_headquarters: bool = False
    # "anywhere in" has been read, and no place after it yet.
    is_inside: bool = False
    # A number stands before the last place: "36 US states, including …" names them all.
    is_counted: bool = False
    # A town that the vocabulary does not know stands before the next place.
    has_town: bool = False
    # "Northern" or the like stands before the next place.
    is_part: bool = False
    # Words that mean nothing here stand among the places.
    has_unknown: bool = False


def evaluate(walk: Walk, *, strict: bool) -> Places | None:
    if walk.is_inside:
        walk.mentions.pop()
    if not walk.mentions:
        if not walk.exceptions:
            return None
        left_out = walk.exceptions[0][1]
        return replace(left_out, include=(), exclude=left_out.include, is_exception=True, end=walk.end)
    resolved = resolve(walk.mentions, strict=strict or walk.has_unknown, within=walk.within)
    include = tuple(dict.fromkeys(code for place in resolved for code in place.codes))
    if not include:
        return None
    exclude = [code for place in resolved for code in place.without if code not in include]
    for concerned, left_out in walk.exceptions:
        # "Germany, Austria (not Bavaria)": of the list, where not of the last place.
        exclude += _left_out(left_out, _concerned(resolved, concerned, include)) or _left_out(left_out, include)
    if exclude and not expand({"include": include, "exclude": exclude}):
        return None
    if _names_unlisted(walk.mentions):
        include += (UNLISTED,)
    # "DE" is a state by its first meaning, and a country where it is left out of a region.
    kinds = {mention.kind for mention in walk.mentions} | {place.kind for place in resolved}
    only_towns = kinds.isdisjoint(("country", "region"))
    return Places(
        include,
        tuple(dict.fromkeys(exclude)),
        walk.mentions[0].start,
        walk.end,
        only_towns,
        has_headquarters=walk.has_headquarters,
        has_town=any(mention.kind == "city" for mention in walk.mentions),
        count=len(resolved),
        of_towns=_codes_of_towns(resolved),
    )


def _names_unlisted(mentions: Sequence[PlaceMention]) -> bool:
    """Whether one of several places is a region that has no codes: "Spain, CIS"."""
    # "US: East Coast" is in the US at least.
    if any(
        not mention.places[0].codes
        and mention.separator
        and not (before.kind == "country" and mention.separator in NARROWING)
        for before, mention in pairwise(mentions)
    ):
        return True
    return len(mentions) > 1 and not mentions[0].places[0].codes and bool(mentions[1].separator)


def _codes_of_towns(resolved: Sequence[Resolved]) -> tuple[str, ...]:
    whole = {code for place in resolved if not place.is_town for code in place.codes}
    return tuple(code for place in resolved if place.is_town for code in place.codes if code not in whole)


def _concerned(resolved: Sequence[Resolved], mention: int, include: tuple[str, ...]) -> tuple[str, ...]:
    """The codes that an exception after a mention concerns: that place's, or all."""
    place = next((place for place in resolved if place.last >= mention >= 0), None)
    return place.codes if place else include


def _left_out(left_out: Places, concerned: tuple[str, ...]) -> list[str]:
    # A town cannot be left out without its whole state, which the ad does not say.
    if left_out.only_towns and not any("-" in code for code in left_out.include):
        return []
    return [code for code in left_out.include if is_within((code,), concerned)]
