"""Where an ad places its work, as far as identity asks: phrases to compare, and the part of a title that is a place."""

from __future__ import annotations

import re
from functools import lru_cache

from listings.dedup.normalise import folded
from listings.dedup.titles import tails
from listings.vocabulary import places
from listings.vocabulary.countries import SUBDIVISIONS

ALIASES = {
    "usa": "us", "united states": "us", "united states of america": "us", "u s": "us", "u s a": "us", "america": "us",
    "uk": "gb", "united kingdom": "gb", "great britain": "gb", "deutschland": "germany", "uae": "united arab emirates",
    "eu": "european union", "latin america": "latam", "brasil": "brazil", "españa": "spain", "österreich": "austria",
    "schweiz": "switzerland", "münchen": "munich", "köln": "cologne", "nürnberg": "nuremberg",
}  # fmt: skip
ORDINARY = frozenset(
    re.split(
        r"\s+",
        "global international mobile enterprise reading nice split sale orange independence media union central"
        " security liberty commerce perm oral hub can man van mary male mage bath hue metro fes energy enugu tech data",
    )
)
"""Names of cities and regions that in a title are mostly something else."""
SHORT_NAME = 5
LARGE = 450_000
STATE_CODES = frozenset(
    code.partition("-")[2].lower() for code in SUBDIVISIONS if code.partition("-")[2] not in places.TERRITORIES
)
WORDS_TOO = frozenset(["or", "in", "me", "hi", "ok", "co", "id", "ma", "de", "la", "on"])
NOWHERE = frozenset(["remote", "anywhere", "worldwide", "global", "anywhere world", "world", "home", "", "remoto"])
AROUND = re.compile(
    r"\b(?:only|remote(?:ly)?|hybrid|fully|based|within|timezones?|time zones?|in|or|and|the|preferred|onsite)\b"
    r"|\([^()]{0,200}\)"
)
BETWEEN = re.compile(r"[;,|/•·\n()]| - | – | — | or | and | & ")
LIVING = ("located in ", "based in ", "live in ", "living in ", "reside in ", "residing in ", "residents of ")
POSTCODE = re.compile(r"\b\d{3,10}\b")
TOWN = re.compile(r"([^,;/|()]{2,40}),\s?([a-z]{2})\b")


@lru_cache(maxsize=20_000)
def phrases(location: str) -> frozenset[str]:
    """The places that a board's field names; none where it says "anywhere"."""
    said = AROUND.sub(" ", location[:2000].casefold())
    named = {folded(POSTCODE.sub(" ", part)) for part in BETWEEN.split(said)}
    return frozenset(ALIASES.get(name, name) for name in named - NOWHERE)


def in_title(title: str, location: str, folded_text: str) -> frozenset[str]:
    """The phrases of a title that name a place: known ones, the board's own, and those where the text says to live."""
    own = phrases(location)
    found = set()
    for tail in (*tails(title), *_last_words(title)):
        for town, code in TOWN.findall(tail):
            if code in STATE_CODES and (code not in WORDS_TOO or places.folded(town) in places.cities()):
                found |= {folded(AROUND.sub(" ", town)), code}
        for part in BETWEEN.split(tail):
            named = folded(AROUND.sub(" ", part))
            if is_place(named) or ALIASES.get(named, named) in own or _lived_in(named, folded_text):
                found.add(named)
    return frozenset(found - NOWHERE)


@lru_cache(maxsize=20_000)
def is_place(phrase: str) -> bool:
    """A region, country or state, or a city that is large or whose name is no ordinary word."""
    name = places.folded(phrase)
    if not name or name in ORDINARY or name not in places.names():
        return False
    if len(name) >= SHORT_NAME or _is_country(phrase):
        return True
    return any(people >= LARGE for _, people in places.cities().get(name, ()))


def _is_country(phrase: str) -> bool:
    name = places.folded(phrase)
    known = places.names().get(name, ())
    return name not in ORDINARY and any(place.kind != "city" for place in known)


def _last_words(title: str) -> list[str]:
    """Of "Account Executive France": a place may end a title without a sign."""
    words = title.casefold().split()
    ends = (" ".join(words[-count:]) for count in (1, 2) if len(words) > count)
    return [end for end in ends if _is_country(folded(end))]


def _lived_in(place: str, folded_text: str) -> bool:
    return bool(place) and any(words + place in folded_text for words in LIVING)
