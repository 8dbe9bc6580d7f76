"""Lists of places in text, resolved to codes: "Seattle, WA or Canada" is US-WA and CA."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from listings.vocabulary.places import Place, cities, codes, folded, names

TOKEN = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*\.?|[^\w\s]")
INNER = re.compile(r"[.'’]")
HEAD_TOKENS, MAX_FILLERS = 16, 8
# A town counts if its name is this long and its namesakes together have at most a tenth of its population.
MIN_TOWN_NAME, MIN_POPULATION_RATIO = 4, 10
# Tokens that may stand between places in a list.
FILLERS = """the any either one both all of following countries country states state region regions area areas
province provinces city cities mainland continental contiguous greater metro metropolitan eastern western
northern southern central within in from anywhere based remote remotely only fully 100 % locations
location places place : · • - – — * ( ) [ ] some select other selected approved including include
includes incl e g i currently we are is territory territories member residents home office national full
time permanent position role job work opportunity hybrid onsite flexible usa's"""
SEPARATING = ", ; / | & + and or und oder y o et ou e as well • - – plus"
SEPARATORS = frozenset(SEPARATING.split())
# After a place: it names a time zone, market, currency or language ("US dollars", "Central time").
NOT_PLACES = """time timezone timezones tz tzs hour hours zone zones business working eastern pacific market markets
client clients customer customers dollars dollar team teams office offices law laws gaap tax taxes holidays
holiday english french spanish portuguese healthcare insurance"""
# Names that are ordinary words: places in capitals only.
ORDINARY = "can us in or me ok hi oh de la al co id ma pa mo ca no is it be at to so my am as go"
# Names of places and of other things, lower case included: places with a capital only.
AMBIGUOUS = "turkey jordan chad georgia guinea jersey mali cuba oman china mobile reading nice split orange"
FILLER, NOT_PLACE_NEXT = frozenset(FILLERS.split()), frozenset(NOT_PLACES.split())
ORDINARY_WORDS, AMBIGUOUS_NAMES = frozenset(ORDINARY.split()), frozenset(AMBIGUOUS.split())
# Country codes that prose uses in lists of countries.
PROSE_CODES = "AT AU BE BR CA CH CZ DE DK ES FI FR GR HU IE IT MX NL NO NZ PL PT RO SE SG UA ZA"
COUNTRY_CODES_IN_PROSE = frozenset(PROSE_CODES.split())
NOT_TOWN = "except excluding excl without not only must we you please this our the if no and or but"
NOT_TOWN_WORDS = frozenset(NOT_TOWN.split())


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a punctuation mark, as written and folded as in the vocabulary."""

    text: str
    folded: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A name in characters `start` to `end`, with every place that it may mean.

    `is_code`: two capital letters. `separator`: the token between the previous mention and this one, "?" if unknown.
    """

    places: tuple[Place, ...]
    start: int
    end: int
    is_code: bool = False
    separator: str = ""


@dataclass(frozen=True, slots=True)
class PlaceList:
    """The places in characters `start` to `end`, as codes in the order named. `only_towns`: no country or region."""

    codes: tuple[str, ...]
    start: int
    end: int
    only_towns: bool = False


@cache
def _by_first_word() -> dict[str, tuple[tuple[tuple[str, ...], tuple[Place, ...]], ...]]:
    """First word of each name → (its further words, its places), longest name first."""
    by_first_word: dict[str, list[tuple[tuple[str, ...], tuple[Place, ...]]]] = {}
    for name, places in names().items():
        first, *rest = name.split()
        by_first_word.setdefault(first, []).append((tuple(rest), tuple(places)))
    return {
        first: tuple(sorted(candidates, key=lambda candidate: -len(candidate[0])))
        for first, candidates in by_first_word.items()
    }


def tokenize(text: str, start: int = 0, max_tokens: int = 400) -> list[Token]:
    """The first tokens of `text` from `start` on, with offsets in `text`."""
    result: list[Token] = []
    for match in TOKEN.finditer(text, start):
        if len(result) == max_tokens:
            break
        token = match[0]
        plain = token
        if token[0].isalnum():
            # The short cut spares most words the slow folding.
            plain = token.lower() if token.isascii() and token.isalpha() else folded(INNER.sub("", token))
        result.append(Token(token, plain, match.start(), match.end()))
    return result


def place_at(tokens: Sequence[Token], index: int, *, strict: bool) -> tuple[PlaceMention, int] | None:
    """The longest name that begins at `index`, and the index after it. `strict`: prose, where names have capitals."""
    first = tokens[index]
    if not first.text[0].isalnum():
        return None
    for rest, places in _by_first_word().get(first.folded, ()):
        # Cities named "Central" or "Home" would match fillers.
        if not rest and first.folded in FILLER and places[0].kind == "city":
            continue
        following = _match_rest(tokens, index, rest)
        if following and not (strict and not _is_written_as_name(tokens[index:following], places)):
            return PlaceMention(places, first.start, tokens[following - 1].end), following
    if len(first.text.strip(".")) == 2 and first.text.strip(".").isupper():
        places = tuple(codes().get(first.text.strip("."), ()))
        if places:
            return PlaceMention(places, first.start, first.end, is_code=True), index + 1
    return None


def _match_rest(tokens: Sequence[Token], index: int, rest: Sequence[str]) -> int:
    """The index after a name's further words, or 0 if they do not follow."""
    index += 1
    for word in rest:
        # Punctuation within a name: "North/South America".
        while index < len(tokens) and tokens[index].text in ("-", "–", "/", "&", "."):
            index += 1
        if index >= len(tokens) or tokens[index].folded != word:
            return 0
        index += 1
    return index


def _is_written_as_name(tokens: Sequence[Token], places: Sequence[Place]) -> bool:
    """Whether the case of the tokens fits a name. Countries and regions may be in lower case, as users write them."""
    first = tokens[0]
    if len(tokens) == 1 and (first.folded in ORDINARY_WORDS or len(first.folded) == 2):
        return first.text.isupper()
    if places[0].kind == "region" and places[0].codes == ("worldwide",):
        return True
    if first.text[0].isupper() or first.text[0].isdigit():
        return True
    return places[0].kind in ("country", "region") and first.folded not in AMBIGUOUS_NAMES


def parse_list(text: str, start: int = 0, *, strict: bool = True, max_tokens: int = 400) -> PlaceList | None:
    """The list of places at `start`, or None if there is none. `strict`: prose, which an unknown word ends."""
    # Most lists are short or absent: read the whole of it only if places go on near the end of the first tokens.
    head = tokenize(text, start, HEAD_TOKENS)
    mentions = list(_walk(text, head, strict=strict))
    if len(head) == HEAD_TOKENS and mentions and mentions[-1].end > head[-HEAD_TOKENS // 2].start:
        mentions = list(_walk(text, tokenize(text, start, max_tokens), strict=strict))
    if not mentions:
        return None
    resolved = resolve(mentions, strict=strict)
    only_towns = not any(mention.places[0].kind in ("country", "region") for mention in mentions)
    return PlaceList(resolved, mentions[0].start, mentions[-1].end, only_towns) if resolved else None


def parse_town(name: str) -> PlaceList | None:
    """A smaller town, if `name` is nothing else and its namesakes are much smaller."""
    places = cities().get(folded(name), ())
    if not places or len(name) < MIN_TOWN_NAME:
        return None
    if sum(population for _, population in places[1:]) * MIN_POPULATION_RATIO > places[0][1]:
        return None
    return PlaceList(places[0][0].codes, 0, len(name), only_towns=True)


def _walk(text: str, tokens: Sequence[Token], *, strict: bool) -> Iterator[PlaceMention]:
    """The mentions of a list, until something that does not belong to a list."""
    index, fillers, begun, separator = 0, 0, False, ""
    while index < len(tokens) and fillers <= MAX_FILLERS:
        token = tokens[index]
        # A line break ends the list, unless a separator stands there.
        is_new_line = begun and "\n" in text[tokens[index - 1].end : token.start]
        if is_new_line and not separator and token.text not in SEPARATORS:
            return
        match = _place_or_town(tokens, index, strict=strict)
        if match is not None:
            mention, following = match
            if following < len(tokens) and tokens[following].folded in NOT_PLACE_NEXT:
                return
            yield replace(mention, separator=separator if begun else "")
            index, fillers, begun, separator = following, 0, True, ""
            continue
        if token.folded in SEPARATORS:
            # Of "and/or" the first counts, except that a comma gives way to a word.
            separator = separator if separator not in ("", ",") else token.folded
        elif token.folded in FILLER:
            fillers += 1
        elif not _is_unknown_town(tokens, index):
            if strict:
                return
            separator = "?"
        index += 1


def _place_or_town(tokens: Sequence[Token], index: int, *, strict: bool) -> tuple[PlaceMention, int] | None:
    match = place_at(tokens, index, strict=strict)
    known = match is not None or tokens[index].folded in SEPARATORS or tokens[index].folded in FILLER
    return match if known else _state_of_town(tokens, index)


def _state_of_town(tokens: Sequence[Token], index: int) -> tuple[PlaceMention, int] | None:
    """The state of an unknown town before its code: "Fishers, IN"."""
    for last in range(index, min(index + 3, len(tokens))):
        if not tokens[last].text[0].isupper() or tokens[last].folded in NOT_TOWN_WORDS:
            return None
        if last + 2 < len(tokens) and tokens[last + 1].text == ",":
            code = tokens[last + 2]
            states = [place for place in codes().get(code.text, ()) if place.kind == "subdivision"]
            return (PlaceMention(tuple(states), tokens[index].start, code.end), last + 3) if states else None
    return None


def _is_unknown_town(tokens: Sequence[Token], index: int) -> bool:
    """Whether an unknown town before its state or country begins here: "Xtown, Germany"."""
    if not tokens[index].text[0].isupper() or tokens[index].folded in NOT_TOWN_WORDS:
        return False
    for following in range(index + 1, min(index + 4, len(tokens))):
        if tokens[following].text == ",":
            return following + 1 < len(tokens) and place_at(tokens, following + 1, strict=True) is not None
        if not tokens[following].text[0].isupper():
            return False
    return False


def resolve(mentions: Sequence[PlaceMention], *, strict: bool = True) -> tuple[str, ...]:
    """The codes of a list, each once. Neighbours decide ambiguous names; "Seattle, WA, USA" is a single place."""
    groups: list[tuple[str, ...]] = []
    index = 0
    while index < len(mentions):
        chain = [mentions[index]]
        index += 1
        while index < len(mentions) and mentions[index].separator in (",", "") and _is_in(chain[-1], mentions[index]):
            chain.append(mentions[index])
            index += 1
        groups.append(_most_specific(chain, mentions, strict=strict))
    return tuple(dict.fromkeys(code for group in groups for code in group))


def _is_in(inner: PlaceMention, outer: PlaceMention) -> bool:
    return any(_is_place_in(place, container) for place in inner.places for container in outer.places)


def _is_place_in(inner: Place, outer: Place) -> bool:
    rank = {"city": 0, "subdivision": 1, "country": 2, "region": 3}
    if rank[inner.kind] >= rank[outer.kind] or outer.kind == "region":
        return False
    if outer.kind == "country":
        return inner.country == outer.codes[0]
    # Cities outside the US and Canada have only their country's code, so any of its states may contain them.
    return inner.kind == "city" and (inner.codes[0] == outer.codes[0] or inner.codes[0] == outer.country != "US")


def _most_specific(chain: Sequence[PlaceMention], mentions: Sequence[PlaceMention], *, strict: bool) -> tuple[str, ...]:
    """The codes of a chain such as city, state, country: the state's if it is named or known, else the country's."""
    first = chain[0]
    if len(chain) == 1:
        return _likeliest(first, mentions, strict=strict)
    inner = [
        place
        for mention, outer_mention in pairwise(chain)
        for place in mention.places
        if any(_is_place_in(place, container) for container in outer_mention.places)
    ]
    states = [place for place in inner if place.kind == "subdivision"]
    outer = [place for place in chain[-1].places if any(_is_place_in(part, place) for part in chain[-2].places)]
    states += [place for place in outer if place.kind == "subdivision"]
    if states:
        return states[0].codes
    return inner[0].codes if inner else outer[0].codes


def _likeliest(mention: PlaceMention, mentions: Sequence[PlaceMention], *, strict: bool) -> tuple[str, ...]:
    """The codes of a name by the others of its list, else by its likeliest meaning.

    () for a code in prose that nothing explains: two capitals alone may be anything.
    """
    if len(mention.places) == 1 and not mention.is_code:
        return mention.places[0].codes
    others = [place for other in mentions if other is not mention and not other.is_code for place in other.places[:1]]
    coded = [other for other in mentions if other.is_code]
    if len(coded) > 1:
        # "CA, NY, TX": codes that are all states of one country are states.
        others += [
            place for other in coded if other is not mention for place in other.places if place.kind == "subdivision"
        ]
    state_countries = {place.country for place in others if place.kind == "subdivision"}
    kinds = {place.kind for place in others}
    if mention.is_code and not {"country", "region"} & kinds:
        # "NY, San Francisco and London": a US city makes NY a state.
        state_countries |= {place.country for place in others if place.kind == "city" and "-" in place.codes[0]}
    for place in mention.places:
        if place.kind == "subdivision" and place.country in state_countries:
            return place.codes
    countries = [place for place in mention.places if place.kind == "country"]
    # A field that holds nothing but codes holds countries.
    all_codes = not strict and len(coded) == len(mentions)
    if mention.is_code and strict:
        countries = [place for place in countries if place.codes[0] in COUNTRY_CODES_IN_PROSE]
    if countries and (not mention.is_code or {"country", "region"} & kinds or all_codes):
        return countries[0].codes
    if mention.is_code:
        return ()
    return mention.places[0].codes


def split_location(location: str) -> Iterable[str]:
    """The places of a board's field, which are separated by ";"."""
    return filter(None, (part.strip() for part in location.split(";")))


def place_before(text: str, end: int) -> PlaceList | None:
    """The single place whose name ends at `end`, of five tokens at most."""
    start = max(0, end - 60)
    tail = [token for token in tokenize(text[:end], start) if token.start >= start]
    # From the left, so that the longest name wins.
    for index in range(max(0, len(tail) - 5), len(tail)):
        match = place_at(tail, index, strict=True)
        if match is not None and match[1] == len(tail) and tail[-1].end >= end - 1:
            mention = match[0]
            resolved = resolve([mention])
            return PlaceList(resolved, mention.start, mention.end) if resolved else None
    return None
