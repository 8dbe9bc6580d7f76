"""Where somebody lives who writes "USA", "Bavaria", "germny" or "Columbus, Ohio": a country, a US state or a province.

The order of the matches: a whole name or code, then names of countries and states that begin with the text, then their
other names, then large cities, then names with a later word that begins so, then other cities: "colum" is Columbus
before British Columbia, "carol" North Carolina before Carolina. Of each the place with more people, counted in its
cities, comes first: "nige" is Nigeria before Niger. Where nothing begins with the text it may be a smaller town, and at
last a slip, for which there are guesses.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cache, lru_cache
from itertools import islice
from typing import Literal

from listings.vocabulary.countries import COUNTRIES, SUBDIVISIONS
from listings.vocabulary.places import (
    MIN_POPULATION,
    TERRITORIES,
    cities,
    city_rows,
    codes,
    folded,
    german_towns,
    long_codes,
    names,
)
from listings.vocabulary.regions import STATES
from listings.vocabulary.typed_names import (
    ABBREVIATION_LENGTH,
    CITY_ABBREVIATIONS,
    spellings,
    typed_name,
    with_typed_accents,
    written_names,
)

MAX_LENGTH = 80
MAX_MATCHES, MAX_CITIES, MAX_GUESSES = 10, 5, 3
# Of two cities of one name the smaller one is not meant, unless it has at least this part of the people of the larger.
NAMESAKE_SHARE = 10
# Within one country from so many people on: "Portland" leaves the state open.
MIN_NAMESAKE = 50_000
# A city of fewer people is not meant by the name of a country or a state, or a part of it: Ontario in California.
MIN_RIVAL = 500_000
# Slips are also looked for in the names of cities of this size.
MIN_GUESSED = 1_000_000
SLIP_CUTOFF = 0.75
MIN_SLIP = 4

Certainty = Literal["exact", "several", "begins", "guess", "unknown"]


@dataclass(frozen=True, slots=True)
class PlaceMatch:
    """`code`: "DE" or "US-OH". `via`: the name that leads there, such as "Berlin"; "" if it is the place's own."""

    code: str
    via: str = ""


@dataclass(frozen=True, slots=True)
class PlaceLookup:
    """`certainty`: "exact" for one place of this very name, "several" for more of them."""

    certainty: Certainty
    matches: Sequence[PlaceMatch] = ()


def look_up(text: str) -> PlaceLookup:
    # Before the cache is asked, which would keep all of it as a key.
    return _look_up(" ".join(text[:MAX_LENGTH].split()))


@lru_cache(maxsize=2000)
def _look_up(text: str) -> PlaceLookup:
    name = typed_name(text)
    if not name:
        return PlaceLookup("unknown")
    beginning = _beginning(name)
    exact = exact_matches(text)
    if not exact and not any(_has_words(match, name) for match in beginning):
        exact = _unique(_towns_of_name(name))
    exact = [replace(match, via=with_typed_accents(match.via, text)) for match in exact]
    if exact:
        others = [match for match in beginning if match.code not in {match.code for match in exact}]
        return PlaceLookup("exact" if len(exact) == 1 else "several", (*exact, *others)[:MAX_MATCHES])
    if beginning:
        return PlaceLookup("begins", beginning[:MAX_MATCHES])
    guesses = _guesses(name)
    return PlaceLookup("guess" if guesses else "unknown", guesses)


def _has_words(match: PlaceMatch, name: str) -> bool:
    """Whether a word of its name begins so, in the typed spelling: "St. John's" leaves Saint John to itself."""
    return f" {name}" in f" {folded(match.via or _own_names()[match.code])}"


def exact_matches(text: str) -> list[PlaceMatch]:
    """The places of this very name or code. Far cheaper than look_up, which also looks for beginnings and slips."""
    return _unique([*_exact(typed_name(text)), *_beside_its_place(text)])


def _exact(name: str) -> list[PlaceMatch]:
    """The places of this name or code, the likeliest first."""
    spoken = [PlaceMatch(*CITY_ABBREVIATIONS[name])] if name in CITY_ABBREVIATIONS else []
    matches = [
        _match(place.codes[0], spelling)
        for spelling in spellings(name)
        for place in names().get(spelling, ())
        if place.codes and place.kind in ("country", "subdivision")
    ]
    matches += [_match(code, name) for code in _codes_of_two_letters(name)]
    if place := long_codes().get(name.upper()):
        matches.append(_match(place.codes[0], name))
    return [match for match in [*spoken, *matches, *_cities_of_name(name, rivals=bool(spoken or matches))] if match]


def _codes_of_two_letters(name: str) -> list[str]:
    """That with more people first: "DE" is Germany before Delaware, "PA" Pennsylvania before Panama."""
    places = [place.codes[0] for place in codes().get(name.upper(), ())] if len(name) == 2 else []
    return sorted(places, key=lambda code: -_people()[code])


def _namesakes(name: str) -> list[tuple[str, str, int]]:
    """Code, spelling and people of every city of the name, the largest first."""
    rows = [
        (place.codes[0], spelling, count) for spelling in spellings(name) for place, count in cities().get(spelling, ())
    ]
    return sorted(rows, key=lambda row: -row[2])


def _cities_of_name(name: str, *, rivals: bool) -> list[PlaceMatch]:
    """`rivals`: a country or a state has the name as well."""
    namesakes = _namesakes(name)
    as_typed = next((row for row in namesakes if row[1] == name), None)
    matches = []
    for row in namesakes:
        largest_code, _, largest = namesakes[0]
        is_near = row[0][:2] == largest_code[:2] and largest >= MIN_POPULATION
        smallest = MIN_RIVAL if rivals else MIN_NAMESAKE if is_near else MIN_POPULATION
        if row[2] >= smallest and (row is as_typed or row[2] >= largest / NAMESAKE_SHARE):
            matches.append(_match(*row[:2]))
    if not rivals:
        known = [place for place in names().get(name, ()) if place.kind == "city" and place.codes]
        # Names that the list of cities does not have: "NYC", "Bay Area", "Bombay".
        matches += [_match(place.codes[0], name) for place in known[:1] if not matches]
    return [match for match in matches if match]


def _towns_of_name(name: str) -> list[PlaceMatch]:
    """Towns too small to stand before what begins with their name: a town in Mali is called San."""
    namesakes = _namesakes(name)
    towns = [(code, spelling) for code, spelling, count in namesakes if count >= namesakes[0][2] / NAMESAKE_SHARE]
    if not towns and name in german_towns():
        towns = [(german_towns()[name], name)]
    return [match for town in towns if (match := _match(*town))]


def _beside_its_place(text: str) -> list[PlaceMatch]:
    """Of "Columbus, Ohio" or "Berlin Germany": the place that is named last, if the rest may be a town in it."""
    head, comma, tail = text.rpartition(",")
    words = text.split()
    pairs = (
        [(head, tail)] if comma else [(" ".join(words[:-n]), " ".join(words[-n:])) for n in (2, 1) if len(words) > n]
    )
    for town, place in pairs:
        around = _exact(typed_name(place))
        if not around or not folded(town):
            continue
        # Of "Austin, Texas, USA" the town itself stands beside its place.
        inner = [*_all_places(folded(town)), *(_beside_its_place(town) if comma else ())]
        inside = [match for match in inner if any(outer.code in (match.code, match.code[:2]) for outer in around)]
        if inside:
            return inside[:1]
        if comma:
            return [PlaceMatch(around[0].code, text)]
    return []


def _all_places(name: str) -> list[PlaceMatch]:
    matches = [_match(code, spelling) for code, spelling, _ in _namesakes(name)]
    matches += [_match(place.codes[0], name) for place in names().get(name, ()) if place.codes]
    return [match for match in matches if match]


def _beginning(name: str) -> list[PlaceMatch]:
    own = sorted(
        (-_people()[code], code, own_name.startswith(spelling))
        for spelling in spellings(name)
        for code, own_name in _own_names().items()
        if all(any(part.startswith(word) for part in own_name.split()) for word in spelling.split())
    )
    matches = [PlaceMatch(code) for _, code, is_first in own if is_first]
    later = [PlaceMatch(code) for _, code, is_first in own if not is_first]
    other = [
        (-_people()[code], PlaceMatch(code, _spelt(alias, code)))
        for alias, code in _aliases()
        if alias.startswith(name)
    ]
    matches += [match for _, match in sorted(other, key=lambda pair: pair[0])]
    # One name for each place is enough: "Deutschland" and "Deutschlands" are not two.
    matches = _unique(matches)
    begun = {match.code for match in matches}
    later = [match for match in later if match.code not in begun]
    towns = _cities_beginning(name)
    large = [match for population, match in towns if population >= MIN_RIVAL]
    return [*matches, *large, *later, *(match for population, match in towns if population < MIN_RIVAL)]


def _cities_beginning(name: str) -> list[tuple[int, PlaceMatch]]:
    """The largest cities whose name begins so, with their people."""
    rows = _large_cities()
    found = []
    for spelling in spellings(name):
        start = bisect_left(rows, spelling, key=lambda row: row[0])
        for folded_name, population, match in islice(rows, start, None):
            if not folded_name.startswith(spelling):
                break
            found.append((population, match))
    return sorted(found, key=lambda pair: -pair[0])[:MAX_CITIES]


def _guesses(name: str) -> list[PlaceMatch]:
    if len(name) < MIN_SLIP:
        return []
    known = _names_for_slips()
    nearest = get_close_matches(name, list(known), n=MAX_GUESSES, cutoff=SLIP_CUTOFF)
    return _unique([known[near] for near in nearest])


def _unique(matches: Sequence[PlaceMatch]) -> list[PlaceMatch]:
    """The first match of each place."""
    first: dict[str, PlaceMatch] = {}
    for match in matches:
        first.setdefault(match.code, match)
    return list(first.values())


def _match(code: str, name: str) -> PlaceMatch | None:
    """None for what is neither a country nor in one: only states of the US and Canada are places of their own."""
    code = code if code in COUNTRIES or code in _states() else code[:2]
    if code not in COUNTRIES and code not in _states():
        return None
    return PlaceMatch(code, "" if _own_names()[code] == name else _spelt(name, code))


@cache
def _states() -> frozenset[str]:
    """Without territories that have a code as a country."""
    return frozenset(code for states in STATES.values() for code in states if code[3:] not in TERRITORIES)


@cache
def _own_names() -> Mapping[str, str]:
    return {
        code: folded(name)
        for code, name in (*COUNTRIES.items(), *SUBDIVISIONS.items())
        if len(code) == 2 or code in _states()
    }


@cache
def _people() -> Mapping[str, int]:
    """Of each place, in its cities."""
    people: Counter[str] = Counter()
    for city in city_rows():
        people[city.code] += city.population
        if "-" in city.code:
            people[city.code[:2]] += city.population
    return people


@cache
def _aliases() -> Sequence[tuple[str, str]]:
    """Other names of countries and states, with their codes."""
    aliases = []
    for name, places in names().items():
        place = next((place for place in places if place.kind in ("country", "subdivision")), None)
        match = _match(place.codes[0], name) if place else None
        if match and match.via:
            aliases.append((name, match.code))
    return sorted(aliases)


@cache
def _large_cities() -> Sequence[tuple[str, int, PlaceMatch]]:
    """Folded name, population and match, by name."""
    return sorted(_city_matches(MIN_POPULATION), key=lambda row: row[0])


def _city_matches(min_population: int) -> Iterator[tuple[str, int, PlaceMatch]]:
    for city in city_rows():
        if city.population < min_population:
            return
        if match := _match(city.code, ""):
            yield folded(city.name), city.population, PlaceMatch(match.code, city.name)


@cache
def _names_for_slips() -> Mapping[str, PlaceMatch]:
    cities_by_name = {name: match for name, _, match in reversed(list(_city_matches(MIN_GUESSED)))}
    aliases = {name: PlaceMatch(code, _spelt(name, code)) for name, code in _aliases()}
    countries = {name: PlaceMatch(code) for code, name in reversed(list(_own_names().items()))}
    return {**cities_by_name, **aliases, **countries}


@lru_cache(maxsize=4000)
def _spelt(name: str, code: str) -> str:
    """A folded name of a place as people write it: "Deutschland", "USA", "São Paulo"."""
    written = written_names().get((name, code))
    return written or (name.upper() if len(name) <= ABBREVIATION_LENGTH else name.title())
