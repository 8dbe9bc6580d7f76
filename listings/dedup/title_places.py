"""Places for comparison only: phrases of an ad's location field, and the places that its title names."""

from __future__ import annotations

import re

from listings.dedup.normalise import fold
from listings.dedup.titles import title_tails
from listings.vocabulary import places
from listings.vocabulary.bounded_cache import bounded_cache
from listings.vocabulary.countries import SUBDIVISIONS

ALIASES = {
    "usa": "us", "united states": "us", "united states of america": "us", "u s": "us", "u s a": "us", "america": "us",
    "uk": "gb", "united kingdom": "gb", "great britain": "gb", "deutschland": "germany", "uae": "united arab emirates",
    "eu": "european union", "latin america": "latam", "brasil": "brazil", "españa": "spain", "österreich": "austria",
    "schweiz": "switzerland", "münchen": "munich", "köln": "cologne", "nürnberg": "nuremberg",
}  # fmt: skip
ORDINARY_WORDS = frozenset(
    [
        "global", "international", "mobile", "enterprise", "reading", "nice", "split", "sale", "orange",
        "independence", "media", "union", "central", "security", "liberty", "commerce", "perm", "oral", "hub", "can",
        "man", "van", "mary", "male", "mage", "bath", "hue", "metro", "fes", "energy", "enugu", "tech", "data",
    ]
)  # fmt: skip
# A shorter name of a city counts only if the city is large: most are words or acronyms as well.
MIN_DISTINCTIVE_LENGTH = 5
MIN_LARGE_CITY = 450_000
STATE_CODES = frozenset(
    code.partition("-")[2].lower() for code in SUBDIVISIONS if code.partition("-")[2] not in places.TERRITORIES
)
# State codes that are words as well: "Remote, or" is not Oregon unless a known city stands before it.
AMBIGUOUS_STATE_CODES = frozenset(["or", "in", "me", "hi", "ok", "co", "id", "ma", "de", "la", "on"])
NOT_A_PLACE = frozenset(
    ["remote", "anywhere", "worldwide", "global", "anywhere world", "world", "home", "", "remoto"]
)  # fmt: skip
QUALIFIERS = re.compile(
    r"\b(?:only|remote(?:ly)?|hybrid|fully|based|within|timezones?|time zones?|in|or|and|the|preferred|onsite)\b"
    r"|\([^()]{0,200}\)"
)
DELIMITERS = re.compile(r"[;,|/•·\n()]| - | – | — | or | and | & ")
RESIDENCE_PHRASES = (
    "located in ", "based in ", "live in ", "living in ", "reside in ", "residing in ", "residents of ",
)  # fmt: skip
POSTCODE = re.compile(r"\b\d{3,10}\b")
CITY_AND_STATE = re.compile(r"([^,;/|()]{2,40}),\s?([a-z]{2})\b")
MAX_LOCATION_LENGTH = 2000
# Kept with each posting and compared with those of others.
MAX_PHRASES = 50


# Few: locations recur within a batch, and each keeps its places.
@bounded_cache(500, longest=300)
def location_phrases(location: str) -> frozenset[str]:
    """The first places in a board's location field, folded; empty for "anywhere"."""
    text = QUALIFIERS.sub(" ", location[:MAX_LOCATION_LENGTH].casefold())
    phrases = dict.fromkeys(fold(POSTCODE.sub(" ", part)) for part in DELIMITERS.split(text))
    places = [ALIASES.get(phrase, phrase) for phrase in phrases if phrase not in NOT_A_PLACE]
    return frozenset(places[:MAX_PHRASES])


def places_in_title(title: str, location: str, folded_text: str) -> frozenset[str]:
    """Phrases of a title that are known places, are in the location field, or where the text says to live. Folded."""
    located = location_phrases(location)
    matches = set()
    for tail in (*title_tails(title), *_trailing_countries(title)):
        for city, state in CITY_AND_STATE.findall(tail):
            if state in STATE_CODES and (state not in AMBIGUOUS_STATE_CODES or places.folded(city) in places.cities()):
                matches |= {fold(QUALIFIERS.sub(" ", city)), state}
        for part in DELIMITERS.split(tail):
            phrase = fold(QUALIFIERS.sub(" ", part))
            if is_place(phrase) or ALIASES.get(phrase, phrase) in located or _is_residence(phrase, folded_text):
                matches.add(phrase)
    return frozenset(matches - NOT_A_PLACE)


@bounded_cache(5000, longest=60)
def is_place(phrase: str) -> bool:
    """True for a region, country or state, and a city that is large or has a distinctive name; not an ordinary word."""
    name = places.folded(phrase)
    if not name or name in ORDINARY_WORDS or name not in places.names():
        return False
    if len(name) >= MIN_DISTINCTIVE_LENGTH or _is_country(phrase):
        return True
    return any(population >= MIN_LARGE_CITY for _, population in places.cities().get(name, ()))


def _is_country(phrase: str) -> bool:
    """True for a region or state, too."""
    name = places.folded(phrase)
    meanings = places.names().get(name, ())
    return name not in ORDINARY_WORDS and any(place.kind != "city" for place in meanings)


def _trailing_countries(title: str) -> list[str]:
    """The last one or two words if they are a country: "Account Executive France" has no sign before it."""
    tokens = title.casefold().split()
    # Never the whole title: "Georgia" alone would leave nothing of the work.
    endings = (" ".join(tokens[-count:]) for count in (1, 2) if len(tokens) > count)
    return [ending for ending in endings if _is_country(fold(ending))]


def _is_residence(place: str, folded_text: str) -> bool:
    return bool(place) and any(phrase + place in folded_text for phrase in RESIDENCE_PHRASES)
