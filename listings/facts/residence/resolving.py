"""What the names of a list mean: their neighbours decide ambiguous ones, and "Seattle, WA, USA" is a single place."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from listings.facts.residence.names import MAX_CODE, PlaceMention
from listings.facts.residence.tokens import NARROWING
from listings.facts.residence.town_codes import STATE_COUNTRIES
from listings.vocabulary.bounded_cache import bounded_cache
from listings.vocabulary.places import UNNAMED_PART, Place
from listings.vocabulary.regions import MEMBERS

# Country codes that prose uses in lists of countries.
PROSE_LIST = "AT AU BE BR CA CH CZ DE DK ES FI FR GR HU IE IT MX NL NO NZ PL PT RO SE SG UA ZA"
PROSE_CODES = frozenset(PROSE_LIST.split())
# Codes of states that a field may hold alone: no country and no other abbreviation is written so.
UNMISTAKABLE = frozenset(["US-NY", "US-TX", "US-FL", "US-NJ"])
LOUISIANA, LOS_ANGELES = Place("subdivision", ("US-LA",)), Place("city", ("US-CA",))
# Between "USA" and "Boston" in "(USA) Boston, Lyon": a space, and the end of a bracket.
MAX_ADJACENT = 2
RANK = {"city": 0, "subdivision": 1, "country": 2, "region": 3}
# Countries whose towns are named after those of others.
SETTLED = ("US", "CA", "AU")
# A country and a state, or a state and many towns: alone it may be any of them.
TORN = (("GE",), ("AU-VIC",))


@dataclass(frozen=True, slots=True)
class Resolved:
    """The codes of one place of a list, what its name leaves out, and the index of its last mention.

    `is_town`: a town of those codes is named.
    """

    codes: tuple[str, ...]
    without: tuple[str, ...]
    last: int
    kind: str
    is_town: bool = False


def resolve(mentions: Sequence[PlaceMention], *, strict: bool = True, within: tuple[str, ...] = ()) -> list[Resolved]:
    """The places of a list in the order named. `within`: the codes of places that contain them, if that is known."""
    resolved: list[Resolved] = []
    index = 0
    while index < len(mentions):
        chain = [mentions[index]]
        index += 1
        while (
            index < len(mentions)
            and mentions[index].separator in (",", "", "(")
            and not mentions[index].is_own_item
            and _is_in(chain[-1], mentions[index])
        ):
            chain.append(mentions[index])
            index += 1
        is_namesake = not strict and index == 1 and _is_namesake(mentions)
        if len(chain) == 1 and (is_namesake or _is_town_of_state(mentions, index - 1)):
            # "Kent, UK": the town that the vocabulary knows is another.
            continue
        if len(chain) == 1:
            place = _likeliest(chain[0], mentions, strict=strict, within=within)
        else:
            place = _most_specific(chain, mentions, strict=strict)
        if place is not None:
            resolved.append(
                Resolved(
                    place.codes, place.without, index - 1, place.kind, chain[0].kind == "city" or chain[0].is_of_town
                )
            )
    return _narrowed(_without_repeats(resolved, mentions), mentions)


def _without_repeats(resolved: Sequence[Resolved], mentions: Sequence[PlaceMention]) -> list[Resolved]:
    """Without what a bracket says once more: "United States (US) - Ohio"."""
    kept: list[Resolved] = []
    for place in resolved:
        is_repeated = kept and kept[-1].codes == place.codes and mentions[kept[-1].last + 1].separator == "("
        if is_repeated:
            kept[-1] = replace(kept[-1], last=place.last)
        else:
            kept.append(place)
    return kept


def _narrowed(resolved: list[Resolved], mentions: Sequence[PlaceMention]) -> list[Resolved]:
    """Without a wide place whose parts follow: "LATAM: Brazil, Peru", "Asia (Japan)", "USA-TX-Austin"."""
    kept: list[Resolved] = []
    for position, place in enumerate(resolved):
        # "Oslo, Ghent (EU)": the bracket only explains.
        bracket = mentions[kept[-1].last + 1] if kept and kept[-1].last + 1 < len(mentions) else None
        is_explained = bracket is not None and bracket.separator == "(" and not bracket.is_own_item
        if is_explained and is_within(kept[-1].codes, place.codes):
            continue
        following = resolved[position + 1 :]
        if following and place.last + 1 < len(mentions):
            separator = mentions[place.last + 1].separator
            narrows = separator in NARROWING or separator == "("
            # "US, TX" in a field of two places.
            is_pair = len(resolved) == 2 and position == 0 and not mentions[place.last].is_own_item
            pair = separator == "," and is_pair and following[0].kind == "subdivision"
            heads_towns = not position and _heads_towns(place, following, mentions)
            # "The continental US (and Hawaii)" adds what the name leaves out.
            adds = not set(following[0].codes).isdisjoint(place.without)
            if (narrows or pair or heads_towns) and not adds and is_within(following[0].codes, place.codes):
                continue
        kept.append(place)
    return kept


def _heads_towns(place: Resolved, following: Sequence[Resolved], mentions: Sequence[PlaceMention]) -> bool:
    """ "(USA) Boston MA, Salem OR": the country stands right before its towns, as their heading."""
    head, first = mentions[place.last : place.last + 2]
    is_adjacent = not first.separator and first.start - head.end <= MAX_ADJACENT
    codes = [code for other in following for code in other.codes]
    return is_adjacent and place.kind == "country" and all(code.startswith(place.codes) for code in codes)


@bounded_cache(4096, longest=20)
def is_within(inner: tuple[str, ...], outer: tuple[str, ...]) -> bool:
    """Whether the codes `inner` name parts of `outer`, or some of its members."""
    # Whatever is in the US may be in the Midwest.
    outer = tuple(code.removesuffix(UNNAMED_PART) if code not in inner else code for code in outer)
    members = {member for code in outer for member in MEMBERS.get(code, (code,))}
    return bool(inner) and all(
        code not in outer
        and (
            code.removesuffix(UNNAMED_PART) in outer
            or all(
                member in members or member.partition("-")[0] in members
                for member in MEMBERS.get(code, frozenset({code}))
            )
        )
        for code in inner
    )


def _is_in(inner: PlaceMention, outer: PlaceMention) -> bool:
    return any(_is_place_in(place, container) for place in inner.places for container in outer.places)


def _is_namesake(mentions: Sequence[PlaceMention]) -> bool:
    """Whether a list is a town and the state or country of another town of its name."""
    if len(mentions) != 2 or mentions[1].separator != ",":
        return False
    town, container = mentions
    # "NYC, Virginia": no town is called by another's abbreviation.
    if container.is_part or town.end - town.start <= MAX_CODE:
        return False
    return town.kind == "city" and container.kind in ("country", "subdivision") and not _is_in(town, container)


def _is_town_of_state(mentions: Sequence[PlaceMention], index: int) -> bool:
    """Whether the place at `index` is a small namesake in the state behind its comma: "Berlin, Maryland"."""
    if index + 1 >= len(mentions) or mentions[index].separator == "," or mentions[index].kind != "city":
        return False
    town, state = mentions[index : index + 2]
    is_state = all(place.kind == "subdivision" and place.country in SETTLED for place in state.places)
    if state.separator != "," or not is_state or state.is_part or town.end - town.start <= MAX_CODE:
        return False
    # "Berlin, Texas, Peru" may be a list.
    following = mentions[index + 2] if index + 2 < len(mentions) else None
    return following is None or following.separator != "," or _is_in(state, following)


def _is_place_in(inner: Place, outer: Place) -> bool:
    if RANK[inner.kind] >= RANK[outer.kind] or outer.kind == "region" or not inner.codes:
        return False
    if outer.kind == "country":
        return inner.country == outer.codes[0]
    # Cities outside the US and Canada have only their country's code, so any of its states may contain them.
    return inner.kind == "city" and (inner.codes[0] == outer.codes[0] or inner.codes[0] == outer.country != "US")


def _most_specific(chain: Sequence[PlaceMention], mentions: Sequence[PlaceMention], *, strict: bool) -> Place | None:
    """The place of a chain such as city, state, country: the state if it is named or known, else the country."""
    inner = [
        place
        for mention, outer_mention in pairwise(chain)
        for place in mention.places
        if any(_is_place_in(place, container) for container in outer_mention.places)
    ]
    outer = [place for place in chain[-1].places if any(_is_place_in(part, place) for part in chain[-2].places)]
    states = [place for place in (*inner, *outer) if place.kind == "subdivision"]
    if states:
        return states[0]
    return inner[0] if inner else outer[0]


def _likeliest(
    mention: PlaceMention, mentions: Sequence[PlaceMention], *, strict: bool, within: tuple[str, ...]
) -> Place | None:
    """What a name means by the others of its list, else its likeliest meaning.

    None for a code in prose that nothing explains (two capitals alone may be anything), and for a bare "Georgia" or
    "Cambridge".
    """
    if len(mention.places) == 1 and not mention.is_code:
        return mention.places[0]
    others = [place for other in mentions if other is not mention and not other.is_code for place in other.places[:1]]
    if _is_los_angeles(mention, mentions):
        return LOS_ANGELES
    coded = [other for other in mentions if other.is_code]
    if len(coded) > 1:
        # "CA, NY, TX": codes that are all states of one country are states.
        are_states = not any(_is_abroad(place) for place in others) and all(
            any(place.kind == "subdivision" for place in other.places) for other in coded
        )
        others += [
            place
            for other in coded
            if other is not mention and are_states
            for place in other.places
            if place.kind == "subdivision"
        ]
    state_countries = {place.country for place in others if place.kind == "subdivision"}
    state_countries |= set(within)
    kinds = {place.kind for place in others if place.codes} | ({"country"} if within else set())
    if not {"country", "region"} & kinds:
        # "NY, San Francisco and London": a US city makes NY a state.
        state_countries |= {place.country for place in others if place.kind == "city" and "-" in place.codes[0]}
    # "United States - Georgia"
    if others and not mention.is_code and all(place.country == "US" for place in others):
        state_countries.add("US")
    for place in mention.places:
        if place.kind == "subdivision" and place.country in state_countries:
            return place
    if mention.is_code:
        return _of_code(mention, kinds, all_codes=not strict and len(coded) == len(mentions), strict=strict)
    if len(mentions) == 1:
        return _likeliest_alone(mention, within)
    # "Boston or Cambridge"
    countries = {place.country for place in others} & mention.rival_countries
    return next((place for place in mention.places if place.country in countries), mention.places[0])


def _likeliest_alone(mention: PlaceMention, within: tuple[str, ...]) -> Place | None:
    first = mention.places[0]
    if len({place.kind for place in mention.places}) > 1 and first.codes in TORN:
        return None
    if mention.rival_countries and not within:
        # "Springfield" is in the US, "Cambridge" in England or Massachusetts.
        return Place("city", tuple(mention.rival_countries)) if len(mention.rival_countries) == 1 else None
    return first


def _is_los_angeles(mention: PlaceMention, mentions: Sequence[PlaceMention]) -> bool:
    """Whether "LA" stands among towns of the US alone: "SF, LA or Chicago"."""
    others = [other for other in mentions if other is not mention]
    return (
        mention.is_code
        and LOUISIANA in mention.places
        and bool(others)
        and all(other.kind == "city" and not other.is_of_town and other.places[0].country == "US" for other in others)
    )


def _is_abroad(place: Place) -> bool:
    return place.kind == "country" and place.codes[0] not in STATE_COUNTRIES


def _of_code(mention: PlaceMention, kinds: Collection[str], *, all_codes: bool, strict: bool) -> Place | None:
    countries = [place for place in mention.places if place.kind == "country"]
    if not strict and mention.places[0].codes[0] in UNMISTAKABLE:
        return mention.places[0]
    if strict:
        countries = [place for place in countries if place.codes[0] in PROSE_CODES]
    # A field that holds nothing but codes holds countries.
    return countries[0] if countries and ("country" in kinds or "region" in kinds or all_codes) else None
