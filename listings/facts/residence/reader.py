"""Where the person may live: the most specific statement of title, text and the board's field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from listings.facts.base import Fact, Reading, Span
from listings.facts.residence.phrases import ResidencePhrase, find_phrases, find_refused_places
from listings.facts.residence.place_lists import parse_list, parse_town, split_location
from listings.facts.residence.wordlists import EXCEPT
from listings.vocabulary.regions import REGIONS, expand

SEPARATOR = re.compile(r"[()\[\]|]|\s[-–—:]\s|[–—]")
COMMA = re.compile(r",\s")
HEADQUARTERS = re.compile(r"\W{0,3}(?:hq\b|headquarter)|.{0,20}\bpreferred\b", re.IGNORECASE)
OR_REMOTE = re.compile(r"(?:\b(?:or|and)|/)\s*remote\b|,\s+remote\W*$|^\W*(?:/|or\b)", re.IGNORECASE)
CHOICE = re.compile(
    r"(?:\b(?:or|and)|[/+])\s*(?:fully |100% )?remote\W*$|^\W*remote\s*(?:\b(?:or|and)\b|[/+])", re.IGNORECASE
)
TIME = re.compile(r"[^,;]{0,40}\b(?:time ?zones?|tzs?)\b[^,;]{0,40}", re.IGNORECASE)
HQ_IN = re.compile(r"\(?\b(?:hq|headquarter(?:s|ed)) (?:in|at)\b[^)|;]{0,60}\)?", re.IGNORECASE)
PREFERRED = re.compile(r"\([^()]{0,60}\bpreferred\b[^()]{0,60}\)", re.IGNORECASE)
ANYWHERE_IN = re.compile(r"\banywhere\b", re.IGNORECASE)
ABOUT_RESIDENCE = re.compile(
    r"\b(?:remote|only|based|anywhere|residents?|home ?based|home office|wfh)\b", re.IGNORECASE
)
# What may stand next to the places in a part of a title that is about residence only.
FILLER = re.compile(
    r"\b(?:remote|only|based|anywhere|residents?|home|office|wfh|hybrid|on-?site|fully|full|part|time|in|the|all|any|or|and|m|w|d|f|x"
    r"|contract|freelance|100|candidates|timezones?|region|area|locations?|multiple|flexible|any|city|first|friendly|work|from|within)\b|[\W\d_]+",
    re.IGNORECASE,
)
WORLDWIDE = ("worldwide",)
# Towns whose names in a title are the subject of the work.
AMBIGUOUS_TOWNS = frozenset({"mobile", "reading", "split", "orange", "nice"})


@dataclass(frozen=True, slots=True)
class ResidenceStatement:
    """Places that one part of the ad includes and excludes, as codes, with the quote that says so."""

    include: tuple[str, ...]
    exclude: tuple[str, ...]
    evidence: str
    spans: tuple[Span, ...] = ()

    @property
    def members(self) -> frozenset[str]:
        return expand({"include": self.include, "exclude": self.exclude})

    @property
    def is_anywhere(self) -> bool:
        return self.include == WORLDWIDE and not self.exclude


def read(reading: Reading) -> Fact | None:
    field = read_field(reading)
    phrases = list(find_phrases(reading.text, reading.lower_text))
    titles = list(read_title(reading))
    best = choose(reading, field, phrases, titles)
    if best is None:
        return None
    best = with_exclusions(reading, best)
    value = {"include": list(best.include), "exclude": list(best.exclude), "evidence": best.evidence}
    return Fact(value, best.evidence, best.spans)


def read_field(reading: Reading) -> ResidenceStatement | None:
    """The places of the board's location field, which may also hold an office or headquarters."""
    include: list[str] = []
    exclude: list[str] = []
    for part in split_location(reading.ad.location or ""):
        part = without_other_places(part)
        places = parse_list(part, strict=False) or parse_town(part)
        # "Berlin or remote": the town is the office.
        if places is None or HEADQUARTERS.match(part, places.end) or (places.only_towns and CHOICE.search(part)):
            continue
        include += places.codes
        exception = EXCEPT.match(part.lower(), places.end)
        excluded = parse_list(part, exception.end(), strict=False) if exception else None
        exclude += excluded.codes if excluded else ()
    if not include:
        return None
    return ResidenceStatement(tuple(dict.fromkeys(include)), tuple(dict.fromkeys(exclude)), "field:location")


def without_other_places(part: str) -> str:
    """A location without time zones, headquarters, and places that are merely preferred among others."""
    part = HQ_IN.sub(" ", TIME.sub(" ", part))
    preferred = PREFERRED.search(part)
    if preferred and parse_list(part[: preferred.start()], strict=False):
        return part[: preferred.start()] + part[preferred.end() :]
    return part


def read_title(reading: Reading) -> Iterator[tuple[bool, ResidenceStatement]]:
    """(explicit, statement) for each part of the title that consists of places; explicit: it says "remote" or so."""
    start = 0
    for separator in [*SEPARATOR.finditer(reading.title), None]:
        end = separator.start() if separator else len(reading.title)
        # The part as a whole, then what follows each of its commas: "Engineer, Berlin, Germany".
        for offset in (start, *(comma.end() for comma in COMMA.finditer(reading.title, start, end))):
            segment = reading.title[offset:end]
            places = parse_list(segment)
            if places is None or OR_REMOTE.search(segment) or HEADQUARTERS.match(reading.title, offset + places.end):
                continue
            if segment.strip().lower() in AMBIGUOUS_TOWNS:
                continue
            if not FILLER.sub("", segment[: places.start] + " " + segment[places.end :]):
                evidence, spans = reading.quote("title", offset + places.start, offset + places.end)
                yield bool(ABOUT_RESIDENCE.search(segment)), ResidenceStatement(places.codes, (), evidence, spans)
                break
        start = separator.end() if separator else end


def choose(
    reading: Reading,
    field: ResidenceStatement | None,
    phrases: list[ResidencePhrase],
    titles: list[tuple[bool, ResidenceStatement]],
) -> ResidenceStatement | None:
    """The statement that counts.

    In order: explicit ones of title and text, an explicit "no restrictions", a right to work, the field, bare places
    in the title, "anywhere". A weaker one wins if it names a part of the stronger one's places.
    """
    strong = [statement for explicit, statement in titles if explicit and not statement.is_anywhere]
    strong += [
        quote(reading, phrase) for phrase in phrases if phrase.rank == "required" and phrase.include != WORLDWIDE
    ]
    legal = [quote(reading, phrase) for phrase in phrases if phrase.rank == "legal"]
    weak = [statement for _, statement in titles if not statement.is_anywhere]
    primary = narrowest(strong)
    if primary is not None:
        states = [statement for statement in weak if "-" in statement.include[0] and is_part_of(statement, primary)]
        # "Engineer, Texas" with "anywhere in the US": Texas is where the team is.
        if states and not ANYWHERE_IN.search(primary.evidence):
            return states[0]
        return field if field and is_finer(field, primary) else primary
    if any(phrase.rank == "free" for phrase in phrases):
        return next(quote(reading, phrase) for phrase in phrases if phrase.rank == "free")
    permit = narrowest(legal)
    if permit is not None and (field is None or has_only_regions(field) or is_part_of(permit, field)):
        return permit
    if field is not None and not field.is_anywhere:
        return field
    if weak:
        return weak[0]
    if field is not None:
        return field
    anywhere = [
        quote(reading, phrase) for phrase in phrases if phrase.rank == "anywhere" or phrase.include == WORLDWIDE
    ]
    anywhere += [statement for _, statement in titles if statement.is_anywhere]
    return anywhere[0] if anywhere else None


def is_part_of(inner: ResidenceStatement, outer: ResidenceStatement) -> bool:
    """Whether `inner` covers less than `outer` and nothing else. A state is part of its country."""
    members, outer_members = inner.members, outer.members
    return members != outer_members and all(
        code in outer_members or code.partition("-")[0] in outer_members for code in members
    )


def has_only_regions(field: ResidenceStatement) -> bool:
    return all(code in REGIONS for code in field.include)


def is_finer(field: ResidenceStatement, text: ResidenceStatement) -> bool:
    """Whether the field names states within the text's country, or countries within its region.

    Another list of countries is not finer than the text's list of countries.
    """
    if set(field.include) <= set(text.include):
        return False
    if has_only_regions(text) and not has_only_regions(field):
        return is_part_of(field, text)
    return is_part_of(field, text) and any("-" in code for code in field.include)


def narrowest(statements: list[ResidenceStatement]) -> ResidenceStatement | None:
    """The first statement, or a later one that names a part of it."""
    best: ResidenceStatement | None = None
    for statement in statements:
        if best is None or is_part_of(statement, best) or (statement.exclude and statement.include == best.include):
            best = statement
    return best


def quote(reading: Reading, phrase: ResidencePhrase) -> ResidenceStatement:
    evidence, spans = reading.quote("text", phrase.start, phrase.end)
    return ResidenceStatement(phrase.include, phrase.exclude, evidence, spans)


def with_exclusions(reading: Reading, best: ResidenceStatement) -> ResidenceStatement:
    """The statement without the places that another sentence rules out: "We cannot hire in California"."""
    if best.exclude:
        return best
    refused = find_refused_places(reading.text, reading.lower_text)
    if refused is None:
        return best
    members = best.members
    exclude = [code for code in refused.codes if code not in best.include and expand({"include": [code]}) & members]
    # The expansion of a whole country has no states in it, but they can be excluded from it.
    exclude += [
        code for code in refused.codes if "-" in code and code.partition("-")[0] in members and code not in exclude
    ]
    return ResidenceStatement(best.include, tuple(exclude), best.evidence, best.spans) if exclude else best
