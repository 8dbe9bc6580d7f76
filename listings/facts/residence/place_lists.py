"""Lists of places in words: "Seattle, WA or Canada (except Quebec)" as the places that it comes to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from listings.vocabulary.places import Place, cities, codes, folded, names

TOKEN = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*\.?|[^\w\s]")
INNER = re.compile(r"[.'’]")
FEW, MOST_FILLERS = 16, 8
SHORT, OFTEN = 4, 10
"""A town's name has so many letters; it is the one that is meant if its namesakes have a tenth of its people."""
FILLERS = """the any either one both all of following countries country states state region regions area areas
province provinces city cities mainland continental contiguous greater metro metropolitan eastern western
northern southern central within in from anywhere based remote remotely only fully 100 % locations
location places place : · • - – — * ( ) [ ] some select other selected approved including include
includes incl e g i currently we are is territory territories member residents home office national full
time permanent position role job work opportunity hybrid onsite flexible usa's"""
SEPARATING = ", ; / | & + and or und oder y o et ou e as well • - – plus"
SEPARATORS = frozenset(SEPARATING.split())
NO_PLACE = """time timezone timezones tz tzs hour hours zone zones business working eastern pacific market markets
client clients customer customers dollars dollar team teams office offices law laws gaap tax taxes holidays
holiday english french spanish portuguese healthcare insurance"""
COMMONS = "can us in or me ok hi oh de la al co id ma pa mo ca no is it be at to so my am as go"
UNSURES = "turkey jordan chad georgia guinea jersey mali cuba oman china mobile reading nice split orange"
FILLER, NO_PLACE_NEXT = frozenset(FILLERS.split()), frozenset(NO_PLACE.split())
COMMON, UNSURE = frozenset(COMMONS.split()), frozenset(UNSURES.split())
TWO_LETTERS = "AT AU BE BR CA CH CZ DE DK ES FI FR GR HU IE IT MX NL NO NZ PL PT RO SE SG UA ZA"
WRITTEN = frozenset(TWO_LETTERS.split())
"""Countries that prose names by two letters, beside others."""
NO_TOWNS = "except excluding excl without not only must we you please this our the if no and or but"
NO_TOWN = frozenset(NO_TOWNS.split())


@dataclass(frozen=True, slots=True)
class Token:
    word: str
    folded: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Found:
    """One named place: every place that the name may mean, and where it stands.

    `coded`: two capital letters. `joined`: what stands between the one before and this one.
    """

    places: tuple[Place, ...]
    start: int
    end: int
    coded: bool = False
    joined: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """`codes` in the order named; `end` is where the list ends. `towns`: no country or region is named."""

    codes: tuple[str, ...]
    start: int
    end: int
    towns: bool = False


@cache
def _by_first_word() -> dict[str, tuple[tuple[tuple[str, ...], tuple[Place, ...]], ...]]:
    """First word → (further words, places), the longest name first."""
    found: dict[str, list[tuple[tuple[str, ...], tuple[Place, ...]]]] = {}
    for name, places in names().items():
        first, *rest = name.split()
        found.setdefault(first, []).append((tuple(rest), tuple(places)))
    return {first: tuple(sorted(some, key=lambda one: -len(one[0]))) for first, some in found.items()}


def tokens(words: str, start: int = 0, most: int = 400) -> list[Token]:
    found: list[Token] = []
    for one in TOKEN.finditer(words, start):
        if len(found) == most:
            break
        word = one[0]
        plain = word
        if word[0].isalnum():
            plain = word.lower() if word.isascii() and word.isalpha() else folded(INNER.sub("", word))
        found.append(Token(word, plain, one.start(), one.end()))
    return found


def place_at(some: Sequence[Token], at: int, *, strict: bool) -> tuple[Found, int] | None:
    """The longest name that begins here, and the index behind it. `strict`: in prose, names are written as names."""
    first = some[at]
    if not first.word[0].isalnum():
        return None
    for rest, places in _by_first_word().get(first.folded, ()):
        if not rest and first.folded in FILLER and places[0].kind == "city":
            continue
        behind = _behind(some, at, rest)
        if behind and not (strict and not _is_name(some[at:behind], places)):
            return Found(places, first.start, some[behind - 1].end), behind
    if len(first.word.strip(".")) == 2 and first.word.strip(".").isupper():
        places = tuple(codes().get(first.word.strip("."), ()))
        if places:
            return Found(places, first.start, first.end, coded=True), at + 1
    return None


def _behind(some: Sequence[Token], at: int, rest: Sequence[str]) -> int:
    """Signs within a name are passed over: "North/South America". 0 where the words do not follow."""
    at += 1
    for word in rest:
        while at < len(some) and some[at].word in ("-", "–", "/", "&", "."):
            at += 1
        if at >= len(some) or some[at].folded != word:
            return 0
        at += 1
    return at


def _is_name(words: Sequence[Token], places: Sequence[Place]) -> bool:
    first = words[0]
    if len(words) == 1 and (first.folded in COMMON or len(first.folded) == 2):
        return first.word.isupper()
    if places[0].kind == "region" and places[0].codes == ("worldwide",):
        return True
    if first.word[0].isupper() or first.word[0].isdigit():
        return True
    return places[0].kind in ("country", "region") and first.folded not in UNSURE


def listed(words: str, start: int = 0, *, strict: bool = True, most: int = 400) -> Listed | None:
    """The list that begins at `start`, or None where no place stands there."""
    # Most lists are short or none: a few words tell.
    some = tokens(words, start, FEW)
    found = list(_walk(words, some, strict=strict))
    if len(some) == FEW and found and found[-1].end > some[-FEW // 2].start:
        found = list(_walk(words, tokens(words, start, most), strict=strict))
    if not found:
        return None
    settled = settle(found, strict=strict)
    towns = not any(one.places[0].kind in ("country", "region") for one in found)
    return Listed(settled, found[0].start, found[-1].end, towns) if settled else None


def town(words: str) -> Listed | None:
    """Words that are the name of a smaller town, and of no other far from it."""
    known = cities().get(folded(words), ())
    if not known or len(words) < SHORT or sum(people for _, people in known[1:]) * OFTEN > known[0][1]:
        return None
    return Listed(known[0][0].codes, 0, len(words), towns=True)


def _walk(words: str, some: Sequence[Token], *, strict: bool) -> Iterator[Found]:
    at, fillers, begun, joined = 0, 0, False, ""
    while at < len(some) and fillers <= MOST_FILLERS:
        token = some[at]
        if begun and not joined and "\n" in words[some[at - 1].end : token.start] and token.word not in SEPARATORS:
            return
        met = _place_or_town(some, at, strict=strict)
        if met is not None:
            place, behind = met
            if behind < len(some) and some[behind].folded in NO_PLACE_NEXT:
                return
            yield replace(place, joined=joined if begun else "")
            at, fillers, begun, joined = behind, 0, True, ""
            continue
        if token.folded in SEPARATORS:
            joined = joined if joined not in ("", ",") else token.folded
        elif token.folded in FILLER:
            fillers += 1
        elif not _unknown_town(some, at):
            if strict:
                return
            joined = "?"
        at += 1


def _place_or_town(some: Sequence[Token], at: int, *, strict: bool) -> tuple[Found, int] | None:
    found = place_at(some, at, strict=strict)
    known = found is not None or some[at].folded in SEPARATORS or some[at].folded in FILLER
    return found if known else _state_of_town(some, at)


def _state_of_town(some: Sequence[Token], at: int) -> tuple[Found, int] | None:
    """A town that we do not know, before the letters of a state or province: "Fishers, IN"."""
    for next_at in range(at, min(at + 3, len(some))):
        if not some[next_at].word[0].isupper() or some[next_at].folded in NO_TOWN:
            return None
        if next_at + 2 < len(some) and some[next_at + 1].word == ",":
            letters = some[next_at + 2]
            states = [place for place in codes().get(letters.word, ()) if place.kind == "subdivision"]
            return (Found(tuple(states), some[at].start, letters.end), next_at + 3) if states else None
    return None


def _unknown_town(some: Sequence[Token], at: int) -> bool:
    """A town that we do not know, before its state or country: "Xtown, Germany"."""
    if not some[at].word[0].isupper() or some[at].folded in NO_TOWN:
        return False
    for next_at in range(at + 1, min(at + 4, len(some))):
        if some[next_at].word == ",":
            return next_at + 1 < len(some) and place_at(some, next_at + 1, strict=True) is not None
        if not some[next_at].word[0].isupper():
            return False
    return False


def settle(found: Sequence[Found], *, strict: bool = True) -> tuple[str, ...]:
    """Names that may mean several are read by their neighbours; a city beside its state or country is one place."""
    kept: list[tuple[str, ...]] = []
    at = 0
    while at < len(found):
        one, ahead = found[at], at + 1
        chain = [one]
        while ahead < len(found) and found[ahead].joined in (",", "") and _inside(chain[-1], found[ahead]):
            chain.append(found[ahead])
            ahead += 1
        kept.append(_most_specific(chain, found, strict=strict))
        at = ahead
    return tuple(dict.fromkeys(code for several in kept for code in several))


def _inside(small: Found, large: Found) -> bool:
    return any(_within(one, other) for one in small.places for other in large.places)


def _within(one: Place, other: Place) -> bool:
    rank = {"city": 0, "subdivision": 1, "country": 2, "region": 3}
    if rank[one.kind] >= rank[other.kind] or other.kind == "region":
        return False
    if other.kind == "country":
        return one.country == other.codes[0]
    return one.kind == "city" and (one.codes[0] == other.codes[0] or one.codes[0] == other.country != "US")


def _most_specific(chain: Sequence[Found], found: Sequence[Found], *, strict: bool) -> tuple[str, ...]:
    """Of a city, its state and its country: the state where it is named, or known of the US and Canada."""
    first = chain[0]
    if len(chain) == 1:
        return _likely(first, found, strict=strict)
    named = [
        place
        for one, other in pairwise(chain)
        for place in one.places
        if any(_within(place, outer) for outer in other.places)
    ]
    states = [place for place in named if place.kind == "subdivision"]
    outer = [place for place in chain[-1].places if any(_within(inner, place) for inner in chain[-2].places)]
    states += [place for place in outer if place.kind == "subdivision"]
    if states:
        return states[0].codes
    return named[0].codes if named else outer[0].codes


def _likely(one: Found, found: Sequence[Found], *, strict: bool) -> tuple[str, ...]:
    """By the others of the list; the first meaning where they say nothing. Two letters alone mean nothing in prose."""
    if len(one.places) == 1 and not one.coded:
        return one.places[0].codes
    named = [other for other in found if other is not one and not other.coded]
    others = [place for other in named for place in other.places[:1]]
    coded = [other for other in found if other.coded]
    if len(coded) > 1:
        # Letters that are all states of one country are states.
        others += [
            place for other in coded if other is not one for place in other.places if place.kind == "subdivision"
        ]
    states = {place.country for place in others if place.kind == "subdivision"}
    kinds = {place.kind for place in others}
    if one.coded and not {"country", "region"} & kinds:
        # "NY, San Francisco and London"
        states |= {place.country for place in others if place.kind == "city" and "-" in place.codes[0]}
    for place in one.places:
        if place.kind == "subdivision" and place.country in states:
            return place.codes
    countries = [place for place in one.places if place.kind == "country"]
    all_codes = not strict and len(coded) == len(found)
    if one.coded and strict:
        countries = [place for place in countries if place.codes[0] in WRITTEN]
    if countries and (not one.coded or {"country", "region"} & kinds or all_codes):
        return countries[0].codes
    if one.coded:
        return ()
    return one.places[0].codes


def parts(location: str) -> Iterable[str]:
    """The places of a board's field, which stand apart by ";"."""
    return filter(None, (part.strip() for part in location.split(";")))


def ending(words: str, end: int) -> Listed | None:
    """The place whose name ends right at `end`; only one, of four words at most."""
    start = max(0, end - 60)
    some = [one for one in tokens(words[:end], start) if one.start >= start]
    for at in range(max(0, len(some) - 5), len(some)):
        met = place_at(some, at, strict=True)
        if met is not None and met[1] == len(some) and some[-1].end >= end - 1:
            place = met[0]
            return Listed(settle([place]), place.start, place.end) if settle([place]) else None
    return None
