"""Names of places among tokens: "New York", "Lebanon, NH", "Bengaluru, KA, IN", "US"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from listings.facts.residence.tokens import (
    AMBIGUOUS,
    DIRECTIONS,
    FILLERS,
    NAME_CONTINUES,
    NOT_TOWN,
    ORDINARY,
    SEPARATORS,
    PlaceToken,
)
from listings.facts.residence.town_codes import STATE_COUNTRIES, place_of_three, place_of_two
from listings.vocabulary.places import Place, cities, codes, folded, long_codes, names

MAX_TOWN_TOKENS, MAX_CODE = 5, 3
RIVAL = 2
# Within the name of a town, in lower case. "Of" needs a town that is known: "King of Prussia".
JOINS = frozenset(("de", "du", "la", "del", "des", "am", "upon", "of"))
# Three letters that mean something else in a field: a time zone, a word in capitals.
NO_LONG_CODES = frozenset(["EST", "AND", "PER", "COM", "MAC", "GEO", "ARE"])
# Towns that are a state of their own: "Berlin, Berlin, Germany".
CITY_STATES = {"berlin": "DE-BE", "hamburg": "DE-HH", "bremen": "DE-HB", "wien": "AT-9", "vienna": "AT-9"}


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A name in characters `start` to `end`, with every place that it may mean, the likeliest first.

    `is_code`: two capital letters. `separator`: what stands between the previous mention and this one, "?" if unknown
    words do. `is_of_town`: a town of that place is meant. `is_part`: a part of it, as in "Northern Virginia".
    `is_own_item`: the mention before it does not lie in it, as in "Reno, Remote US".
    `rival_countries`: those of the towns of this name, if several of about the same size have it.
    """

    places: tuple[Place, ...]
    start: int
    end: int
    is_code: bool = False
    separator: str = ""
    is_of_town: bool = False
    is_part: bool = False
    is_own_item: bool = False
    rival_countries: frozenset[str] = frozenset()

    @property
    def kind(self) -> str:
        return self.places[0].kind


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


def begins_name(word: str) -> bool:
    """Whether a name of the vocabulary begins with the folded word."""
    return word in _by_first_word()


@cache
def _last_words() -> frozenset[str]:
    return frozenset(name.rpartition(" ")[2] for name in names())


def ends_name(word: str) -> bool:
    """Whether a name of the vocabulary, or a code, ends with the word."""
    return len(word) <= MAX_CODE or folded(word).rpartition(" ")[2] in _last_words()


def mention_at(tokens: Sequence[PlaceToken], index: int, *, strict: bool) -> tuple[PlaceMention, int] | None:
    """The place that begins at `index`, and the index after it. `strict`: prose, where names have capitals."""
    token = tokens[index]
    # Codes and unknown towns have capitals.
    if not (token.text[0].isalnum() and (token.is_capitalised or begins_name(token.folded))):
        return None
    return (
        _city_state(tokens, index)
        or _iso_code_at(tokens, index)
        or _town_and_state(tokens, index, strict=strict)
        or (None if strict else _town_beside_state(tokens, index))
        or name_at(tokens, index, strict=strict)
        or _code_at(tokens, index, strict=strict)
    )


def name_at(tokens: Sequence[PlaceToken], index: int, *, strict: bool) -> tuple[PlaceMention, int] | None:
    """The longest name of the vocabulary that begins at `index`."""
    first = tokens[index]
    for rest, places in _by_first_word().get(first.folded, ()):
        # Cities named "Central" or "Home" would match fillers.
        if not rest and first.folded in FILLERS and places[0].kind == "city":
            continue
        following = _match_rest(tokens, index, rest)
        if not following or (strict and not _is_written_as_name(tokens[index:following], places)):
            continue
        if places[0].kind != "region" and _continues(tokens, following, places[0]):
            return None
        rivals = _rival_countries().get(" ".join((first.folded, *rest))) if places[0].kind == "city" else None
        end = tokens[following - 1].end
        return PlaceMention(places, first.start, end, rival_countries=rivals or frozenset()), following
    return None


@cache
def _rival_countries() -> Mapping[str, frozenset[str]]:
    """Name → the countries of its towns, where the largest has not even RIVAL times as many people as the next."""
    rivals = {}
    for name, ((largest, people), *others) in cities().items():
        near = [place for place, population in others if place != largest and people < RIVAL * population]
        if near:
            rivals[name] = frozenset(place.country for place in (largest, *near))
    return rivals


def _continues(tokens: Sequence[PlaceToken], following: int, place: Place) -> bool:
    """ "Georgia Tech", "Elizabeth City"; but "Kuwait City" is in Kuwait."""
    return (
        following < len(tokens)
        and not (place.kind == "country" and tokens[following].folded == "city")
        and tokens[following].folded in NAME_CONTINUES
        and tokens[following].is_capitalised
        and not (following + 1 < len(tokens) and tokens[following + 1].text == ":")
    )


def _code_at(tokens: Sequence[PlaceToken], index: int, *, strict: bool) -> tuple[PlaceMention, int] | None:
    token = tokens[index]
    code = token.text.strip(".")
    if not strict and index and tokens[index - 1].folded == "remote" and code.lower() not in ORDINARY:
        # "Remote Us, Remote Fr"
        code = code.upper() if len(code) == 2 else code
    # "NO US-based candidates": a word in capitals, not Norway.
    if token.text == "NO" and index + 1 < len(tokens) and _is_word(tokens[index + 1]):
        return None
    # NA is more often "not applicable" than Namibia.
    if len(code) == 2 and code.isupper() and code != "NA" and (places := tuple(codes().get(code, ()))):
        if _is_of_unknown_town(tokens, index) and len({place.kind for place in places}) > 1:
            return None
        return PlaceMention(places, token.start, token.end, is_code=True), index + 1
    if (
        len(code) == 3
        and code.isupper()
        and code not in NO_LONG_CODES
        and not strict
        and (place := long_codes().get(code))
    ):
        return PlaceMention((place,), token.start, token.end), index + 1
    return None


def _is_of_unknown_town(tokens: Sequence[PlaceToken], index: int) -> bool:
    """Whether a hyphen joins the code at `index` to a town that the vocabulary lacks: "GrandCayman-KY"."""
    if not is_joined(tokens, index - 1):
        return False
    town = tokens[index - 2]
    return town.is_capitalised and not town.text.isupper() and town.folded not in NOT_TOWN and not ends_name(town.text)


def is_joined(tokens: Sequence[PlaceToken], index: int) -> bool:
    """Whether the token at `index` is a hyphen between two words, without spaces."""
    if not 0 < index < len(tokens) - 1 or tokens[index].text != "-":
        return False
    return tokens[index - 1].end == tokens[index].start and tokens[index].end == tokens[index + 1].start


def _iso_code_at(tokens: Sequence[PlaceToken], index: int) -> tuple[PlaceMention, int] | None:
    """ "US-VA", written without spaces."""
    if tokens[index].text not in STATE_COUNTRIES or index + 2 >= len(tokens):
        return None
    country, dash, state = tokens[index : index + 3]
    if dash.text != "-" or country.end != dash.start or dash.end != state.start:
        return None
    code = f"{country.text}-{state.text}"
    if not any(place.codes == (code,) for place in codes().get(state.text, ())):
        return None
    return PlaceMention((Place("subdivision", (code,)),), country.start, state.end), index + 3


def _is_word(token: PlaceToken) -> bool:
    return token.text[0].isalpha() and token.folded not in SEPARATORS and token.folded not in FILLERS


def _match_rest(tokens: Sequence[PlaceToken], index: int, rest: Sequence[str]) -> int:
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


def _is_written_as_name(tokens: Sequence[PlaceToken], places: Sequence[Place]) -> bool:
    """Whether the case of the tokens fits a name. Countries and regions may be in lower case, as users write them."""
    first = tokens[0]
    if len(tokens) == 1 and (first.folded in ORDINARY or len(first.folded) == 2):
        return first.text.isupper()
    if places[0].kind == "region" and places[0].codes == ("worldwide",):
        return True
    if first.text[0].isupper() or first.text[0].isdigit():
        return True
    if places[0].kind == "subdivision":
        # "the canton of Zurich"
        return len(tokens) > 2 and tokens[-1].is_capitalised
    return places[0].kind in ("country", "region") and first.folded not in AMBIGUOUS


def _city_state(tokens: Sequence[PlaceToken], index: int) -> tuple[PlaceMention, int] | None:
    """ "Berlin, Berlin": a town and the state of the same name."""
    code = CITY_STATES.get(tokens[index].folded)
    if code is None or index + 2 >= len(tokens) or tokens[index + 1].text != ",":
        return None
    if tokens[index + 2].folded != tokens[index].folded:
        return None
    place = Place("subdivision", (code,))
    return PlaceMention((place,), tokens[index].start, tokens[index + 2].end), index + 3


def _town_and_state(tokens: Sequence[PlaceToken], index: int, *, strict: bool) -> tuple[PlaceMention, int] | None:
    """A town before a code: "Lebanon, NH", "Pune, IN", "Torino, TO, IT", "Perth, WA, Australia"."""
    comma = _end_of_town(tokens, index)
    # "Curitiba - PR - Brasil", in fields
    is_dashed = not comma and not strict
    comma = _end_of_town(tokens, index, "-") if is_dashed else comma
    if not comma or comma + 1 >= len(tokens):
        return None
    town = folded(" ".join(token.text for token in tokens[index:comma]))
    if "of" in town.split() and town not in cities():
        return None
    second = tokens[comma + 1]
    if iso := _iso_code_at(tokens, comma + 1):
        return replace(iso[0], start=tokens[index].start, is_of_town=True), iso[1]
    divided = _division_and_code(tokens, comma + 1)
    third, after = _country_after(tokens, comma + 2)
    if divided is None and third and _is_region_code(second) and not _is_country_alone(town):
        found = place_of_three(town, second.text, third.places[0].codes[0])
        divided = (found, after) if found else None
    # The full stop of "Lebanon, NH." ends the sentence.
    code = second.text.removesuffix(".")
    if divided is None and not is_dashed and len(code) == 2 and code.isalpha() and second.is_capitalised:
        found = place_of_two(town, code, is_pair=_ends_here(tokens, comma + 2), strict=strict)
        divided = (found, comma + 2) if found else None
    if divided is None:
        return None
    place, end = divided
    return PlaceMention((place,), tokens[index].start, tokens[end - 1].end, is_of_town=True), end


def _town_beside_state(tokens: Sequence[PlaceToken], index: int) -> tuple[PlaceMention, int] | None:
    """A town that the vocabulary lacks, before its state without a comma: "Greenwich CT"."""
    for last in range(index, min(index + MAX_TOWN_TOKENS, len(tokens) - 1)):
        token, code = tokens[last : last + 2]
        if not token.text.istitle() or token.folded in NOT_TOWN | FILLERS | SEPARATORS | DIRECTIONS:
            return None
        meanings = codes().get(code.text, ())
        # "IN" is a country as well, and "OK" a word.
        if len(meanings) == 1 and meanings[0].country == "US" and code.folded not in ORDINARY:
            town = names().get(folded(" ".join(each.text for each in tokens[index : last + 1])), ())
            # "Peru NY" may be two places, and "Chicago CT" has a time zone.
            is_another = any(place.kind != "city" or (place.country == "US" and code.text == "CT") for place in town)
            found = PlaceMention(tuple(meanings), tokens[index].start, code.end, is_of_town=True)
            return None if is_another else (found, last + 2)
    return None


def _division_and_code(tokens: Sequence[PlaceToken], index: int) -> tuple[Place, int] | None:
    """The country of "Karnataka, IN": beside a code a region written out is its country's, not a state of the US."""
    named = name_at(tokens, index, strict=True)
    if named is None:
        return None
    country, after = _country_after(tokens, named[1])
    divisions = [place for place in named[0].places if place.kind == "subdivision"]
    if country is None or not country.is_code or not divisions or divisions[0].country in STATE_COUNTRIES:
        return None
    code = country.places[0].codes[0]
    return (Place("city", (code,)), after) if divisions[0].country == code else None


def _end_of_town(tokens: Sequence[PlaceToken], index: int, mark: str = ",") -> int:
    """The index of the comma, or other mark, after a name of capitalised words, or 0."""
    first = tokens[index]
    if not first.is_capitalised or (first.text.isupper() and len(first.text) <= 3):
        return 0
    for last in range(index, min(index + MAX_TOWN_TOKENS, len(tokens))):
        token = tokens[last]
        if token.text == mark and last > index:
            return last
        if token.folded in NOT_TOWN or not (token.is_capitalised or token.text in ("-", ".") or token.folded in JOINS):
            return 0
    return 0


def _is_region_code(token: PlaceToken) -> bool:
    """A state as ads shorten it ("TN", "IDF"), not a country's abbreviation."""
    return token.text.isupper() and token.text.isalpha() and len(token.text) <= 3 and token.folded not in NOT_TOWN


def _country_after(tokens: Sequence[PlaceToken], index: int) -> tuple[PlaceMention | None, int]:
    """The country after the comma at `index`: a code, or a name."""
    if index + 1 >= len(tokens) or tokens[index].text not in (",", "-"):
        return None, index
    named = name_at(tokens, index + 1, strict=True) or _code_at(tokens, index + 1, strict=False)
    if named is None:
        return None, index
    mention, after = named
    countries = tuple(place for place in mention.places if place.kind == "country")
    return (PlaceMention(countries, mention.start, mention.end, mention.is_code), after) if countries else (None, index)


def _is_country_alone(town: str) -> bool:
    """A country that no town is named after: then this is a list of countries, not a town."""
    return any(place.kind in ("country", "region") for place in names().get(town, ())) and town not in cities()


def _ends_here(tokens: Sequence[PlaceToken], index: int) -> bool:
    """Whether no further place follows a comma at `index`."""
    return index >= len(tokens) or tokens[index].text != "," or index + 1 >= len(tokens)


def is_unknown_town(tokens: Sequence[PlaceToken], index: int) -> bool:
    """Whether an unknown town before its state or country begins here: "Xtown, Germany"."""
    if not tokens[index].is_capitalised or tokens[index].folded in NOT_TOWN:
        return False
    for following in range(index + 1, min(index + 4, len(tokens))):
        if tokens[following].text == ",":
            return following + 1 < len(tokens) and name_at(tokens, following + 1, strict=True) is not None
        if not tokens[following].is_capitalised:
            return False
    return False
