"""Where the person may live and work from: the more specific statement of title, text and the board's field wins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from listings.facts.base import Fact, Reading, Span
from listings.facts.residence.phrases import ResidencePhrase, not_hiring, told
from listings.facts.residence.place_lists import listed, parts, town
from listings.facts.residence.wordlists import EXCEPT
from listings.vocabulary.regions import REGIONS, expand

APART = re.compile(r"[()\[\]|]|\s[-–—:]\s|[–—]")
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
SAYS_REMOTE = re.compile(r"\b(?:remote|only|based|anywhere|residents?|home ?based|home office|wfh)\b", re.IGNORECASE)
NOTHING = re.compile(
    r"\b(?:remote|only|based|anywhere|residents?|home|office|wfh|hybrid|on-?site|fully|full|part|time|in|the|all|any|or|and|m|w|d|f|x"
    r"|contract|freelance|100|candidates|timezones?|region|area|locations?|multiple|flexible|any|city|first|friendly|work|from|within)\b|[\W\d_]+",
    re.IGNORECASE,
)
WORLDWIDE = ("worldwide",)
ORDINARY = frozenset({"mobile", "reading", "split", "orange", "nice"})
"""Towns that name what the work is about, where they stand alone in a title."""


@dataclass(frozen=True, slots=True)
class ResidenceStatement:
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
    field, statements = in_field(reading), list(told(reading.text, reading.lower_text))
    titles = list(in_title(reading))
    best = chosen(reading, field, statements, titles)
    if best is None:
        return None
    best = without_ruled_out(reading, best)
    value = {"include": list(best.include), "exclude": list(best.exclude), "evidence": best.evidence}
    return Fact(value, best.evidence, best.spans)


def in_field(reading: Reading) -> ResidenceStatement | None:
    include: list[str] = []
    exclude: list[str] = []
    for part in parts(reading.ad.location or ""):
        part = named_for_living(part)
        found = listed(part, strict=False) or town(part)
        if found is None or HEADQUARTERS.match(part, found.end) or (found.towns and CHOICE.search(part)):
            continue
        include += found.codes
        but = EXCEPT.match(part.lower(), found.end)
        left_out = listed(part, but.end(), strict=False) if but else None
        exclude += left_out.codes if left_out else ()
    if not include:
        return None
    return ResidenceStatement(tuple(dict.fromkeys(include)), tuple(dict.fromkeys(exclude)), "field:location")


def named_for_living(part: str) -> str:
    """Without time zones, headquarters, and the places that are only preferred beside others."""
    part = HQ_IN.sub(" ", TIME.sub(" ", part))
    preferred = PREFERRED.search(part)
    if preferred and listed(part[: preferred.start()], strict=False):
        return part[: preferred.start()] + part[preferred.end() :]
    return part


def in_title(reading: Reading) -> Iterator[tuple[bool, ResidenceStatement]]:
    """Places that fill a bracket or a part of the title, and whether it says that they are about remote work."""
    start = 0
    for cut in [*APART.finditer(reading.title), None]:
        end = cut.start() if cut else len(reading.title)
        for at in (start, *(comma.end() for comma in COMMA.finditer(reading.title, start, end))):
            words = reading.title[at:end]
            found = listed(words)
            if found is None or OR_REMOTE.search(words) or HEADQUARTERS.match(reading.title, at + found.end):
                continue
            if words.strip().lower() in ORDINARY:
                continue
            if not NOTHING.sub("", words[: found.start] + " " + words[found.end :]):
                evidence, spans = reading.quote("title", at + found.start, at + found.end)
                yield bool(SAYS_REMOTE.search(words)), ResidenceStatement(found.codes, (), evidence, spans)
                break
        start = cut.end() if cut else end


def chosen(
    reading: Reading,
    field: ResidenceStatement | None,
    statements: list[ResidencePhrase],
    titles: list[tuple[bool, ResidenceStatement]],
) -> ResidenceStatement | None:
    strong = [stated for remote, stated in titles if remote and not stated.is_anywhere]
    strong += [quoted(reading, one) for one in statements if one.rank == "told" and one.include != WORLDWIDE]
    legal = [quoted(reading, one) for one in statements if one.rank == "legal"]
    weak = [stated for _, stated in titles if not stated.is_anywhere]
    text = narrowest(strong)
    if text is not None:
        within = [one for one in weak if "-" in one.include[0] and part_of(one, text)]
        if within and not ANYWHERE_IN.search(text.evidence):
            return within[0]
        return field if field and finer(field, text) else text
    if any(one.rank == "free" for one in statements):
        return next(quoted(reading, one) for one in statements if one.rank == "free")
    permit = narrowest(legal)
    if permit is not None and (field is None or only_regions(field) or part_of(permit, field)):
        return permit
    if field is not None and not field.is_anywhere:
        return field
    if weak:
        return weak[0]
    if field is not None:
        return field
    anywhere = [quoted(reading, one) for one in statements if one.rank == "anywhere" or one.include == WORLDWIDE]
    anywhere += [stated for _, stated in titles if stated.is_anywhere]
    return anywhere[0] if anywhere else None


def part_of(one: ResidenceStatement, other: ResidenceStatement) -> bool:
    """Truly a part: a state is one of its country."""
    members, others = one.members, other.members
    return members != others and all(code in others or code.partition("-")[0] in others for code in members)


def only_regions(field: ResidenceStatement) -> bool:
    return all(code in REGIONS for code in field.include)


def finer(field: ResidenceStatement, text: ResidenceStatement) -> bool:
    """A state within the text's country, or a country of its region, says more; another list of countries does not."""
    if set(field.include) <= set(text.include):
        return False
    if only_regions(text) and not only_regions(field):
        return part_of(field, text)
    return part_of(field, text) and any("-" in code for code in field.include)


def narrowest(statements: list[ResidenceStatement]) -> ResidenceStatement | None:
    """The first, but for a later one that names a part of it."""
    best: ResidenceStatement | None = None
    for one in statements:
        if best is None or part_of(one, best) or (one.exclude and one.include == best.include):
            best = one
    return best


def quoted(reading: Reading, one: ResidencePhrase) -> ResidenceStatement:
    evidence, spans = reading.quote("text", one.start, one.end)
    return ResidenceStatement(one.include, one.exclude, evidence, spans)


def without_ruled_out(reading: Reading, best: ResidenceStatement) -> ResidenceStatement:
    """A sentence of its own may rule places out."""
    if best.exclude:
        return best
    ruled_out = not_hiring(reading.text, reading.lower_text)
    if ruled_out is None:
        return best
    members = best.members
    out = tuple(code for code in ruled_out.codes if code not in best.include and expand({"include": [code]}) & members)
    out += tuple(
        code for code in ruled_out.codes if "-" in code and code.partition("-")[0] in members and code not in out
    )
    return ResidenceStatement(best.include, out, best.evidence, best.spans) if out else best
