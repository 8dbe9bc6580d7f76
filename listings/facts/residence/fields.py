"""The board's location field, which may also hold an office, a headquarters, a zone or a wish."""

from __future__ import annotations

import re
from collections.abc import Iterator

from listings.facts import language
from listings.facts.base import Reading
from listings.facts.guarded import GuardedPattern
from listings.facts.residence.choices import hybrid_places, is_choice_in_title, remote_part
from listings.facts.residence.evaluation import WORLDWIDE, Places
from listings.facts.residence.expressions import read_places
from listings.facts.residence.headers import header_location, with_other_parts
from listings.facts.residence.negations import as_seen, negations, without_negated
from listings.facts.residence.precedence import Claim, ClaimSource
from listings.facts.residence.wishes import without_wish
from listings.facts.residence.wordings import OPEN_TO_OTHERS
from listings.vocabulary.bounded_cache import bounded_cache
from listings.vocabulary.places import cities, folded, german_towns

HEADQUARTERS = re.compile(r"\W{0,3}(?:hq\b|headquarter)|.{0,20}\bprefer(?:red|ence|ably)\b", re.IGNORECASE)
CHOICE = re.compile(
    r"(?:\b(?:or|and)|[/+])\s*(?:fully |100% )?remote\W*$|^\W*remote\s*(?:\b(?:or|and)\b|[/+])"
    r"|\b(?:or|and)\b\s*remote\b\W*\((?!.*\b(?:us|uk|eu|europe)\b)",
    re.IGNORECASE,
)
TIME = GuardedPattern(
    r"\boverlap\w*\b[^,;)]{0,40}|\bwithin (?:[3-9]|1\d|three|four|five|six)[ -](?:hours?|hrs?) (?:of|from) [^,;)]{0,40}"
    r"|[^,;(]{0,40}[,(]\s?(?:±|\+/-|\+-)[^,;)]{0,20}|[^,;(]{0,40}(?:±|\+/-|\+-)[^,;)]{0,20}"
    r"|(?:(?! [-–—|] )[^,;(]){0,40}\b(?:time ?zones?|tzs?)\b[^,;]{0,40}",
    re.IGNORECASE,
)
HQ_IN = GuardedPattern(r"\(?\b(?:hq|headquarter(?:s|ed)) (?:in|at)\b[^)|;]{0,60}\)?", re.IGNORECASE)
PREFERRED = re.compile(r"\([^()]{0,60}\bprefer(?:red|ence|ably)\b[^()]{0,60}\)", re.IGNORECASE)
OFFICES = re.compile(r"\W*(?:our |with )?(?:offices|office|hubs?) (?:in|are in|is in|at)\b", re.IGNORECASE)
# "PT/ET", "PT–CT hours": two American zones, and neither Portugal nor Ethiopia. "PT/MT" alone may be two countries.
ZONE_PAIR = re.compile(
    r"\b(?:[PCM]S?T|ES?T)\b\s?(?:[-–—/&]|to|through|or)\s?"
    r"(?:\b(?:ES?T|PS?T)\b(?: (?:business )?(?:hours|time)\b)?|\b[CM]S?T (?:business )?(?:hours|time)\b)"
)
OUTSIDE = re.compile(r"\s*outside\b", re.IGNORECASE)
CHOICE_IN_TEXT = re.compile(
    r"\bremote or (?:[\w.]+ ){1,2}based\b"
    r"|\bor (?:we are )?(?:open to |work )?(?:fully |100% |completely )?remote(?:ly)?\b(?! \(?(?:in|from|within"
    r"|us\b|based|with|access|site|team|sens))"
    r"|\bopen to (?:fully )?remote\b(?! (?:in|from|within|candidates in))"
    r"|\bremote (?:work )?(?:is )?(?:also )?(?:an option|possible|considered|optional)\b"
    r"|\bopen to (?:[\w-]+ ){0,3}remote (?:folks|people|candidates|applicants|engineers|developers|talent|hires)\b"
    r"(?! (?:in|from|within|based|located)\b(?! (?:[\w/+-]+ ){0,3}time ?zones?\b))"
    r"|\bflexible (?:with|on|about) (?:fully )?remote(?: work)? (?:and|or) (?:hybrid|on-?site|in-office|in-person)\b"
)
# "Remote (team mostly in Oslo)"
OTHERS = GuardedPattern(
    r"\([^()]{0,80}\b(?:team|offices?|travel|visits?|colleagues|clients?|customers?)\b[^()]{0,80}\)", re.IGNORECASE
)
BY_ZONE = GuardedPattern(r"\blocation:(?P<zones>[^\n.]{0,50}[a-z]) time ?zones?\b")
ONLY_REMOTE = re.compile(r"(?:fully |100% )?remote(?: ?ok)?\s*(?:\([^()]*\))?", re.IGNORECASE)
# "12345 Musterdorf (hybrid)"
TOWN_REMARK = re.compile(r"^\s*(?:[A-Z]-?)?\d{4,5}\s+|\s*\((?:hybrid|vor ort|on-?site|remote)\)\s*$", re.IGNORECASE)
# A town with a code that is Delaware's, and Germany's.
TOWN_DE = re.compile(r"([^,;/()]+), DE")
# Many countries have one.
BARE_COAST = re.compile(r"\W*(?:remote\W*)?(?:the )?(?:east|west) coast\W*(?:only|remote)?\W*", re.IGNORECASE)
# A smaller town counts if its name is this long and its namesakes together have at most a tenth of its population.
# The longest match of CHOICE_IN_TEXT and what it looks at behind it.
BEFORE_REMOTE, AFTER_REMOTE = 60, 80
MIN_TOWN_NAME, MIN_POPULATION_RATIO = 4, 10


def read_field(reading: Reading) -> Claim | None:
    """The places of the field."""
    of_board = reading.ad.location or ""
    whole = with_other_parts(of_board, reading.text) if of_board else header_location(reading.text)
    location = remote_part(whole)
    if not location or BARE_COAST.fullmatch(location) or _names_offices(reading, location):
        return None
    parts = _parts(location)
    # "… in Richmond, or we are open to remote work": the field holds the office.
    is_office = all(places.has_town or places.only_towns for _, places in parts)
    if is_office and (_offers_remote(reading.lower_text) or is_choice_in_title(reading.title)):
        return None
    # "Berlin, Germany; remote" offers an office and work from anywhere.
    has_towns = bool(parts) and all(places.has_town for _, places in parts)
    # "Remote (Berlin)" is a place.
    named = {part for part, _ in parts}
    if has_towns and any(ONLY_REMOTE.fullmatch(part) and part not in named for part in _split(location)):
        return None
    # Only one of several offices is the headquarters, and people work in all of them.
    offices = len([places for _, places in parts if places.only_towns])
    include: list[str] = []
    exclude: list[str] = []
    for part, places in parts:
        is_headquarters = places.has_headquarters or HEADQUARTERS.match(part, places.end)
        if is_headquarters and not (places.only_towns and offices > 1):
            continue
        # "Berlin or remote": the town is the office.
        if places.only_towns and CHOICE.search(part):
            continue
        if places.is_exception:
            include += WORLDWIDE if OUTSIDE.match(part) else ()
        include += places.include
        exclude += places.exclude
    if not parts and not negations(location):
        include += _german_town(reading, location)
    include = _as_in_german(reading, location, include)
    if not include or (len(include) == 1 and _is_located_by_zone(reading, include[0])):
        return None
    kept = tuple(dict.fromkeys(include + hybrid_places(whole)))
    source = ClaimSource.FIELD_ANYWHERE if kept == WORLDWIDE and not exclude else ClaimSource.FIELD
    return Claim(source, kept, tuple(code for code in dict.fromkeys(exclude) if code not in kept), "field:location")


def _is_located_by_zone(reading: Reading, code: str) -> bool:
    """Whether a line such as "Location: Africa/Europe time zones" takes the place of the board's one country."""
    line = BY_ZONE.search(reading.lower_text) if "-" not in code else None
    places = read_places(reading.text, line.start("zones"), end=line.end()) if line else None
    return line is not None and (places is None or places.include != (code,))


def _names_offices(reading: Reading, location: str) -> bool:
    """Whether the location of remote work says where offices are, or is open to more than it names."""
    if OPEN_TO_OTHERS.search(location):
        return True
    is_remote = any(
        "remote" in words.lower() for words in (*(reading.ad.workplace or ()), reading.text.partition("\n")[0])
    )
    return is_remote and OFFICES.match(location) is not None


def _offers_remote(lower: str) -> bool:
    """Whether a text offers remote work besides the place of the field: looked for around each "remote"."""
    at = lower.find("remote")
    while at >= 0:
        if CHOICE_IN_TEXT.search(lower, max(0, at - BEFORE_REMOTE), at + AFTER_REMOTE):
            return True
        at = lower.find("remote", at + 1)
    return False


def excluded_in_field(location: str) -> tuple[str, ...]:
    """What the field leaves out, even where it includes nothing: "not available in Peru"."""
    return tuple(code for part, places in _parts(location) if not OUTSIDE.match(part) for code in places.exclude)


def _split(location: str) -> Iterator[str]:
    return filter(None, (part.strip() for part in location.split(";")))


# Few, as each may be of a location with all countries of the world.
@bounded_cache(512, longest=500)
def _parts(location: str) -> tuple[tuple[str, Places], ...]:
    """The parts of a location that name places, and those. Many ads of a board have the same location."""
    kept = [_without_other_places(part) for part in _split(as_seen(location))]
    read = [(part, without_negated(part, read_places(part, strict=False) or _town(part))) for part in kept]
    return tuple((part, places) for part, places in read if places is not None)


def _without_other_places(part: str) -> str:
    """A location without time zones, headquarters, and places that are merely preferred among others."""
    part = without_wish(HQ_IN.sub(" ", TIME.sub(" ", ZONE_PAIR.sub(" ", OTHERS.sub(" ", part)))))
    preferred = PREFERRED.search(part)
    if preferred and read_places(part[: preferred.start()], strict=False):
        return part[: preferred.start()] + part[preferred.end() :]
    return part


def _german_town(reading: Reading, location: str) -> tuple[str, ...]:
    """The country of a small town that is the whole location of an ad in German."""
    country = german_towns().get(folded(TOWN_REMARK.sub("", location)))
    return (country,) if country and language.read(reading) == "de" else ()


def _as_in_german(reading: Reading, location: str, include: list[str]) -> list[str]:
    """The codes, with Germany for Delaware where an ad in German names a town that the vocabulary lacks."""
    match = TOWN_DE.fullmatch(location) if include == ["US-DE"] else None
    is_unknown = match is not None and folded(match[1]) not in cities()
    return ["DE"] if is_unknown and language.read(reading) == "de" else include


def _town(name: str) -> Places | None:
    """A smaller town, if `name` is nothing else and its namesakes are much smaller."""
    towns = cities().get(folded(name), ())
    if not towns or len(name) < MIN_TOWN_NAME:
        return None
    if sum(population for _, population in towns[1:]) * MIN_POPULATION_RATIO > towns[0][1]:
        return None
    return Places(towns[0][0].codes, (), 0, len(name), only_towns=True)
