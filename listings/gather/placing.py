"""Where an ad places its work, as far as identity asks: phrases to compare, and the part of a title that is a place."""

from __future__ import annotations

import re
from functools import lru_cache

from listings.gather.identity import folded
from listings.gather.titles import tails
from listings.vocabulary.countries import COUNTRIES, SUBDIVISIONS
from listings.vocabulary.regions import REGIONS

ALIASES = {
    "usa": "us", "united states": "us", "united states of america": "us", "u s": "us", "u s a": "us", "america": "us",
    "uk": "gb", "united kingdom": "gb", "great britain": "gb", "deutschland": "germany", "uae": "united arab emirates",
    "eu": "european union", "latin america": "latam", "brasil": "brazil", "españa": "spain", "österreich": "austria",
    "schweiz": "switzerland", "münchen": "munich", "köln": "cologne", "nürnberg": "nuremberg",
}  # fmt: skip
NAMED = frozenset(
    folded(name) for name in (*COUNTRIES.values(), *SUBDIVISIONS.values(), *REGIONS, *REGIONS.values(), *ALIASES)
) | frozenset(["americas", "emea", "apac", "latam", "us", "europe", "asia", "africa", "oceania", "anz", "mena", "cee"])
STATE_CODES = frozenset(code.partition("-")[2].lower() for code in SUBDIVISIONS)
NOWHERE = frozenset(["remote", "anywhere", "worldwide", "global", "anywhere world", "world", "home", "", "remoto"])
AROUND = re.compile(
    r"\b(?:only|remote(?:ly)?|hybrid|fully|based|within|timezones?|time zones?|in|or|and|the|preferred|onsite)\b"
    r"|\([^()]{0,200}\)"
)
BETWEEN = re.compile(r"[;,|/•·\n()]| - | – | — | or | and | & ")
LIVING = ("located in ", "based in ", "live in ", "living in ", "reside in ", "residing in ", "residents of ")
POSTCODE = re.compile(r"\b\d{3,10}\b")
CODE = re.compile(r"[a-z]{2}")


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
        parts = [folded(AROUND.sub(" ", part)) for part in BETWEEN.split(tail)]
        for number, part in enumerate(parts):
            if not part or part in NOWHERE:
                continue
            after_a_place = number > 0 and CODE.fullmatch(part) and part in STATE_CODES
            if part in NAMED or ALIASES.get(part, part) in own or after_a_place or _lived_in(part, folded_text):
                found.add(part)
            if after_a_place:
                found.add(parts[number - 1])
    return frozenset(found)


def _last_words(title: str) -> list[str]:
    """Of "Account Executive France": a place may end a title without a sign."""
    words = title.casefold().split()
    ends = (" ".join(words[-count:]) for count in (1, 2) if len(words) > count)
    return [end for end in ends if folded(end) in NAMED]


def _lived_in(place: str, folded_text: str) -> bool:
    return any(words + place in folded_text for words in LIVING)
