"""Places in titles: "Engineer (US only)", "Writer – Remote, Spain", "Bookkeeper Peru"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from listings.facts.base import Reading
from listings.facts.guarded import GuardedPattern
from listings.facts.residence.evaluation import Places
from listings.facts.residence.expressions import HEADQUARTERS, read_places
from listings.facts.residence.negations import is_denied, is_plain_exception, negations
from listings.facts.residence.precedence import Claim, ClaimSource
from listings.facts.residence.tokens import DIRECTIONS
from listings.facts.residence.town_words import without_town_words
from listings.facts.residence.wishes import end_without_wish
from listings.vocabulary.places import folded, names

SEPARATOR = re.compile(r"[()\[\]|]|\s[-–—:]\s|:\s|[–—]")
# "Peru (remote), Chile": a list goes on.
REMOTE_ITEM = GuardedPattern(r"\((remote)\)(?=\s*[,/&])", re.IGNORECASE)
# "Remote US (Any city, OK, US, 99999)": what a hiring system writes where nobody has chosen a town.
NO_TOWN = re.compile(r"\bany ?(?:city|town)\b,? [A-Z]{2}(?:,? USA?)?,? (?:99999|00000)\b", re.IGNORECASE)
COMMA = re.compile(r",\s")
PREFERRED = re.compile(r"\s*[(\[]?\s*(?:strongly )?prefer", re.IGNORECASE)
OR_REMOTE = re.compile(r"(?:\b(?:or|and)|/)\s*remote\b|\bremote\s+or\b|^\W*(?:/|or\b)", re.IGNORECASE)
# "Oslo, Remote" and "Peru, Chile, Remote" are choices as well, and "North America, Remote" is none.
COMMA_REMOTE = re.compile(r",\s+remote\W*$", re.IGNORECASE)
ABOUT_RESIDENCE = re.compile(
    r"\b(?:remote|only|based|anywhere|residents?|home ?based|home office|wfh|télétravail|teletrabajo|teletrabalho"
    r"|homeoffice|remoto|remota|zdalna|zdalnie|except|excluding|excl)\b",
    re.IGNORECASE,
)
# "Remote (Peru)", "Remote – Peru": what follows is where.
AFTER_REMOTE = re.compile(r"\bremote\s*[(\[:|–—-]?\s*$", re.IGNORECASE)
# What may stand next to the places in a part of a title that is about residence only.
FILLER = re.compile(
    r"\b(?:remote|only|based|anywhere|residents?|home|office|wfh|hybrid|on-?site|fully|full|part|time|in|the|all|any|or"
    r"|and|m|w|d|f|x|h|contract|freelance|100|candidates|timezones?|region|area|locations?|multiple|flexible|any|city"
    r"|first|friendly|télétravail|teletrabajo|teletrabalho|homeoffice|remoto|remota|zdalna|zdalnie|work|from|within|states?|except|excluding)\b|[\W\d_]+",
    re.IGNORECASE,
)
# Trades of a territory: the country behind them is where they sell, hire or file, not where they live.
TERRITORIAL = re.compile(
    r"\b(?:sales|account|country|market\w*|partner\w*|recruit\w*|payroll|tax|legal|territory|regional|business"
    r"|customers?|expansion|launch\w*|for|of|in|to|at|and|the)\b",
    re.IGNORECASE,
)
# "Forklift Operator in Jessup, MD"
IN_TOWN = re.compile(r" in ((?:[A-Z][\w.'’-]* ){0,2}[A-Z][\w.'’-]*, [A-Z]{2})\W*$")
OF_OTHERS = re.compile(
    r"\b(?:sales|account|market\w*|partner\w*|recruit\w*|territory|customers?|clients?|patients?|schools?|stores?|for|with)\b",
    re.IGNORECASE,
)
# Where they sell is no place of theirs.
OF_SALES = re.compile(
    r"\b(?:sales|account|market\w*|partner\w*|recruit\w*|territory|regional|country)\b", re.IGNORECASE
)
LAST_WORDS = re.compile(r"(?<=\w )([A-Z][\w.]+(?: [A-Z][\w.]+)?)$")


def title_without_town(reading: Reading, claim: Claim) -> str | None:
    """The title, if the claim is a state in it whose town nobody chose: who knows whether that is another's choice."""
    is_of_title = any(span.field == "title" for span in claim.spans)
    return reading.title if is_of_title and NO_TOWN.search(reading.title) else None


def read_title(reading: Reading) -> Iterator[Claim]:
    """The claims of each part of the title that consists of places."""
    seen = False
    start = 0
    title = REMOTE_ITEM.sub(r" \1 ", without_town_words(reading.title))
    for separator in [*SEPARATOR.finditer(REMOTE_ITEM.sub(r" \1 ", reading.title)), None]:
        end = separator.start() if separator else len(reading.title)
        # "Remote (except Spain)": the bracket belongs to what stands before it.
        for claim in _read_part(reading, title, start, end):
            seen = True
            yield claim
        start = separator.end() if separator else end
    if not seen and (last := _last_words(reading) or _town_at_end(reading)) is not None:
        yield last


def _read_part(reading: Reading, title: str, start: int, end: int) -> Iterator[Claim]:
    """`title`: without the towns that are rather words of a trade."""
    # The part as a whole, then what follows each of its commas: "Engineer, Berlin, Germany".
    for offset in (start, *(comma.end() for comma in COMMA.finditer(title, start, end))):
        places = _places(title, offset, end)
        if places is not None and offset > start and _ends_list(title, start, offset):
            return
        # "Engineer, not Peru, Chile": who knows how far the negation goes.
        if offset > start and places is not None and _is_negated_before(title, start, offset):
            return
        if places is not None:
            # "Remote (Oslo, Norway)": the town is often that of an office.
            is_of_town = places.only_towns or places.has_town
            follows = not is_of_town and AFTER_REMOTE.search(title[:offset])
            is_explicit = (follows or ABOUT_RESIDENCE.search(title, offset, end)) and not places.is_anywhere
            source = (
                ClaimSource.TITLE
                if is_explicit
                else ClaimSource.ANYWHERE
                if places.is_anywhere
                else ClaimSource.BARE_TITLE
            )
            evidence, spans = reading.quote("title", places.start, places.end)
            yield Claim(source, places.include, places.exclude, evidence, spans)
            return


def _is_negated_before(title: str, start: int, end: int) -> bool:
    before = title[start:end]
    return any(read_places(before, mark.end()) for mark in negations(before))


def _ends_list(title: str, start: int, end: int) -> bool:
    """Whether the words before a comma are places as well: then the list as a whole could not be read."""
    before = title.rfind(", ", start, end - 2)
    places = read_places(title, before + 2 if before >= 0 else start, end=end)
    return places is not None and not FILLER.sub("", title[before + 2 if before >= 0 else start : places.start])


def _places(title: str, start: int, end: int) -> Places | None:
    end, _ = end_without_wish(title, start, end)
    segment = title[start:end]
    places = read_places(title, start, end=end)
    if places is None or not places.include or OR_REMOTE.search(segment) or HEADQUARTERS.search(segment):
        return None
    if PREFERRED.match(title, end):
        return None
    is_of_towns = places.has_town or places.only_towns or places.count > 1
    if COMMA_REMOTE.search(segment) and (is_of_towns or OF_SALES.search(title)):
        return None
    of_segment = replace(places, start=places.start - start, end=places.end - start)
    if is_denied(title, places) or (negations(segment) and not is_plain_exception(segment, of_segment)):
        return None
    rest = title[start : places.start] + " " + title[places.end : end]
    return None if FILLER.sub("", rest) else places


def _last_words(reading: Reading) -> Claim | None:
    """ "Bookkeeper Peru": a country in full as the title's last word."""
    match = LAST_WORDS.search(reading.title.rstrip())
    if match is None:
        return None
    for start in (match.start(), reading.title.rfind(" ", 0, match.end()) + 1):
        name = reading.title[start : match.end()]
        meanings = names().get(folded(name), ())
        if len(meanings) == 1 and meanings[0].kind == "country" and len(name) > 3:
            is_part = folded(reading.title[:start]).rpartition(" ")[2] in DIRECTIONS
            if is_part or TERRITORIAL.search(reading.title[:start]) or negations(reading.title):
                return None
            evidence, spans = reading.quote("title", start, match.end())
            return Claim(ClaimSource.BARE_TITLE, meanings[0].codes, (), evidence, spans)
    return None


def _town_at_end(reading: Reading) -> Claim | None:
    """ "Forklift Operator in Jessup, MD": a town with its state behind a trade that is no seller's."""
    match = IN_TOWN.search(reading.title)
    places = read_places(reading.title, match.start(1), end=match.end(1)) if match else None
    if match is None or places is None or OF_OTHERS.search(reading.title[: match.start()]) or negations(reading.title):
        return None
    if places.end < match.end(1) or len(places.include) != 1:
        return None
    evidence, spans = reading.quote("title", places.start, places.end)
    return Claim(ClaimSource.BARE_TITLE, places.include, places.exclude, evidence, spans)
